// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/user.h"

#include <optional>

namespace blog {

/// Staff are moderators and administrators.
enum class UserScope {
    All,
    Active,
    Inactive,
    Staff
};
enum class UserSort {
    Username,
    Email,
    Role,
    Active,
    InsertedAt
};

/// Which users a list shows, and in which order. Equal users follow their id.
struct UserFilter
{
    UserScope scope = UserScope::All;
    QString search = {}; ///< part of username or email, whatever the case
    std::optional<QDateTime> insertedFrom = std::nullopt; ///< the first instant that belongs to the range
    std::optional<QDateTime> insertedTo = std::nullopt; ///< the first instant after it
    UserSort sort = UserSort::Username;
    bool descending = false;

    friend bool operator==(const UserFilter &, const UserFilter &) = default;
};

/// One line of a list of users.
struct UserRow
{
    db::Id<accounts::User> id;
    QString username;
    QString email;
    accounts::Role role = accounts::Role::User;
    bool isActive = true;
    qint64 posts = 0; ///< outside the trash
    QDateTime insertedAt;
};

} // namespace blog
