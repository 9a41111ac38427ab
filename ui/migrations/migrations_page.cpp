// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migrations_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/fonts.h"
#include "ui/forms/error_text.h"
#include "ui/language/retranslate.h"
#include "ui/migrations/backups_view.h"
#include "ui/migrations/migration_model.h"
#include "ui/migrations/migration_runner.h"
#include "ui/migrations/migration_table.h"
#include "ui/migrations/rollback_panel.h"
#include "ui/migrations/run_panel.h"
#include "ui/migrations/run_question.h"
#include "ui/migrations/sql_view.h"
#include "ui/session.h"
#include "ui/theme/icon.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace ui {

namespace {

const QString runTopic = QStringLiteral("migrations.run");

} // namespace

MigrationsPage::MigrationsPage(Session &session, const QList<db::Migration> &migrations, QWidget *parent)
    : Page(u"migrations"_qs, session, parent), m_migrations(migrations), m_model(new MigrationModel(this)), m_runner(new MigrationRunner(session, migrations, this)), m_heading(new QLabel(this)), m_status(new QLabel(this)), m_rollback(new QPushButton(this)), m_run(new QPushButton(this)), m_runQuestion(new RunQuestion(this)), m_question(new RollbackPanel(this)), m_stack(new QStackedWidget(this)), m_problem(new EmptyState(u"migrations.problem"_qs, this)), m_splitter(new QSplitter(Qt::Vertical, this)), m_table(new MigrationTable(m_model, this)), m_tabs(new QTabWidget(this)), m_up(new SqlView(u"migrations.up"_qs, this)), m_down(new SqlView(u"migrations.down"_qs, this)), m_log(new SqlView(u"migrations.log"_qs, this)), m_backups(new BackupsView(session, this))
{
    auto *column = new QVBoxLayout(this);
    column->addLayout(makeHeader());
    column->addWidget(m_runQuestion);
    column->addWidget(m_question);
    column->addWidget(new RunPanel(m_runner, this));
    column->addWidget(makeBody(), 1);
    connectRunner();
    connect(m_run, &QPushButton::clicked, this, &MigrationsPage::askToRun);
    connect(m_runQuestion, &RunQuestion::confirmed, this, &MigrationsPage::runPending);
    connect(m_runQuestion, &RunQuestion::canceled, this, [this] {
        m_runQuestion->hide();
        m_run->setFocus(Qt::OtherFocusReason);
    });
    connect(m_rollback, &QPushButton::clicked, this, [this] {
        m_runQuestion->hide();
        m_table->select({last()->status.version});
        m_tabs->setCurrentWidget(m_down);
        const db::DatabaseUrl &url = this->session().database().url();
        m_question->askAbout(*last(), url.displayName(), db::Backups::arePossible(url));
    });
    connect(m_question, &RollbackPanel::confirmed, this, &MigrationsPage::rollBack);
    connect(m_question, &RollbackPanel::canceled, this, [this] {
        m_question->hide();
        m_rollback->setFocus(Qt::OtherFocusReason);
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

void MigrationsPage::connectRunner()
{
    connect(m_runner, &MigrationRunner::backupDone, this, [this](const db::Backup &backup) {
        log(sqlComment(tr("backed up to %1").arg(QDir::toNativeSeparators(backup.path))));
        m_backups->refresh();
    });
    connect(m_runner, &MigrationRunner::backupFailed, this, &MigrationsPage::backupFailed);
    connect(m_runner, &MigrationRunner::stepStarted, this, [this](const MigrationStep &step) {
        log(sqlComment(step.isUp ? tr("%1: applying").arg(step.title) : tr("%1: rolling back").arg(step.title)));
        log(sqlText(step.statements));
    });
    connect(m_runner, &MigrationRunner::stepDone, this, [this](const MigrationStep &, qint64 milliseconds) {
        log(sqlComment(milliseconds < 0 ? tr("somebody else was faster; nothing was left to do") : tr("done in %1 ms").arg(milliseconds)));
    });
    connect(m_runner, &MigrationRunner::stepFailed, this, &MigrationsPage::stepFailed);
    connect(m_runner, &MigrationRunner::finished, this, &MigrationsPage::runFinished);
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
    for (const MigrationLine &line : pending())
        versions.append(line.status.version);
    const bool isNew = selected.isEmpty() || versions != m_pendingVersions;
    // Others would run now than those that were asked about.
    if (versions != m_pendingVersions)
        m_runQuestion->hide();
    if (!last() || last()->status.version != m_question->line().status.version)
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
    QStringList up;
    QStringList down;
    for (const MigrationLine &line : lines) {
        if (lines.size() > 1) {
            up.append(sqlComment(line.title()));
            down.prepend(sqlComment(line.title()));
        }
        if (line.status.state == db::MigrationStatus::State::FileMissing) {
            const QString text = sqlComment(tr("The file of this migration is missing: what it runs is not known."));
            up.append(text);
            down.insert(lines.size() > 1 ? 1 : 0, text);
            continue;
        }
        const QString &unsupported = line.status.unsupportedReason;
        up.append(unsupported.isEmpty() ? sqlText(line.up) : sqlComment(errorText(db::Error::refused(unsupported))));
        const QString text = line.status.isReversible ? sqlText(line.down) : sqlComment(errorText(db::Error::refused(line.status.irreversibleReason)));
        down.insert(lines.size() > 1 ? 1 : 0, text);
    }
    m_up->setPlainText(up.join(u'\n'));
    m_down->setPlainText(down.join(u'\n'));
}

void MigrationsPage::askToRun()
{
    m_question->hide();
    m_table->select(m_pendingVersions);
    m_tabs->setCurrentWidget(m_up);
    m_runQuestion->ask(int(m_pendingVersions.size()));
}

void MigrationsPage::runPending()
{
    QList<MigrationStep> steps;
    for (const MigrationLine &line : pending())
        steps.append({line.status.version, line.title(), true, line.up, line.isAtomic});
    start(steps);
}

void MigrationsPage::rollBack()
{
    const MigrationLine &line = m_question->line();
    start({{line.status.version, line.title(), false, line.down, line.isAtomic}});
}

void MigrationsPage::start(const QList<MigrationStep> &steps)
{
    m_runQuestion->hide();
    m_question->hide();
    m_hasFailed = false;
    m_model->setFailed(0);
    m_tabs->setCurrentWidget(m_log);
    session().untell(runTopic);
    // A database to which nothing was applied has no tables.
    m_runner->start(steps, last() ? MigrationRunner::BackUp::First : MigrationRunner::BackUp::Never);
}

void MigrationsPage::runWithoutBackup()
{
    session().untell(runTopic);
    m_hasFailed = false;
    m_runner->start(QList<MigrationStep>(m_runner->steps()), MigrationRunner::BackUp::Never);
}

void MigrationsPage::log(const QString &text)
{
    m_log->appendPlainText(text);
}

void MigrationsPage::backupFailed(const db::Error &error)
{
    m_hasFailed = true;
    log(sqlComment(errorDetails(error)));
    const auto text = [error] { return tr("Nothing has run, because the database could not be backed up first. %1").arg(errorText(error)); };
    session().tell({Message::Kind::Error, text, {{[] { return tr("Run without a backup"); }, [this] { runWithoutBackup(); }}}, errorDetails(error), runTopic});
}

void MigrationsPage::stepFailed(const MigrationStep &step, const db::Error &error)
{
    m_hasFailed = true;
    m_model->setFailed(step.version);
    log(sqlComment(step.isAtomic ? tr("failed; nothing of it is left\n%1").arg(errorDetails(error)) : tr("failed\n%1").arg(errorDetails(error))));
    const auto text = [step, error, done = m_runner->done(), all = m_runner->steps().size()] {
        QString what;
        if (step.isUp)
            what = (step.isAtomic ? tr("%1 failed and left nothing behind. Applied before it: %2 of %3.") : tr("%1 failed. Applied before it: %2 of %3.")).arg(step.title).arg(done).arg(all);
        else
            what = (step.isAtomic ? tr("%1 could not be rolled back and is still applied.") : tr("%1 could not be rolled back.")).arg(step.title);
        return QString(what + u' ' + errorText(error));
    };
    session().tell({Message::Kind::Error, text, {}, errorDetails(error), runTopic});
}

void MigrationsPage::runFinished()
{
    updateTexts();
    // The button that had the focus may be disabled by now.
    const QWidget *focus = window()->focusWidget();
    if (isVisible() && (!focus || isAncestorOf(focus)))
        m_table->setFocus(Qt::OtherFocusReason);
    if (m_hasFailed)
        return;
    const MigrationStep &first = m_runner->steps().first();
    const int done = m_runner->done();
    if (done < m_runner->steps().size())
        session().tell({Message::Kind::Info, [done, all = m_runner->steps().size()] { return tr("Stopped. Applied: %1 of %2.").arg(done).arg(all); }, {}, {}, runTopic});
    else if (first.isUp)
        session().tell({Message::Kind::Done, [done] { return tr("%n migration(s) applied.", nullptr, done); }, {}, {}, runTopic});
    else
        session().tell({Message::Kind::Done, [title = first.title] { return tr("%1 is rolled back.").arg(title); }, {}, {}, runTopic});
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
    const int count = int(pending().size());
    m_run->setText(count == 0 ? tr("Run pending") : tr("Run pending (%1)").arg(count));
    m_rollback->setText(tr("Roll back last…"));
    for (const auto &[button, problem] : {std::pair(m_run, runProblem()), std::pair(m_rollback, rollbackProblem())}) {
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
    if (!runProblem().isEmpty() && !m_model->lines().isEmpty())
        sentences.append(runProblem());
    if (!rollbackProblem().isEmpty() && rollbackProblem() != runProblem())
        sentences.append(rollbackProblem());
    m_status->setText(sentences.join(u' '));
}

QList<MigrationLine> MigrationsPage::pending() const
{
    QList<MigrationLine> lines = m_model->lines();
    lines.removeIf([](const MigrationLine &line) { return line.isApplied(); });
    return lines;
}

const MigrationLine *MigrationsPage::last() const
{
    const QList<MigrationLine> &lines = m_model->lines();
    const auto newest = std::find_if(lines.crbegin(), lines.crend(), [](const MigrationLine &line) { return line.isApplied(); });
    return newest == lines.crend() ? nullptr : &*newest;
}

QString MigrationsPage::runProblem() const
{
    if (session().isReadOnly())
        return session().readOnlyReason();
    return pending().isEmpty() ? tr("All migrations are applied.") : QString();
}

QString MigrationsPage::rollbackProblem() const
{
    if (session().isReadOnly())
        return session().readOnlyReason();
    const MigrationLine *line = last();
    if (!line)
        return tr("There is nothing to roll back.");
    if (line->status.state == db::MigrationStatus::State::FileMissing)
        return tr("The last one, %1, cannot be rolled back: its file is missing.").arg(line->title());
    if (!line->status.isReversible)
        return tr("The last one, %1, cannot be rolled back: it is not reversible.").arg(line->title());
    return {};
}

} // namespace ui
