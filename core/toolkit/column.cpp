// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/column.h"

namespace db {

Column &Column::notNull()
{
    isNullable = false;
    return *this;
}

Column &Column::primaryKey()
{
    isPrimaryKey = true;
    return *this;
}

Column &Column::size(int characters)
{
    length = characters;
    return *this;
}

Column &Column::ofType(ColumnType keyType)
{
    elementType = keyType;
    return *this;
}

Column &Column::defaultTo(const QVariant &value)
{
    defaultValue = value;
    return *this;
}

Column &Column::defaultToSql(const QString &expression)
{
    defaultSql = expression;
    return *this;
}

Column &Column::generatedAs(const QString &expression)
{
    generated = expression;
    return *this;
}

Column &Column::collatedBy(const QString &name)
{
    collation = name;
    return *this;
}

Column &Column::commented(const QString &text)
{
    comment = text;
    return *this;
}

Column &Column::check(const QString &checkName, const QString &expression)
{
    checks.append({checkName, expression});
    return *this;
}

Column &Column::referring(QAnyStringView column)
{
    reference.column = column.toString();
    return *this;
}

Column &Column::foreignKeyName(QAnyStringView keyName)
{
    reference.name = keyName.toString();
    return *this;
}

Column &Column::onDelete(OnDelete action)
{
    reference.onDelete = action;
    return *this;
}

Column &Column::nilifyOnly(const QStringList &columns)
{
    reference.onDelete = OnDelete::NilifyAll;
    reference.onDeleteColumns = columns;
    return *this;
}

Column &Column::defaultOnly(const QStringList &columns)
{
    reference.onDelete = OnDelete::DefaultAll;
    reference.onDeleteColumns = columns;
    return *this;
}

Column &Column::onUpdate(OnUpdate action)
{
    reference.onUpdate = action;
    return *this;
}

Column &Column::with(QAnyStringView column, QAnyStringView referredColumn)
{
    reference.with.append({column.toString(), referredColumn.toString()});
    return *this;
}

Column &Column::matchFull()
{
    reference.matchesFull = true;
    return *this;
}

Column &Column::from(const Column &column)
{
    Column named = column;
    named.name = name;
    before = std::make_shared<const Column>(named);
    return *this;
}

QString Column::foreignKey(const QString &table) const
{
    return reference.name.isEmpty() ? QString(table + u'_' + name + u"_fkey") : reference.name;
}

Column &ColumnWords::decimal(QAnyStringView name, int precision, int scale)
{
    Column &column = add(name, ColumnType::Decimal);
    column.precision = precision;
    column.scale = scale;
    return column;
}

Column &ColumnWords::references(QAnyStringView name, QAnyStringView table, OnDelete onDelete)
{
    Column &column = add(name, ColumnType::Reference);
    column.reference.table = table.toString();
    return column.onDelete(onDelete);
}

void ColumnWords::timestamps(const TimestampColumns &columns)
{
    for (const QString &name : {columns.insertedAt, columns.updatedAt}) {
        if (name.isEmpty())
            continue;
        Column &column = add(name, columns.type);
        column.isNullable = columns.isNullable;
        column.defaultSql = columns.defaultSql;
    }
}

} // namespace db
