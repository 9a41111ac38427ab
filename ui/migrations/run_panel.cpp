// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/run_panel.h"

#include "ui/language/retranslate.h"
#include "ui/migrations/migration_runner.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

RunPanel::RunPanel(MigrationRunner *runner, QWidget *parent)
    : QFrame(parent), m_runner(runner), m_text(new QLabel(this)), m_bar(new QProgressBar(this)), m_cancel(new QPushButton(this))
{
    setObjectName(u"migrations.run"_qs);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_text->setObjectName(u"migrations.run.text"_qs);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_bar->setObjectName(u"migrations.run.progress"_qs);
    m_cancel->setObjectName(u"migrations.run.cancel"_qs);
    m_bar->setTextVisible(false);

    auto *column = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_cancel);
    column->addLayout(row);
    column->addWidget(m_bar);

    connect(m_cancel, &QPushButton::clicked, m_runner, &MigrationRunner::cancel);
    connect(m_runner, &MigrationRunner::backupStarted, this, &RunPanel::updateState);
    connect(m_runner, &MigrationRunner::stepStarted, this, &RunPanel::updateState);
    connect(m_runner, &MigrationRunner::waitingChanged, this, &RunPanel::updateState);
    connect(m_runner, &MigrationRunner::cancelRequested, this, &RunPanel::updateState);
    connect(m_runner, &MigrationRunner::finished, this, &RunPanel::updateState);
    retranslate(this, [this] {
        m_bar->setAccessibleName(tr("Migrations done"));
        updateState();
    });
}

void RunPanel::updateState()
{
    setVisible(m_runner->isRunning());
    if (!m_runner->isRunning())
        return;
    const int count = int(m_runner->steps().size());
    const MigrationStep &step = m_runner->steps().at(qMin(m_runner->done(), count - 1));
    m_cancel->setText(m_runner->isBackingUp() ? tr("Cancel") : tr("Cancel after this one"));
    m_cancel->setAccessibleName(m_cancel->text());
    const QString text = step.isUp ? tr("Applying %1 (%2 of %3)") : tr("Rolling back %1 (%2 of %3)");
    if (m_runner->isBackingUp())
        m_text->setText(tr("Backing up the database"));
    else if (!m_runner->waitsFor().isEmpty())
        m_text->setText(tr("Waiting until another program has migrated the database: %1").arg(m_runner->waitsFor()));
    else
        m_text->setText(m_runner->isCanceling() ? tr("Stopping when %1 is done").arg(step.title)
                                                : text.arg(step.title).arg(m_runner->done() + 1).arg(count));
    m_bar->setRange(0, count);
    m_bar->setValue(m_runner->done());
    m_cancel->setEnabled(!m_runner->isCanceling());
}

} // namespace ui
