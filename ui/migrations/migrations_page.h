// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/migration.h"
#include "ui/common/latest_request.h"
#include "ui/migrations/migration_choices.h"
#include "ui/page.h"

#include <functional>

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
class MigrationQuestion;
class MigrationRunner;
class MigrationTable;
class RunReport;
class SqlView;

/// The migrations of the database: which are applied, what each runs, and the buttons that run those that are pending or
/// take the last one back. What would run, and what is lost by it, is shown before it does.
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
    void showLines(const QList<MigrationLine> &lines);
    void showStatements();
    void ask(const std::function<MigrationChoices::Choice()> &choose, bool isUp, QPushButton *button);
    void start();
    void runFinished();
    void updateTexts();
    void updateButtons();
    MigrationChoices choices() const;
    /// Why a button is disabled; empty when it is not.
    QString problemOf(const MigrationChoices::Choice &choice) const;

    QList<db::Migration> m_migrations;
    MigrationModel *m_model;
    MigrationRunner *m_runner;
    LatestRequest m_request;
    QList<qint64> m_pendingVersions; ///< as they were shown last
    std::function<MigrationChoices::Choice()> m_asked; ///< what the question is about
    QPushButton *m_asking = nullptr; ///< the button that the question belongs to

    QLabel *m_heading;
    QLabel *m_status;
    QPushButton *m_rollback;
    QPushButton *m_run;
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
    RunReport *m_report;
};

} // namespace ui
