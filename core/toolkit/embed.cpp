// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/embed.h"

#include "core/toolkit/stored_text.h"

namespace db {

namespace {

QJsonValue jsonOf(Type type, const QVariant &value)
{
    if (isNull(value))
        return QJsonValue::Null;
    switch (type) {
    case Type::Id:
    case Type::Integer:
        return value.toLongLong();
    case Type::Float:
        return value.toDouble();
    case Type::Boolean:
        return value.toBool();
    case Type::Map:
        return value.toJsonValue();
    case Type::Array:
        return parseJson(jsonListText(value.toList())).value_or(QJsonValue());
    case Type::Binary:
        return QString::fromLatin1(value.toByteArray().toBase64());
    default:
        return storedText(type, value);
    }
}

std::optional<QVariant> valueOf(Type type, const QJsonValue &json)
{
    if (json.isNull() || json.isUndefined())
        return QVariant();
    if (type == Type::Map)
        return QVariant::fromValue(json);
    if (type == Type::Binary)
        return QByteArray::fromBase64(json.toString().toLatin1());
    return readStored(type, json.toVariant());
}

} // namespace

QJsonObject embeddedJson(const Schema &schema, const void *object)
{
    QJsonObject json;
    for (const Field &field : schema.fields()) {
        if (!field.isVirtual)
            json.insert(field.name, jsonOf(field.type, field.read(object)));
    }
    return json;
}

bool readEmbedded(const Schema &schema, const QJsonObject &json, void *object)
{
    bool isRight = true;
    for (const Field &field : schema.fields()) {
        const auto found = json.constFind(field.name);
        if (field.isVirtual || found == json.constEnd())
            continue;
        const std::optional<QVariant> value = valueOf(field.type, *found);
        if (value && field.value->fits(*value))
            field.write(object, *value);
        else
            isRight = false;
    }
    return isRight;
}

} // namespace db
