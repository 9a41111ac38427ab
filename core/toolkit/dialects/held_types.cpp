// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What the columns of each engine hold: Dialect::holds().

#include "core/toolkit/dialects/held_types.h"

#include "core/toolkit/catalogue.h"
#include "core/toolkit/dialects/mariadb.h"
#include "core/toolkit/dialects/postgres.h"
#include "core/toolkit/dialects/sqlite.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// One type for all that are stored alike.
Type familyOf(Type type)
{
    switch (type) {
    case Type::Id:
        return Type::Integer;
    case Type::Enum:
        return Type::String;
    case Type::Ulid:
        return Type::Uuid;
    case Type::TimeUsec:
        return Type::Time;
    case Type::NaiveDatetimeUsec:
    case Type::UtcDatetime:
    case Type::UtcDatetimeUsec:
        return Type::NaiveDatetime;
    default:
        return type;
    }
}

} // namespace

bool areStoredAlike(Type left, Type right)
{
    return left == Type::Any || right == Type::Any || familyOf(left) == familyOf(right);
}

bool hasMicroseconds(Type type)
{
    return type == Type::TimeUsec || type == Type::NaiveDatetimeUsec || type == Type::UtcDatetimeUsec;
}

bool PostgresDialect::holds(Type type, const ColumnInfo &column) const
{
    // "timestamp(0) without time zone" keeps whole seconds.
    const bool keepsFractions = !column.declaredType.contains(u"(0)");
    return areStoredAlike(type, column.type) && (keepsFractions || !hasMicroseconds(type) || column.type == Type::Any);
}

bool MariadbDialect::holds(Type type, const ColumnInfo &column) const
{
    const bool isTiny = column.declaredType.startsWith(u"tinyint");
    const bool isText = column.type == Type::Map || column.type == Type::String;
    switch (familyOf(type)) {
    case Type::Integer:
    case Type::Boolean:
        return isTiny || areStoredAlike(type, column.type);
    case Type::Map:
    case Type::Array:
    case Type::String: // which may be kept as JSON
        return isText || areStoredAlike(type, column.type);
    case Type::Uuid:
        return column.declaredType == u"binary(16)" || areStoredAlike(type, column.type);
    default:
        return areStoredAlike(type, column.type) && (!hasMicroseconds(type) || column.declaredType.contains(u'(') || column.type == Type::Any);
    }
}

/// By the affinity of the column (https://www.sqlite.org/datatype3.html), which changes what is written into it.
bool SqliteDialect::holds(Type type, const ColumnInfo &column) const
{
    const Type found = column.type;
    if (areStoredAlike(type, found))
        return true;
    switch (familyOf(type)) {
    case Type::Integer:
    case Type::Boolean:
        return found == Type::Integer || found == Type::Boolean || found == Type::Decimal;
    case Type::Float:
        return found == Type::Decimal; // Ecto calls such a column NUMERIC
    case Type::Decimal:
        return found == Type::String;
    case Type::Uuid:
    case Type::Map:
    case Type::Array:
        return found == Type::String || found == Type::Binary;
    case Type::Date:
    case Type::Time:
    case Type::NaiveDatetime:
        return found == Type::String;
    default:
        return false;
    }
}

} // namespace db
