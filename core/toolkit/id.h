// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace db {

/// The primary key of a T. An Id<User> cannot be handed to someone who wants an Id<Post>. 0 means "none yet".
template <typename T>
struct Id
{
    qint64 value = 0;

    bool isNull() const { return value == 0; }
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

} // namespace db
