// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/moderation_state.h"
#include "ui/moderation/moderation_keys.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// The commands of moderation as buttons that name their keys, and the field for a reason. Pressing a button leaves the
/// focus where it was.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    /// Enables what can be done with a comment in that state; nothing when there is none.
    void setState(const std::optional<blog::ModerationState> &state);
    /// Why nothing can be decided; empty when it can.
    void setReadOnly(const QString &reason);
    /// The reason typed for the next decision, trimmed.
    QString note() const;
    void clearNote();
    void focusNote();

signals:
    void triggered(ui::ModerationCommand command);
    /// Enter or Esc was pressed in the reason's field.
    void noteLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *addButton(const QString &name, const char *iconName, ModerationCommand command);
    void updateTexts();
    void updateButtons();

    QList<QPair<QPushButton *, ModerationCommand>> m_buttons;
    QLineEdit *m_note;
    std::optional<blog::ModerationState> m_state;
    QString m_readOnly;
};

} // namespace ui
