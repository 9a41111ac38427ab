// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/postgres_statement.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/postgres_values.h"
#include "core/toolkit/iso_time.h"
#include "core/toolkit/sql_tokens.h"

#include <QRegularExpression>

#include <atomic>
#include <charconv>
#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// `?` as `$1`, `$2` and so on, except in quotes and comments; `??` as `?`.
QByteArray numbered(const QByteArray &sql)
{
    const std::string_view marked(sql.constData(), std::size_t(sql.size()));
    QByteArray text;
    text.reserve(sql.size() + 16);
    int number = 0;
    for (std::size_t at = 0; at < marked.size();) {
        const std::string_view token = sqlToken(marked, at);
        if (token == "?")
            text += '$' + QByteArray::number(++number);
        else if (token == "??")
            text += '?';
        else
            text.append(token.data(), qsizetype(token.size()));
        at += token.size();
    }
    return text;
}

QString fieldOf(const pg_result *result, int field)
{
    return QString::fromUtf8(PQresultErrorField(result, field));
}

/// The columns of a key in "Key (tenant, title)=(1, Hello) already exists.", whatever the language.
QStringList keyColumns(const QString &detail)
{
    static const QRegularExpression key(u"\\((.+?)\\)=\\("_s);
    QStringList columns = key.match(detail).captured(1).split(u", "_s, Qt::SkipEmptyParts);
    for (QString &column : columns) {
        if (column.startsWith(u'"'))
            column = column.mid(1, column.size() - 2).replace(u"\"\""_s, u"\""_s);
    }
    return columns;
}

/// Whether the server does not know a prepared statement any more: a table has other columns now (feature_not_supported), or
/// somebody between has forgotten it (invalid_sql_statement_name). https://www.postgresql.org/docs/15/errcodes-appendix.html
bool isOutdated(const NativeError &error)
{
    return error.code == u"0A000" || error.code == u"26000";
}

} // namespace

void PostgresStatement::Clear::operator()(pg_result *result) const
{
    PQclear(result);
}

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> PostgresStatement::prepare(const Connection &connection, pg_conn *native, const QString &sql)
{
    std::unique_ptr<PostgresStatement> statement(new PostgresStatement(native, numbered(sql.toUtf8())));
    // A pooler that lends its connections for one transaction each forgets what was prepared on one of them.
    if (connection.url().option(u"prepare"_s) == u"unnamed")
        return statement;
    if (const auto prepared = statement->prepareNamed(); !prepared)
        return tl::unexpected(prepared.error());
    return statement;
}

QString PostgresStatement::withoutValues(const QString &sql)
{
    if (!sql.contains(u'?'))
        return sql;
    const QByteArray bytes = sql.toUtf8();
    const std::string_view marked(bytes.constData(), std::size_t(bytes.size()));
    QByteArray text;
    for (std::size_t at = 0; at < marked.size();) {
        const std::string_view token = sqlToken(marked, at);
        const bool isOperator = token == "?" || token == "??";
        text.append(token.data(), qsizetype(token.size()));
        if (isOperator)
            text.append(token.data(), qsizetype(token.size()));
        at += token.size();
    }
    return QString::fromUtf8(text);
}

tl::expected<void, NativeError> PostgresStatement::prepareNamed()
{
    static std::atomic<qint64> count = 0;
    const QByteArray name = "statement_" + QByteArray::number(++count);
    const Answer answer(PQprepare(m_native, name.constData(), m_sql.constData(), 0, nullptr));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
        return tl::unexpected(error(answer.get()));
    // An outdated one goes with the connection.
    m_name = name;
    m_isOutdated = false;
    return {};
}

PostgresStatement::~PostgresStatement()
{
    PostgresStatement::finish();
    // In a failed transaction the server would only complain.
    const PGTransactionStatusType state = PQtransactionStatus(m_native);
    if (m_name.isEmpty() || m_isOutdated || (state != PQTRANS_IDLE && state != PQTRANS_INTRANS))
        return;
    const QByteArray sql = "DEALLOCATE " + m_name;
    PQclear(PQexec(m_native, sql.constData()));
}

tl::expected<void, NativeError> PostgresStatement::start(const QList<Bind> &binds)
{
    const bool isNew = m_isOutdated;
    if (m_isOutdated) {
        if (const auto prepared = prepareNamed(); !prepared)
            return prepared;
    }
    tl::expected<void, NativeError> started = startOnce(binds);
    if (started || isNew || m_name.isEmpty() || !isOutdated(started.error()))
        return started;
    m_isOutdated = true;
    finish();
    // Nothing has run. A transaction, though, has failed with it.
    return PQtransactionStatus(m_native) == PQTRANS_IDLE ? start(binds) : started;
}

tl::expected<void, NativeError> PostgresStatement::startOnce(const QList<Bind> &binds)
{
    if (const auto sent = send(binds); !sent)
        return sent;
    PQsetSingleRowMode(m_native);
    m_isRunning = true;
    m_isFirst = true;
    m_affected = 0;
    return receive();
}

tl::expected<void, NativeError> PostgresStatement::send(const QList<Bind> &binds)
{
    std::vector<QByteArray> texts;
    std::vector<const char *> values;
    texts.reserve(size_t(binds.size()));
    for (const Bind &bind : binds) {
        if (db::isNull(bind.value)) {
            values.push_back(nullptr);
            continue;
        }
        const QByteArray &text = texts.emplace_back(postgresText(bind.type, bind.value));
        if (text.contains('\0'))
            return tl::unexpected(NativeError{.code = u"22021"_s, .text = u"a text with the character U+0000 cannot be stored"_s});
        values.push_back(text.constData());
    }
    const int count = int(values.size());
    const int sent = m_name.isEmpty()
        ? PQsendQueryParams(m_native, m_sql.constData(), count, nullptr, values.data(), nullptr, nullptr, 0)
        : PQsendQueryPrepared(m_native, m_name.constData(), count, values.data(), nullptr, nullptr, 0);
    return sent ? tl::expected<void, NativeError>() : tl::unexpected(error(nullptr));
}

tl::expected<void, NativeError> PostgresStatement::receive()
{
    m_row.reset();
    Answer answer(PQgetResult(m_native));
    switch (PQresultStatus(answer.get())) {
    case PGRES_SINGLE_TUPLE:
        m_row = std::move(answer);
        return {};
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY:
        m_affected = QByteArray(PQcmdTuples(answer.get())).toLongLong();
        return {};
    default:
        return tl::unexpected(error(answer.get()));
    }
}

tl::expected<qint64, NativeError> PostgresStatement::insertEach(QList<Bind> binds, qsizetype rows, const Fill &fill)
{
    // Not every pooler understands pipelines.
    if (m_name.isEmpty())
        return PreparedStatement::insertEach(std::move(binds), rows, fill);
    // Their answers must fit into the buffers of the socket: nobody reads them while the rows are sent.
    constexpr qsizetype rowsAtOnce = 500;
    PQenterPipelineMode(m_native);
    tl::expected<qint64, NativeError> inserted = 0;
    bool goesOn = true;
    for (qsizetype row = 0; row < rows && goesOn && inserted;) {
        qsizetype sent = 0;
        while (sent < rowsAtOnce && row < rows && inserted && (goesOn = fill(row, binds))) {
            ++row;
            if (const auto done = send(binds))
                ++sent;
            else
                inserted = tl::unexpected(done.error());
        }
        PQpipelineSync(m_native);
        for (; sent > 0; --sent) {
            const Answer answer(PQgetResult(m_native));
            const bool isMade = PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
            if (inserted && isMade)
                *inserted += QByteArray(PQcmdTuples(answer.get())).toLongLong();
            else if (inserted)
                inserted = tl::unexpected(error(answer.get()));
            PQgetResult(m_native); // the end of that answer
        }
        PQclear(PQgetResult(m_native)); // the end of the batch
    }
    PQexitPipelineMode(m_native);
    return inserted;
}

tl::expected<bool, NativeError> PostgresStatement::next()
{
    if (!std::exchange(m_isFirst, false) && m_row) {
        if (const auto received = receive(); !received)
            return tl::unexpected(received.error());
    }
    return m_row != nullptr;
}

void PostgresStatement::finish()
{
    m_row.reset();
    if (!std::exchange(m_isRunning, false))
        return;
    // The server sends a started result to its end.
    while (const Answer rest{PQgetResult(m_native)}) { }
}

void PostgresStatement::abandon()
{
    m_isRunning = false;
    m_name.clear();
}

NativeError PostgresStatement::error(const pg_result *result) const
{
    const QString code = result ? fieldOf(result, PG_DIAG_SQLSTATE) : QString();
    if (code.isEmpty()) {
        // libpq's own complaint: nearly always of a connection that is gone, for which the standard has this code.
        const bool isLost = PQstatus(m_native) != CONNECTION_OK;
        return {.code = isLost ? u"08006"_s : QString(), .text = QString::fromUtf8(PQerrorMessage(m_native)).simplified()};
    }
    NativeError native{.code = code, .text = fieldOf(result, PG_DIAG_MESSAGE_PRIMARY)};
    native.violation.constraint = fieldOf(result, PG_DIAG_CONSTRAINT_NAME);
    native.violation.table = fieldOf(result, PG_DIAG_TABLE_NAME);
    const QString column = fieldOf(result, PG_DIAG_COLUMN_NAME);
    native.violation.columns = column.isEmpty() ? keyColumns(fieldOf(result, PG_DIAG_MESSAGE_DETAIL)) : QStringList{column};
    return native;
}

QByteArrayView PostgresStatement::bytes(int column) const
{
    return {PQgetvalue(m_row.get(), 0, column), PQgetlength(m_row.get(), 0, column)};
}

QString PostgresStatement::columnName(int column) const
{
    return QString::fromUtf8(PQfname(m_row.get(), column));
}

bool PostgresStatement::isNull(int column) const
{
    return PQgetisnull(m_row.get(), 0, column);
}

QVariant PostgresStatement::raw(int column) const
{
    return isNull(column) ? QVariant() : postgresRaw(PQftype(m_row.get(), column), bytes(column));
}

std::optional<qint64> PostgresStatement::integer(int column) const
{
    const QByteArrayView text = bytes(column);
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    return error == std::errc() && end == text.end() ? std::optional(number) : std::nullopt;
}

std::optional<double> PostgresStatement::floatingPoint(int column) const
{
    return isNull(column) ? std::nullopt : postgresFloat(bytes(column));
}

std::optional<bool> PostgresStatement::boolean(int column) const
{
    const QByteArrayView text = bytes(column);
    if (text == "t" || text == "1")
        return true;
    if (text == "f" || text == "0")
        return false;
    return std::nullopt;
}

std::optional<QString> PostgresStatement::text(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(QString::fromUtf8(bytes(column)));
}

std::optional<QDateTime> PostgresStatement::time(int column) const
{
    QDateTime time = utcFromIso(bytes(column));
    return time.isValid() ? std::optional<QDateTime>(std::move(time)) : std::nullopt;
}

} // namespace db
