// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/language/text.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

/// What stands where nothing is to be shown: an icon, a few words, and buttons that lead on.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the object name; the parts are called `name.text`, `name.hint`.
    explicit EmptyState(const QString &name, QWidget *parent = nullptr);

    void setIcon(const QString &iconName);
    /// The headline, and a quieter line below it.
    void setText(const Text &text, const Text &hint = {});
    /// Adds a button called `name.<key>`; the first one is the default.
    QPushButton *addButton(const QString &key, const Text &text, const std::function<void()> &run);
    void clearButtons();
    /// Gives the focus to the first button that can be pressed; false when there is none.
    bool focusButton();

private:
    void updateTexts();
    void updateIcon();

    QString m_iconName;
    Text m_text;
    Text m_hintText;
    QList<QPair<QPushButton *, Text>> m_buttons;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_hint;
    QHBoxLayout *m_row;
};

} // namespace ui
