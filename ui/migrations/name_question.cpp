// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/name_question.h"

#include "ui/common/fonts.h"
#include "ui/language/retranslate.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

NameQuestion::NameQuestion(const QString &name, QWidget *parent)
    : QFrame(parent), m_question(new QLabel(this)), m_losses(new QLabel(this)), m_prompt(new QLabel(this)), m_name(new QLineEdit(this)), m_confirm(new QPushButton(this)), m_cancel(new QPushButton(this))
{
    setObjectName(name);
    setFrameShape(QFrame::StyledPanel);
    hide();
    m_question->setObjectName(QString(name + u".question"));
    m_losses->setObjectName(QString(name + u".losses"));
    m_prompt->setObjectName(QString(name + u".prompt"));
    m_name->setObjectName(QString(name + u".name"));
    m_confirm->setObjectName(QString(name + u".confirm"));
    m_cancel->setObjectName(QString(name + u".cancel"));
    makeHeading(m_question, 1.0);
    for (QLabel *label : {m_question, m_losses, m_prompt}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }

    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_confirm);
    row->addWidget(m_cancel);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_question);
    column->addWidget(m_losses);
    column->addWidget(m_prompt);
    column->addLayout(row);

    connect(m_name, &QLineEdit::textChanged, this, &NameQuestion::updateButton);
    connect(m_name, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this, &NameQuestion::confirmed);
    connect(m_cancel, &QPushButton::clicked, this, &NameQuestion::canceled);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this] { m_name->setMaximumWidth(fontMetrics().averageCharWidth() * 50); });
    tint(this, Theme::Role::Warning);
}

void NameQuestion::ask(const Texts &texts, const QString &expected)
{
    m_texts = texts;
    m_expected = expected;
    m_name->clear();
    updateTexts();
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void NameQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit canceled();
    else
        QFrame::keyPressEvent(event);
}

void NameQuestion::updateTexts()
{
    m_question->setText(m_texts.question());
    m_losses->setText(m_texts.losses());
    m_prompt->setText(m_texts.prompt());
    m_name->setAccessibleName(m_prompt->text());
    m_name->setAccessibleDescription(m_losses->text());
    m_confirm->setText(m_texts.confirm());
    m_confirm->setAccessibleName(m_texts.confirmName());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_texts.cancelName());
    updateButton();
}

void NameQuestion::updateButton()
{
    const bool isTyped = m_name->text().trimmed() == m_expected;
    m_confirm->setEnabled(isTyped);
    m_confirm->setToolTip(isTyped ? QString() : m_prompt->text());
}

} // namespace ui
