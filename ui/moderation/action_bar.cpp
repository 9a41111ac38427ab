// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/action_bar.h"

#include "ui/comments/comment_state.h"
#include "ui/forms/flow_layout.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

using blog::ModerationState;

namespace ui {

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent), m_note(new QLineEdit(this))
{
    setObjectName(u"moderation.actions"_qs);
    m_note->setObjectName(u"moderation.note"_qs);
    m_note->setMaxLength(longestReason());
    m_note->setClearButtonEnabled(true);
    m_note->installEventFilter(this);

    auto *line = new FlowLayout(this);
    for (QPushButton *button : {addButton(u"approve"_qs, "dialog-ok-apply", ModerationCommand::Approve),
                                addButton(u"reject"_qs, "dialog-cancel", ModerationCommand::Reject),
                                addButton(u"spam"_qs, "mail-mark-junk", ModerationCommand::Spam),
                                addButton(u"putBack"_qs, "edit-undo", ModerationCommand::PutBack),
                                addButton(u"edit"_qs, "document-edit", ModerationCommand::Edit),
                                addButton(u"post"_qs, "document-multiple", ModerationCommand::OpenPost),
                                addButton(u"author"_qs, "system-users", ModerationCommand::OpenAuthor),
                                addButton(u"previous"_qs, "go-up", ModerationCommand::Previous),
                                addButton(u"next"_qs, "go-down", ModerationCommand::Next),
                                addButton(u"keys"_qs, "input-keyboard", ModerationCommand::ShowKeys)})
        line->addWidget(button);
    line->addWidget(m_note);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this, line] {
        line->setSpacing(fontMetrics().height() / 2);
        m_note->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    });
}

void ActionBar::setState(const std::optional<ModerationState> &state)
{
    m_state = state;
    updateButtons();
}

void ActionBar::setReadOnly(const QString &reason)
{
    m_readOnly = reason;
    updateTexts();
}

QString ActionBar::note() const
{
    return m_note->text().trimmed();
}

void ActionBar::clearNote()
{
    m_note->clear();
}

void ActionBar::focusNote()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
}

bool ActionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool leaves = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape;
        if (leaves && event->type() == QEvent::KeyPress) {
            if (key == Qt::Key_Escape)
                clearNote();
            emit noteLeft();
        }
        if (leaves) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QPushButton *ActionBar::addButton(const QString &name, const char *iconName, ModerationCommand command)
{
    auto *button = new QPushButton(icon(iconName), QString(), this);
    button->setObjectName(u"moderation."_qs + name);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, command] { emit triggered(command); });
    m_buttons.append({button, command});
    return button;
}

void ActionBar::updateTexts()
{
    m_note->setPlaceholderText(tr("Reason, if you want to give one (%1)").arg(keyName(ModerationCommand::Note)));
    m_note->setAccessibleName(tr("Reason for the decision"));
    for (const auto &[button, command] : std::as_const(m_buttons)) {
        button->setText(tr("%1 (%2)", "Approve | A").arg(commandText(command), keyName(command)));
        button->setAccessibleName(commandText(command));
        button->setToolTip(decisionOf(command) ? m_readOnly : QString());
    }
    updateButtons();
}

void ActionBar::updateButtons()
{
    for (const auto &[button, command] : std::as_const(m_buttons)) {
        const std::optional<ModerationState> given = decisionOf(command);
        if (given)
            button->setEnabled(m_state && *m_state != *given && m_readOnly.isEmpty());
        else
            button->setEnabled(m_state || command == ModerationCommand::ShowKeys);
    }
    m_note->setEnabled(m_state && m_readOnly.isEmpty());
}

} // namespace ui
