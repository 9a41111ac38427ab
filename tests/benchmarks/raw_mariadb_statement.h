// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/benchmarks/dataset.h"

#include <array>
#include <mysql.h>

/// Prepared statements as one writes them with libmariadb alone.
namespace bench::mariadb {

inline MYSQL_TIME timeOf(const QDateTime &time)
{
    const QDate date = time.date();
    const QTime clock = time.time();
    MYSQL_TIME value{};
    value.year = unsigned(date.year());
    value.month = unsigned(date.month());
    value.day = unsigned(date.day());
    value.hour = unsigned(clock.hour());
    value.minute = unsigned(clock.minute());
    value.second = unsigned(clock.second());
    value.time_type = MYSQL_TIMESTAMP_DATETIME;
    return value;
}

inline MYSQL_BIND bound(const qint64 &value)
{
    MYSQL_BIND bind{};
    bind.buffer_type = MYSQL_TYPE_LONGLONG;
    bind.buffer = const_cast<qint64 *>(&value);
    return bind;
}

inline MYSQL_BIND bound(const QByteArray &text)
{
    MYSQL_BIND bind{};
    bind.buffer_type = MYSQL_TYPE_STRING;
    bind.buffer = const_cast<char *>(text.constData());
    bind.buffer_length = static_cast<unsigned long>(text.size());
    return bind;
}

inline MYSQL_BIND bound(const MYSQL_TIME &time)
{
    MYSQL_BIND bind{};
    bind.buffer_type = MYSQL_TYPE_DATETIME;
    bind.buffer = const_cast<MYSQL_TIME *>(&time);
    return bind;
}

/// A prepared statement that is closed at the end of its scope, and the row it stands on. Rows come one by one.
class RawStatement
{
public:
    RawStatement(MYSQL *connection, const QByteArray &sql)
        : m_statement(mysql_stmt_init(connection))
    {
        check(mysql_stmt_prepare(m_statement, sql.constData(), static_cast<unsigned long>(sql.size())));
    }
    ~RawStatement() { mysql_stmt_close(m_statement); }
    RawStatement(const RawStatement &) = delete;
    RawStatement &operator=(const RawStatement &) = delete;

    void execute(MYSQL_BIND *parameters)
    {
        check(mysql_stmt_bind_param(m_statement, parameters));
        execute();
    }
    void execute() { check(mysql_stmt_execute(m_statement)); }
    /// Says what the columns are: n for a number, s for a text, t for a time.
    void expect(const char *kinds)
    {
        for (std::size_t i = 0; kinds[i]; ++i) {
            MYSQL_BIND &bind = m_binds[i];
            bind.is_null = &m_nulls[i];
            bind.length = &m_lengths[i];
            bind.buffer_type = kinds[i] == 'n' ? MYSQL_TYPE_LONGLONG : kinds[i] == 's' ? MYSQL_TYPE_STRING
                                                                                       : MYSQL_TYPE_DATETIME;
            bind.buffer = kinds[i] == 'n' ? static_cast<void *>(&m_numbers[i]) : kinds[i] == 's' ? static_cast<void *>(m_texts[i].data())
                                                                                                 : static_cast<void *>(&m_times[i]);
            bind.buffer_length = kinds[i] == 's' ? roomForText : 0;
        }
        check(mysql_stmt_bind_result(m_statement, m_binds.data()));
    }
    bool next()
    {
        const int result = mysql_stmt_fetch(m_statement);
        if (result == 1)
            check(result);
        return result != MYSQL_NO_DATA;
    }
    void finish() { mysql_stmt_free_result(m_statement); }

    bool isNull(std::size_t column) const { return m_nulls[column]; }
    qint64 integer(std::size_t column) const { return m_numbers[column]; }
    QString text(std::size_t column)
    {
        const unsigned long length = m_lengths[column];
        if (length <= roomForText)
            return QString::fromUtf8(m_texts[column].data(), qsizetype(length));
        QByteArray longer(qsizetype(length), Qt::Uninitialized);
        MYSQL_BIND bind = m_binds[column];
        bind.buffer = longer.data();
        bind.buffer_length = length;
        mysql_stmt_fetch_column(m_statement, &bind, static_cast<unsigned int>(column), 0);
        return QString::fromUtf8(longer);
    }
    QDateTime time(std::size_t column) const
    {
        const MYSQL_TIME &found = m_times[column];
        return QDateTime(QDate(int(found.year), int(found.month), int(found.day)), QTime(int(found.hour), int(found.minute), int(found.second)), Qt::UTC);
    }

    MYSQL_STMT *native() { return m_statement; }
    void check(int result)
    {
        if (result != 0)
            giveUp(QString::fromUtf8(mysql_stmt_error(m_statement)));
    }

private:
    static constexpr std::size_t mostColumns = 9;
    static constexpr unsigned long roomForText = 1024;

    MYSQL_STMT *m_statement;
    std::array<MYSQL_BIND, mostColumns> m_binds{};
    std::array<my_bool, mostColumns> m_nulls{};
    std::array<unsigned long, mostColumns> m_lengths{};
    std::array<qint64, mostColumns> m_numbers{};
    std::array<MYSQL_TIME, mostColumns> m_times{};
    std::array<std::array<char, roomForText>, mostColumns> m_texts{};
};

} // namespace bench::mariadb
