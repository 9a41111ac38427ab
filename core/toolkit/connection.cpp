// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/connection.h"

#include "core/toolkit/telemetry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// So many prepared statements are kept for a connection.
constexpr std::size_t statementLimit = 200;

class QueryReader : public RowReader
{
public:
    QueryReader(const QSqlQuery &query, const Dialect &dialect)
        : m_query(query), m_dialect(dialect) { }

    QVariant value(int column, Type type) const override { return m_dialect.fromDriver(type, m_query.value(column)); }

private:
    const QSqlQuery &m_query;
    const Dialect &m_dialect;
};

} // namespace

struct Connection::Private
{
    QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database;
    std::unordered_map<QString, QSqlQuery> statements; ///< idle ones; a running one is taken out
    std::function<void()> interrupt;

    /// A prepared query for the text, or its error.
    tl::expected<QSqlQuery, QSqlError> take(const QString &sql)
    {
        if (const auto found = statements.find(sql); found != statements.end()) {
            QSqlQuery query = std::move(found->second);
            statements.erase(found);
            return query;
        }
        QSqlQuery query(database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return tl::unexpected(query.lastError());
        return query;
    }

    void putBack(const QString &sql, QSqlQuery query)
    {
        if (statements.size() >= statementLimit)
            statements.clear();
        statements.insert_or_assign(sql, std::move(query));
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

static Error cannotOpen(const DatabaseUrl &url, const QString &why)
{
    return {.kind = Error::Kind::CannotOpen, .message = url.displayName() + u": " + why, .subject = url.path()};
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Access access)
{
    const Dialect *dialect = Dialect::forEngine(url.engine());
    if (!dialect)
        return Failure(cannotOpen(url, u"this version speaks SQLite only"_s));

    std::unique_ptr<Connection> connection(new Connection(url, *dialect));
    QSqlDatabase &database = connection->d->database;
    database = QSqlDatabase::addDatabase(dialect->driver(), connection->d->name);
    database.setDatabaseName(url.path());
    if (!url.isInMemory()) {
        const QFileInfo file(url.path());
        if (!file.exists())
            return Failure(cannotOpen(url, u"there is no such file"_s));
        if (!file.isFile())
            return Failure(cannotOpen(url, u"this is not a file"_s));
        if (!file.isReadable())
            return Failure(cannotOpen(url, u"you may not read this file"_s));
        if (!file.isWritable()) {
            connection->m_readOnly = true;
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        }
    }
    if (access == Access::ReadOnly)
        connection->m_readOnly = true;
    if (!database.open())
        return Failure(cannotOpen(url, database.lastError().databaseText()));

    // The first statement that looks into the file is the first to notice that it is something else.
    QString version;
    Result<void> ready = connection->runPlain(u"PRAGMA schema_version"_s);
    if (ready)
        ready = connection->select({.sql = u"SELECT sqlite_source_id()"_s}, [&](const RowReader &row) {
            version = row.value(0, Type::String).toString();
            return true;
        });
    if (!ready)
        return Failure(ready.error());
    const Result<std::function<void()>> attached = dialect->attach(database.driver()->handle(), version);
    if (!attached)
        return Failure(attached.error());
    connection->d->interrupt = *attached;
    for (const QString &setting : dialect->sessionSettings(connection->m_readOnly)) {
        if (const Result<void> set = connection->runPlain(setting); !set)
            return Failure(set.error());
    }
    return connection;
}

Result<void> Connection::create(const DatabaseUrl &url)
{
    if (url.engine() != DatabaseUrl::Engine::Sqlite)
        return Failure(cannotOpen(url, u"this version speaks SQLite only"_s));
    if (url.isInMemory())
        return {};
    QFile file(url.path());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Failure(cannotOpen(url, file.exists() ? u"there is such a file already"_s : file.errorString()));
    file.close();
    const auto connection = open(url);
    if (!connection)
        return Failure(connection.error());
    // Readers then never wait for a writer, nor a writer for them.
    return (*connection)->runPlain(u"PRAGMA journal_mode = WAL"_s);
}

Result<void> Connection::drop(const DatabaseUrl &url)
{
    // Opening it first keeps us from deleting a file that is something else.
    if (const auto connection = open(url); !connection)
        return Failure(connection.error());
    QFile file(url.path());
    if (!file.remove())
        return Failure(cannotOpen(url, file.errorString()));
    QFile::remove(url.path() + u"-wal");
    QFile::remove(url.path() + u"-shm");
    return {};
}

Error Connection::failure(const QString &code, const QString &text, const Statement &statement)
{
    m_violation = {};
    Error error = m_dialect->classify(code, text, statement, m_violation);
    if (error.subject.isEmpty())
        error.subject = m_url.displayName();
    return error;
}

namespace {

/// Sends one event when it goes out of scope.
class Watch
{
public:
    explicit Watch(const Statement &statement)
    {
        m_event.kind = statement.kind;
        m_event.source = statement.source;
        m_event.sql = statement.sql;
        m_timer.start();
    }
    ~Watch()
    {
        m_event.nanoseconds = m_timer.nsecsElapsed();
        Telemetry::emitEvent(m_event);
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    void setRows(qint64 rows) { m_event.rows = rows; }
    void fail(const Error &error) { m_event.error = error.message; }

private:
    StatementEvent m_event;
    QElapsedTimer m_timer;
};

/// Lets the token interrupt while a statement runs.
class Interruptible
{
public:
    Interruptible(CancelToken *token, const std::function<void()> &interrupt)
        : m_token(token)
    {
        if (m_token)
            m_token->setInterrupt(interrupt);
    }
    ~Interruptible()
    {
        if (m_token)
            m_token->setInterrupt({});
    }
    Interruptible(const Interruptible &) = delete;
    Interruptible &operator=(const Interruptible &) = delete;

private:
    CancelToken *m_token;
};

} // namespace

Result<Connection::Outcome> Connection::execute(const Statement &statement)
{
    Outcome outcome;
    const Result<void> done = run(statement, [&](QSqlQuery &query, qint64 &rows) {
        outcome.affected = query.numRowsAffected();
        outcome.insertedId = query.lastInsertId();
        rows = outcome.affected;
    });
    if (!done)
        return Failure(done.error());
    return outcome;
}

Result<void> Connection::select(const Statement &statement, const std::function<bool(const RowReader &)> &each)
{
    return run(statement, [&](QSqlQuery &query, qint64 &rows) {
        const QueryReader reader(query, *m_dialect);
        while (query.next()) {
            ++rows;
            if (!each(reader))
                break;
        }
    });
}

Result<void> Connection::run(const Statement &statement, const std::function<void(QSqlQuery &, qint64 &rows)> &consume)
{
    Watch watch(statement);
    const auto refused = [&](const Error &error) {
        watch.fail(error);
        return Failure(error);
    };
    if (m_token && m_token->isCanceled())
        return refused(Error::canceled());
    tl::expected<QSqlQuery, QSqlError> taken = d->take(statement.sql);
    if (!taken)
        return refused(failure(taken.error().nativeErrorCode(), taken.error().databaseText(), statement));
    QSqlQuery query = std::move(*taken);
    for (qsizetype i = 0; i < statement.binds.size(); ++i)
        query.bindValue(int(i), m_dialect->toDriver(statement.binds.at(i).type, statement.binds.at(i).value));

    const Interruptible interruptible(m_token.get(), d->interrupt);
    qint64 rows = 0;
    if (query.exec())
        consume(query, rows);
    // A result cut short by an interrupt or a damaged page ends like a complete one; only the error tells.
    const QSqlError error = query.lastError();
    // An unfinished SELECT would hold its snapshot and keep an interrupt alive for the whole connection.
    query.finish();
    if (error.isValid())
        return refused(failure(error.nativeErrorCode(), error.databaseText(), statement));
    watch.setRows(rows);
    if (statement.kind == Statement::Kind::Definition)
        d->statements.clear();
    else
        d->putBack(statement.sql, std::move(query));
    return {};
}

Result<void> Connection::runPlain(const QString &sql)
{
    return run({.kind = Statement::Kind::Transaction, .sql = sql, .binds = {}, .source = {}}, [](QSqlQuery &, qint64 &) {});
}

Result<void> Connection::begin()
{
    const Result<void> begun = runPlain(m_readOnly ? m_dialect->beginRead() : m_dialect->beginWrite());
    m_inTransaction = begun.has_value();
    return begun;
}

Result<void> Connection::commit()
{
    const Result<void> committed = runPlain(u"COMMIT"_s);
    if (committed)
        m_inTransaction = false;
    else
        rollback();
    return committed;
}

void Connection::rollback()
{
    m_inTransaction = false;
    // A canceled request must still be able to leave its transaction. The engine may have rolled back by itself after
    // an error; then there is nothing to take back, and its complaint says only that.
    const std::shared_ptr<CancelToken> token = std::exchange(m_token, nullptr);
    static_cast<void>(runPlain(u"ROLLBACK"_s));
    m_token = token;
}

} // namespace db
