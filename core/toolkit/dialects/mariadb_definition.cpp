// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/mariadb_definition.h"

using namespace Qt::StringLiterals;

namespace db {

QString mariadbQuoted(QString name)
{
    return u'`' + name.replace(u'`', u"``"_s) + u'`';
}

QString MariadbDefinition::quoted(const QString &name) const
{
    return mariadbQuoted(name);
}

QString MariadbDefinition::literal(const QVariant &value) const
{
    // Between quotes a backslash escapes.
    return Definition::literal(value).replace(u'\\', u"\\\\"_s);
}

QString MariadbDefinition::typeName(const Column &column) const
{
    switch (column.type) {
    case ColumnType::Reference:
        return u"bigint unsigned"_s; // as the `id` it refers to
    case ColumnType::String:
        return u"varchar(%1)"_s.arg(column.length);
    case ColumnType::Text:
        return u"text"_s;
    case ColumnType::Integer:
        return u"integer"_s;
    case ColumnType::BigInteger:
        return u"bigint"_s;
    case ColumnType::Float:
        return u"double"_s;
    case ColumnType::Decimal:
        return column.precision > 0 ? u"decimal(%1,%2)"_s.arg(column.precision).arg(column.scale) : u"decimal"_s;
    case ColumnType::Boolean:
        return u"boolean"_s;
    case ColumnType::Binary:
        return u"blob"_s;
    case ColumnType::Date:
        return u"date"_s;
    case ColumnType::Time:
        return u"time"_s;
    case ColumnType::NaiveDatetime:
    case ColumnType::UtcDatetime:
        return u"datetime"_s;
    case ColumnType::NaiveDatetimeUsec:
    case ColumnType::UtcDatetimeUsec:
        return u"datetime(6)"_s;
    case ColumnType::TimeUsec:
        return u"time(6)"_s;
    case ColumnType::Uuid:
        return u"binary(16)"_s;
    case ColumnType::Map:
    case ColumnType::Array:
        return u"json"_s;
    }
    Q_UNREACHABLE();
}

QString MariadbDefinition::countingKey() const
{
    return u"bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY"_s;
}

QString MariadbDefinition::tableOptions(const CreateTable &operation) const
{
    return u" ENGINE = INNODB"_s + (operation.comment.isEmpty() ? QString() : QString(u" COMMENT = " + literal(operation.comment)));
}

QString MariadbDefinition::commentClause(const Column &column) const
{
    return column.comment.isEmpty() ? QString() : QString(u" COMMENT " + literal(column.comment));
}

} // namespace db
