// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_definition.h"

using namespace Qt::StringLiterals;

namespace db {

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

} // namespace db
