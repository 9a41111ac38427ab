// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/postgres_definition.h"

using namespace Qt::StringLiterals;

namespace db {

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

} // namespace db
