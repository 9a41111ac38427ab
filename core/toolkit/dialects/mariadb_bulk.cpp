// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Arrays of values: https://mariadb.com/kb/en/bulk-insert-column-wise-binding/

#include "core/toolkit/dialects/mariadb_bulk.h"

#include "core/toolkit/dialect.h"
#include "core/toolkit/dialects/mariadb_statement.h"

#include <bit>
#include <mysql.h>
#include <vector>

namespace db {

namespace {

/// A value as libmariadb wants it: eight bytes that are a number, or a text.
struct Value
{
    enum_field_types type = MYSQL_TYPE_NULL;
    qint64 number = 0;
    QByteArray text = {};
};

Value valueOf(const Dialect &dialect, const Bind &bind)
{
    const QVariant value = dialect.toDriver(bind.type, bind.value);
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return {};
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
        return {.type = MYSQL_TYPE_LONGLONG, .number = value.toLongLong()};
    case QMetaType::Double:
        return {.type = MYSQL_TYPE_DOUBLE, .number = std::bit_cast<qint64>(value.toDouble())};
    case QMetaType::QByteArray:
        return {.type = MYSQL_TYPE_BLOB, .text = value.toByteArray()};
    default:
        return {.type = bind.type == Type::Decimal ? MYSQL_TYPE_NEWDECIMAL : MYSQL_TYPE_STRING, .text = value.toString().toUtf8()};
    }
}

/// The values of one column in the rows of a batch.
class Column
{
public:
    /// A column of a batch has one type, which its first value that is not NULL decides.
    bool accepts(const Value &value) const
    {
        return m_type == MYSQL_TYPE_NULL || value.type == MYSQL_TYPE_NULL || m_type == value.type;
    }

    void append(const Value &value)
    {
        const bool isNull = value.type == MYSQL_TYPE_NULL;
        if (!isNull)
            m_type = value.type;
        m_numbers.push_back(value.number);
        m_texts.push_back(value.text);
        m_pointers.push_back(m_texts.back().constData());
        m_lengths.push_back(static_cast<unsigned long>(value.text.size()));
        m_indicators.push_back(isNull ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE);
    }

    MYSQL_BIND bound()
    {
        const bool isNumber = m_type == MYSQL_TYPE_LONGLONG || m_type == MYSQL_TYPE_DOUBLE;
        MYSQL_BIND bind{};
        bind.buffer_type = m_type == MYSQL_TYPE_NULL ? MYSQL_TYPE_STRING : m_type;
        bind.buffer = isNumber ? static_cast<void *>(m_numbers.data()) : static_cast<void *>(m_pointers.data());
        bind.length = m_lengths.data();
        bind.u.indicator = m_indicators.data();
        return bind;
    }

private:
    enum_field_types m_type = MYSQL_TYPE_NULL;
    std::vector<qint64> m_numbers;
    std::vector<QByteArray> m_texts;
    std::vector<const char *> m_pointers;
    std::vector<unsigned long> m_lengths;
    std::vector<char> m_indicators;
};

/// Rows that go to the server together.
class Batch
{
public:
    explicit Batch(std::size_t columns)
        : m_columns(columns) { }

    bool accepts(const std::vector<Value> &row) const
    {
        // Far less than a server takes in one packet, and enough for the way there to cost nothing.
        constexpr unsigned int mostRows = 2000;
        constexpr qsizetype mostBytes = 512 * 1024;
        if (m_rows == 0)
            return true;
        bool accepts = m_rows < mostRows && m_bytes < mostBytes;
        for (std::size_t column = 0; column < row.size(); ++column)
            accepts = accepts && m_columns[column].accepts(row[column]);
        return accepts;
    }

    void append(const std::vector<Value> &row)
    {
        ++m_rows;
        for (std::size_t column = 0; column < row.size(); ++column) {
            m_columns[column].append(row[column]);
            m_bytes += row[column].text.size();
        }
    }

    tl::expected<qint64, NativeError> insert(MYSQL_STMT *statement)
    {
        if (m_rows == 0)
            return 0;
        std::vector<MYSQL_BIND> binds;
        binds.reserve(m_columns.size());
        for (Column &column : m_columns)
            binds.push_back(column.bound());
        mysql_stmt_attr_set(statement, STMT_ATTR_ARRAY_SIZE, &m_rows);
        if (mysql_stmt_bind_param(statement, binds.data()) || mysql_stmt_execute(statement) != 0)
            return tl::unexpected(mariadbError(statement));
        return qint64(mysql_stmt_affected_rows(statement));
    }

private:
    std::vector<Column> m_columns;
    unsigned int m_rows = 0;
    qsizetype m_bytes = 0;
};

} // namespace

bool takesRowsInBulk(st_mysql *connection)
{
    unsigned long capabilities = 0; // those of MariaDB alone, the upper half of all
    mariadb_get_infov(connection, MARIADB_CONNECTION_EXTENDED_SERVER_CAPABILITIES, &capabilities);
    return (capabilities & (MARIADB_CLIENT_STMT_BULK_OPERATIONS >> 32)) != 0;
}

tl::expected<qint64, NativeError> insertInBulk(st_mysql_stmt *statement, const Dialect &dialect, QList<Bind> binds, qsizetype rows,
                                               const PreparedStatement::Fill &fill)
{
    const auto columns = std::size_t(binds.size());
    std::vector<Value> values(columns);
    Batch batch(columns);
    tl::expected<qint64, NativeError> inserted = 0;
    const auto send = [&] {
        if (const auto made = batch.insert(statement); made)
            *inserted += *made;
        else
            inserted = made;
        batch = Batch(columns);
    };
    for (qsizetype row = 0; row < rows && inserted && fill(row, binds); ++row) {
        for (std::size_t column = 0; column < columns; ++column)
            values[column] = valueOf(dialect, binds.at(qsizetype(column)));
        if (!batch.accepts(values))
            send();
        batch.append(values);
    }
    if (inserted)
        send();
    unsigned int single = 0;
    mysql_stmt_attr_set(statement, STMT_ATTR_ARRAY_SIZE, &single);
    return inserted;
}

} // namespace db
