// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page of migrations says.

#include "ui/migrations/drift_view.h"
#include "ui/migrations/dry_run_view.h"
#include "ui/migrations/migration_table.h"
#include "ui/migrations/migrations_page.h"
#include "ui/migrations/sql_view.h"
#include "ui/session.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>

namespace ui {

void MigrationsPage::updateTexts()
{
    m_heading->setText(tr("Migrations"));
    m_tabs->setAccessibleName(tr("Statements"));
    m_tabs->tabBar()->setAccessibleName(tr("Statements"));
    m_splitter->setAccessibleName(tr("Migrations and their statements"));
    updateTabs();
    m_log->setPlaceholderText(tr("Nothing has run yet."));
    m_filter->setItemText(All, tr("All migrations"));
    m_filter->setItemText(PendingOnly, tr("Only pending ones"));
    m_filter->setAccessibleName(tr("Which migrations are shown"));
    m_copy->setText(tr("Copy SQL"));
    m_copy->setAccessibleName(m_copy->text());
    showStatements();
    emit changed();
}

void MigrationsPage::updateTabs()
{
    const QStringList titles{tr("Up SQL"), tr("Down SQL"), tr("Dry run"), tr("Log"), tr("Backups"), m_drift->count() == 0 ? tr("Drift") : tr("Drift (%1)").arg(m_drift->count())};
    for (int index = 0; index < titles.size(); ++index) {
        m_tabs->setTabText(index, titles.at(index));
        m_tabs->widget(index)->setAccessibleName(titles.at(index));
    }
}

void MigrationsPage::updateButtons()
{
    for (const Action &action : std::as_const(m_actions)) {
        const QString problem = problemOf(action);
        action.button->setText(action.text(action.choose()));
        action.button->setAccessibleName(action.button->text());
        action.button->setEnabled(problem.isEmpty());
        action.button->setToolTip(problem);
        action.button->setAccessibleDescription(problem);
    }
    const QString nothingSelected = m_table->selectedLines().isEmpty() ? tr("Select a migration first.") : QString();
    m_copy->setEnabled(nothingSelected.isEmpty());
    m_copy->setToolTip(nothingSelected);
    m_copy->setAccessibleDescription(nothingSelected);

    const QString runProblem = problemOf(m_actions.at(1));
    m_try->setText(m_dryRun->isOnCopy() ? tr("Dry run on a copy") : tr("Dry run"));
    m_try->setAccessibleName(m_try->text());
    m_try->setEnabled(runProblem.isEmpty());
    m_try->setToolTip(runProblem);
    m_try->setAccessibleDescription(runProblem);

    const int pending = int(choices().pending().lines.size());
    const QString rollbackProblem = problemOf(m_actions.first());
    QStringList sentences;
    if (m_lines.isEmpty())
        sentences.append(tr("The list could not be read."));
    else if (pending > 0)
        sentences.append(tr("%n migration(s) are pending.", nullptr, pending));
    if (!runProblem.isEmpty() && !m_lines.isEmpty())
        sentences.append(runProblem);
    if (!rollbackProblem.isEmpty() && rollbackProblem != runProblem)
        sentences.append(rollbackProblem);
    m_status->setText(sentences.join(u' '));
}

} // namespace ui
