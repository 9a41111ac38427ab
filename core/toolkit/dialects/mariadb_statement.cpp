// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/mariadb_statement.h"

#include "core/toolkit/dialect.h"
#include "core/toolkit/dialects/mariadb_bulk.h"

#include <QSqlDatabase>
#include <QSqlDriver>

#include <mysql.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// https://mariadb.com/kb/en/character-set-and-collation-overview/: the "collation" of bytes that are no text
constexpr unsigned int binaryCollation = 63;

bool isInteger(const MYSQL_FIELD &field)
{
    switch (field.type) {
    case MYSQL_TYPE_TINY:
    case MYSQL_TYPE_SHORT:
    case MYSQL_TYPE_INT24:
    case MYSQL_TYPE_LONG:
    case MYSQL_TYPE_LONGLONG:
    case MYSQL_TYPE_YEAR:
        return true;
    default:
        return false;
    }
}

bool isFloat(const MYSQL_FIELD &field)
{
    return field.type == MYSQL_TYPE_DOUBLE || field.type == MYSQL_TYPE_FLOAT;
}

bool isDateTime(const MYSQL_FIELD &field)
{
    return field.type == MYSQL_TYPE_DATETIME || field.type == MYSQL_TYPE_TIMESTAMP || field.type == MYSQL_TYPE_DATE;
}

bool isText(const MYSQL_FIELD &field)
{
    switch (field.type) {
    case MYSQL_TYPE_STRING:
    case MYSQL_TYPE_VAR_STRING:
    case MYSQL_TYPE_BLOB:
        return field.charsetnr != binaryCollation;
    default:
        return false;
    }
}

bool isBytes(const MYSQL_FIELD &field)
{
    switch (field.type) {
    case MYSQL_TYPE_STRING:
    case MYSQL_TYPE_VAR_STRING:
    case MYSQL_TYPE_BLOB:
    case MYSQL_TYPE_BIT:
    case MYSQL_TYPE_GEOMETRY:
        return !isText(field);
    default:
        return false;
    }
}

template <typename M>
std::optional<M> typed(const QVariant &value)
{
    return isNull(value) ? std::nullopt : std::optional<M>(value.value<M>());
}

/// The rows that an UPDATE found, whether or not they were as they should be already: "Rows matched: 3  Changed: 1 …". The
/// flag CLIENT_FOUND_ROWS would count so as well, but then also the rows that ON DUPLICATE KEY leaves alone.
std::optional<qint64> foundRows(MYSQL *connection)
{
    const QByteArrayView info(mysql_info(connection));
    constexpr QByteArrayView label("Rows matched: ");
    if (!info.startsWith(label))
        return std::nullopt;
    const QByteArrayView numbers = info.sliced(label.size());
    return numbers.first(numbers.indexOf(' ')).toLongLong();
}

} // namespace

NativeError mariadbError(st_mysql_stmt *statement)
{
    return {.code = QString::number(mysql_stmt_errno(statement)), .text = QString::fromUtf8(mysql_stmt_error(statement))};
}

/// The values of the placeholders, where libmariadb finds them while the statement starts.
struct MariadbStatement::Parameters
{
    std::vector<MYSQL_BIND> binds;
    std::vector<qint64> integers;
    std::vector<double> floats;
    std::vector<QByteArray> texts;
    bool isBound = false; ///< libmariadb knows where they are; it sends their types after each time that it is told

    explicit Parameters(std::size_t count)
        : binds(count), integers(count), floats(count), texts(count) { }

    void set(std::size_t index, Type type, const QVariant &value)
    {
        MYSQL_BIND bind{};
        switch (value.typeId()) {
        case QMetaType::UnknownType:
            bind.buffer_type = MYSQL_TYPE_NULL;
            break;
        case QMetaType::Bool:
        case QMetaType::Int:
        case QMetaType::LongLong:
            integers[index] = value.toLongLong();
            bind.buffer_type = MYSQL_TYPE_LONGLONG;
            bind.buffer = &integers[index];
            break;
        case QMetaType::Double:
            floats[index] = value.toDouble();
            bind.buffer_type = MYSQL_TYPE_DOUBLE;
            bind.buffer = &floats[index];
            break;
        case QMetaType::QByteArray:
            bind = boundBytes(index, MYSQL_TYPE_BLOB, value.toByteArray());
            break;
        default:
            // Compared with a text, a decimal would become an inexact number.
            bind = boundBytes(index, type == Type::Decimal ? MYSQL_TYPE_NEWDECIMAL : MYSQL_TYPE_STRING, value.toString().toUtf8());
        }
        const MYSQL_BIND &before = binds[index];
        isBound = isBound && bind.buffer_type == before.buffer_type && bind.buffer == before.buffer && bind.buffer_length == before.buffer_length;
        binds[index] = bind;
    }

private:
    MYSQL_BIND boundBytes(std::size_t index, enum_field_types type, const QByteArray &bytes)
    {
        texts[index] = bytes;
        MYSQL_BIND bind{};
        bind.buffer_type = type;
        bind.buffer = const_cast<char *>(texts[index].constData()); // which is only read
        bind.buffer_length = static_cast<unsigned long>(bytes.size());
        return bind;
    }
};

/// What is known of the columns of the result, and room for a value of one of them.
struct MariadbStatement::Columns
{
    std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> description{nullptr, &mysql_free_result};
    MYSQL_FIELD *fields = nullptr;
    QByteArray room = QByteArray(256, Qt::Uninitialized);

    void describe(MYSQL_STMT *statement)
    {
        description.reset(mysql_stmt_result_metadata(statement));
        fields = description ? mysql_fetch_fields(description.get()) : nullptr;
    }
};

st_mysql *mariadbHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return *static_cast<MYSQL *const *>(handle.constData());
}

MariadbStatement::MariadbStatement(st_mysql *connection, st_mysql_stmt *statement, const Dialect &dialect)
    : m_connection(connection), m_statement(statement), m_dialect(dialect), m_parameters(std::make_unique<Parameters>(mysql_stmt_param_count(statement))), m_columns(std::make_unique<Columns>()) { }

MariadbStatement::~MariadbStatement()
{
    mysql_stmt_close(m_statement);
}

tl::expected<std::unique_ptr<PreparedStatement>, NativeError> MariadbStatement::prepare(st_mysql *connection, const QString &sql, const Dialect &dialect)
{
    MYSQL_STMT *statement = mysql_stmt_init(connection);
    const QByteArray text = sql.toUtf8();
    if (mysql_stmt_prepare(statement, text.constData(), static_cast<unsigned long>(text.size())) != 0) {
        const NativeError error = mariadbError(statement);
        mysql_stmt_close(statement);
        return tl::unexpected(error);
    }
    return std::unique_ptr<PreparedStatement>(new MariadbStatement(connection, statement, dialect));
}

tl::expected<void, NativeError> MariadbStatement::start(const QList<Bind> &binds)
{
    if (std::size_t(binds.size()) != m_parameters->binds.size())
        return tl::unexpected(NativeError{.code = {}, .text = u"the statement takes another number of values"_s});
    for (qsizetype i = 0; i < binds.size(); ++i)
        m_parameters->set(std::size_t(i), binds.at(i).type, m_dialect.toDriver(binds.at(i).type, binds.at(i).value));
    if (!m_parameters->isBound && !binds.isEmpty() && mysql_stmt_bind_param(m_statement, m_parameters->binds.data()))
        return tl::unexpected(mariadbError(m_statement));
    m_parameters->isBound = true;
    if (mysql_stmt_execute(m_statement) != 0)
        return tl::unexpected(mariadbError(m_statement));
    m_affected = foundRows(m_connection).value_or(qint64(mysql_stmt_affected_rows(m_statement)));
    // Its columns may be others than last time, after ALTER TABLE.
    m_columns->describe(m_statement);
    return {};
}

tl::expected<qint64, NativeError> MariadbStatement::insertEach(QList<Bind> binds, qsizetype rows, const Fill &fill)
{
    if (binds.isEmpty() || !takesRowsInBulk(m_connection))
        return PreparedStatement::insertEach(std::move(binds), rows, fill);
    m_parameters->isBound = false;
    return insertInBulk(m_statement, m_dialect, std::move(binds), rows, fill);
}

tl::expected<bool, NativeError> MariadbStatement::next()
{
    if (!m_columns->fields)
        return false;
    switch (mysql_stmt_fetch(m_statement)) {
    case 0:
        return true;
    case MYSQL_NO_DATA:
        return false;
    default:
        // What the server says instead of a row, the library tells of the connection alone.
        if (mysql_stmt_errno(m_statement) == 0)
            return tl::unexpected(NativeError{.code = QString::number(mysql_errno(m_connection)), .text = QString::fromUtf8(mysql_error(m_connection))});
        return tl::unexpected(mariadbError(m_statement));
    }
}

void MariadbStatement::finish()
{
    // The server sends a started result to its end.
    mysql_stmt_free_result(m_statement);
}

qint64 MariadbStatement::affected() const
{
    return m_affected;
}

QVariant MariadbStatement::insertedId() const
{
    const auto id = mysql_stmt_insert_id(m_statement);
    return id == 0 ? QVariant() : QVariant(qint64(id));
}

QString MariadbStatement::columnName(int column) const
{
    return QString::fromUtf8(m_columns->fields[column].name);
}

QString MariadbStatement::tableName(int column) const
{
    return QString::fromUtf8(m_columns->fields[column].org_table);
}

namespace {

/// Converts a column of the current row to `type`; false when it is NULL.
bool fetch(MYSQL_STMT *statement, int column, enum_field_types type, void *buffer, unsigned long size, unsigned long *length)
{
    my_bool isNull = 0;
    MYSQL_BIND bind{};
    bind.buffer_type = type;
    bind.buffer = buffer;
    bind.buffer_length = size;
    bind.length = length;
    bind.is_null = &isNull;
    mysql_stmt_fetch_column(statement, &bind, static_cast<unsigned int>(column), 0);
    return isNull == 0;
}

} // namespace

std::optional<QByteArrayView> MariadbStatement::bytes(int column) const
{
    QByteArray &room = m_columns->room;
    const enum_field_types type = isBytes(m_columns->fields[column]) ? MYSQL_TYPE_BLOB : MYSQL_TYPE_STRING;
    unsigned long length = 0;
    if (!fetch(m_statement, column, type, room.data(), static_cast<unsigned long>(room.size()), &length))
        return std::nullopt;
    if (qsizetype(length) > room.size()) {
        room.resize(qsizetype(length));
        fetch(m_statement, column, type, room.data(), length, &length);
    }
    return QByteArrayView(room.constData(), qsizetype(length));
}

bool MariadbStatement::isNull(int column) const
{
    // Of the kind that the value has, so that nothing is converted.
    const MYSQL_FIELD &field = m_columns->fields[column];
    unsigned long length = 0;
    if (isInteger(field)) {
        qint64 number = 0;
        return !fetch(m_statement, column, MYSQL_TYPE_LONGLONG, &number, sizeof number, &length);
    }
    if (isDateTime(field)) {
        MYSQL_TIME time{};
        return !fetch(m_statement, column, MYSQL_TYPE_DATETIME, &time, sizeof time, &length);
    }
    return !fetch(m_statement, column, MYSQL_TYPE_STRING, nullptr, 0, &length);
}

QVariant MariadbStatement::raw(int column) const
{
    const MYSQL_FIELD &field = m_columns->fields[column];
    if (isInteger(field)) {
        const std::optional<qint64> number = integer(column);
        if (!number)
            return {};
        return (field.flags & UNSIGNED_FLAG) != 0 ? QVariant(quint64(*number)) : QVariant(*number);
    }
    const std::optional<QByteArrayView> found = bytes(column);
    if (!found)
        return {};
    if (isBytes(field))
        return found->toByteArray();
    return isFloat(field) ? QVariant(found->toDouble()) : QVariant(QString::fromUtf8(*found));
}

QVariant MariadbStatement::unusual(int column, Type type) const
{
    return m_dialect.fromDriver(type, raw(column)).value_or(QVariant());
}

std::optional<qint64> MariadbStatement::integer(int column) const
{
    if (!isInteger(m_columns->fields[column]))
        return typed<qint64>(unusual(column, Type::Integer));
    qint64 number = 0;
    unsigned long length = 0;
    return fetch(m_statement, column, MYSQL_TYPE_LONGLONG, &number, sizeof number, &length) ? std::optional(number) : std::nullopt;
}

std::optional<double> MariadbStatement::floatingPoint(int column) const
{
    if (m_columns->fields[column].type != MYSQL_TYPE_DOUBLE)
        return typed<double>(unusual(column, Type::Float));
    double number = 0;
    unsigned long length = 0;
    return fetch(m_statement, column, MYSQL_TYPE_DOUBLE, &number, sizeof number, &length) ? std::optional(number) : std::nullopt;
}

std::optional<bool> MariadbStatement::boolean(int column) const
{
    if (!isInteger(m_columns->fields[column]))
        return typed<bool>(unusual(column, Type::Boolean));
    const std::optional<qint64> number = integer(column);
    return number ? std::optional(*number != 0) : std::nullopt;
}

std::optional<QString> MariadbStatement::text(int column) const
{
    if (!isText(m_columns->fields[column]))
        return typed<QString>(unusual(column, Type::String));
    const std::optional<QByteArrayView> found = bytes(column);
    return found ? std::optional(QString::fromUtf8(*found)) : std::nullopt;
}

std::optional<QDateTime> MariadbStatement::time(int column) const
{
    if (!isDateTime(m_columns->fields[column]))
        return typed<QDateTime>(unusual(column, Type::UtcDatetime));
    MYSQL_TIME found{};
    unsigned long length = 0;
    if (!fetch(m_statement, column, MYSQL_TYPE_DATETIME, &found, sizeof found, &length))
        return std::nullopt;
    const QDate date(int(found.year), int(found.month), int(found.day));
    const QTime clock(int(found.hour), int(found.minute), int(found.second), int(found.second_part / 1000));
    // Dates such as 0000-00-00 are none.
    return date.isValid() ? std::optional(QDateTime(date, clock, Qt::UTC)) : std::nullopt;
}

} // namespace db
