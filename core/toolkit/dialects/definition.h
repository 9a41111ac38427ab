// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/feature.h"
#include "core/toolkit/error.h"
#include "core/toolkit/operation.h"

namespace db {

/// Writes the statements that carry out the operations of a migration: in standard SQL, with Ecto's names for constraints.
/// An engine says what it lacks and how it calls its types, and overrides what it spells otherwise.
class Definition
{
public:
    virtual ~Definition() = default;

    /// Refused where the engine lacks something, with a sentence that names it and the operation.
    Result<QStringList> statements(const QList<Operation> &operations) const;
    /// The operations without those that this engine does by itself when it does a later one.
    virtual QList<Operation> needed(const QList<Operation> &operations) const { return operations; }

protected:
    virtual QString engine() const = 0;
    virtual bool has(Feature feature) const = 0;
    /// What an operation leaves unsaid that nobody can do without; empty when all is well.
    virtual QString missing(const Operation &operation) const;

    virtual QString quoted(const QString &name) const;
    QString quotedList(const QStringList &names) const;
    /// A value as the DEFAULT of a column.
    virtual QString literal(const QVariant &value) const;
    virtual QString typeName(const Column &column) const = 0;
    /// The type of a key that counts up by itself, with all that makes it one.
    virtual QString countingKey() const = 0;
    virtual QString tableOptions(const CreateTable &) const { return {}; }
    /// Whether the rules of a column stand behind all columns, or else behind its own type.
    virtual bool keepsChecksApart() const { return false; }

    /// The type of what a column holds, that of the other key for a reference.
    QString heldType(const Column &column) const;
    QString defaultClause(const Column &column) const;
    virtual QString generatedClause(const Column &column) const;
    virtual QString collateClause(const Column &column) const;
    virtual QString commentClause(const Column &) const { return {}; }
    /// Name, type and what belongs to the column alone, without keys and rules.
    virtual QString attributes(const Column &column) const;
    /// Where a reference leads, and what happens when the other row changes.
    QString target(const Reference &reference) const;
    /// `CONSTRAINT … FOREIGN KEY …`, as a part of CREATE TABLE and behind ADD.
    QString foreignKey(const QString &table, const Column &column) const;
    QString checkClause(const Check &check) const;
    /// A column as CREATE TABLE and ADD COLUMN want it, but for apart().
    virtual QString column(const QString &table, const Column &column, bool isWholeKey) const;
    /// What has to stand behind the columns: foreign keys of several columns, and rules if the engine wants them there.
    QStringList apart(const QString &table, const Column &column) const;
    virtual QString indexColumn(const IndexColumn &column) const;
    QString alteration(const QString &table, const QStringList &clauses) const;
    /// The parts of ALTER TABLE that carry out one change.
    virtual QStringList clauses(const QString &table, const ColumnChange &change) const;

    virtual QStringList make(const CreateTable &operation) const;
    virtual QStringList make(const DropTable &operation) const;
    virtual QStringList make(const AlterTable &operation) const;
    virtual QStringList make(const CreateIndex &operation) const;
    virtual QStringList make(const DropIndex &operation) const;
    virtual QStringList make(const CreateConstraint &operation) const;
    virtual QStringList make(const DropConstraint &operation) const;
    virtual QStringList make(const RenameTable &operation) const;
    virtual QStringList make(const RenameColumn &operation) const;
    virtual QStringList make(const RenameIndex &operation) const;
    virtual QStringList make(const Execute &operation) const;
    /// A comment, for there is nothing that could be run without the program.
    virtual QStringList make(const Call &operation) const;
};

} // namespace db
