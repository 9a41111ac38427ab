// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/schema.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <algorithm>

namespace db {

/// An embedded struct as Ecto keeps it in JSON: its fields by name, decimals, UUIDs and times as text, with its `id`.
QJsonObject embeddedJson(const Schema &schema, const void *object);
/// Fills a struct from such JSON, and says whether every value was one of its field. Fields that are not there keep what
/// they have.
bool readEmbedded(const Schema &schema, const QJsonObject &json, void *object);

/// How EmbedsOne and EmbedsMany are kept in a JSON column.
template <typename Holder>
struct EmbedCodec : PlainCodec<Holder, Type::Map>
{
    using Row = typename Holder::Related;
    static constexpr bool isToOne = std::derived_from<Holder, One<Row>>;

    /// From outside it comes by castEmbed(), which knows the rules of the struct.
    static std::optional<QVariant> cast(Type, const QVariant &) { return std::nullopt; }
    static QVariant dump(const Holder &holder)
    {
        if constexpr (isToOne) {
            return holder ? QVariant::fromValue(QJsonValue(embeddedJson(schemaOf<Row>(), &*holder))) : QVariant();
        } else {
            QJsonArray rows;
            for (const Row &row : *holder)
                rows.append(embeddedJson(schemaOf<Row>(), &row));
            return QVariant::fromValue(QJsonValue(rows));
        }
    }
    static bool fits(const QVariant &value)
    {
        const QJsonArray objects = objectsOf(value);
        return std::all_of(objects.begin(), objects.end(), [](const QJsonValue &object) {
            Row row{};
            return object.isObject() && readEmbedded(schemaOf<Row>(), object.toObject(), &row);
        });
    }
    static Holder load(const QVariant &value)
    {
        QList<Row> rows;
        const QJsonArray objects = objectsOf(value);
        for (const QJsonValue &object : objects)
            readEmbedded(schemaOf<Row>(), object.toObject(), &rows.emplaceBack());
        Holder holder;
        if constexpr (isToOne) {
            if (!rows.isEmpty())
                holder.set(std::make_shared<const Row>(rows.first()));
        } else {
            holder.set(std::make_shared<const QList<Row>>(rows));
        }
        return holder;
    }

private:
    static QJsonArray objectsOf(const QVariant &value)
    {
        if (isNull(value))
            return {};
        const QJsonValue json = value.toJsonValue();
        return isToOne || !json.isArray() ? QJsonArray{json} : json.toArray();
    }
};

template <typename R>
struct Codec<EmbedsOne<R>> : EmbedCodec<EmbedsOne<R>>
{ };
template <typename R>
struct Codec<EmbedsMany<R>> : EmbedCodec<EmbedsMany<R>>
{ };

} // namespace db
