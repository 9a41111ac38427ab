// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/table_type.h"

#include "core/toolkit/stored_text.h"

#include <QJsonArray>

#include <algorithm>

namespace db {

namespace {

/// Whether reading `raw` as `typed` left out nothing. Only SQLite keeps what a column's type does not allow.
bool isFaithful(Type type, const QVariant &raw, const QVariant &typed)
{
    const bool isNumber = type == Type::Id || type == Type::Integer || type == Type::Float || type == Type::Decimal;
    switch (raw.typeId()) {
    case QMetaType::QByteArray:
        return !isNumber && type != Type::Boolean && type != Type::String && type != Type::Enum;
    case QMetaType::LongLong:
        return isNumber || (type == Type::Boolean && (raw.toLongLong() == 0 || raw.toLongLong() == 1));
    case QMetaType::Double:
        return isNumber;
    case QMetaType::QString:
        // PostgreSQL spells bytes in another way; where they are the text itself, SQLite holds text.
        return type != Type::Binary || typed.toByteArray() != raw.toString().toUtf8();
    default:
        return true;
    }
}

bool decodeCell(const RowReader &row, int column, Type type, void *member)
{
    const QVariant raw = row.read(column, Type::Any).value_or(QVariant());
    const std::optional<QVariant> typed = row.read(column, type);
    *static_cast<QVariant *>(member) = typed && isFaithful(type, raw, *typed) ? *typed : raw;
    return true;
}

const ValueType &cellType()
{
    static const ValueType type = [] {
        ValueType cell{};
        cell.type = Type::Any;
        cell.nullable = true;
        cell.cast = &castCell;
        cell.fits = [](const QVariant &) { return true; };
        cell.read = [](const void *member) { return *static_cast<const QVariant *>(member); };
        cell.write = [](void *member, const QVariant &value) { *static_cast<QVariant *>(member) = value; };
        cell.asRead = [](const QVariant &value) { return value; };
        cell.decode = &decodeCell;
        return cell;
    }();
    return type;
}

} // namespace

std::optional<QVariant> castCell(Type type, const QVariant &input)
{
    if (input.typeId() == QMetaType::QString && (type == Type::Map || type == Type::Array)) {
        const std::optional<QJsonValue> json = parseJson(input.toString());
        if (!json || (type == Type::Array && !json->isArray()))
            return std::nullopt;
        return type == Type::Map ? QVariant::fromValue(*json) : QVariant(json->toArray().toVariantList());
    }
    return castValue(type == Type::Enum ? Type::String : type, input);
}

TableType::TableType(const TableInfo &info)
    : m_info(info)
{
    m_schema.m_table = info.name;
    const auto add = [this](const QString &name, Type type) -> Field & {
        const auto place = MemberKey(m_schema.m_fields.size()) * MemberKey(sizeof(QVariant));
        return m_schema.add({.name = name, .value = &cellType(), .member = place, .type = type});
    };
    if (!info.rowKey.isEmpty()) {
        Field &key = add(info.rowKey, Type::Integer);
        key.isPrimaryKey = true;
        key.isGenerated = true;
    }
    for (const ColumnInfo &column : info.columns) {
        Field &field = add(column.name, column.type);
        field.isPrimaryKey = column.keyPosition > 0;
        field.isGenerated = column.isGenerated;
    }
}

std::shared_ptr<void> TableType::makeList() const
{
    return std::make_shared<QList<QVariantList>>();
}

void *TableType::append(void *list) const
{
    return static_cast<QList<QVariantList> *>(list)->emplaceBack(columns()).data();
}

qsizetype TableType::size(const void *list) const
{
    return static_cast<const QList<QVariantList> *>(list)->size();
}

void *TableType::at(void *list, qsizetype index) const
{
    return (*static_cast<QList<QVariantList> *>(list))[index].data();
}

void TableType::assign(void *to, const void *from) const
{
    std::copy_n(static_cast<const QVariant *>(from), columns(), static_cast<QVariant *>(to));
}

} // namespace db
