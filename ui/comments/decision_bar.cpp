// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/comments/decision_bar.h"

#include "ui/comments/comment_state.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using State = blog::ModerationState;

DecisionBar::DecisionBar(const QString &name, QWidget *parent)
    : QWidget(parent), m_state(new QLabel(this)), m_caption(new QLabel(this)), m_reason(new QLineEdit(this))
{
    setObjectName(name + u".decision");
    m_state->setObjectName(name + u".decided");
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    makeQuiet(m_state);
    m_reason->setObjectName(name + u".reason");
    m_caption->setBuddy(m_reason);
    m_reason->setMaxLength(longestReason());

    auto *buttons = new QHBoxLayout;
    for (const State state : {State::Approved, State::Rejected, State::Spam, State::Pending}) {
        auto *button = new QPushButton(commentStateIcon(state), QString(), this);
        button->setObjectName(name + u'.' + db::enumName(state));
        button->setAutoDefault(false);
        buttons->addWidget(button);
        m_buttons.insert(state, button);
        connect(button, &QPushButton::clicked, this, [this, state] { emit decided(state, m_reason->text().trimmed()); });
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_state);
    column->addWidget(m_caption);
    column->addWidget(m_reason);
    column->addLayout(buttons);
    retranslate(this, [this] { updateTexts(); });
}

void DecisionBar::setComment(const blog::Comment &comment)
{
    const bool isOther = comment.id != m_comment.id || comment.state != m_comment.state;
    m_comment = comment;
    m_isBusy = false;
    if (isOther)
        m_reason->clear();
    updateTexts();
}

void DecisionBar::setBusy(bool busy)
{
    m_isBusy = busy;
    updateTexts();
}

void DecisionBar::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    m_reason->setReadOnly(readOnly);
    updateTexts();
}

void DecisionBar::updateTexts()
{
    QString text = tr("Nobody has decided about it yet.");
    if (m_comment.state != State::Pending) {
        text = tr("%1 by %2, %3.")
                   .arg(commentStateText(m_comment.state), m_comment.moderatedBy.value_or(tr("someone")),
                        m_comment.moderatedAt ? formatDateTime(*m_comment.moderatedAt) : tr("nobody knows when"));
        if (m_comment.moderationReason)
            text += u' ' + tr("Reason: %1").arg(*m_comment.moderationReason);
    }
    m_state->setText(text);
    m_caption->setText(tr("Reason, if there is one to note"));
    m_reason->setAccessibleName(m_caption->text());
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button) {
        button.value()->setText(commentStateCommand(button.key()));
        button.value()->setAccessibleName(button.value()->text());
        button.value()->setVisible(button.key() != m_comment.state);
        button.value()->setEnabled(!m_isReadOnly && !m_isBusy);
    }
}

} // namespace ui
