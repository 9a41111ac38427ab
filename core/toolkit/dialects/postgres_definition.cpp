// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/postgres_definition.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

ColumnType heldBy(const Column &column)
{
    return column.type == ColumnType::Reference ? column.elementType.value_or(ColumnType::BigInteger) : column.type;
}

bool isText(ColumnType type)
{
    return type == ColumnType::String || type == ColumnType::Text;
}

bool isWhole(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::BigInteger;
}

bool isNumber(ColumnType type)
{
    return isWhole(type) || type == ColumnType::Float || type == ColumnType::Decimal;
}

bool isMoment(ColumnType type)
{
    switch (type) {
    case ColumnType::Date:
    case ColumnType::NaiveDatetime:
    case ColumnType::NaiveDatetimeUsec:
    case ColumnType::UtcDatetime:
    case ColumnType::UtcDatetimeUsec:
        return true;
    default:
        return false;
    }
}

bool isTime(ColumnType type)
{
    return type == ColumnType::Time || type == ColumnType::TimeUsec;
}

/// Whether PostgreSQL converts by itself, as an assignment does.
bool isAssignable(const Column &before, const Column &now)
{
    const ColumnType from = heldBy(before);
    const ColumnType to = heldBy(now);
    if (from == ColumnType::Array && to == ColumnType::Array) {
        const ColumnType element = now.elementType.value_or(ColumnType::Text);
        return before.elementType == now.elementType || isText(element);
    }
    return from == to || (isNumber(from) && isNumber(to)) || (isMoment(from) && isMoment(to)) || (isTime(from) && isTime(to));
}

} // namespace

QString PostgresDefinition::engine() const
{
    return u"PostgreSQL"_s;
}

bool PostgresDefinition::has(Feature feature) const
{
    return feature != Feature::ModifiedGeneration;
}

QString PostgresDefinition::typeName(const Column &column) const
{
    switch (column.type) {
    case ColumnType::Reference:
    case ColumnType::BigInteger:
        return u"bigint"_s;
    case ColumnType::Integer:
        return u"integer"_s;
    case ColumnType::String:
        return u"varchar(%1)"_s.arg(column.length);
    case ColumnType::Text:
        return u"text"_s;
    case ColumnType::Float:
        return u"double precision"_s;
    case ColumnType::Decimal:
        return column.precision > 0 ? u"numeric(%1,%2)"_s.arg(column.precision).arg(column.scale) : u"numeric"_s;
    case ColumnType::Boolean:
        return u"boolean"_s;
    case ColumnType::Binary:
        return u"bytea"_s;
    case ColumnType::Date:
        return u"date"_s;
    case ColumnType::Time:
        return u"time(0)"_s;
    case ColumnType::NaiveDatetime:
    case ColumnType::UtcDatetime:
        return u"timestamp(0)"_s;
    case ColumnType::NaiveDatetimeUsec:
    case ColumnType::UtcDatetimeUsec:
        return u"timestamp"_s;
    case ColumnType::TimeUsec:
        return u"time"_s;
    case ColumnType::Uuid:
        return u"uuid"_s;
    case ColumnType::Map:
        return u"jsonb"_s;
    case ColumnType::Array:
        return QString(typeName(Column(column.name, column.elementType.value_or(ColumnType::Text))) + u"[]");
    }
    Q_UNREACHABLE();
}

QString PostgresDefinition::countingKey() const
{
    return u"bigserial PRIMARY KEY"_s;
}

QStringList PostgresDefinition::clauses(const QString &table, const ColumnChange &change) const
{
    return change.kind == ColumnChange::Kind::Modify ? modification(table, change.column) : Definition::clauses(table, change);
}

// An explicit cast cuts texts that are too long, where an assignment fails; everything can be assigned to a text.
QString PostgresDefinition::conversion(const Column &now, const QString &type) const
{
    const Column *before = now.before.get();
    const QString value = quoted(now.name);
    if (before && isNumber(heldBy(*before)) && !isWhole(heldBy(*before)) && isWhole(heldBy(now)))
        return u" USING trim_scale("_s + value + u"::numeric)::text::" + type; // fails where something stands behind the point
    if (isText(heldBy(now)) || (before && isAssignable(*before, now)))
        return {};
    return u" USING "_s + value + u"::" + type;
}

// PostgreSQL drops before it changes a type, and adds afterwards, so that an old default need not fit the new type.
QStringList PostgresDefinition::modification(const QString &table, const Column &now) const
{
    const Column *before = now.before.get();
    const bool wasKey = before && before->isPrimaryKey;
    const QString alter = u"ALTER COLUMN "_s + quoted(now.name);
    const QString type = heldType(now);
    QStringList parts;
    if (before && before->type == ColumnType::Reference)
        parts.append(u"DROP CONSTRAINT "_s + quoted(before->foreignKey(table)));
    if (wasKey && !now.isPrimaryKey)
        parts.append(u"DROP CONSTRAINT "_s + quoted(table + u"_pkey"));
    if (!now.isPrimaryKey) { // whose default may be the counter
        parts.append(alter + u" DROP DEFAULT");
        parts.append(alter + (now.isNullable ? u" DROP NOT NULL" : u" SET NOT NULL"));
    }
    parts.append(alter + u" TYPE " + type + collateClause(now) + conversion(now, type));
    if (const QString value = defaultClause(now); !value.isEmpty())
        parts.append(alter + u" SET" + value);
    if (now.isPrimaryKey && !wasKey)
        parts.append(u"ADD PRIMARY KEY ("_s + quoted(now.name) + u')');
    if (now.type == ColumnType::Reference)
        parts.append(u"ADD "_s + foreignKey(table, now));
    return parts;
}

QString PostgresDefinition::commentOn(const QString &object, const QString &comment) const
{
    return u"COMMENT ON "_s + object + u" IS " + (comment.isEmpty() ? u"NULL"_s : literal(comment));
}

QString PostgresDefinition::commentOnColumn(const QString &table, const Column &column) const
{
    return commentOn(u"COLUMN "_s + quoted(table) + u'.' + quoted(column.name), column.comment);
}

QStringList PostgresDefinition::make(const CreateTable &operation) const
{
    QStringList statements = Definition::make(operation);
    if (!operation.comment.isEmpty())
        statements.append(commentOn(u"TABLE "_s + quoted(operation.table), operation.comment));
    for (const Column &column : operation.columns) {
        if (!column.comment.isEmpty())
            statements.append(commentOnColumn(operation.table, column));
    }
    return statements;
}

QStringList PostgresDefinition::make(const CreateIndex &operation) const
{
    QStringList statements = Definition::make(operation);
    if (!operation.index.comment.isEmpty())
        statements.append(commentOn(u"INDEX "_s + quoted(operation.index.name()), operation.index.comment));
    return statements;
}

QStringList PostgresDefinition::make(const AlterTable &operation) const
{
    QStringList statements = Definition::make(operation);
    for (const ColumnChange &change : operation.changes) {
        const bool isRemoved = change.kind == ColumnChange::Kind::Remove || change.kind == ColumnChange::Kind::RemoveIfExists;
        const bool isModified = change.kind == ColumnChange::Kind::Modify; // and loses the comment of which nothing is said
        if (isModified || (!isRemoved && !change.column.comment.isEmpty()))
            statements.append(commentOnColumn(operation.table, change.column));
    }
    return statements;
}

} // namespace db
