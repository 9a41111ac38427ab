// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/connection.h"

#include "core/toolkit/telemetry.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// So many prepared statements are kept for a connection.
constexpr std::size_t statementLimit = 200;

/// Names the place of the refused value, and shows it.
Error unreadable(const RowReader::Refusal &refusal, const PreparedStatement &row, const Statement &statement)
{
    const QString table = row.tableName(refusal.column);
    const QString place = (table.isEmpty() ? statement.source : table) + u'.' + row.columnName(refusal.column);
    QString message = u"%1 holds a value that cannot be read"_s.arg(place);
    if (!refusal.isRedacted)
        message += u": \"" + row.raw(refusal.column).toString() + u'"';
    if (refusal.keyColumn)
        message += u", in the row with the %1 %2"_s.arg(row.columnName(*refusal.keyColumn), row.raw(*refusal.keyColumn).toString());
    return {.kind = Error::Kind::Unreadable, .message = message, .subject = place, .sql = statement.sql};
}

} // namespace

struct Connection::Private
{
    QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database;
    std::unordered_map<QString, std::unique_ptr<PreparedStatement>> statements; ///< null while it runs

    /// A prepared statement for the text, or its error.
    tl::expected<std::unique_ptr<PreparedStatement>, NativeError> take(const Connection &connection, const Dialect &dialect, const QString &sql)
    {
        const auto found = statements.find(sql);
        if (found != statements.end() && found->second)
            return std::move(found->second);
        return dialect.prepared(connection, database, sql);
    }

    void putBack(const QString &sql, std::unique_ptr<PreparedStatement> statement)
    {
        if (statements.size() >= statementLimit)
            statements.clear();
        statements[sql] = std::move(statement);
    }
};

Connection::Connection(const DatabaseUrl &url, const Dialect &dialect)
    : m_url(url), m_dialect(&dialect), d(std::make_unique<Private>()) { }

Connection::~Connection()
{
    d->statements.clear();
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
    const Result<Opening> opening = (*dialect)->opening(url);
    if (!opening)
        return Failure(opening.error());

    std::unique_ptr<Connection> connection(new Connection(url, **dialect));
    connection->m_token = std::move(token);
    connection->m_readOnly = opening->isReadOnly || access == Access::ReadOnly;
    QSqlDatabase &database = connection->d->database;
    database = QSqlDatabase::addDatabase((*dialect)->driver(), connection->d->name);
    database.setDatabaseName(opening->name);
    database.setConnectOptions(opening->options);
    database.setHostName(opening->host);
    database.setPort(opening->port);
    database.setUserName(opening->user);
    database.setPassword(opening->password);
    if (!database.open()) {
        const QSqlError error = database.lastError();
        return Failure((*dialect)->notOpened(url, {.code = error.nativeErrorCode(), .text = error.databaseText()}));
    }
    if (const Result<void> ready = (*dialect)->prepare(*connection, database); !ready)
        return Failure(ready.error());
    return connection;
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

Error Connection::failure(const NativeError &reason, const Statement &statement)
{
    m_violation = {};
    Error error = m_dialect->classify(reason, statement, m_violation);
    // A wait for a lock that was cut short looks like one that took too long.
    if (isCanceled() && (error.kind == Error::Kind::Locked || error.kind == Error::Kind::Canceled || error.kind == Error::Kind::TimedOut))
        return over();
    if (error.subject.isEmpty())
        error.subject = m_url.displayName();
    return error;
}

namespace {

/// Sends one event when it goes out of scope.
class Watch
{
public:
    Watch(const Statement &statement, std::chrono::nanoseconds queued)
    {
        m_event.kind = statement.kind;
        m_event.source = statement.source;
        m_event.sql = statement.sql;
        m_event.queueNanoseconds = queued.count();
        m_timer.start();
    }
    ~Watch()
    {
        (m_hasAnswer ? m_event.decodeNanoseconds : m_event.databaseNanoseconds) = m_timer.nsecsElapsed();
        Telemetry::emitEvent(m_event);
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    /// The database has answered; what follows is the decoding of its rows.
    void answered()
    {
        m_hasAnswer = true;
        m_event.databaseNanoseconds = m_timer.nsecsElapsed();
        m_timer.start();
    }
    void setRows(qint64 rows) { m_event.rows = rows; }
    Failure fail(const Error &error)
    {
        m_event.fail(error);
        return Failure(error);
    }

private:
    StatementEvent m_event;
    QElapsedTimer m_timer;
    bool m_hasAnswer = false;
};

} // namespace

Result<Connection::Outcome> Connection::execute(const Statement &statement)
{
    Outcome outcome;
    const Result<void> done = run(statement, [&](PreparedStatement &running, qint64 &rows) -> Result<void> {
        outcome.affected = running.affected();
        if (statement.kind == Statement::Kind::Insert)
            outcome.insertedId = running.insertedId();
        rows = outcome.affected;
        return {};
    });
    if (!done)
        return Failure(done.error());
    return outcome;
}

Result<void> Connection::select(const Statement &statement, const std::function<bool(const RowReader &)> &each)
{
    return run(statement, [&](PreparedStatement &running, qint64 &rows) -> Result<void> {
        const RowReader reader(running, *m_dialect);
        for (;;) {
            const tl::expected<bool, NativeError> found = running.next();
            if (!found)
                return Failure(failure(found.error(), statement));
            if (!*found)
                return {};
            ++rows;
            const bool goesOn = each(reader);
            if (reader.refusal())
                return Failure(unreadable(*reader.refusal(), running, statement));
            if (!goesOn)
                return {};
        }
    });
}

Result<void> Connection::run(const Statement &statement, const std::function<Result<void>(PreparedStatement &, qint64 &rows)> &consume)
{
    Watch watch(statement, std::exchange(m_queued, {}));
    if (isCanceled())
        return watch.fail(over());
    auto prepared = d->take(*this, *m_dialect, statement.sql);
    if (!prepared)
        return watch.fail(failure(prepared.error(), statement));

    qint64 rows = 0;
    const tl::expected<void, NativeError> started = (*prepared)->start(statement.binds);
    watch.answered();
    const Result<void> done = started ? consume(**prepared, rows) : Failure(failure(started.error(), statement));
    // An unfinished SELECT would hold its snapshot.
    (*prepared)->finish();
    if (statement.kind != Statement::Kind::Definition)
        d->putBack(statement.sql, std::move(*prepared));
    if (!done)
        return watch.fail(done.error());
    watch.setRows(rows);
    if (statement.kind == Statement::Kind::Definition)
        d->statements.clear();
    return {};
}

Result<qint64> Connection::insertEach(const Statement &statement, qsizetype rows,
                                      const std::function<void(qsizetype row, QList<Bind> &binds)> &fill)
{
    Watch watch(statement, std::exchange(m_queued, {}));
    auto prepared = d->take(*this, *m_dialect, statement.sql);
    if (!prepared)
        return watch.fail(failure(prepared.error(), statement));
    QList<Bind> binds = statement.binds;
    qint64 inserted = 0;
    for (qsizetype row = 0; row < rows; ++row) {
        if (isCanceled())
            return watch.fail(over());
        fill(row, binds);
        if (const tl::expected<void, NativeError> made = (*prepared)->start(binds); !made)
            return watch.fail(failure(made.error(), statement));
        inserted += (*prepared)->affected();
        (*prepared)->finish();
    }
    watch.setRows(inserted);
    d->putBack(statement.sql, std::move(*prepared));
    return inserted;
}

Result<void> Connection::runPlain(const QString &sql)
{
    return run({.kind = Statement::Kind::Transaction, .sql = sql, .binds = {}, .source = {}}, [](PreparedStatement &, qint64 &) -> Result<void> { return {}; });
}

Error Connection::over() const
{
    return m_token->isCanceled() ? Error::canceled() : Error::timedOut(u"%1: the request took longer than it may"_s.arg(m_url.displayName()));
}

void Connection::beginRequest(std::shared_ptr<CancelToken> token, std::chrono::nanoseconds queued)
{
    m_token = std::move(token);
    m_queued = queued;
}

void Connection::endRequest()
{
    if (m_isInTransaction)
        rollback();
    m_token = nullptr;
}

Result<void> Connection::begin()
{
    const Result<void> begun = runPlain(m_readOnly ? m_dialect->beginRead() : m_dialect->beginWrite());
    m_isInTransaction = begun.has_value();
    return begun;
}

Result<void> Connection::commit()
{
    const Result<void> committed = runPlain(u"COMMIT"_s);
    if (!committed)
        rollback();
    m_isInTransaction = false;
    return committed;
}

void Connection::rollback()
{
    m_isInTransaction = false;
    // A canceled request must still be able to leave its transaction. The engine may have rolled back by itself after
    // an error; then there is nothing to take back, and its complaint says only that.
    const std::shared_ptr<CancelToken> token = std::exchange(m_token, nullptr);
    static_cast<void>(runPlain(u"ROLLBACK"_s));
    m_token = token;
}

} // namespace db
