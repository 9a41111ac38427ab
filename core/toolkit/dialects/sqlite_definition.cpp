// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_definition.h"

#include "core/toolkit/decimal.h"
#include "core/toolkit/dialect.h"

namespace db {

namespace {

QString quotedList(const QStringList &names)
{
    QStringList list;
    for (const QString &name : names)
        list.append(quotedIdentifier(name));
    return list.join(u", ");
}

QString literal(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
        return value.toString();
    default:
        QString text = value.canConvert<Decimal>() ? value.value<Decimal>().toString() : value.toString();
        return u'\'' + text.replace(u'\'', u"''"_qs) + u'\'';
    }
}

QString typeName(ColumnType type)
{
    switch (type) {
    case ColumnType::Reference:
    case ColumnType::Integer:
    case ColumnType::BigInteger:
    case ColumnType::Boolean:
        return u"INTEGER"_qs;
    case ColumnType::Float:
        return u"NUMERIC"_qs;
    case ColumnType::Binary:
        return u"BLOB"_qs;
    case ColumnType::String:
    case ColumnType::Text:
    case ColumnType::Decimal:
    case ColumnType::Date:
    case ColumnType::Time:
    case ColumnType::NaiveDatetime:
    case ColumnType::UtcDatetime:
    case ColumnType::UtcDatetimeUsec:
        return u"TEXT"_qs;
    }
    Q_UNREACHABLE();
}

QString onDeleteClause(OnDelete onDelete)
{
    switch (onDelete) {
    case OnDelete::Nothing:
        return {};
    case OnDelete::Restrict:
        return u" ON DELETE RESTRICT"_qs;
    case OnDelete::DeleteAll:
        return u" ON DELETE CASCADE"_qs;
    case OnDelete::NilifyAll:
        return u" ON DELETE SET NULL"_qs;
    }
    Q_UNREACHABLE();
}

QString columnDefinition(const QString &table, const Column &column)
{
    QString sql = quotedIdentifier(column.name) + u' ' + typeName(column.type);
    if (column.defaultValue.isValid())
        sql += u" DEFAULT " + literal(column.defaultValue);
    if (!column.isNullable)
        sql += u" NOT NULL";
    if (column.isPrimaryKey)
        sql += u" PRIMARY KEY";
    if (column.type == ColumnType::Reference)
        sql += u" CONSTRAINT " + quotedIdentifier(table + u'_' + column.name + u"_fkey") + u" REFERENCES " + quotedIdentifier(column.referencedTable)
            + u"(\"id\")" + onDeleteClause(column.onDelete);
    return sql;
}

QStringList definition(const CreateTable &operation)
{
    QStringList columns;
    if (operation.hasPrimaryKey)
        columns.append(u"\"id\" INTEGER PRIMARY KEY AUTOINCREMENT"_qs);
    for (const Column &column : operation.columns)
        columns.append(columnDefinition(operation.table, column));
    return {(operation.ifNotExists ? u"CREATE TABLE IF NOT EXISTS " : u"CREATE TABLE ") + quotedIdentifier(operation.table)
            + u" (" + columns.join(u", ") + u')'};
}

QStringList definition(const DropTable &operation)
{
    return {u"DROP TABLE " + quotedIdentifier(operation.table)};
}

QStringList definition(const AddColumns &operation)
{
    QStringList statements;
    for (const Column &column : operation.columns)
        statements.append(u"ALTER TABLE " + quotedIdentifier(operation.table) + u" ADD COLUMN " + columnDefinition(operation.table, column));
    return statements;
}

QStringList definition(const RemoveColumns &operation)
{
    QStringList statements;
    for (const Column &column : operation.columns)
        statements.append(u"ALTER TABLE " + quotedIdentifier(operation.table) + u" DROP COLUMN " + quotedIdentifier(column.name));
    return statements;
}

QStringList definition(const CreateIndex &operation)
{
    return {(operation.isUnique ? u"CREATE UNIQUE INDEX " : u"CREATE INDEX ") + quotedIdentifier(operation.name) + u" ON "
            + quotedIdentifier(operation.table) + u" (" + quotedList(operation.columns) + u')'};
}

QStringList definition(const DropIndex &operation)
{
    return {u"DROP INDEX " + quotedIdentifier(operation.name)};
}

QStringList definition(const RenameTable &operation)
{
    return {u"ALTER TABLE " + quotedIdentifier(operation.from) + u" RENAME TO " + quotedIdentifier(operation.to)};
}

QStringList definition(const RenameColumn &operation)
{
    return {u"ALTER TABLE " + quotedIdentifier(operation.table) + u" RENAME COLUMN " + quotedIdentifier(operation.from) + u" TO " + quotedIdentifier(operation.to)};
}

QStringList definition(const Execute &operation)
{
    return operation.up.isEmpty() ? QStringList() : QStringList{operation.up};
}

} // namespace

QStringList sqliteDefinition(const Operation &operation)
{
    return std::visit([](const auto &alternative) { return definition(alternative); }, operation);
}

} // namespace db
