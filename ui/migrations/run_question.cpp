// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/run_question.h"

#include "ui/language/retranslate.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace ui {

RunQuestion::RunQuestion(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)), m_confirm(new QPushButton(this)), m_cancel(new QPushButton(this))
{
    setObjectName(u"migrations.question"_qs);
    setFrameShape(QFrame::StyledPanel);
    hide();
    m_text->setObjectName(u"migrations.question.text"_qs);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_confirm->setObjectName(u"migrations.question.confirm"_qs);
    m_confirm->setAutoDefault(true);
    m_cancel->setObjectName(u"migrations.question.cancel"_qs);
    m_cancel->setAutoDefault(true);

    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text, 1);
    row->addWidget(m_confirm);
    row->addWidget(m_cancel);
    connect(m_confirm, &QPushButton::clicked, this, &RunQuestion::confirmed);
    connect(m_cancel, &QPushButton::clicked, this, &RunQuestion::canceled);
    retranslate(this, [this] { updateTexts(); });
    tint(this, Theme::Role::Accent);
}

void RunQuestion::ask(const Text &question, const Text &remark)
{
    m_question = question;
    m_remark = remark;
    updateTexts();
    show();
    m_confirm->setFocus(Qt::OtherFocusReason);
}

void RunQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit canceled();
    else
        QFrame::keyPressEvent(event);
}

void RunQuestion::updateTexts()
{
    m_text->setText(QString(m_question() + u' ' + m_remark()).trimmed());
    m_confirm->setText(tr("Run"));
    m_confirm->setAccessibleName(m_question());
    m_confirm->setAccessibleDescription(m_remark());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Run nothing"));
}

} // namespace ui
