// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migrations_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/fonts.h"
#include "ui/forms/error_text.h"
#include "ui/language/retranslate.h"
#include "ui/migrations/backups_view.h"
#include "ui/migrations/migration_model.h"
#include "ui/migrations/migration_question.h"
#include "ui/migrations/migration_runner.h"
#include "ui/migrations/migration_sql.h"
#include "ui/migrations/migration_table.h"
#include "ui/migrations/run_panel.h"
#include "ui/migrations/run_report.h"
#include "ui/migrations/sql_view.h"
#include "ui/session.h"
#include "ui/theme/icon.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace ui {

MigrationsPage::MigrationsPage(Session &session, const QList<db::Migration> &migrations, QWidget *parent)
    : Page(u"migrations"_qs, session, parent), m_migrations(migrations), m_model(new MigrationModel(this)), m_runner(new MigrationRunner(session, migrations, this)), m_heading(new QLabel(this)), m_status(new QLabel(this)), m_rollback(new QPushButton(this)), m_run(new QPushButton(this)), m_question(new MigrationQuestion(this)), m_stack(new QStackedWidget(this)), m_problem(new EmptyState(u"migrations.problem"_qs, this)), m_splitter(new QSplitter(Qt::Vertical, this)), m_table(new MigrationTable(m_model, this)), m_tabs(new QTabWidget(this)), m_up(new SqlView(u"migrations.up"_qs, this)), m_down(new SqlView(u"migrations.down"_qs, this)), m_log(new SqlView(u"migrations.log"_qs, this)), m_backups(new BackupsView(session, this)), m_report(new RunReport(session, m_runner, m_log, this))
{
    auto *column = new QVBoxLayout(this);
    column->addLayout(makeHeader());
    column->addWidget(m_question);
    column->addWidget(new RunPanel(m_runner, this));
    column->addWidget(makeBody(), 1);
    connect(m_runner, &MigrationRunner::stepFailed, this, [this](const MigrationStep &step) { m_model->setFailed(step.version); });
    connect(m_runner, &MigrationRunner::finished, this, &MigrationsPage::runFinished);
    connect(m_run, &QPushButton::clicked, this, [this] { ask([this] { return choices().pending(); }, true, m_run); });
    connect(m_rollback, &QPushButton::clicked, this, [this] { ask([this] { return choices().last(); }, false, m_rollback); });
    connect(m_question, &MigrationQuestion::confirmed, this, &MigrationsPage::start);
    connect(m_question, &MigrationQuestion::canceled, this, [this] {
        m_question->hide();
        m_asking->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &MigrationTable::linesSelected, this, &MigrationsPage::showStatements);
    connect(&session, &Session::readOnlyChanged, this, &MigrationsPage::updateButtons);
    connect(&session, &Session::dataChanged, this, [this](DataKind kind) {
        if (kind == DataKind::Migrations)
            refresh();
    });
    retranslate(this, [this] { updateTexts(); });
}

QLayout *MigrationsPage::makeHeader()
{
    m_heading->setObjectName(u"migrations.heading"_qs);
    m_status->setObjectName(u"migrations.status"_qs);
    m_rollback->setObjectName(u"migrations.rollBack"_qs);
    m_run->setObjectName(u"migrations.runPending"_qs);
    m_rollback->setIcon(icon("edit-undo"));
    m_run->setIcon(icon("media-playback-start"));
    m_status->setWordWrap(true);
    makeHeading(m_heading, 1.4);
    makeQuiet(m_status);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_heading);
    names->addWidget(m_status);
    auto *row = new QHBoxLayout;
    row->addLayout(names, 1);
    row->addWidget(m_rollback);
    row->addWidget(m_run);
    return row;
}

QWidget *MigrationsPage::makeBody()
{
    m_table->setObjectName(u"migrations.table"_qs);
    m_tabs->setObjectName(u"migrations.tabs"_qs);
    m_tabs->tabBar()->setObjectName(u"migrations.tabs.bar"_qs);
    for (QWidget *view : {static_cast<QWidget *>(m_up), static_cast<QWidget *>(m_down), static_cast<QWidget *>(m_log), static_cast<QWidget *>(m_backups)})
        m_tabs->addTab(view, QString());
    m_splitter->setObjectName(u"migrations.splitter"_qs);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_tabs);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_problem->setIcon(u"dialog-error"_qs);
    m_problem->addButton(
        u"retry"_qs, [] { return tr("Try again"); }, [this] { refresh(); });
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_problem);
    return m_stack;
}

QString MigrationsPage::title() const
{
    return tr("Migrations");
}

void MigrationsPage::visit(const Destination &)
{
    refresh();
}

void MigrationsPage::refresh()
{
    m_backups->refresh();
    const auto request = session().database().read([migrations = m_migrations, engine = session().database().url().engine()](db::Repo &repo) { return readMigrations(repo, migrations, engine); });
    m_request.ask(this, request, [this](const db::Result<QList<MigrationLine>> &lines) {
        if (lines) {
            showLines(*lines);
            return;
        }
        m_problem->setText([error = lines.error()] { return errorText(error); }, [error = lines.error()] { return errorDetails(error); });
        m_stack->setCurrentWidget(m_problem);
        m_model->setLines({});
        updateTexts();
    });
}

void MigrationsPage::focusFirst()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void MigrationsPage::showLines(const QList<MigrationLine> &lines)
{
    QList<qint64> selected;
    for (const MigrationLine &line : m_table->selectedLines())
        selected.append(line.status.version);
    m_model->setLines(lines);
    m_stack->setCurrentWidget(m_splitter);

    // What would run next is in view until the user looks at something else.
    QList<qint64> versions;
    for (const MigrationLine &line : choices().pending().lines)
        versions.append(line.status.version);
    const bool isNew = selected.isEmpty() || versions != m_pendingVersions;
    // Others than those that were asked about would run now.
    if (m_question->isVisible() && m_question->subject().lines != m_asked().lines)
        m_question->hide();
    m_pendingVersions = versions;
    if (isNew && versions.isEmpty() && !lines.isEmpty())
        versions.append(lines.last().status.version);
    m_table->select(isNew ? versions : selected);
    showStatements();
    updateTexts();
}

void MigrationsPage::showStatements()
{
    const QList<MigrationLine> lines = m_table->selectedLines();
    m_up->setPlainText(upSql(lines));
    m_down->setPlainText(downSql(lines));
}

void MigrationsPage::ask(const std::function<MigrationChoices::Choice()> &choose, bool isUp, QPushButton *button)
{
    m_asked = choose;
    m_asking = button;
    const MigrationChoices::Choice choice = choose();
    QList<qint64> versions;
    for (const MigrationLine &line : choice.lines)
        versions.append(line.status.version);
    m_table->select(versions);
    m_tabs->setCurrentWidget(isUp ? m_up : m_down);
    const db::DatabaseUrl &url = session().database().url();
    m_question->ask({.lines = choice.lines, .isUp = isUp, .databaseName = url.displayName(), .isBackedUp = db::Backups::arePossible(url)});
}

void MigrationsPage::start()
{
    const MigrationQuestion::Subject &subject = m_question->subject();
    QList<MigrationStep> steps;
    for (const MigrationLine &line : subject.lines)
        steps.append({line.status.version, line.title(), subject.isUp, subject.isUp ? line.up : line.down, line.isAtomic});
    m_question->hide();
    m_model->setFailed(0);
    m_tabs->setCurrentWidget(m_log);
    m_report->takeBack();
    // A database to which nothing was applied has no tables.
    m_runner->start(steps, choices().last().lines.isEmpty() ? MigrationRunner::BackUp::Never : MigrationRunner::BackUp::First);
}

void MigrationsPage::runFinished()
{
    updateTexts();
    // The button that had the focus may be disabled by now.
    const QWidget *focus = window()->focusWidget();
    if (isVisible() && (!focus || isAncestorOf(focus)))
        m_table->setFocus(Qt::OtherFocusReason);
}

void MigrationsPage::updateTexts()
{
    m_heading->setText(tr("Migrations"));
    m_tabs->setAccessibleName(tr("Statements"));
    m_tabs->tabBar()->setAccessibleName(tr("Statements"));
    m_splitter->setAccessibleName(tr("Migrations and their statements"));
    const QStringList titles{tr("Up SQL"), tr("Down SQL"), tr("Log"), tr("Backups")};
    for (int index = 0; index < titles.size(); ++index) {
        m_tabs->setTabText(index, titles.at(index));
        m_tabs->widget(index)->setAccessibleName(titles.at(index));
    }
    m_log->setPlaceholderText(tr("Nothing has run yet."));
    showStatements();
    updateButtons();
    emit changed();
}

void MigrationsPage::updateButtons()
{
    const MigrationChoices::Choice pending = choices().pending();
    const int count = int(pending.lines.size());
    m_run->setText(count == 0 ? tr("Run pending") : tr("Run pending (%1)").arg(count));
    m_rollback->setText(tr("Roll back last…"));
    const QString runProblem = problemOf(pending);
    const QString rollbackProblem = problemOf(choices().last());
    for (const auto &[button, problem] : {std::pair(m_run, runProblem), std::pair(m_rollback, rollbackProblem)}) {
        button->setAccessibleName(button->text());
        button->setEnabled(problem.isEmpty());
        button->setToolTip(problem);
        button->setAccessibleDescription(problem);
    }
    QStringList sentences;
    if (m_model->lines().isEmpty())
        sentences.append(tr("The list could not be read."));
    else if (count > 0)
        sentences.append(tr("%n migration(s) are pending.", nullptr, count));
    if (!runProblem.isEmpty() && !m_model->lines().isEmpty())
        sentences.append(runProblem);
    if (!rollbackProblem.isEmpty() && rollbackProblem != runProblem)
        sentences.append(rollbackProblem);
    m_status->setText(sentences.join(u' '));
}

MigrationChoices MigrationsPage::choices() const
{
    return MigrationChoices(m_model->lines());
}

QString MigrationsPage::problemOf(const MigrationChoices::Choice &choice) const
{
    return session().isReadOnly() ? session().readOnlyReason() : choice.problem;
}

} // namespace ui
