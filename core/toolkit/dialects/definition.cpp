// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/definition.h"

#include "core/toolkit/decimal.h"
#include "core/toolkit/dialect.h"

using namespace Qt::StringLiterals;

namespace db {

QStringList Definition::statements(const Operation &operation) const
{
    return std::visit([this](const auto &alternative) { return make(alternative); }, operation);
}

QString Definition::quoted(const QString &name) const
{
    return quotedIdentifier(name);
}

QString Definition::quotedList(const QStringList &names) const
{
    QStringList list;
    for (const QString &name : names)
        list.append(quoted(name));
    return list.join(u", ");
}

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

QString Definition::onDeleteClause(OnDelete onDelete) const
{
    switch (onDelete) {
    case OnDelete::Nothing:
        return {};
    case OnDelete::Restrict:
        return u" ON DELETE RESTRICT"_s;
    case OnDelete::DeleteAll:
        return u" ON DELETE CASCADE"_s;
    case OnDelete::NilifyAll:
        return u" ON DELETE SET NULL"_s;
    }
    Q_UNREACHABLE();
}

QString Definition::reference(const QString &table, const Column &column) const
{
    return u" CONSTRAINT "_s + quoted(table + u'_' + column.name + u"_fkey") + u" REFERENCES " + quoted(column.referencedTable) + u'(' + quoted(u"id"_s)
        + u')' + onDeleteClause(column.onDelete);
}

QString Definition::column(const QString &table, const Column &column) const
{
    const bool refersToOtherKey = column.type == ColumnType::Reference && column.elementType;
    QString sql = quoted(column.name) + u' ' + typeName(refersToOtherKey ? Column(column.name, *column.elementType) : column);
    if (column.defaultValue.isValid())
        sql += u" DEFAULT " + literal(column.defaultValue);
    if (!column.isNullable)
        sql += u" NOT NULL";
    if (column.isPrimaryKey)
        sql += u" PRIMARY KEY";
    if (column.type == ColumnType::Reference)
        sql += reference(table, column);
    return sql;
}

QStringList Definition::make(const CreateTable &operation) const
{
    QStringList columns;
    if (operation.hasPrimaryKey)
        columns.append(quoted(u"id"_s) + u' ' + countingKey());
    for (const Column &one : operation.columns)
        columns.append(column(operation.table, one));
    return {(operation.ifNotExists ? u"CREATE TABLE IF NOT EXISTS " : u"CREATE TABLE ") + quoted(operation.table) + u" (" + columns.join(u", ") + u')'
            + tableOptions()};
}

QStringList Definition::make(const DropTable &operation) const
{
    return {u"DROP TABLE " + quoted(operation.table)};
}

QStringList Definition::make(const AddColumns &operation) const
{
    QStringList statements;
    for (const Column &one : operation.columns)
        statements.append(u"ALTER TABLE " + quoted(operation.table) + u" ADD COLUMN " + column(operation.table, one));
    return statements;
}

QStringList Definition::make(const RemoveColumns &operation) const
{
    QStringList statements;
    for (const Column &one : operation.columns)
        statements.append(u"ALTER TABLE " + quoted(operation.table) + u" DROP COLUMN " + quoted(one.name));
    return statements;
}

QStringList Definition::make(const CreateIndex &operation) const
{
    return {(operation.isUnique ? u"CREATE UNIQUE INDEX " : u"CREATE INDEX ") + quoted(operation.name) + u" ON " + quoted(operation.table) + u" ("
            + quotedList(operation.columns) + u')'};
}

QStringList Definition::make(const DropIndex &operation) const
{
    return {u"DROP INDEX " + quoted(operation.name)};
}

QStringList Definition::make(const RenameTable &operation) const
{
    return {u"ALTER TABLE " + quoted(operation.from) + u" RENAME TO " + quoted(operation.to)};
}

QStringList Definition::make(const RenameColumn &operation) const
{
    return {u"ALTER TABLE " + quoted(operation.table) + u" RENAME COLUMN " + quoted(operation.from) + u" TO " + quoted(operation.to)};
}

QStringList Definition::make(const Execute &operation) const
{
    return operation.up.isEmpty() ? QStringList() : QStringList{operation.up};
}

} // namespace db
