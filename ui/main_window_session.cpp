// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window comes to a database, and how it lets go of one.

#include "ui/common/message_stack.h"
#include "ui/database_opener.h"
#include "ui/forms/error_text.h"
#include "ui/main_window.h"
#include "ui/migrations/sql_folder.h"
#include "ui/page.h"
#include "ui/page_stack.h"
#include "ui/problem_page.h"
#include "ui/production_mark.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/status_bar.h"
#include "ui/welcome_page.h"
#include "ui/window_actions.h"

#include <QCloseEvent>
#include <QDir>
#include <QStackedWidget>

namespace ui {

namespace {

const QString openTopic = QStringLiteral("open");
const QString savingTopic = QStringLiteral("saving");

} // namespace

void MainWindow::openDatabase(const db::DatabaseUrl &url)
{
    replaceDatabase(url, false);
}

void MainWindow::createDatabase(const db::DatabaseUrl &url)
{
    replaceDatabase(url, true);
}

void MainWindow::replaceDatabase(const db::DatabaseUrl &url, bool mayCreate)
{
    const auto open = [this, url, mayCreate] {
        proceed(false);
        // Without a session nothing else can be done meanwhile, so that there is nothing to go back to.
        const auto cancel = [this] {
            m_opener->cancel();
            m_opening.reset();
        };
        m_opening = m_status->activities().start(tr("Opening %1").arg(url.displayName()), m_session ? cancel : std::function<void()>());
        m_opener->open(url, mayCreate ? DatabaseOpener::Missing::IsCreated : DatabaseOpener::Missing::IsAnError);
        if (!m_session)
            m_url = url;
    };
    if (page())
        page()->leave(open);
    else
        open();
}

/// Lets go of the present session, as soon as nothing is lost with it, for the database that was opened.
void MainWindow::replaceSession(const DatabaseState &state)
{
    m_opening.reset();
    const auto again = [this, state] { replaceSession(state); };
    // The page that asks is one of those that go, and so is the session that says it has saved.
    const auto soon = [this, again] { QMetaObject::invokeMethod(this, again, Qt::QueuedConnection); };
    if (page() && page()->isModified())
        page()->leave(soon);
    else if (mustWait())
        whenSaved([] { return tr("Changes are still being saved. The other database opens as soon as they are."); }, [] { return tr("Open it without them"); }, again);
    else
        showDatabase(state);
}

void MainWindow::showDatabase(const DatabaseState &state)
{
    closeSession();
    m_session = std::make_unique<Session>(m_opener->take(), m_operatorName);
    connect(m_session.get(), &Session::messagePosted, m_messages, &MessageStack::add);
    connect(m_session.get(), &Session::messageRemoved, m_messages, &MessageStack::remove);
    connect(m_session.get(), &Session::navigationRequested, this, &MainWindow::go);
    connect(m_session.get(), &Session::dataChanged, this, &MainWindow::dataChanged);
    connect(m_session.get(), &Session::saved, this, &MainWindow::proceed, Qt::QueuedConnection);
    m_url = m_session->database().url();
    if (state.isReadOnly)
        m_session->setReadOnly([] { return tr("The file is write-protected: everything can be read, nothing changed."); });
    // What lies in the temporary folder, such as the demo, is gone tomorrow.
    if (!m_url.isInMemory() && !m_url.path().startsWith(QDir::tempPath()))
        m_settings.addRecentDatabase(m_url.toString());
    m_status->setSession(m_session.get());
    recall();

    m_pages = new PageStack(m_entries, *m_session, m_centre);
    m_centre->addWidget(m_pages);
    connect(m_pages, &PageStack::changed, this, &MainWindow::updateState);
    if (state.isEmpty) {
        m_welcome = new WelcomePage(*m_session, m_centre);
        m_centre->addWidget(m_welcome);
        connect(m_welcome, &WelcomePage::finished, this, &MainWindow::showPages);
        m_centre->setCurrentWidget(m_welcome);
    } else {
        showPages();
    }
    showPending(state.pendingMigrations);
    refreshBadges();
    updateState();
    emit opened();
}

/// Gives the session what was said of its database before, and keeps what is said of it now.
void MainWindow::recall()
{
    const QString url = m_url.toString();
    const bool isMarkedByUrl = m_url.option(u"production"_qs) == u"1";
    m_session->setProduction(isMarkedByUrl || m_settings.isProduction(url));
    m_production->setSession(m_session.get());
    connect(m_session.get(), &Session::productionChanged, this, [this, url] {
        m_settings.setProduction(url, m_session->isProduction());
        updateState();
    });
    if (const QString folder = m_sqlFolder.isEmpty() ? m_settings.sqlFolder(url) : m_sqlFolder; !folder.isEmpty())
        m_session->sqlFolder().choose(folder);
    connect(&m_session->sqlFolder(), &SqlFolder::chosen, this, [this, url](const QString &folder) { m_settings.setSqlFolder(url, folder); });
}

void MainWindow::showProblem(const db::DatabaseUrl &url, const db::Error &error)
{
    m_opening.reset();
    if (m_session) {
        m_messages->add({Message::Kind::Error, [error] { return errorText(error); }, {{[] { return tr("Try again"); }, [this, url] { openDatabase(url); }}}, QString(url.path() + u'\n' + errorDetails(error)), openTopic});
        emit openFailed();
        return;
    }
    m_messages->clear();
    m_url = url;
    m_problem->explain(url, error);
    m_centre->setCurrentWidget(m_problem);
    updateState();
    emit openFailed();
}

void MainWindow::closeSession()
{
    m_messages->clear();
    m_status->setSession(nullptr);
    m_production->setSession(nullptr);
    m_actions->update(nullptr, nullptr);
    if (m_session)
        m_session->history().clear();
    // The pages hold on to the session.
    delete std::exchange(m_welcome, nullptr);
    delete std::exchange(m_pages, nullptr);
    m_session.reset();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const auto closeThen = [this] { close(); };
    if (page() && page()->isModified()) {
        event->ignore();
        page()->leave(closeThen);
        return;
    }
    if (mustWait()) {
        event->ignore();
        whenSaved([] { return tr("Changes are still being saved. The window closes as soon as they are."); }, [] { return tr("Quit without them"); }, closeThen);
        return;
    }
    m_settings.setWindow(saveGeometry(), saveState());
    if (page())
        m_settings.setLastPage(page()->id());
    event->accept();
}

bool MainWindow::mustWait() const
{
    return m_session && m_session->isSaving() && !m_waitsForNothing;
}

/// Says what the window waits for, with ways not to wait.
void MainWindow::whenSaved(const Text &text, const Text &anyway, const std::function<void()> &proceed)
{
    m_afterSaving = proceed;
    const auto insist = [this] {
        m_waitsForNothing = true;
        this->proceed(true);
        m_waitsForNothing = false;
    };
    m_messages->add({Message::Kind::Warning, text, {{anyway, insist}, {[] { return tr("Stay here"); }, [this] { this->proceed(false); }}}, {}, savingTopic});
}

/// Goes on with what waited for the changes to be saved; stays if some could not be, so that the user sees which.
void MainWindow::proceed(bool isStored)
{
    m_messages->remove(savingTopic);
    const auto next = std::exchange(m_afterSaving, nullptr);
    if (next && isStored)
        next();
}

} // namespace ui
