// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/role.h"
#include "core/toolkit/association.h"
#include "core/toolkit/fwd.h"

#include <QDateTime>
#include <QString>
#include <QVariantMap>

namespace accounts {

struct Profile;

/// Someone who takes part in the community.
struct User
{
    db::Id<User> id;
    QString email;
    QString username;
    QString passwordHash; ///< bcrypt, or noPassword
    Role role = Role::User;
    bool isActive = true;
    QString password; ///< as typed; never stored
    QString passwordConfirmation; ///< as typed; never stored
    db::HasOne<Profile> profile;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<User> &schema);

    /// For someone who signs up: `email`, `username`, `password`, `password_confirmation`. Checks only, and quickly; the
    /// hash is made by withHash() where the row is stored.
    static db::Changeset<User> registration(const User &user, const QVariantMap &params);
    /// For an administrator: `email`, `username`, `role`, `is_active`, and a new `password` with its
    /// `password_confirmation` unless they are blank.
    static db::Changeset<User> editing(const User &user, const QVariantMap &params);
    /// For someone who comes from another program: `email`, `username`, `is_active`, `inserted_at`, `updated_at`. They get
    /// noPassword.
    static db::Changeset<User> importing(const User &user, const QVariantMap &params);
    /// Puts the hash of a changed password, if everything else is in order. Slow: see hashPassword().
    static db::Changeset<User> withHash(const db::Changeset<User> &changeset);
};

} // namespace accounts
