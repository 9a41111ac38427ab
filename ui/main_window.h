// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/migration.h"
#include "ui/destination.h"

#include <QMainWindow>

#include <memory>

class QStackedWidget;

namespace db {
struct Error;
}

namespace ui {

class DatabaseOpener;
class MessageStack;
class Navigator;
class Page;
class PageStack;
class ProblemPage;
class Session;
class Settings;
class StatusBar;
class WindowActions;
struct DatabaseState;

/// The window: menus, navigator, the pages of one database, messages above them, status below.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `operatorName` is who works here; `migrations` are all there are, oldest first. Settings must outlive the window.
    MainWindow(Settings &settings, const QString &operatorName, const QList<db::Migration> &migrations);
    ~MainWindow() override;

    /// Opens another database in place of the present one, unless unsaved changes hold the user back. Ends with opened()
    /// or with a page that says what is wrong.
    void openDatabase(const db::DatabaseUrl &url);
    /// The same for a file that need not exist yet: it is made, with all tables.
    void createDatabase(const db::DatabaseUrl &url);

    /// Null while no database is open.
    Session *session() const { return m_session.get(); }
    /// The page on show; null when there is none.
    Page *page() const;
    void go(const Destination &destination);

    // What menus and shortcuts do.
    void back();
    void forward();
    void cycleAreas(bool forwards);
    void reopen();

signals:
    /// A database is open and its first page, or the welcome page, on show.
    void opened();
    /// The problem page is on show.
    void openFailed();
    /// Another page is on show, or what the present one can do has changed.
    void pageChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void replaceDatabase(const db::DatabaseUrl &url, bool mayCreate);
    void showDatabase(const DatabaseState &state);
    void showPages();
    void showProblem(const db::DatabaseUrl &url, const db::Error &error);
    void showPending(int count);
    void closeSession();
    void chooseFile(bool isNew);
    void makeCopy();
    void refreshBadges();
    void updateTitle();

    Settings &m_settings;
    QString m_operatorName;
    QList<db::Migration> m_migrations;
    db::DatabaseUrl m_url;
    std::unique_ptr<Session> m_session;
    DatabaseOpener *m_opener;
    WindowActions *m_actions;
    Navigator *m_navigator;
    MessageStack *m_messages;
    QStackedWidget *m_centre;
    ProblemPage *m_problem;
    PageStack *m_pages = nullptr;
    StatusBar *m_status;
};

} // namespace ui
