// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migration.h"

namespace db {

/// Writes the statements that carry out one operation of a migration: in standard SQL, with Ecto's names for constraints.
/// An engine says how it calls its types, and overrides what it spells otherwise.
class Definition
{
public:
    virtual ~Definition() = default;

    QStringList statements(const Operation &operation) const;

protected:
    virtual QString quoted(const QString &name) const;
    QString quotedList(const QStringList &names) const;
    /// A value as the DEFAULT of a column.
    virtual QString literal(const QVariant &value) const;
    virtual QString typeName(const Column &column) const = 0;
    /// The type of a key that counts up by itself, with all that makes it one.
    virtual QString countingKey() const = 0;
    /// What makes a column a reference, behind its type.
    virtual QString reference(const QString &table, const Column &column) const;
    QString onDeleteClause(OnDelete onDelete) const;
    /// A column in full, as CREATE TABLE and ADD COLUMN want it.
    virtual QString column(const QString &table, const Column &column) const;
    virtual QString tableOptions() const { return {}; }

    virtual QStringList make(const CreateTable &operation) const;
    virtual QStringList make(const DropTable &operation) const;
    virtual QStringList make(const AddColumns &operation) const;
    virtual QStringList make(const RemoveColumns &operation) const;
    virtual QStringList make(const CreateIndex &operation) const;
    virtual QStringList make(const DropIndex &operation) const;
    virtual QStringList make(const RenameTable &operation) const;
    virtual QStringList make(const RenameColumn &operation) const;
    virtual QStringList make(const Execute &operation) const;
};

} // namespace db
