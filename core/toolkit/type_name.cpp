// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/type_name.h"

using namespace Qt::StringLiterals;

namespace db {

QString typeName(Type type)
{
    switch (type) {
    case Type::Id:
        return u"id"_s;
    case Type::Integer:
        return u"integer"_s;
    case Type::Float:
        return u"float"_s;
    case Type::Decimal:
        return u"decimal"_s;
    case Type::Boolean:
        return u"boolean"_s;
    case Type::String:
        return u"string"_s;
    case Type::Binary:
        return u"binary"_s;
    case Type::Uuid:
        return u"uuid"_s;
    case Type::Ulid:
        return u"ulid"_s;
    case Type::Date:
        return u"date"_s;
    case Type::Time:
        return u"time"_s;
    case Type::TimeUsec:
        return u"time_usec"_s;
    case Type::NaiveDatetimeUsec:
        return u"naive_datetime_usec"_s;
    case Type::NaiveDatetime:
        return u"naive_datetime"_s;
    case Type::UtcDatetime:
        return u"utc_datetime"_s;
    case Type::UtcDatetimeUsec:
        return u"utc_datetime_usec"_s;
    case Type::Map:
        return u"map"_s;
    case Type::Array:
        return u"array"_s;
    case Type::Enum:
        return u"enum"_s;
    case Type::Any:
        return u"any"_s;
    }
    Q_UNREACHABLE();
}

} // namespace db
