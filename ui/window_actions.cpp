// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window_actions.h"

#include "ui/common/literal_text.h"
#include "ui/help_dialogs.h"
#include "ui/language/language.h"
#include "ui/language/retranslate.h"
#include "ui/main_window.h"
#include "ui/navigator.h"
#include "ui/page.h"
#include "ui/page_stack.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/theme/icon.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QToolBar>

namespace ui {

WindowActions::WindowActions(MainWindow &window, Settings &settings, const QList<PageEntry> &entries)
    : QObject(&window), m_window(window), m_settings(settings), m_entries(entries), m_file(window.menuBar()->addMenu(QString())), m_edit(window.menuBar()->addMenu(QString())), m_view(window.menuBar()->addMenu(QString())), m_go(window.menuBar()->addMenu(QString())), m_help(window.menuBar()->addMenu(QString()))
{
    window.menuBar()->setObjectName(u"menuBar"_qs);
    buildFile();
    buildEdit();
    buildView();
    buildGo();
    buildHelp();
    buildToolBar();
    retranslate(&window, [this] { updateTexts(); });
    updateStop();
}

void WindowActions::update(PageStack *pages, Session *session)
{
    if (session && m_session != session) {
        connect(&session->history(), &History::changed, this, &WindowActions::updateHistoryTexts);
        connect(&session->activities(), &Activities::changed, this, &WindowActions::updateStop);
    }
    m_session = session;
    Page *page = pages ? pages->page() : nullptr;
    m_actions[u"new"_qs]->setEnabled(page && page->canCreate());
    m_actions[u"save"_qs]->setEnabled(page && page->canSave());
    m_actions[u"find"_qs]->setEnabled(page && page->canFind());
    m_actions[u"production"_qs]->setEnabled(session && session->database().url().option(u"production"_qs) != u"1");
    m_actions[u"production"_qs]->setChecked(session && session->isProduction());
    m_actions[u"refresh"_qs]->setEnabled(session);
    m_actions[u"back"_qs]->setEnabled(pages && pages->canGoBack());
    m_actions[u"forward"_qs]->setEnabled(pages && pages->canGoForward());
    for (const PageEntry &entry : std::as_const(m_entries))
        m_actions[entry.id]->setEnabled(pages);
    updateHistoryTexts();
    updateStop();
}

QList<QAction *> WindowActions::withShortcuts() const
{
    QList<QAction *> actions;
    for (QAction *action : m_ordered) {
        if (!action->shortcut().isEmpty())
            actions.append(action);
    }
    return actions;
}

QAction *WindowActions::add(QMenu *menu, const QString &name, const char *iconName, const QKeySequence &key, const std::function<void()> &run)
{
    auto *action = new QAction(this);
    action->setObjectName(u"action."_qs + name);
    if (iconName)
        action->setIcon(icon(iconName));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, run);
    menu->addAction(action);
    m_window.addAction(action);
    m_actions.insert(name, action);
    m_ordered.append(action);
    return action;
}

void WindowActions::buildFile()
{
    add(m_file, u"newDatabase"_qs, "document-new", QKeySequence(u"Ctrl+Shift+N"_qs), [this] { emit newDatabaseRequested(); });
    add(m_file, u"open"_qs, "document-open", QKeySequence::Open, [this] { emit openRequested(); });
    m_recent = m_file->addMenu(icon("document-open-recent"), QString());
    connect(m_recent, &QMenu::aboutToShow, this, &WindowActions::fillRecent);
    m_file->addSeparator();
    add(m_file, u"production"_qs, nullptr, {}, [this] { m_session->setProduction(m_actions[u"production"_qs]->isChecked()); })->setCheckable(true);
    m_file->addSeparator();
    add(m_file, u"quit"_qs, "application-exit", QKeySequence(u"Ctrl+Q"_qs), [this] { m_window.close(); })->setMenuRole(QAction::QuitRole);
}

void WindowActions::buildEdit()
{
    add(m_edit, u"undo"_qs, "edit-undo", QKeySequence(u"Ctrl+Z"_qs), [this] { m_session->history().undo(); });
    add(m_edit, u"redo"_qs, "edit-redo", QKeySequence(u"Ctrl+Shift+Z"_qs), [this] { m_session->history().redo(); });
    // One press, one operation: they are not seen to be taken back, as letters are.
    for (const QString &name : {u"undo"_qs, u"redo"_qs})
        m_actions[name]->setAutoRepeat(false);
    m_edit->addSeparator();
    add(m_edit, u"new"_qs, "list-add", QKeySequence::New, [this] { m_window.page()->createRecord(); });
    add(m_edit, u"save"_qs, "document-save", QKeySequence::Save, [this] { m_window.page()->save(); });
    m_edit->addSeparator();
    add(m_edit, u"find"_qs, "edit-find", QKeySequence::Find, [this] { m_window.page()->focusSearch(); });
}

void WindowActions::buildView()
{
    add(m_view, u"refresh"_qs, "view-refresh", QKeySequence(u"F5"_qs), [this] { m_window.refresh(); });
    add(m_view, u"stop"_qs, "process-stop", QKeySequence(u"Esc"_qs), [this] { m_session->activities().cancelAll(); });
    m_view->addSeparator();
    buildChoices();
    add(m_view, u"zoomIn"_qs, "zoom-in", QKeySequence(u"Ctrl+="_qs), [this] { setZoom(Theme::zoom() + 10); });
    m_actions[u"zoomIn"_qs]->setShortcuts({QKeySequence(u"Ctrl+="_qs), QKeySequence(u"Ctrl++"_qs)});
    add(m_view, u"zoomOut"_qs, "zoom-out", QKeySequence(u"Ctrl+-"_qs), [this] { setZoom(Theme::zoom() - 10); });
    add(m_view, u"zoomReset"_qs, "zoom-original", QKeySequence(u"Ctrl+0"_qs), [this] { setZoom(100); });
    m_view->addSeparator();
    add(m_view, u"navigator"_qs, "sidebar-expand-left", QKeySequence(u"F9"_qs), [this] { m_window.navigator()->setVisible(m_window.navigator()->isHidden()); });
    add(m_view, u"nextArea"_qs, nullptr, QKeySequence(u"F6"_qs), [this] { m_window.cycleAreas(true); });
    add(m_view, u"previousArea"_qs, nullptr, QKeySequence(u"Shift+F6"_qs), [this] { m_window.cycleAreas(false); });
    m_view->addSeparator();
    QAction *full = add(m_view, u"fullScreen"_qs, "view-fullscreen", QKeySequence(u"F11"_qs), [this] { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
    full->setCheckable(true);
}

void WindowActions::buildChoices()
{
    m_theme = m_view->addMenu(icon("preferences-desktop-theme"), QString());
    auto *themes = new QActionGroup(this);
    const QStringList names{u"themeSystem"_qs, u"themeLight"_qs, u"themeDark"_qs};
    for (const auto mode : {Theme::Mode::System, Theme::Mode::Light, Theme::Mode::Dark}) {
        QAction *action = add(m_theme, names.at(int(mode)), nullptr, {}, [this, mode] {
            m_settings.setTheme(mode);
            Theme::apply(mode);
        });
        action->setCheckable(true);
        action->setChecked(mode == Theme::mode());
        themes->addAction(action);
    }
    m_language = m_view->addMenu(icon("preferences-desktop-locale"), QString());
    auto *languages = new QActionGroup(this);
    for (const QString &code : Language::available()) {
        QAction *action = add(m_language, u"language."_qs + code, nullptr, {}, [this, code] {
            m_settings.setLanguage(code);
            Language::apply(code);
        });
        action->setCheckable(true);
        action->setChecked(code == Language::current());
        action->setText(Language::name(code));
        languages->addAction(action);
    }
    m_view->addSeparator();
}

void WindowActions::buildGo()
{
    add(m_go, u"back"_qs, "go-previous", QKeySequence(u"Alt+Left"_qs), [this] { m_window.back(); });
    add(m_go, u"forward"_qs, "go-next", QKeySequence(u"Alt+Right"_qs), [this] { m_window.forward(); });
    m_go->addSeparator();
    int number = 0;
    for (const PageEntry &entry : std::as_const(m_entries)) {
        QAction *action = add(m_go, entry.id, nullptr, QKeySequence(QString(u"Ctrl+" + QString::number(++number))), [this, id = entry.id] { m_window.go({id}); });
        action->setIcon(icon(entry.icon));
    }
}

void WindowActions::buildHelp()
{
    add(m_help, u"shortcuts"_qs, "input-keyboard", QKeySequence(u"Ctrl+?"_qs), [this] { showShortcuts(withShortcuts(), &m_window); });
    add(m_help, u"about"_qs, "help-about", {}, [this] { showAbout(&m_window); })->setMenuRole(QAction::AboutRole);
}

void WindowActions::buildToolBar()
{
    m_bar = m_window.addToolBar(QString());
    m_bar->setObjectName(u"toolBar"_qs);
    m_bar->setMovable(false);
    m_bar->setContextMenuPolicy(Qt::PreventContextMenu);
    restyle(m_bar, [this] {
        const int size = m_bar->fontMetrics().height() * 5 / 4;
        m_bar->setIconSize({size, size});
    });
    const QList<QStringList> groups{{u"back"_qs, u"forward"_qs}, {u"new"_qs, u"save"_qs}, {u"undo"_qs, u"redo"_qs}, {u"refresh"_qs, u"stop"_qs}};
    for (const QStringList &group : groups) {
        for (const QString &name : group) {
            m_bar->addAction(m_actions[name]);
            m_bar->widgetForAction(m_actions[name])->setObjectName(u"toolBar."_qs + name);
        }
        m_bar->addSeparator();
    }
}

void WindowActions::fillRecent()
{
    m_recent->clear();
    const QStringList urls = m_settings.recentDatabases();
    for (const QString &url : urls)
        m_recent->addAction(literalLabel(url), this, [this, url] { emit databaseChosen(url); });
    if (urls.isEmpty())
        m_recent->addAction(tr("None yet"))->setEnabled(false);
}

void WindowActions::setZoom(int percent)
{
    Theme::setZoom(percent);
    m_settings.setZoom(Theme::zoom());
}

void WindowActions::updateTexts()
{
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_go->setTitle(tr("&Go"));
    m_help->setTitle(tr("&Help"));
    m_recent->setTitle(tr("Open &recent"));
    m_theme->setTitle(tr("&Theme"));
    m_language->setTitle(tr("&Language"));
    m_bar->setWindowTitle(tr("Toolbar"));
    const QMap<QString, QString> texts{
        {u"newDatabase"_qs, tr("&New database…")},
        {u"open"_qs, tr("&Open…")},
        {u"production"_qs, tr("Mark as &production")},
        {u"quit"_qs, tr("&Quit")},
        {u"new"_qs, tr("&New entry")},
        {u"save"_qs, tr("&Save")},
        {u"find"_qs, tr("&Find")},
        {u"refresh"_qs, tr("&Refresh")},
        {u"stop"_qs, tr("S&top")},
        {u"themeSystem"_qs, tr("Like the &system")},
        {u"themeLight"_qs, tr("&Light")},
        {u"themeDark"_qs, tr("&Dark")},
        {u"zoomIn"_qs, tr("&Larger text")},
        {u"zoomOut"_qs, tr("S&maller text")},
        {u"zoomReset"_qs, tr("&Normal text size")},
        {u"navigator"_qs, tr("Show or hide the na&vigator")},
        {u"nextArea"_qs, tr("To the next &area")},
        {u"previousArea"_qs, tr("To the &previous area")},
        {u"fullScreen"_qs, tr("F&ull screen")},
        {u"back"_qs, tr("&Back")},
        {u"forward"_qs, tr("&Forward")},
        {u"shortcuts"_qs, tr("&Keyboard shortcuts")},
        {u"about"_qs, tr("&About Quecto")},
    };
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        m_actions[text.key()]->setText(text.value());
    for (const PageEntry &entry : std::as_const(m_entries))
        m_actions[entry.id]->setText(entry.title());
    updateHistoryTexts();
    for (QAction *action : std::as_const(m_ordered))
        action->setToolTip(toolTip(*action));
}

void WindowActions::updateHistoryTexts()
{
    const History *history = m_session ? &m_session->history() : nullptr;
    QAction *undo = m_actions[u"undo"_qs];
    QAction *redo = m_actions[u"redo"_qs];
    const QString undoText = history ? history->undoText() : QString();
    const QString redoText = history ? history->redoText() : QString();
    undo->setText(undoText.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(literalLabel(undoText)));
    redo->setText(redoText.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(literalLabel(redoText)));
    undo->setEnabled(history && history->canUndo());
    redo->setEnabled(history && history->canRedo());
    for (QAction *action : {undo, redo})
        action->setToolTip(toolTip(*action));
}

void WindowActions::updateStop()
{
    m_actions[u"stop"_qs]->setEnabled(m_session && m_session->activities().canCancel());
}

QString WindowActions::toolTip(const QAction &action)
{
    const QString text = withoutMnemonic(action.text());
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    return literalToolTip(key.isEmpty() ? text : tr("%1 (%2)").arg(text, key));
}

} // namespace ui
