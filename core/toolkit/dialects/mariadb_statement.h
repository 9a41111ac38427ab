// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/prepared_statement.h"

#include <memory>
#include <vector>

class QSqlDatabase;
struct st_mysql;
struct st_mysql_stmt;

namespace db {

class Dialect;

/// The native connection beneath an open QMYSQL database.
st_mysql *mariadbHandle(const QSqlDatabase &database);

/// Why a statement was refused.
NativeError mariadbError(st_mysql_stmt *statement);

/// A statement that libmariadb itself runs, on the connection that QtSql opened: QtSql takes a DATETIME for local time,
/// cuts its microseconds and hands texts of binary collations over as bytes. Rows come one by one, so that a result of any
/// size takes the memory of one row. One statement at a time: as long as one is between start() and finish(), another
/// cannot be started.
class MariadbStatement : public PreparedStatement
{
public:
    static tl::expected<std::unique_ptr<PreparedStatement>, NativeError> prepare(st_mysql *connection, const QString &sql, const Dialect &dialect);
    ~MariadbStatement() override;
    MariadbStatement(const MariadbStatement &) = delete;
    MariadbStatement &operator=(const MariadbStatement &) = delete;

    tl::expected<void, NativeError> start(const QList<Bind> &binds) override;
    /// Many rows at once, where the server takes them.
    tl::expected<qint64, NativeError> insertEach(QList<Bind> binds, qsizetype rows, const Fill &fill) override;
    tl::expected<bool, NativeError> next() override;
    void finish() override;
    qint64 affected() const override;
    QVariant insertedId() const override;
    QString columnName(int column) const override;
    QString tableName(int column) const override;
    bool isNull(int column) const override;
    QVariant raw(int column) const override;
    std::optional<qint64> integer(int column) const override;
    std::optional<double> floatingPoint(int column) const override;
    std::optional<bool> boolean(int column) const override;
    std::optional<QString> text(int column) const override;
    std::optional<QDateTime> time(int column) const override;

private:
    struct Parameters;
    struct Columns;
    MariadbStatement(st_mysql *connection, st_mysql_stmt *statement, const Dialect &dialect);

    /// The bytes of a column's value, as text unless they are a binary string; nothing when it is NULL.
    std::optional<QByteArrayView> bytes(int column) const;
    /// What a column of another kind than usual holds, as the dialect reads it.
    QVariant unusual(int column, Type type) const;

    st_mysql *m_connection;
    st_mysql_stmt *m_statement;
    const Dialect &m_dialect;
    std::unique_ptr<Parameters> m_parameters;
    std::unique_ptr<Columns> m_columns;
    qint64 m_affected = 0;
};

} // namespace db
