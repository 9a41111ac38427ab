// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/main_window.h"

#include "core/toolkit/migrator.h"
#include "ui/common/message_stack.h"
#include "ui/database_opener.h"
#include "ui/language/retranslate.h"
#include "ui/migrations/sql_folder.h"
#include "ui/navigator.h"
#include "ui/page.h"
#include "ui/page_stack.h"
#include "ui/pages.h"
#include "ui/problem_page.h"
#include "ui/production_mark.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/status_bar.h"
#include "ui/welcome_page.h"
#include "ui/window_actions.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

const QString migrationsTopic = QStringLiteral("migrations");
constexpr int BadgesEvery = 30'000; // milliseconds

/// The first part of a widget that the Tab key would reach; itself if there is none.
QWidget *firstInFocusChain(QWidget *whole)
{
    for (QWidget *part = whole->nextInFocusChain(); part != whole; part = part->nextInFocusChain()) {
        if (whole->isAncestorOf(part) && part->isVisible() && part->isEnabled() && (part->focusPolicy() & Qt::TabFocus))
            return part;
    }
    return whole;
}

} // namespace

MainWindow::MainWindow(Settings &settings, const QString &operatorName, const QList<db::Migration> &migrations, const QList<PageEntry> &entries)
    : m_settings(settings), m_operatorName(operatorName), m_migrations(migrations), m_entries(entries), m_url(db::DatabaseUrl::inMemory()), m_opener(new DatabaseOpener(migrations, this)), m_navigator(new Navigator(m_entries, this)), m_production(new ProductionMark(this)), m_messages(new MessageStack(this)), m_centre(new QStackedWidget(this)), m_problem(new ProblemPage(this)), m_status(new StatusBar(this)), m_actions(new WindowActions(*this, settings, m_entries))
{
    setObjectName(u"mainWindow"_qs);
    addDockWidget(Qt::LeftDockWidgetArea, m_navigator);
    resizeDocks({m_navigator}, {fontMetrics().averageCharWidth() * 26}, Qt::Horizontal);
    setStatusBar(m_status);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_production);
    column->addWidget(m_messages);
    column->addWidget(m_centre, 1);
    setCentralWidget(centre);
    m_centre->setObjectName(u"centre"_qs);
    m_centre->addWidget(new QWidget(this)); // nothing, before the first database is open
    m_centre->addWidget(m_problem);

    connect(m_opener, &DatabaseOpener::opened, this, &MainWindow::replaceSession);
    connect(m_opener, &DatabaseOpener::failed, this, &MainWindow::showProblem);
    connect(m_problem, &ProblemPage::retryRequested, this, &MainWindow::reopen);
    connect(m_problem, &ProblemPage::openRequested, this, [this] { chooseFile(false); });
    connect(m_problem, &ProblemPage::copyRequested, this, &MainWindow::makeCopy);
    connect(m_actions, &WindowActions::newDatabaseRequested, this, [this] { chooseFile(true); });
    connect(m_actions, &WindowActions::openRequested, this, [this] { chooseFile(false); });
    connect(m_actions, &WindowActions::databaseChosen, this, [this](const QString &text) {
        if (const auto url = db::DatabaseUrl::parse(text))
            openDatabase(*url);
    });
    connect(m_navigator, &Navigator::chosen, this, [this](const QString &id) { go({id}); });
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &MainWindow::refreshBadges);
    timer->start(BadgesEvery);

    const QSize room(fontMetrics().averageCharWidth() * 170, fontMetrics().height() * 46);
    resize(room);
    // It may have been saved on a larger screen, or at a smaller scale.
    if (restoreGeometry(settings.windowGeometry()))
        resize(size().boundedTo(screen()->availableSize()));
    restoreState(settings.windowState());
    retranslate(this, [this] { updateTitle(); });
    updateState();
}

MainWindow::~MainWindow()
{
    closeSession();
}

Page *MainWindow::page() const
{
    return m_pages && m_centre->currentWidget() == m_pages ? m_pages->page() : nullptr;
}

void MainWindow::go(const Destination &destination)
{
    if (!m_pages)
        return;
    showPages();
    m_pages->go(destination);
}

void MainWindow::back()
{
    m_pages->back();
}

void MainWindow::forward()
{
    m_pages->forward();
}

void MainWindow::refresh()
{
    if (page())
        page()->refresh();
    else
        reopen();
    refreshBadges();
}

void MainWindow::reopen()
{
    openDatabase(m_url);
}

void MainWindow::cycleAreas(bool forwards)
{
    QList<QWidget *> areas;
    if (!m_navigator->isHidden())
        areas.append(m_navigator->tree());
    areas.append(m_centre->currentWidget());
    for (QWidget *bar : m_messages->findChildren<QWidget *>(u"message.close"_qs))
        areas.append(bar);
    const QWidget *focus = focusWidget();
    qsizetype present = -1;
    for (qsizetype index = 0; index < areas.size(); ++index) {
        if (areas.at(index) == focus || areas.at(index)->isAncestorOf(focus))
            present = index;
    }
    const qsizetype next = (present + (forwards ? 1 : areas.size() - 1)) % areas.size();
    if (areas.at(next) == m_centre->currentWidget() && page())
        page()->focusFirst();
    else if (areas.at(next) == m_centre->currentWidget())
        firstInFocusChain(m_centre->currentWidget())->setFocus(Qt::OtherFocusReason);
    else
        areas.at(next)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showPages()
{
    if (m_welcome)
        m_welcome->deleteLater();
    m_welcome = nullptr;
    m_centre->setCurrentWidget(m_pages);
    if (m_pages->page() || m_entries.isEmpty())
        return;
    const QString last = m_settings.lastPage();
    const bool isKnown = std::any_of(m_entries.cbegin(), m_entries.cend(), [&last](const PageEntry &entry) { return entry.id == last; });
    m_pages->go({isKnown ? last : m_entries.first().id});
}

bool MainWindow::isOnMigrations() const
{
    return page() && page()->id() == u"migrations";
}

void MainWindow::showPending(int count)
{
    // The page of migrations says so itself.
    if (count == 0 || isOnMigrations()) {
        m_messages->remove(migrationsTopic);
        return;
    }
    m_messages->add({Message::Kind::Warning,
                     [count] { return tr("%n migration(s) are pending.", nullptr, count); },
                     {{[] { return tr("Review…"); }, [this] { go({u"migrations"_qs}); }}, {[] { return tr("Later"); }, [this] { m_messages->remove(migrationsTopic); }}},
                     {},
                     migrationsTopic});
}

void MainWindow::dataChanged(DataKind kind)
{
    refreshBadges();
    if (kind == DataKind::Migrations)
        countPending();
}

void MainWindow::countPending()
{
    const auto request = m_session->database().read([migrations = m_session->sqlFolder().with(m_migrations)](db::Repo &repo) { return db::Migrator(repo, migrations).pendingCount(); });
    m_pendingCount.ask(m_session.get(), request, [this](const db::Result<int> &count) {
        if (count)
            showPending(*count);
    });
}

void MainWindow::refreshBadges()
{
    if (!m_session)
        return;
    for (const PageEntry &entry : std::as_const(m_entries)) {
        if (!entry.badge)
            continue;
        // A number that cannot be had, say before the migrations, is none.
        m_badges[entry.id].ask(m_session.get(), entry.badge(*m_session), [this, id = entry.id](const db::Result<qint64> &count) { m_navigator->setBadge(id, count.value_or(0)); });
    }
}

void MainWindow::updateState()
{
    m_actions->update(m_centre->currentWidget() == m_pages ? m_pages : nullptr, m_session.get());
    m_navigator->setPagesEnabled(m_pages);
    if (page())
        m_navigator->setCurrent(page()->id());
    if (isOnMigrations())
        m_messages->remove(migrationsTopic);
    updateTitle();
    emit pageChanged();
}

void MainWindow::updateTitle()
{
    QStringList parts;
    if (page())
        parts.append(QString(page()->title() + u"[*]"));
    if (m_session)
        parts.append(m_session->database().url().displayName());
    if (m_session && m_session->isProduction())
        parts.append(tr("Production"));
    // Qt adds the program's name where the desktop shows it.
    setWindowTitle(parts.isEmpty() ? QGuiApplication::applicationDisplayName() : parts.join(u" - "_qs));
    setWindowModified(page() && page()->isModified());
}

} // namespace ui
