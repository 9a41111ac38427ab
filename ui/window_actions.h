// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages.h"

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QToolBar;

namespace ui {

class MainWindow;
class PageStack;
class Session;
class Settings;

/// The menus and the toolbar of the window: only entries that work, each with its key.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    WindowActions(MainWindow &window, Settings &settings, const QList<PageEntry> &entries);

    /// Enables what can be done on the page and in the session on show; either may be null.
    void update(PageStack *pages, Session *session);
    /// All actions with a key, in the order of the menus.
    QList<QAction *> withShortcuts() const;

signals:
    void newDatabaseRequested();
    void openRequested();
    void databaseChosen(const QString &url);

private:
    QAction *add(QMenu *menu, const QString &name, const char *iconName, const QKeySequence &key, const std::function<void()> &run);
    void buildFile();
    void buildEdit();
    void buildView();
    void buildChoices();
    void buildGo();
    void buildHelp();
    void buildToolBar();
    void fillRecent();
    void setZoom(int percent);
    void updateTexts();
    void updateHistoryTexts();
    void updateStop();
    static QString toolTip(const QAction &action);

    MainWindow &m_window;
    Settings &m_settings;
    QList<PageEntry> m_entries;
    QPointer<Session> m_session;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_view;
    QMenu *m_go;
    QMenu *m_help;
    QMenu *m_recent = nullptr;
    QMenu *m_theme = nullptr;
    QMenu *m_language = nullptr;
    QToolBar *m_bar = nullptr;
    QMap<QString, QAction *> m_actions; ///< by name
    QList<QAction *> m_ordered;
};

} // namespace ui
