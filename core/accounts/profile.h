// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/association.h"
#include "core/toolkit/fwd.h"

#include <QDateTime>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace accounts {

struct User;

/// What a user tells about themselves. A user has one profile at most.
struct Profile
{
    db::Id<Profile> id;
    std::optional<QString> bio;
    std::optional<QString> website;
    std::optional<QDate> birthDate;
    db::Id<User> userId;
    db::BelongsTo<User> user;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static constexpr int minimumAge = 13;

    static void describe(db::SchemaBuilder<Profile> &schema);

    /// `bio` (up to 500 characters), `website` (http or https, with a host), `birth_date` (at least minimumAge years before
    /// `today`, a date in UTC), `user_id`.
    static db::Changeset<Profile> changeset(const Profile &profile, const QVariantMap &params,
                                            const QDate &today = QDateTime::currentDateTimeUtc().date());
    /// For a profile from another program: `bio` of any length, `website`, `user_id`, `inserted_at`, `updated_at`.
    static db::Changeset<Profile> importing(const Profile &profile, const QVariantMap &params);
};

/// Completed years of life on a day, by the calendar. Who was born on 29 February ages on 1 March in common years.
int ageOn(const QDate &day, const QDate &birthDate);

} // namespace accounts
