// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialect.h"

namespace db {

/// SQLite 3.38 and newer. Values are stored as ecto_sqlite3 stores them, except decimals, which are kept as TEXT so
/// that they stay exact.
class SqliteDialect : public Dialect
{
public:
    QString driver() const override;
    Result<Opening> opening(const DatabaseUrl &url) const override;
    Result<void> prepare(Connection &connection, const QSqlDatabase &database) const override;
    TransactionState transactionState(const QSqlDatabase &database) const override;
    Result<void> create(const DatabaseUrl &url) const override;
    Result<void> drop(const DatabaseUrl &url) const override;
    tl::expected<std::unique_ptr<PreparedStatement>, NativeError> prepared(const Connection &connection, const QSqlDatabase &database,
                                                                           const QString &sql) const override;
    QString beginWrite() const override;

    QVariant toDriver(Type type, const QVariant &value) const override;
    std::optional<QVariant> fromDriver(Type type, const QVariant &raw) const override;

    QString in(const QString &expression, Type type, const QVariantList &values, QList<Bind> &binds) const override;
    QString isSame(const QString &left, const QString &right) const override;
    QString contains(const QString &text, const QString &needle, QList<Bind> &binds) const override;
    QString ilike(const QString &text, const QString &pattern) const override;
    QString truncated(Unit unit, const QString &time) const override;
    bool has(Feature feature) const override;
    QString parameter(Type type, const QString &mark) const override;
    QString comparable(const QString &expression, Type type) const override;
    QString function(const QString &name, Type of, const QStringList &arguments) const override;
    QString arithmetic(char16_t symbol, Type type, const QString &left, const QString &right) const override;
    QString castTo(Type type, const QString &expression) const override;
    QString like(const QString &text, const QString &pattern) const override;
    QString truncatedIn(const QString &zone, Unit unit, const QString &time) const override;
    QString later(const QString &time, qint64 months, qint64 seconds, QList<Bind> &binds) const override;
    QString jsonText(const QString &document, const QVariantList &path, QList<Bind> &binds) const override;
    QString pushed(const QString &list, Type elementType, const QVariant &element, QList<Bind> &binds) const override;
    QString pulled(const QString &list, Type elementType, const QVariant &element, QList<Bind> &binds) const override;
    QString locking(Lock lock, LockWait wait) const override;
    Result<QList<TableInfo>> tables(Connection &connection) const override;
    bool holds(Type type, const ColumnInfo &column) const override;
    QString tableNames() const override;
    int parameterLimit() const override { return 32766; }
    Statement tableRules(const QString &table) const override;

    /// Whether rows must refer to rows that exist.
    static Result<bool> areReferencesKept(Connection &connection);
    Result<bool> suspendReferences(Connection &connection) const override;
    void resumeReferences(Connection &connection) const override;
    Result<void> checkReferences(Connection &connection) const override;
    Result<QStringList> definition(const QList<Operation> &operations) const override;
    Result<QStringList> statementsOf(const Operation &operation, Connection &connection) const override;
    bool dependsOnTables(const Operation &operation) const override;
    bool makesTableAnew(const Operation &operation) const override;
    Result<std::unique_ptr<Connection>> structureCopy(Connection &connection) const override;

    Error classify(const NativeError &native, const Statement &statement, Violation &violation) const override;
};

} // namespace db
