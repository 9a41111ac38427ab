// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/definition.h"

namespace db {

class SqliteRebuild;

/// Migrations on SQLite. Types, names and spelling are those of Ecto's SQLite adapter, but for decimals: a DECIMAL column
/// makes SQLite keep 12345.60 as the inexact number 12345.6, so they are kept as TEXT, digit by digit.
class SqliteDefinition : public Definition
{
public:
    using Definition::statements;
    /// For the tables as they are: what ALTER TABLE cannot do makes a table anew.
    Result<QStringList> statements(const Operation &operation, Connection &connection) const;
    static bool dependsOnTables(const Operation &operation);
    static bool makesTableAnew(const Operation &operation);

protected:
    QString engine() const override;
    bool has(Feature feature) const override;
    QString missing(const Operation &operation) const override;
    QString typeName(const Column &column) const override;
    QString countingKey() const override;
    QString generatedClause(const Column &column) const override;
    QString column(const QString &table, const Column &column, bool isWholeKey) const override;

    using Definition::make;
    QStringList make(const AlterTable &operation) const override;
    QStringList make(const CreateConstraint &operation) const override;
    QStringList make(const DropConstraint &operation) const override;
    QStringList make(const RenameIndex &operation) const override;

private:
    Result<QStringList> altered(const AlterTable &operation, Connection &connection) const;
    Result<QStringList> constrained(const CreateConstraint &operation, Connection &connection) const;
    Result<QStringList> released(const DropConstraint &operation, Connection &connection) const;
    QStringList plain(const ColumnChange &change, const SqliteRebuild &rebuild) const;
    Result<void> change(SqliteRebuild &rebuild, const ColumnChange &change) const;
    void add(SqliteRebuild &rebuild, const Column &column) const;
    Result<void> modify(SqliteRebuild &rebuild, const Column &now) const;
    Result<void> remove(SqliteRebuild &rebuild, const Column &column) const;
};

} // namespace db
