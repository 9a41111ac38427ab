// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/migration.h"
#include "ui/common/latest_request.h"
#include "ui/migrations/migration_choices.h"
#include "ui/page.h"

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QLayout;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace ui {

class BackupsView;
class DriftView;
class DryRunView;
class EmptyState;
class MigrationModel;
class MigrationQuestion;
class MigrationRunner;
class MigrationTable;
class RunReport;
class SqlView;

/// The migrations of the database: which are applied, what each runs, and the buttons that run those that are pending or
/// take applied ones back, all or as far as one. What would run, and what is lost by it, is shown before it does.
class MigrationsPage : public Page
{
    Q_OBJECT

public:
    /// `migrations` are all that the program has; those of the session's folder come beside them.
    MigrationsPage(Session &session, const QList<db::Migration> &migrations, QWidget *parent = nullptr);

    QString title() const override;
    void visit(const Destination &destination) override;
    void refresh() override;
    void focusFirst() override;

private:
    /// Entries of the filter.
    enum Shown {
        All,
        PendingOnly
    };
    using Choice = MigrationChoices::Choice;
    /// A button that runs or rolls back what it chooses, after a question.
    struct Action
    {
        QPushButton *button = nullptr;
        bool isUp = true;
        std::function<Choice()> choose;
        std::function<QString(const Choice &)> text;
    };

    QLayout *makeHeader();
    QLayout *makeSecondRow();
    QWidget *makeBody();
    void addAction(QLayout *row, const QString &name, const char *iconName, const Action &action);
    void connectParts();
    void showLines(const QList<MigrationLine> &lines);
    void showStatements();
    void showFiltered();
    void ask(const Action &action);
    void start();
    void runFinished();
    void updateTexts();
    void updateTabs();
    void updateButtons();
    void copySql();
    MigrationChoices choices() const { return MigrationChoices(m_lines); }
    /// What is chosen with regard to the selected line.
    Choice atSelected(Choice (MigrationChoices::*choose)(qint64 version) const) const;
    /// Why a button is disabled; empty when it is not.
    QString problemOf(const Action &action) const;

    QList<db::Migration> m_migrations;
    QList<db::Migration> m_all; ///< with those of the folder, as they were shown last
    QList<MigrationLine> m_lines; ///< as they were read last, whether shown or not
    MigrationModel *m_model;
    MigrationRunner *m_runner;
    LatestRequest m_request;
    QList<qint64> m_pendingVersions; ///< as they were shown last
    QList<Action> m_actions; ///< Run pending and Roll back last come first
    std::optional<Action> m_asked; ///< what the question is about

    QLabel *m_heading;
    QLabel *m_status;
    QPushButton *m_try;
    QComboBox *m_filter;
    QPushButton *m_copy;
    MigrationQuestion *m_question;
    QStackedWidget *m_stack;
    EmptyState *m_problem;
    QSplitter *m_splitter;
    MigrationTable *m_table;
    QTabWidget *m_tabs;
    SqlView *m_up;
    SqlView *m_down;
    SqlView *m_log;
    BackupsView *m_backups;
    DryRunView *m_dryRun;
    DriftView *m_drift;
    RunReport *m_report;
};

} // namespace ui
