// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/migration.h"
#include "ui/common/latest_request.h"
#include "ui/migrations/migration_line.h"
#include "ui/page.h"

class QLabel;
class QLayout;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace ui {

class BackupsView;
class EmptyState;
class MigrationModel;
class MigrationRunner;
class MigrationTable;
class RollbackPanel;
class RunQuestion;
class SqlView;
struct MigrationStep;

/// The migrations of the database: which are applied, what each runs, and the buttons that run those that are pending or
/// take the last one back. What would run is shown before it does.
class MigrationsPage : public Page
{
    Q_OBJECT

public:
    /// `migrations` are all that the program has.
    MigrationsPage(Session &session, const QList<db::Migration> &migrations, QWidget *parent = nullptr);

    QString title() const override;
    void visit(const Destination &destination) override;
    void refresh() override;
    void focusFirst() override;

private:
    QLayout *makeHeader();
    QWidget *makeBody();
    void connectRunner();
    void start(const QList<MigrationStep> &steps);
    void runWithoutBackup();
    void showLines(const QList<MigrationLine> &lines);
    void showStatements();
    void askToRun();
    void runPending();
    void rollBack();
    void log(const QString &text);
    void backupFailed(const db::Error &error);
    void stepFailed(const MigrationStep &step, const db::Error &error);
    void runFinished();
    void updateTexts();
    void updateButtons();
    QList<MigrationLine> pending() const;
    /// The newest applied migration, the one that can be rolled back; null when there is none.
    const MigrationLine *last() const;
    /// Why a button is disabled; empty when it is not.
    QString runProblem() const;
    QString rollbackProblem() const;

    QList<db::Migration> m_migrations;
    MigrationModel *m_model;
    MigrationRunner *m_runner;
    LatestRequest m_request;
    QList<qint64> m_pendingVersions; ///< as they were shown last
    bool m_hasFailed = false;

    QLabel *m_heading;
    QLabel *m_status;
    QPushButton *m_rollback;
    QPushButton *m_run;
    RunQuestion *m_runQuestion;
    RollbackPanel *m_question;
    QStackedWidget *m_stack;
    EmptyState *m_problem;
    QSplitter *m_splitter;
    MigrationTable *m_table;
    QTabWidget *m_tabs;
    SqlView *m_up;
    SqlView *m_down;
    SqlView *m_log;
    BackupsView *m_backups;
};

} // namespace ui
