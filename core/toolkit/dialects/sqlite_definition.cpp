// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_definition.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// In place of statements that depend on the table as it is.
QString comment(const Operation &operation)
{
    return u"-- "_s + describe(operation);
}

} // namespace

QString SqliteDefinition::engine() const
{
    return u"SQLite"_s;
}

bool SqliteDefinition::has(Feature feature) const
{
    switch (feature) {
    case Feature::PartialIndex:
    case Feature::IndexedExpression:
    case Feature::DefaultOnDelete:
    case Feature::RequiredGeneration:
    case Feature::ModifiedGeneration:
        return true;
    default:
        return false;
    }
}

QString SqliteDefinition::missing(const Operation &operation) const
{
    if (const auto *renaming = std::get_if<RenameIndex>(&operation); renaming && renaming->index.columns.isEmpty())
        return u"SQLite makes a renamed index anew and needs its columns"_s;
    return Definition::missing(operation);
}

QString SqliteDefinition::typeName(const Column &column) const
{
    switch (column.type) {
    case ColumnType::Reference:
    case ColumnType::Integer:
    case ColumnType::BigInteger:
    case ColumnType::Boolean:
        return u"INTEGER"_s;
    case ColumnType::Float:
        return u"NUMERIC"_s;
    case ColumnType::Binary:
        return u"BLOB"_s;
    case ColumnType::String:
    case ColumnType::Text:
    case ColumnType::Decimal:
    case ColumnType::Uuid:
    case ColumnType::Date:
    case ColumnType::Time:
    case ColumnType::TimeUsec:
    case ColumnType::NaiveDatetime:
    case ColumnType::NaiveDatetimeUsec:
    case ColumnType::UtcDatetime:
    case ColumnType::UtcDatetimeUsec:
    case ColumnType::Map:
    case ColumnType::Array:
        return u"TEXT"_s;
    }
    Q_UNREACHABLE();
}

QString SqliteDefinition::countingKey() const
{
    return u"INTEGER PRIMARY KEY AUTOINCREMENT"_s;
}

// A stored one cannot be added to a table with rows.
QString SqliteDefinition::generatedClause(const Column &column) const
{
    return column.generated.isEmpty() ? QString() : QString(u" GENERATED ALWAYS AS (" + column.generated + u") VIRTUAL");
}

QString SqliteDefinition::column(const QString &table, const Column &column, bool isWholeKey) const
{
    Column part = column;
    if (part.isPrimaryKey && !isWholeKey)
        part.isNullable = false; // SQLite alone would let NULL into a key
    return Definition::column(table, part, isWholeKey);
}

QStringList SqliteDefinition::make(const AlterTable &operation) const
{
    if (makesTableAnew(operation))
        return {comment(operation)};
    QStringList statements;
    for (const ColumnChange &change : operation.changes)
        statements.append(alteration(operation.table, clauses(operation.table, change)));
    return statements;
}

QStringList SqliteDefinition::make(const CreateConstraint &operation) const
{
    return {comment(operation)};
}

QStringList SqliteDefinition::make(const DropConstraint &operation) const
{
    return {comment(operation)};
}

QStringList SqliteDefinition::make(const RenameIndex &operation) const
{
    Index renamed = operation.index;
    renamed.named(operation.to);
    return make(DropIndex{operation.index}) + make(CreateIndex{renamed});
}

} // namespace db
