// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/connection.h"

#include "core/toolkit/telemetry.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QSqlResult>
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

    std::optional<QVariant> read(int column, Type type) const override { return m_dialect.fromDriver(type, m_query.value(column)); }
    void refuse(const Refusal &refusal) const override
    {
        if (!m_refusal)
            m_refusal = refusal;
    }

    bool hasRefused() const { return m_refusal.has_value(); }
    /// Names the place of the refused value, and shows it.
    Error error(const Statement &statement) const
    {
        const QSqlRecord record = m_query.record();
        const QString table = record.field(m_refusal->column).tableName();
        const QString place = (table.isEmpty() ? statement.source : table) + u'.' + record.fieldName(m_refusal->column);
        QString message = u"%1 holds a value that cannot be read"_s.arg(place);
        if (!m_refusal->isRedacted)
            message += u": \"" + m_query.value(m_refusal->column).toString() + u'"';
        if (m_refusal->keyColumn)
            message += u", in the row with the %1 %2"_s.arg(record.fieldName(*m_refusal->keyColumn), m_query.value(*m_refusal->keyColumn).toString());
        return {.kind = Error::Kind::Unreadable, .message = message, .subject = place, .sql = statement.sql};
    }

private:
    const QSqlQuery &m_query;
    const Dialect &m_dialect;
    mutable std::optional<Refusal> m_refusal;
};

} // namespace

struct Connection::Private
{
    QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database;
    std::unordered_map<QString, QSqlQuery> statements; ///< idle ones; a running one is taken out

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

static Result<const Dialect *> dialectOf(const DatabaseUrl &url)
{
    if (const Dialect *dialect = Dialect::forEngine(url.engine()))
        return dialect;
    return Failure(Error::cannotOpen(url, u"this version speaks SQLite only"_s));
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
    if (!database.open())
        return Failure(Error::cannotOpen(url, database.lastError().databaseText()));
    if (const Result<void> ready = (*dialect)->prepare(*connection, database.driver()->handle()); !ready)
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

Error Connection::failure(const QString &code, const QString &text, const Statement &statement)
{
    m_violation = {};
    Error error = m_dialect->classify(code, text, statement, m_violation);
    // A wait that was cut short looks like one that took too long.
    if (error.kind == Error::Kind::Locked && isCanceled())
        return Error::canceled();
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
    Failure fail(const Error &error)
    {
        m_event.error = error.message;
        return Failure(error);
    }

private:
    StatementEvent m_event;
    QElapsedTimer m_timer;
};

} // namespace

Result<Connection::Outcome> Connection::execute(const Statement &statement)
{
    Outcome outcome;
    const Result<void> done = run(statement, [&](QSqlQuery &query, qint64 &rows) -> Result<void> {
        outcome.affected = query.numRowsAffected();
        outcome.insertedId = query.lastInsertId();
        rows = outcome.affected;
        return {};
    });
    if (!done)
        return Failure(done.error());
    return outcome;
}

Result<void> Connection::select(const Statement &statement, const std::function<bool(const RowReader &)> &each)
{
    return run(statement, [&](QSqlQuery &query, qint64 &rows) -> Result<void> {
        const QueryReader reader(query, *m_dialect);
        while (query.next()) {
            ++rows;
            const bool goesOn = each(reader);
            if (reader.hasRefused())
                return Failure(reader.error(statement));
            if (!goesOn)
                break;
        }
        return {};
    });
}

Result<void> Connection::run(const Statement &statement, const std::function<Result<void>(QSqlQuery &, qint64 &rows)> &consume)
{
    Watch watch(statement);
    if (isCanceled())
        return watch.fail(Error::canceled());
    tl::expected<QSqlQuery, QSqlError> taken = d->take(statement.sql);
    if (!taken)
        return watch.fail(failure(taken.error().nativeErrorCode(), taken.error().databaseText(), statement));
    QSqlQuery query = std::move(*taken);
    for (qsizetype i = 0; i < statement.binds.size(); ++i)
        query.bindValue(int(i), m_dialect->toDriver(statement.binds.at(i).type, statement.binds.at(i).value));

    qint64 rows = 0;
    Result<void> consumed;
    if (query.exec())
        consumed = consume(query, rows);
    // A result cut short by a cancel or a damaged page ends like a complete one; only the error tells.
    const QSqlError error = query.lastError();
    // An unfinished SELECT would hold its snapshot.
    query.finish();
    if (error.isValid())
        return watch.fail(failure(error.nativeErrorCode(), error.databaseText(), statement));
    watch.setRows(rows);
    if (statement.kind == Statement::Kind::Definition)
        d->statements.clear();
    else
        d->putBack(statement.sql, std::move(query));
    if (!consumed)
        return watch.fail(consumed.error());
    return {};
}

Result<qint64> Connection::insertEach(const Statement &statement, qsizetype rows,
                                      const std::function<void(qsizetype row, QList<Bind> &binds)> &fill)
{
    Watch watch(statement);
    tl::expected<QSqlQuery, QSqlError> taken = d->take(statement.sql);
    if (!taken)
        return watch.fail(failure(taken.error().nativeErrorCode(), taken.error().databaseText(), statement));
    QSqlQuery query = std::move(*taken);
    const QVariant handle = query.result()->handle();
    QList<Bind> binds = statement.binds;
    qint64 inserted = 0;
    for (qsizetype row = 0; row < rows; ++row) {
        if (isCanceled())
            return watch.fail(Error::canceled());
        fill(row, binds);
        const tl::expected<qint64, NativeError> made = m_dialect->runPrepared(handle, binds);
        if (!made)
            return watch.fail(failure(made.error().code, made.error().text, statement));
        inserted += *made;
    }
    watch.setRows(inserted);
    d->putBack(statement.sql, std::move(query));
    return inserted;
}

Result<void> Connection::runPlain(const QString &sql)
{
    return run({.kind = Statement::Kind::Transaction, .sql = sql, .binds = {}, .source = {}}, [](QSqlQuery &, qint64 &) -> Result<void> { return {}; });
}

Result<void> Connection::begin()
{
    return runPlain(m_readOnly ? m_dialect->beginRead() : m_dialect->beginWrite());
}

Result<void> Connection::commit()
{
    const Result<void> committed = runPlain(u"COMMIT"_s);
    if (!committed)
        rollback();
    return committed;
}

void Connection::rollback()
{
    // A canceled request must still be able to leave its transaction. The engine may have rolled back by itself after
    // an error; then there is nothing to take back, and its complaint says only that.
    const std::shared_ptr<CancelToken> token = std::exchange(m_token, nullptr);
    static_cast<void>(runPlain(u"ROLLBACK"_s));
    m_token = token;
}

} // namespace db
