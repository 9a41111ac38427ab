// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialect.h"

namespace db {

/// MariaDB 10.6 and newer. Values are stored as Ecto's MyXQL adapter stores them: times as UTC wall time, UUIDs as 16
/// bytes, truth values as 0 and 1.
///
/// Whether letters of different case are the same to `=` and to unique indexes is up to the collation of the column.
/// Databases made by create() tell them apart, as the other engines do.
class MariadbDialect : public Dialect
{
public:
    QString driver() const override;
    QList<DatabaseUrl> places(const DatabaseUrl &url) const override;
    Result<Opening> opening(const DatabaseUrl &url) const override;
    Error notOpened(const DatabaseUrl &url, const NativeError &native) const override;
    Result<void> prepare(Connection &connection, const QSqlDatabase &database) const override;
    std::shared_ptr<Interrupt> interrupt(const DatabaseUrl &url, const QSqlDatabase &database) const override;
    TransactionState transactionState(const QSqlDatabase &database) const override;
    Result<void> create(const DatabaseUrl &url) const override;
    Result<void> drop(const DatabaseUrl &url) const override;
    tl::expected<std::unique_ptr<PreparedStatement>, NativeError> prepared(const Connection &connection, const QSqlDatabase &database,
                                                                           const QString &sql) const override;

    QString quoted(const QString &name) const override;
    QVariant toDriver(Type type, const QVariant &value) const override;
    std::optional<QVariant> fromDriver(Type type, const QVariant &raw) const override;

    QString in(const QString &expression, Type type, const QVariantList &values, QList<Bind> &binds) const override;
    QString isSame(const QString &left, const QString &right) const override;
    QString ilike(const QString &text, const QString &pattern) const override;
    bool has(Feature feature) const override;
    QString parameter(Type type, const QString &mark) const override;
    QString arithmetic(char16_t symbol, Type type, const QString &left, const QString &right) const override;
    QString concatenated(const QStringList &texts) const override;
    QString function(const QString &name, Type of, const QStringList &arguments) const override;
    QString castTo(Type type, const QString &expression) const override;
    QString like(const QString &text, const QString &pattern) const override;
    QString truncatedIn(const QString &zone, Unit unit, const QString &time) const override;
    QString later(const QString &time, qint64 months, qint64 seconds, QList<Bind> &binds) const override;
    QString jsonText(const QString &document, const QVariantList &path, QList<Bind> &binds) const override;
    QString pushed(const QString &list, Type elementType, const QVariant &element, QList<Bind> &binds) const override;
    QString pulled(const QString &list, Type elementType, const QVariant &element, QList<Bind> &binds) const override;
    QString locking(Lock lock, LockWait wait) const override;
    QString truncated(Unit unit, const QString &time) const override;
    Result<QList<TableInfo>> tables(Connection &connection) const override;
    Result<QList<RoutineInfo>> routines(Connection &connection) const override;
    bool holds(Type type, const ColumnInfo &column) const override;
    QString tableNames() const override;
    QString onConflictMarked(const QStringList &target, const QString &key) const override;
    QString leftAlone() const override;
    QString onConflict(const QStringList &target, const QStringList &assignments, const QString &key) const override;
    Statement tableRules(const QString &table) const override;
    QString proposed(const QString &column) const override;
    QString deleteFrom(const QString &table, const QString &alias) const override;
    QString insertDefaults(const QString &table) const override;

    Result<QStringList> definition(const QList<Operation> &operations) const override;
    QList<Operation> needed(const QList<Operation> &operations) const override;
    QString lockMigrations(const QString &table) const override;
    QString unlockMigrations() const override;
    QString commitByStatement() const override;
    bool rollsDefinitionsBack() const override;

    Error classify(const NativeError &native, const Statement &statement, Violation &violation) const override;
};

} // namespace db
