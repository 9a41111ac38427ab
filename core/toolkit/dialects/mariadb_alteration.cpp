// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What MariaDB lacks, and how it alters tables and indexes.

#include "core/toolkit/dialects/mariadb_definition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Kind = ColumnChange::Kind;

bool isRemoval(const ColumnChange &change)
{
    return change.kind == Kind::Remove || change.kind == Kind::RemoveIfExists;
}

/// Whether an operation removes all columns of an index, and so the index.
bool removes(const Operation &operation, const Index &index)
{
    const auto *alteration = std::get_if<AlterTable>(&operation);
    return alteration && alteration->table == index.table && !index.columns.isEmpty()
        && std::all_of(index.columns.begin(), index.columns.end(), [&](const IndexColumn &column) {
               return std::any_of(alteration->changes.begin(), alteration->changes.end(),
                                  [&](const ColumnChange &change) { return isRemoval(change) && change.column.name == column.text; });
           });
}

constexpr int longestName = 64;
constexpr int longestMessage = 128; // of SIGNAL

/// Selects what the server knows of a column. Both names are literals.
QString columnRow(const QString &table, const QString &column)
{
    return u"SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = "_s + table + u" AND column_name = " + column;
}

/// Ends the migration where a condition holds. The message is a literal.
QString refusedWhere(const QString &condition, const QString &message)
{
    return u"BEGIN NOT ATOMIC IF "_s + condition + u" THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = " + message + u"; END IF; END";
}

QStringList namesIn(const Operation &operation)
{
    QStringList names;
    const auto ofColumn = [&names](const QString &table, const Column &column) {
        names.append(column.name);
        if (column.type == ColumnType::Reference)
            names.append(column.foreignKey(table));
    };
    if (const auto *table = std::get_if<CreateTable>(&operation)) {
        names.append(table->table);
        for (const Column &column : table->columns)
            ofColumn(table->table, column);
    } else if (const auto *alteration = std::get_if<AlterTable>(&operation)) {
        for (const ColumnChange &change : alteration->changes)
            ofColumn(alteration->table, change.column);
    } else if (const auto *index = std::get_if<CreateIndex>(&operation)) {
        names.append(index->index.name());
    } else if (const auto *constraint = std::get_if<CreateConstraint>(&operation)) {
        names.append(constraint->constraint.name);
    }
    return names;
}

} // namespace

QString MariadbDefinition::engine() const
{
    return u"MariaDB"_s;
}

bool MariadbDefinition::has(Feature feature) const
{
    switch (feature) {
    case Feature::IndexMethod:
    case Feature::ConcurrentIndex:
        return true;
    default:
        return false;
    }
}

// An index that a foreign key needs can only go together with its column.
QList<Operation> MariadbDefinition::needed(const QList<Operation> &operations) const
{
    QList<Operation> kept;
    for (auto operation = operations.begin(); operation != operations.end(); ++operation) {
        const auto *index = std::get_if<DropIndex>(&*operation);
        if (!index || std::none_of(operation, operations.end(), [index](const Operation &later) { return removes(later, index->index); }))
            kept.append(*operation);
    }
    return kept;
}

QString MariadbDefinition::missing(const Operation &operation) const
{
    const QStringList names = namesIn(operation);
    for (const QString &name : names) {
        if (name.size() > longestName)
            return u"MariaDB has no names of more than 64 characters such as "_s + name;
    }
    return Definition::missing(operation);
}

QStringList MariadbDefinition::withoutForeignKey(const QString &table, const Column &column) const
{
    const QString key = quoted(column.foreignKey(table));
    return {u"DROP FOREIGN KEY "_s + key, u"DROP INDEX IF EXISTS "_s + key};
}

QStringList MariadbDefinition::clauses(const QString &table, const ColumnChange &change) const
{
    const Column &column = change.column;
    QStringList parts;
    if (change.kind == Kind::Modify) {
        const bool wasKey = column.before && column.before->isPrimaryKey;
        if (wasKey && !column.isPrimaryKey)
            parts.append(u"DROP PRIMARY KEY"_s);
        parts.append(u"MODIFY "_s + attributes(column));
        if (column.isPrimaryKey && !wasKey)
            parts.append(u"ADD PRIMARY KEY ("_s + quoted(column.name) + u')');
        if (column.type == ColumnType::Reference)
            parts.append(u"ADD "_s + foreignKey(table, column));
        return parts;
    }
    if (change.kind == Kind::Remove) {
        if (column.type == ColumnType::Reference)
            parts = withoutForeignKey(table, column);
        for (const Check &check : column.checks)
            parts.append(u"DROP CONSTRAINT "_s + quoted(check.name));
    }
    return parts + Definition::clauses(table, change);
}

// MariaDB would fill rows that are there already with zeroes and empty texts.
QString MariadbDefinition::guard(const QString &table, const ColumnChange &change) const
{
    QString condition = u"EXISTS (SELECT 1 FROM "_s + quoted(table) + u')';
    if (change.kind == Kind::AddIfNotExists)
        condition += u" AND NOT EXISTS ("_s + columnRow(literal(table), literal(change.column.name)) + u')';
    const QString text = u"column "_s + change.column.name + u" of table " + table + u" is NOT NULL without a default, and the table has rows";
    return refusedWhere(condition, literal(text.left(longestMessage)));
}

// A column is told in full, but that a key counts up is not told at all, and MODIFY would end it.
QString MariadbDefinition::counterGuard(const QString &table, const QString &column) const
{
    const QString condition = u"EXISTS ("_s + columnRow(literal(table), literal(column)) + u" AND extra LIKE '%auto_increment%')";
    const QString text = u"column "_s + column + u" of table " + table + u" counts up, and would no more";
    return refusedWhere(condition, literal(text.left(longestMessage)));
}

QStringList MariadbDefinition::make(const AlterTable &operation) const
{
    QStringList statements;
    for (const ColumnChange &change : operation.changes) {
        const Column *before = change.column.before.get();
        if ((change.kind == Kind::Add || change.kind == Kind::AddIfNotExists) && change.column.needsValue())
            statements.append(guard(operation.table, change));
        if (change.kind == Kind::Modify && change.column.isPrimaryKey)
            statements.append(counterGuard(operation.table, change.column.name));
        // By itself: MariaDB cannot drop a foreign key and add one of the same name at once.
        if (before && before->type == ColumnType::Reference)
            statements.append(alteration(operation.table, withoutForeignKey(operation.table, *before)));
    }
    return statements + Definition::make(operation);
}

QStringList MariadbDefinition::make(const CreateIndex &operation) const
{
    const Index &index = operation.index;
    QStringList columns;
    for (const IndexColumn &column : index.columns)
        columns.append(indexColumn(column));
    QString sql = index.isUnique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s;
    if (index.isConditional)
        sql += u"IF NOT EXISTS ";
    sql += quoted(index.name());
    if (!index.accessMethod.isEmpty())
        sql += u" USING "_s + index.accessMethod;
    sql += u" ON "_s + quoted(index.table) + u" (" + columns.join(u", ") + u')';
    if (!index.comment.isEmpty())
        sql += u" COMMENT "_s + literal(index.comment);
    return {sql + (index.isConcurrent ? u" LOCK = NONE"_s : QString())};
}

QStringList MariadbDefinition::make(const DropIndex &operation) const
{
    const Index &index = operation.index;
    const QString drop = (index.isConditional ? u"DROP INDEX IF EXISTS "_s : u"DROP INDEX "_s) + quoted(index.name());
    return {index.isConcurrent ? alteration(index.table, {drop, u"LOCK = NONE"_s}) : QString(drop + u" ON " + quoted(index.table))};
}

QStringList MariadbDefinition::make(const RenameIndex &operation) const
{
    return {alteration(operation.index.table, {QString(u"RENAME INDEX " + quoted(operation.index.name()) + u" TO " + quoted(operation.to))})};
}

} // namespace db
