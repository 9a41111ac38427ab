// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/definition.h"

namespace db {

/// A name as MariaDB quotes it whatever the SQL mode.
QString mariadbQuoted(QString name);

/// Migrations on MariaDB, with the types and names of Ecto's MyXQL adapter.
class MariadbDefinition : public Definition
{
public:
    QList<Operation> needed(const QList<Operation> &operations) const override;

protected:
    QString engine() const override;
    bool has(Feature feature) const override;
    QString missing(const Operation &operation) const override;

    QString quoted(const QString &name) const override;
    QString literal(const QVariant &value) const override;
    QString typeName(const Column &column) const override;
    QString countingKey() const override;
    QString tableOptions(const CreateTable &operation) const override;
    bool keepsChecksApart() const override { return true; }
    QString commentClause(const Column &column) const override;
    QStringList clauses(const QString &table, const ColumnChange &change) const override;

    using Definition::make;
    QStringList make(const AlterTable &operation) const override;
    QStringList make(const CreateIndex &operation) const override;
    QStringList make(const DropIndex &operation) const override;
    QStringList make(const RenameIndex &operation) const override;

private:
    /// What takes a foreign key away, and with it the index that MariaDB made for it.
    QStringList withoutForeignKey(const QString &table, const Column &column) const;
    QString guard(const QString &table, const ColumnChange &change) const;
    QString counterGuard(const QString &table, const QString &column) const;
};

} // namespace db
