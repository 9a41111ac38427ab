// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/prepared_statement.h"

#include <QByteArray>

#include <memory>

struct pg_conn;
struct pg_result;

namespace db {

class Connection;
class Dialect;

/// A statement that libpq runs on the connection that QtSql opened. Values are never part of the SQL text, and rows come
/// one by one, so that a result of any size takes the memory of one row. One statement at a time: as long as one is
/// between start() and finish(), another cannot be started.
class PostgresStatement : public PreparedStatement
{
public:
    /// `?` stands for a value, and `??` for the operators of PostgreSQL that are written with a question mark.
    static tl::expected<std::unique_ptr<PreparedStatement>, NativeError> prepare(const Connection &connection, pg_conn *native, const QString &sql);
    /// A statement for prepare() whose question marks are no values.
    static QString withoutValues(const QString &sql);
    ~PostgresStatement() override;
    PostgresStatement(const PostgresStatement &) = delete;
    PostgresStatement &operator=(const PostgresStatement &) = delete;

    tl::expected<void, NativeError> start(const QList<Bind> &binds) override;
    /// In a pipeline: a round trip for each row would take longer than the rows.
    tl::expected<qint64, NativeError> insertEach(QList<Bind> binds, qsizetype rows, const Fill &fill) override;
    tl::expected<bool, NativeError> next() override;
    void finish() override;
    void abandon() override;
    qint64 affected() const override { return m_affected; }
    /// None: PostgreSQL tells keys by RETURNING.
    QVariant insertedId() const override { return {}; }
    QString columnName(int column) const override;
    /// Empty: it would take another statement to find out.
    QString tableName(int) const override { return {}; }
    bool isNull(int column) const override;
    QVariant raw(int column) const override;
    std::optional<qint64> integer(int column) const override;
    std::optional<double> floatingPoint(int column) const override;
    std::optional<bool> boolean(int column) const override;
    std::optional<QString> text(int column) const override;
    std::optional<QDateTime> time(int column) const override;

private:
    struct Clear
    {
        void operator()(pg_result *result) const;
    };
    using Answer = std::unique_ptr<pg_result, Clear>;

    PostgresStatement(pg_conn *native, const QByteArray &sql)
        : m_native(native), m_sql(sql) { }

    tl::expected<void, NativeError> prepareNamed();
    tl::expected<void, NativeError> startOnce(const QList<Bind> &binds);
    tl::expected<void, NativeError> send(const QList<Bind> &binds);
    tl::expected<void, NativeError> receive();
    NativeError error(const pg_result *result) const;
    QByteArrayView bytes(int column) const;

    pg_conn *m_native;
    QByteArray m_sql;
    QByteArray m_name; ///< on the server; empty for one that is sent anew each time
    Answer m_row;
    qint64 m_affected = 0;
    bool m_isOutdated = false; ///< the server does not take that name any more
    bool m_isRunning = false;
    bool m_isFirst = false; ///< the row was not asked for yet
};

} // namespace db
