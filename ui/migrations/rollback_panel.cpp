// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/rollback_panel.h"

#include "ui/common/fonts.h"
#include "ui/language/retranslate.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

RollbackPanel::RollbackPanel(QWidget *parent)
    : QFrame(parent), m_question(new QLabel(this)), m_losses(new QLabel(this)), m_prompt(new QLabel(this)), m_name(new QLineEdit(this)), m_confirm(new QPushButton(this)), m_cancel(new QPushButton(this))
{
    setObjectName(u"migrations.rollback"_qs);
    setFrameShape(QFrame::StyledPanel);
    hide();
    m_question->setObjectName(u"migrations.rollback.question"_qs);
    m_losses->setObjectName(u"migrations.rollback.losses"_qs);
    m_prompt->setObjectName(u"migrations.rollback.prompt"_qs);
    m_name->setObjectName(u"migrations.rollback.name"_qs);
    m_confirm->setObjectName(u"migrations.rollback.confirm"_qs);
    m_cancel->setObjectName(u"migrations.rollback.cancel"_qs);
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

    connect(m_name, &QLineEdit::textChanged, this, &RollbackPanel::updateButton);
    connect(m_name, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this, &RollbackPanel::confirmed);
    connect(m_cancel, &QPushButton::clicked, this, &RollbackPanel::canceled);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this] { m_name->setMaximumWidth(fontMetrics().averageCharWidth() * 50); });
    tint(this, Theme::Role::Warning);
}

void RollbackPanel::ask(const MigrationLine &line, const QString &databaseName)
{
    m_line = line;
    m_databaseName = databaseName;
    m_name->clear();
    updateTexts();
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void RollbackPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit canceled();
    else
        QFrame::keyPressEvent(event);
}

QString RollbackPanel::expected() const
{
    return m_line.losses.isEmpty() ? m_databaseName : m_line.losses.first().table;
}

void RollbackPanel::updateTexts()
{
    QStringList losses;
    for (const Loss &loss : m_line.losses)
        losses.append(loss.column.isEmpty() ? tr("The table %1 is dropped, with all its rows.").arg(loss.table)
                                            : tr("The column %1 of the table %2 is dropped, with all its values.").arg(loss.column, loss.table));
    if (losses.isEmpty())
        losses.append(tr("No table and no column is dropped."));
    else
        losses.append(tr("What is lost cannot be brought back."));
    m_question->setText(tr("Roll back %1?").arg(m_line.title()));
    m_losses->setText(losses.join(u'\n'));
    m_prompt->setText(m_line.losses.isEmpty() ? tr("Type the name of the database, %1, to go on:").arg(expected())
                                              : tr("Type the name of the table, %1, to go on:").arg(expected()));
    m_name->setAccessibleName(m_prompt->text());
    m_name->setAccessibleDescription(m_losses->text());
    m_confirm->setText(tr("Roll back"));
    m_confirm->setAccessibleName(tr("Roll back %1").arg(m_line.title()));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Do not roll back"));
    updateButton();
}

void RollbackPanel::updateButton()
{
    const bool isTyped = m_name->text().trimmed() == expected();
    m_confirm->setEnabled(isTyped);
    m_confirm->setToolTip(isTyped ? QString() : m_prompt->text());
}

} // namespace ui
