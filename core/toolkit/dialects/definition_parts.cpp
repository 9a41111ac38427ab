// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How columns, references and indexes are written; definition.cpp puts them together.

#include "core/toolkit/decimal.h"
#include "core/toolkit/dialect.h"
#include "core/toolkit/dialects/definition.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

QString onDeleteClause(OnDelete action)
{
    switch (action) {
    case OnDelete::Nothing:
        return {};
    case OnDelete::Restrict:
        return u" ON DELETE RESTRICT"_s;
    case OnDelete::DeleteAll:
        return u" ON DELETE CASCADE"_s;
    case OnDelete::NilifyAll:
        return u" ON DELETE SET NULL"_s;
    case OnDelete::DefaultAll:
        return u" ON DELETE SET DEFAULT"_s;
    }
    Q_UNREACHABLE();
}

QString onUpdateClause(OnUpdate action)
{
    switch (action) {
    case OnUpdate::Nothing:
        return {};
    case OnUpdate::Restrict:
        return u" ON UPDATE RESTRICT"_s;
    case OnUpdate::UpdateAll:
        return u" ON UPDATE CASCADE"_s;
    case OnUpdate::NilifyAll:
        return u" ON UPDATE SET NULL"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString Definition::literal(const QVariant &value) const
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
        return value.toString();
    default:
        return quotedLiteral(value.canConvert<Decimal>() ? value.value<Decimal>().toString() : value.toString());
    }
}

QString Definition::heldType(const Column &column) const
{
    const bool refersToOtherKey = column.type == ColumnType::Reference && column.elementType;
    if (!refersToOtherKey)
        return typeName(column);
    Column key = column;
    key.type = *column.elementType;
    return typeName(key);
}

QString Definition::defaultClause(const Column &column) const
{
    if (!column.defaultSql.isEmpty())
        return u" DEFAULT ("_s + column.defaultSql + u')';
    return column.defaultValue.isValid() ? QString(u" DEFAULT " + literal(column.defaultValue)) : QString();
}

QString Definition::generatedClause(const Column &column) const
{
    return column.generated.isEmpty() ? QString() : QString(u" GENERATED ALWAYS AS (" + column.generated + u") STORED");
}

QString Definition::collateClause(const Column &column) const
{
    return column.collation.isEmpty() ? QString() : QString(u" COLLATE " + quoted(column.collation));
}

QString Definition::attributes(const Column &column) const
{
    QString sql = quoted(column.name) + u' ' + heldType(column) + collateClause(column) + generatedClause(column) + defaultClause(column);
    if (!column.isNullable)
        sql += u" NOT NULL";
    return sql + commentClause(column);
}

QString Definition::target(const Reference &reference) const
{
    QStringList columns{reference.column};
    for (const auto &[here, there] : reference.with)
        columns.append(there);
    QString sql = u"REFERENCES "_s + quoted(reference.table) + u'(' + quotedList(columns) + u')';
    if (reference.matchesFull)
        sql += u" MATCH FULL";
    sql += onDeleteClause(reference.onDelete);
    if (!reference.onDeleteColumns.isEmpty())
        sql += u" ("_s + quotedList(reference.onDeleteColumns) + u')';
    return sql + onUpdateClause(reference.onUpdate);
}

QString Definition::foreignKey(const QString &table, const Column &column) const
{
    QStringList columns{column.name};
    for (const auto &[here, there] : column.reference.with)
        columns.append(here);
    return u"CONSTRAINT "_s + quoted(column.foreignKey(table)) + u" FOREIGN KEY (" + quotedList(columns) + u") " + target(column.reference);
}

QString Definition::checkClause(const Check &check) const
{
    return u"CONSTRAINT "_s + quoted(check.name) + u" CHECK (" + check.expression + u')';
}

QString Definition::column(const QString &table, const Column &column, bool isWholeKey) const
{
    QString sql = attributes(column);
    if (column.isPrimaryKey && isWholeKey)
        sql += u" PRIMARY KEY";
    if (column.type == ColumnType::Reference && column.reference.with.isEmpty())
        sql += u" CONSTRAINT "_s + quoted(column.foreignKey(table)) + u' ' + target(column.reference);
    if (!keepsChecksApart()) {
        for (const Check &check : column.checks)
            sql += u' ' + checkClause(check);
    }
    return sql;
}

QStringList Definition::apart(const QString &table, const Column &column) const
{
    QStringList parts;
    if (column.type == ColumnType::Reference && !column.reference.with.isEmpty())
        parts.append(foreignKey(table, column));
    if (keepsChecksApart()) {
        for (const Check &check : column.checks)
            parts.append(checkClause(check));
    }
    return parts;
}

QString Definition::indexColumn(const IndexColumn &column) const
{
    QString sql = column.isExpression ? QString(u'(' + column.text + u')') : quoted(column.text);
    if (column.isDescending)
        sql += u" DESC";
    if (column.nulls != IndexColumn::Nulls::AsUsual)
        sql += column.nulls == IndexColumn::Nulls::First ? u" NULLS FIRST" : u" NULLS LAST";
    return sql;
}

QStringList Definition::make(const CreateIndex &operation) const
{
    const Index &index = operation.index;
    QStringList columns;
    for (const IndexColumn &column : index.columns)
        columns.append(indexColumn(column));
    QString sql = index.isUnique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s;
    if (index.isConcurrent)
        sql += u"CONCURRENTLY ";
    if (index.isConditional)
        sql += u"IF NOT EXISTS ";
    sql += quoted(index.name()) + u" ON " + quoted(index.table);
    if (!index.accessMethod.isEmpty())
        sql += u" USING "_s + index.accessMethod;
    sql += u" ("_s + columns.join(u", ") + u')';
    if (!index.included.isEmpty())
        sql += u" INCLUDE ("_s + quotedList(index.included) + u')';
    if (!index.hasDistinctNulls)
        sql += u" NULLS NOT DISTINCT";
    if (!index.condition.isEmpty())
        sql += u" WHERE "_s + index.condition;
    return {sql};
}

QStringList Definition::make(const DropIndex &operation) const
{
    const Index &index = operation.index;
    return {u"DROP INDEX "_s + (index.isConcurrent ? u"CONCURRENTLY "_s : QString()) + (index.isConditional ? u"IF EXISTS "_s : QString()) + quoted(index.name())};
}

} // namespace db
