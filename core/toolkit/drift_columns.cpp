// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/drift_columns.h"

#include "core/toolkit/schema.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

std::optional<ColumnType> typeWord(const ColumnInfo &column)
{
    const bool isWhole = column.declaredType.contains(u"(0)") || !column.declaredType.contains(u'(');
    switch (column.type) {
    case Type::Integer:
        return column.declaredType.startsWith(u"bigint") ? ColumnType::BigInteger : ColumnType::Integer;
    case Type::Float:
        return ColumnType::Float;
    case Type::Boolean:
        return ColumnType::Boolean;
    case Type::String:
        return column.size && column.declaredType.contains(u'(') ? ColumnType::String : ColumnType::Text;
    case Type::Binary:
        return column.declaredType == u"binary(16)" ? ColumnType::Uuid : ColumnType::Binary;
    case Type::Uuid:
        return ColumnType::Uuid;
    case Type::Date:
        return ColumnType::Date;
    case Type::TimeUsec:
        return isWhole ? ColumnType::Time : ColumnType::TimeUsec;
    case Type::NaiveDatetimeUsec:
        return isWhole ? ColumnType::NaiveDatetime : ColumnType::NaiveDatetimeUsec;
    case Type::Map:
        return ColumnType::Map;
    default:
        return std::nullopt;
    }
}

} // namespace

ColumnType columnTypeOf(const Field &field)
{
    switch (field.type) {
    case Type::Id:
        return ColumnType::BigInteger;
    case Type::Integer:
        return field.value == &valueType<int>() || field.value == &valueType<std::optional<int>>() ? ColumnType::Integer : ColumnType::BigInteger;
    case Type::Float:
        return ColumnType::Float;
    case Type::Decimal:
        return ColumnType::Decimal;
    case Type::Boolean:
        return ColumnType::Boolean;
    case Type::String:
    case Type::Enum:
        return ColumnType::String;
    case Type::Any:
        return ColumnType::Text;
    case Type::Binary:
        return ColumnType::Binary;
    case Type::Uuid:
    case Type::Ulid:
        return ColumnType::Uuid;
    case Type::Date:
        return ColumnType::Date;
    case Type::Time:
        return ColumnType::Time;
    case Type::TimeUsec:
        return ColumnType::TimeUsec;
    case Type::NaiveDatetime:
        return ColumnType::NaiveDatetime;
    case Type::NaiveDatetimeUsec:
        return ColumnType::NaiveDatetimeUsec;
    case Type::UtcDatetime:
        return ColumnType::UtcDatetime;
    case Type::UtcDatetimeUsec:
        return ColumnType::UtcDatetimeUsec;
    case Type::Map:
        return ColumnType::Map;
    case Type::Array:
        return ColumnType::Array;
    }
    Q_UNREACHABLE();
}

Column columnFor(const Schema &schema, const Field &field)
{
    Column column(field.name, columnTypeOf(field));
    column.isNullable = field.isNullable();
    column.isPrimaryKey = field.isPrimaryKey;
    if (column.type == ColumnType::Decimal) {
        column.precision = 12;
        column.scale = 2;
    }
    if (column.type == ColumnType::Array)
        column.elementType = ColumnType::Text;
    for (const Association &association : schema.associations()) {
        if (association.kind != Association::Kind::BelongsTo || association.ownerKey != field.name || association.isThrough())
            continue;
        if (field.type != Type::Id)
            column.elementType = column.type;
        column.type = ColumnType::Reference;
        column.reference.table = association.related->schema().table();
        column.reference.column = association.relatedKey;
    }
    return column;
}

std::optional<Column> columnFrom(const ColumnInfo &info)
{
    const std::optional<ColumnType> type = typeWord(info);
    if (!type || info.isGenerated)
        return std::nullopt;
    Column column(info.name, *type);
    column.isNullable = info.isNullable;
    if (*type == ColumnType::String)
        column.length = int(info.size.value_or(column.length));
    return column;
}

} // namespace db
