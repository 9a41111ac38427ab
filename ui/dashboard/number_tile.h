// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/language/text.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class ElidedLabel;

/// One figure with its name. Its parts are called `name.title`, `name.value` and `name.open`.
class NumberTile : public QFrame
{
    Q_OBJECT

public:
    NumberTile(const QString &name, const Text &title, QWidget *parent = nullptr);

    /// Lets a click, or a button beside the name, lead to what the figure counts.
    void setLink(const Text &text);

    std::optional<qint64> value() const { return m_value; }
    void setValue(qint64 value);
    /// Pale while a newer figure is on its way; an outline stands where there is none yet.
    void setWaiting(bool waiting);

signals:
    void activated();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// All titles are as high as the button beside one of them, so that they stand on one line.
    int linkSize() const;
    void updateTexts();
    void updateColors();

    Text m_titleText;
    Text m_linkText;
    std::optional<qint64> m_value;
    bool m_isWaiting = false;
    QHBoxLayout *m_head;
    ElidedLabel *m_title;
    QLabel *m_number;
    QToolButton *m_open = nullptr;
};

} // namespace ui
