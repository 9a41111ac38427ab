// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialect.h"

namespace db {

/// PostgreSQL 13 and newer. Values are stored as Ecto stores them: times as UTC without a zone. QtSql opens the connection,
/// and libpq runs the statements on it: QtSql would take times for local ones, and values for parts of the SQL text.
class PostgresDialect : public Dialect
{
public:
    QString driver() const override;
    Result<Opening> opening(const DatabaseUrl &url) const override;
    Error notOpened(const DatabaseUrl &url, const NativeError &error) const override;
    Result<void> prepare(Connection &connection, const QSqlDatabase &database) const override;
    std::shared_ptr<Interrupt> interrupt(const DatabaseUrl &url, const QSqlDatabase &database) const override;
    TransactionState transactionState(const QSqlDatabase &database) const override;
    Result<void> create(const DatabaseUrl &url) const override;
    Result<void> drop(const DatabaseUrl &url) const override;
    tl::expected<std::unique_ptr<PreparedStatement>, NativeError> prepared(const Connection &connection, const QSqlDatabase &database,
                                                                           const QString &sql) const override;
    QString withoutValues(const QString &sql) const override;

    QVariant toDriver(Type type, const QVariant &value) const override;
    std::optional<QVariant> fromDriver(Type type, const QVariant &raw) const override;

    QString in(const QString &expression, Type type, const QVariantList &values, QList<Bind> &binds) const override;
    QString ilike(const QString &text, const QString &pattern) const override;
    QString truncated(Unit unit, const QString &time) const override;
    QString ordered(const QString &term, bool isDescending, bool mayBeNull) const override;

    bool abortsTransactions() const override { return true; }
    Statement tableRules(const QString &table) const override;
    Result<QList<TableInfo>> tables(Connection &connection) const override;
    Result<QList<RoutineInfo>> routines(Connection &connection) const override;
    bool holds(Type type, const ColumnInfo &column) const override;
    Qt::CaseSensitivity caseOfColumns() const override { return Qt::CaseSensitive; }
    QString continueKeys(const QString &table, const QString &key) const override;
    QString tableNames() const override;
    Result<QStringList> definition(const QList<Operation> &operations) const override;
    QString lockMigrations(const QString &table) const override;

    Error classify(const NativeError &native, const Statement &statement, Violation &violation) const override;
};

} // namespace db
