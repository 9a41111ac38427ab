// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/ulid.h"

#include <QDebug>
#include <QHashFunctions>
#include <QtGlobal>

#include <compare>
#include <concepts>

namespace db {

/// Prints a key for logs: `db::Id(7)`, or `db::Id(none)`.
template <typename V>
QDebug printed(QDebug debug, bool isNull, const V &value)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "db::Id(";
    return isNull ? debug << "none)" : debug << value << ')';
}

/// The primary key of a T. An Id<User> cannot be handed to someone who wants an Id<Post>. 0 means "none yet".
template <typename T>
struct Id
{
    using Row = T;

    qint64 value = 0;

    bool isNull() const { return value == 0; }
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
    friend QDebug operator<<(QDebug debug, const Id &id) { return printed(debug, id.isNull(), id.value); }
};

/// Like Id, for tables whose key is a UUID (Ecto's binary_id). The null UUID means "none yet": insert() makes one.
template <typename T>
struct UuidId
{
    using Row = T;

    QUuid value = {};

    bool isNull() const { return value.isNull(); }
    friend bool operator==(const UuidId &, const UuidId &) = default;
    friend bool operator<(const UuidId &left, const UuidId &right) { return left.value < right.value; }
    friend size_t qHash(const UuidId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
    friend QDebug operator<<(QDebug debug, const UuidId &id) { return printed(debug, id.isNull(), id.value.toString(QUuid::WithoutBraces)); }
};

/// Like Id, for tables whose key is a ULID, so that keys sort by the time they were made. insert() makes one.
template <typename T>
struct UlidId
{
    using Row = T;

    Ulid value = {};

    bool isNull() const { return value.isNull(); }
    friend bool operator==(const UlidId &, const UlidId &) = default;
    friend bool operator<(const UlidId &left, const UlidId &right) { return left.value < right.value; }
    friend size_t qHash(const UlidId &id, size_t seed = 0) { return qHash(id.value, seed); }
    friend QDebug operator<<(QDebug debug, const UlidId &id) { return printed(debug, id.isNull(), id.value.toString()); }
};

/// Any of the keys above.
template <typename K>
concept TypedKey = requires(const K &key)
{
    typename K::Row;
    key.value;
    {
        key.isNull()
        } -> std::same_as<bool>;
};

} // namespace db
