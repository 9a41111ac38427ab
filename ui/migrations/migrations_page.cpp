// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migrations_page.h"

#include "ui/common/empty_state.h"
#include "ui/common/fonts.h"
#include "ui/forms/error_text.h"
#include "ui/language/retranslate.h"
#include "ui/migrations/backups_view.h"
#include "ui/migrations/drift_view.h"
#include "ui/migrations/dry_run_view.h"
#include "ui/migrations/migration_model.h"
#include "ui/migrations/migration_question.h"
#include "ui/migrations/migration_runner.h"
#include "ui/migrations/migration_sql.h"
#include "ui/migrations/migration_table.h"
#include "ui/migrations/run_panel.h"
#include "ui/migrations/run_report.h"
#include "ui/migrations/sql_folder.h"
#include "ui/migrations/sql_folder_bar.h"
#include "ui/migrations/sql_view.h"
#include "ui/session.h"
#include "ui/theme/icon.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace ui {

MigrationsPage::MigrationsPage(Session &session, const QList<db::Migration> &migrations, QWidget *parent)
    : Page(u"migrations"_qs, session, parent), m_migrations(migrations), m_model(new MigrationModel(this)), m_runner(new MigrationRunner(session, this)), m_heading(new QLabel(this)), m_status(new QLabel(this)), m_try(new QPushButton(this)), m_filter(new QComboBox(this)), m_copy(new QPushButton(this)), m_question(new MigrationQuestion(this)), m_stack(new QStackedWidget(this)), m_problem(new EmptyState(u"migrations.problem"_qs, this)), m_splitter(new QSplitter(Qt::Vertical, this)), m_table(new MigrationTable(m_model, this)), m_tabs(new QTabWidget(this)), m_up(new SqlView(u"migrations.up"_qs, this)), m_down(new SqlView(u"migrations.down"_qs, this)), m_log(new SqlView(u"migrations.log"_qs, this)), m_backups(new BackupsView(session, this)), m_dryRun(new DryRunView(session, this)), m_drift(new DriftView(session, this)), m_report(new RunReport(session, m_runner, m_log, this))
{
    auto *column = new QVBoxLayout(this);
    column->addLayout(makeHeader());
    column->addWidget(new SqlFolderBar(session.sqlFolder(), this));
    column->addWidget(m_question);
    column->addWidget(new RunPanel(m_runner, this));
    column->addLayout(makeSecondRow());
    column->addWidget(makeBody(), 1);
    connectParts();
    retranslate(this, [this] { updateTexts(); });
}

QLayout *MigrationsPage::makeHeader()
{
    m_heading->setObjectName(u"migrations.heading"_qs);
    m_status->setObjectName(u"migrations.status"_qs);
    m_status->setWordWrap(true);
    makeHeading(m_heading, 1.4);
    makeQuiet(m_status);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_heading);
    names->addWidget(m_status);
    auto *row = new QHBoxLayout;
    row->addLayout(names, 1);
    addAction(row, u"rollBack"_qs, "edit-undo", {.isUp = false, .choose = [this] { return choices().last(); }, .text = [](const Choice &) { return tr("Roll back last…"); }});
    m_try->setObjectName(u"migrations.dryRun"_qs);
    m_try->setIcon(icon("document-preview"));
    row->addWidget(m_try);
    addAction(row, u"runPending"_qs, "media-playback-start", {.isUp = true, .choose = [this] { return choices().pending(); }, .text = [](const Choice &choice) { return choice.lines.isEmpty() ? tr("Run pending") : tr("Run pending (%1)").arg(choice.lines.size()); }});
    return row;
}

QLayout *MigrationsPage::makeSecondRow()
{
    m_filter->setObjectName(u"migrations.filter"_qs);
    m_filter->addItems({QString(), QString()});
    m_copy->setObjectName(u"migrations.copySql"_qs);
    m_copy->setIcon(icon("edit-copy"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_filter);
    row->addStretch(1);
    row->addWidget(m_copy);
    addAction(row, u"rollBackToHere"_qs, "edit-undo", {.isUp = false, .choose = [this] { return atSelected(&MigrationChoices::backTo); }, .text = [](const Choice &) { return tr("Roll back to here…"); }});
    addAction(row, u"runToHere"_qs, "media-playback-start", {.isUp = true, .choose = [this] { return atSelected(&MigrationChoices::pendingTo); }, .text = [](const Choice &) { return tr("Run to here"); }});
    return row;
}

void MigrationsPage::addAction(QLayout *row, const QString &name, const char *iconName, const Action &action)
{
    auto *button = new QPushButton(icon(iconName), QString(), this);
    button->setObjectName(QString(u"migrations." + name));
    row->addWidget(button);
    m_actions.append(action);
    m_actions.last().button = button;
    connect(button, &QPushButton::clicked, this, [this, asked = m_actions.last()] { ask(asked); });
}

void MigrationsPage::connectParts()
{
    connect(m_runner, &MigrationRunner::stepFailed, this, [this](const MigrationStep &step) { m_model->setFailed(step.version); });
    connect(m_runner, &MigrationRunner::finished, this, &MigrationsPage::runFinished);
    connect(m_question, &MigrationQuestion::confirmed, this, &MigrationsPage::start);
    connect(m_question, &MigrationQuestion::canceled, this, [this] {
        m_question->hide();
        m_asked->button->setFocus(Qt::OtherFocusReason);
    });
    connect(m_try, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_tabs->setCurrentWidget(m_dryRun);
        m_dryRun->start(m_all);
    });
    connect(m_drift, &DriftView::compared, this, &MigrationsPage::updateTabs);
    connect(m_filter, &QComboBox::activated, this, &MigrationsPage::showFiltered);
    connect(m_copy, &QPushButton::clicked, this, &MigrationsPage::copySql);
    connect(m_table, &MigrationTable::linesSelected, this, &MigrationsPage::showStatements);
    connect(&session(), &Session::readOnlyChanged, this, &MigrationsPage::updateButtons);
    connect(&session(), &Session::productionChanged, m_question, &QWidget::hide);
    connect(&session(), &Session::dataChanged, this, [this](DataKind kind) {
        if (kind == DataKind::Migrations)
            refresh();
    });
}

QWidget *MigrationsPage::makeBody()
{
    m_table->setObjectName(u"migrations.table"_qs);
    m_tabs->setObjectName(u"migrations.tabs"_qs);
    m_tabs->tabBar()->setObjectName(u"migrations.tabs.bar"_qs);
    for (QWidget *view : {static_cast<QWidget *>(m_up), static_cast<QWidget *>(m_down), static_cast<QWidget *>(m_dryRun), static_cast<QWidget *>(m_log), static_cast<QWidget *>(m_backups), static_cast<QWidget *>(m_drift)})
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
    m_drift->refresh();
    const QList<db::Migration> all = session().sqlFolder().with(m_migrations);
    const auto request = session().database().read([all, engine = session().database().url().engine()](db::Repo &repo) { return readMigrations(repo, all, engine); });
    m_request.ask(this, request, [this, all](const db::Result<QList<MigrationLine>> &lines) {
        m_all = all;
        if (lines) {
            showLines(*lines);
            return;
        }
        m_problem->setText([error = lines.error()] { return errorText(error); }, [error = lines.error()] { return errorDetails(error); });
        m_stack->setCurrentWidget(m_problem);
        m_question->hide();
        m_lines.clear();
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
    m_lines = lines;
    QList<qint64> versions;
    const QList<MigrationLine> pending = choices().pending().lines;
    for (const MigrationLine &line : pending)
        versions.append(line.status.version);
    const bool isNew = m_table->selectedLines().isEmpty() || versions != m_pendingVersions;
    m_pendingVersions = versions;
    m_stack->setCurrentWidget(m_splitter);
    showFiltered();
    // What would run next is in view until the user looks at something else.
    if (isNew && versions.isEmpty() && !lines.isEmpty())
        versions.append(lines.last().status.version);
    if (isNew)
        m_table->select(versions);
    // Others than those that were asked about would run now.
    if (m_question->isVisible() && m_question->subject().lines != m_asked->choose().lines)
        m_question->hide();
    updateTexts();
}

void MigrationsPage::showFiltered()
{
    QList<qint64> selected;
    for (const MigrationLine &line : m_table->selectedLines())
        selected.append(line.status.version);
    QList<MigrationLine> shown = m_lines;
    if (m_filter->currentIndex() == PendingOnly)
        shown.removeIf([](const MigrationLine &line) { return line.isApplied(); });
    m_model->setLines(shown);
    m_table->select(selected);
    showStatements();
}

void MigrationsPage::showStatements()
{
    const QList<MigrationLine> lines = m_table->selectedLines();
    m_up->setPlainText(upSql(lines));
    m_down->setPlainText(downSql(lines));
    updateButtons();
}

void MigrationsPage::copySql()
{
    QGuiApplication::clipboard()->setText((m_tabs->currentWidget() == m_down ? m_down : m_up)->toPlainText());
}

void MigrationsPage::ask(const Action &action)
{
    const Choice choice = action.choose();
    QList<qint64> versions;
    for (const MigrationLine &line : choice.lines)
        versions.append(line.status.version);
    if (!action.isUp) {
        m_filter->setCurrentIndex(All);
        showFiltered();
    }
    // “As far as here” means what is asked about, although more is selected then.
    m_asked = action;
    m_asked->choose = [this, isUp = action.isUp, to = versions.last()] { return isUp ? choices().pendingTo(to) : choices().backTo(to); };
    m_table->select(versions);
    m_tabs->setCurrentWidget(action.isUp ? m_up : m_down);
    const db::DatabaseUrl &url = session().database().url();
    m_question->ask({.lines = choice.lines, .isUp = action.isUp, .databaseName = url.displayName(), .isProduction = session().isProduction(), .isBackedUp = db::Backups::arePossible(url)});
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
    m_runner->start(m_all, steps, choices().last().lines.isEmpty() ? MigrationRunner::BackUp::Never : MigrationRunner::BackUp::First);
}

void MigrationsPage::runFinished()
{
    updateTexts();
    // The button that had the focus may be disabled by now.
    const QWidget *focus = window()->focusWidget();
    if (isVisible() && (!focus || isAncestorOf(focus)))
        m_table->setFocus(Qt::OtherFocusReason);
}

MigrationsPage::Choice MigrationsPage::atSelected(Choice (MigrationChoices::*choose)(qint64) const) const
{
    const QList<MigrationLine> lines = m_table->selectedLines();
    return lines.size() == 1 ? (choices().*choose)(lines.first().status.version) : Choice{.problem = tr("Select one migration first.")};
}

QString MigrationsPage::problemOf(const Action &action) const
{
    if (session().isReadOnly())
        return session().readOnlyReason();
    const Choice choice = action.choose();
    // What is left out may belong before what would run.
    const bool isBroken = action.isUp && !choice.lines.isEmpty() && !session().sqlFolder().problems().isEmpty();
    return isBroken ? tr("A file of the folder cannot be read; mend it, or leave the folder out.") : choice.problem;
}

} // namespace ui
