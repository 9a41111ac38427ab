// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How a connection comes, goes and comes back, and its transactions.

#include "core/toolkit/connection_private.h"
#include "core/toolkit/interrupt.h"
#include "core/toolkit/statement_guard.h"

#include <QSqlError>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

Connection::Connection(const DatabaseUrl &url, const Dialect &dialect)
    : m_url(url), m_dialect(&dialect), d(std::make_unique<Private>()), m_timeout(url.timeout()) { }

Connection::~Connection()
{
    d->abandonStatements();
    d->database.close();
    d->database = {};
    QSqlDatabase::removeDatabase(d->name);
}

static Result<const Dialect *> dialectOf(const DatabaseUrl &url)
{
    if (const Dialect *dialect = Dialect::forEngine(url.engine()))
        return dialect;
    return Failure(Error::cannotOpen(url, u"this version does not speak to such servers"_s));
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Access access, std::shared_ptr<CancelToken> token)
{
    const Result<const Dialect *> dialect = dialectOf(url);
    if (!dialect)
        return Failure(dialect.error());
    std::unique_ptr<Connection> connection(new Connection(url, **dialect));
    connection->m_token = std::move(token);
    connection->m_readOnly = access == Access::ReadOnly;
    connection->d->database = QSqlDatabase::addDatabase((*dialect)->driver(), connection->d->name);
    if (const Result<void> connected = connection->connect(); !connected)
        return Failure(connected.error());
    return connection;
}

Result<void> Connection::connect()
{
    std::optional<Error> problem;
    const QList<DatabaseUrl> places = m_dialect->places(m_url);
    for (const DatabaseUrl &place : places) {
        if (isCanceled())
            return Failure(over());
        const Result<void> connected = connectTo(place);
        if (connected)
            return connected;
        if (!problem)
            problem = connected.error();
        else if (problem->message != connected.error().message)
            problem->message += u"; " + connected.error().message;
    }
    return Failure(*problem);
}

/// To wait for a host longer than the request may take helps nobody.
static DatabaseUrl inTime(const DatabaseUrl &place, const CancelToken *token)
{
    if (!token || token->deadline() == Alarm::never() || place.hosts().isEmpty())
        return place;
    const auto left = std::chrono::ceil<std::chrono::seconds>(token->deadline() - std::chrono::steady_clock::now());
    // Drivers may be a second early, and the request should hear of its own end rather than of theirs.
    const auto wait = std::min(place.connectTimeout(), std::max(left, std::chrono::seconds(0)) + std::chrono::seconds(1));
    return place.withOption(u"connect_timeout"_s, QString::number(wait.count()));
}

Result<void> Connection::connectTo(const DatabaseUrl &place)
{
    const Result<Opening> opening = m_dialect->opening(inTime(place, m_token.get()));
    if (!opening)
        return Failure(opening.error());
    m_readOnly = m_readOnly || opening->isReadOnly;

    // Prepared statements must not outlive the connection they were prepared on: the next one does not know them.
    d->abandonStatements();
    m_interrupt.reset();
    QSqlDatabase &database = d->database;
    database.close();
    database.setDatabaseName(opening->name);
    database.setConnectOptions(opening->options);
    database.setHostName(opening->host);
    database.setPort(opening->port);
    database.setUserName(opening->user);
    database.setPassword(opening->password);
    if (!database.open()) {
        const QSqlError error = database.lastError();
        return Failure(m_dialect->notOpened(place, {.code = error.nativeErrorCode(), .text = error.databaseText()}));
    }
    m_isLost = false;
    m_interrupt = m_dialect->interrupt(place, database);
    m_isConnecting = true;
    StatementGuard guard(m_interrupt, m_token, m_timeout ? std::chrono::steady_clock::now() + *m_timeout : Alarm::never());
    Result<void> ready = m_dialect->prepare(*this, database);
    // An interrupt that came too late would end what is asked first.
    if (guard.finish() != StatementGuard::End::Undisturbed)
        ready = Failure(over());
    m_isConnecting = false;
    m_lastUsed = std::chrono::steady_clock::now();
    if (!ready)
        lose();
    return ready;
}

Result<void> Connection::reconnect()
{
    // As long as a server takes to restart, or a stand-by to take over. Later requests try once.
    constexpr std::chrono::seconds patience(3);
    constexpr std::chrono::milliseconds longestPause(800);
    const Moment lostAt = m_lostAt;
    std::chrono::milliseconds pause(50);
    for (;;) {
        // To find out that a server hangs may have taken all the time there was.
        if (isCanceled())
            return Failure(over());
        Result<void> connected = connect();
        if (connected)
            return connected;
        m_isLost = true;
        m_lostAt = lostAt;
        const Moment again = std::chrono::steady_clock::now() + pause;
        if (again > lostAt + patience)
            return connected;
        while (std::chrono::steady_clock::now() < again && !isCanceled())
            QThread::msleep(10);
        pause = std::min(2 * pause, longestPause);
    }
}

void Connection::lose()
{
    m_isLost = true;
    m_lostAt = std::chrono::steady_clock::now();
    if (m_isInTransaction && !m_transactionEnd)
        m_transactionEnd = lossOf(u"the transaction"_s);
}

Result<void> Connection::create(const DatabaseUrl &url)
{
    const Result<const Dialect *> dialect = dialectOf(url);
    if (!dialect)
        return Failure(dialect.error());
    return (*dialect)->create(url);
}

Result<void> Connection::drop(const DatabaseUrl &url)
{
    const Result<const Dialect *> dialect = dialectOf(url);
    if (!dialect)
        return Failure(dialect.error());
    return (*dialect)->drop(url);
}

void Connection::beginRequest(std::shared_ptr<CancelToken> token, std::chrono::nanoseconds queued, std::function<void(const Error &)> giveUp)
{
    m_token = std::move(token);
    m_queued = queued;
    m_giveUp = std::move(giveUp);
}

void Connection::endRequest()
{
    if (m_isInTransaction)
        rollback();
    m_token = nullptr;
    m_queued = {};
    m_giveUp = nullptr;
}

Result<void> Connection::runPlain(const QString &sql)
{
    return run({.kind = Statement::Kind::Transaction, .sql = sql, .binds = {}, .source = {}}, [](PreparedStatement &, qint64 &) -> Result<void> { return {}; });
}

QString &Connection::lookup(const Schema &schema)
{
    return d->lookups[&schema];
}

Connection::KeptInsert &Connection::keptInsert(const QString &table)
{
    return d->inserts[table];
}

Result<void> Connection::begin()
{
    m_transactionEnd.reset();
    const Result<void> begun = runPlain(m_readOnly ? m_dialect->beginRead() : m_dialect->beginWrite());
    m_isInTransaction = begun.has_value();
    return begun;
}

Result<void> Connection::commit()
{
    // A failed transaction is one that PostgreSQL would roll back at a COMMIT, without an error.
    if (!m_transactionEnd && m_dialect->abortsTransactions() && m_dialect->transactionState(d->database) == TransactionState::Failed)
        m_transactionEnd = Error::refused(u"A statement in the transaction failed, so all of it was rolled back"_s);
    if (m_transactionEnd) {
        const Error why = *m_transactionEnd;
        rollback();
        return Failure(why);
    }
    Result<void> committed = runPlain(u"COMMIT"_s);
    if (!committed && m_isLost)
        committed = Failure(outcomeUnknown(committed.error()));
    if (!committed)
        rollback();
    m_isInTransaction = false;
    return committed;
}

void Connection::rollback()
{
    m_isInTransaction = false;
    m_transactionEnd.reset();
    // The server does it, once it notices.
    if (m_isLost)
        return;
    // The engine may have rolled back by itself after an error; then there is nothing to take back, and its complaint says
    // only that.
    executeAnyway(u"ROLLBACK"_s);
}

void Connection::executeAnyway(const QString &sql)
{
    const std::shared_ptr<CancelToken> token = std::exchange(m_token, nullptr);
    static_cast<void>(runPlain(sql));
    m_token = token;
}

bool Connection::rollbackStray()
{
    if (m_isInTransaction || m_isLost || m_dialect->transactionState(d->database) == TransactionState::None)
        return false;
    rollback();
    if (const QString sql = m_dialect->commitByStatement(); !sql.isEmpty())
        executeAnyway(sql);
    return true;
}

static QString savepointName(qsizetype number)
{
    return u"quecto_"_s + QString::number(number);
}

Result<void> Connection::savepoint(qsizetype number)
{
    return runPlain(u"SAVEPOINT "_s + savepointName(number));
}

Result<void> Connection::release(qsizetype number)
{
    return runPlain(u"RELEASE SAVEPOINT "_s + savepointName(number));
}

void Connection::rollbackTo(qsizetype number)
{
    // As in rollback(): a canceled request must be able to leave.
    const std::shared_ptr<CancelToken> token = std::exchange(m_token, nullptr);
    if (restart(number))
        static_cast<void>(release(number));
    m_token = token;
}

Result<void> Connection::restart(qsizetype number)
{
    return runPlain(u"ROLLBACK TO SAVEPOINT "_s + savepointName(number));
}

} // namespace db
