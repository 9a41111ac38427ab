// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/definition.h"

namespace db {

/// Migrations on PostgreSQL, with the types and names of Ecto's adapter.
class PostgresDefinition : public Definition
{
protected:
    QString engine() const override;
    bool has(Feature feature) const override;
    QString typeName(const Column &column) const override;
    QString countingKey() const override;
    QStringList clauses(const QString &table, const ColumnChange &change) const override;

    using Definition::make;
    QStringList make(const CreateTable &operation) const override;
    QStringList make(const CreateIndex &operation) const override;
    QStringList make(const AlterTable &operation) const override;

private:
    QStringList modification(const QString &table, const Column &now) const;
    QString conversion(const Column &now, const QString &type) const;
    /// An empty text takes the comment away.
    QString commentOn(const QString &object, const QString &comment) const;
    QString commentOnColumn(const QString &table, const Column &column) const;
};

} // namespace db
