// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/migration.h"
#include "ui/common/activities.h"
#include "ui/common/latest_request.h"
#include "ui/data_kind.h"
#include "ui/destination.h"
#include "ui/pages.h"

#include <QMainWindow>

#include <functional>
#include <map>
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
class ProductionMark;
class Session;
class Settings;
class StatusBar;
class WelcomePage;
class WindowActions;
struct DatabaseState;

/// The window: menus, navigator, the pages of one database, messages above them, status below.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `operatorName` is who works here; `migrations` are all there are, oldest first. Settings must outlive the window.
    MainWindow(Settings &settings, const QString &operatorName, const QList<db::Migration> &migrations)
        : MainWindow(settings, operatorName, migrations, pageEntries(migrations)) { }
    /// The same with other pages.
    MainWindow(Settings &settings, const QString &operatorName, const QList<db::Migration> &migrations, const QList<PageEntry> &entries);
    ~MainWindow() override;

    /// Opens another database in place of the present one, which stays until then, unless unsaved changes hold the user
    /// back. Ends with opened() or openFailed().
    void openDatabase(const db::DatabaseUrl &url);
    /// The same for a file that need not exist yet: it is made, with all tables.
    void createDatabase(const db::DatabaseUrl &url);

    /// Where the migrations in SQL are for databases that are opened from now on; otherwise the folder that was chosen for them
    /// last.
    void setSqlFolder(const QString &folder) { m_sqlFolder = folder; }

    /// Null while no database is open.
    Session *session() const { return m_session.get(); }
    /// The page on show; null when there is none.
    Page *page() const;
    void go(const Destination &destination);

    // What menus and shortcuts do.
    void back();
    void forward();
    void refresh();
    void reopen();
    /// Moves the focus from navigator to page to messages and round again.
    void cycleAreas(bool forwards);
    Navigator *navigator() const { return m_navigator; }

signals:
    /// A database is open and its first page, or the welcome page, on show.
    void opened();
    /// What is wrong is on show: above the page, or in place of one if no database is open.
    void openFailed();
    /// Another page is on show, or what the present one can do has changed.
    void pageChanged();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void replaceDatabase(const db::DatabaseUrl &url, bool mayCreate);
    void replaceSession(const DatabaseState &state);
    void showDatabase(const DatabaseState &state);
    void showPages();
    void showProblem(const db::DatabaseUrl &url, const db::Error &error);
    bool isOnMigrations() const;
    void showPending(int count);
    void closeSession();
    bool mustWait() const;
    void whenSaved(const Text &text, const Text &anyway, const std::function<void()> &proceed);
    void proceed(bool isStored);
    void recall();
    void countPending();
    void chooseFile(bool isNew);
    void makeCopy();
    void dataChanged(DataKind kind);
    void refreshBadges();
    void updateState();
    void updateTitle();

    Settings &m_settings;
    QString m_operatorName;
    QList<db::Migration> m_migrations;
    QList<PageEntry> m_entries;
    QString m_sqlFolder;
    db::DatabaseUrl m_url; ///< of the database, or of the problem, on show
    std::unique_ptr<Session> m_session;
    std::function<void()> m_afterSaving; ///< waits for what is on its way to the database
    bool m_waitsForNothing = false;
    Activities::Handle m_opening;
    LatestRequest m_pendingCount;
    std::map<QString, LatestRequest> m_badges; ///< by page
    DatabaseOpener *m_opener;
    Navigator *m_navigator;
    ProductionMark *m_production;
    MessageStack *m_messages;
    QStackedWidget *m_centre;
    ProblemPage *m_problem;
    WelcomePage *m_welcome = nullptr;
    PageStack *m_pages = nullptr;
    StatusBar *m_status;
    WindowActions *m_actions;
};

} // namespace ui
