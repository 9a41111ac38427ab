// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/definition.h"

namespace db {

/// Migrations on SQLite. Types, names and spelling are those of Ecto's SQLite adapter, but for decimals: a DECIMAL column
/// makes SQLite keep 12345.60 as the inexact number 12345.6, so they are kept as TEXT, digit by digit.
class SqliteDefinition : public Definition
{
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
    QStringList make(const RenameIndex &operation) const override;
};

} // namespace db
