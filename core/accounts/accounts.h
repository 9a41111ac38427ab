// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/profile.h"
#include "core/accounts/user.h"
#include "core/toolkit/error.h"

#include <QList>

namespace accounts {

struct UserWithProfile
{
    User user;
    Profile profile; ///< with a null id when the user has none
};

/// What listUsers() keeps; nothing given keeps everybody.
struct UserOptions
{
    std::optional<bool> isActive = std::nullopt;
    std::optional<Role> role = std::nullopt;
};

/// One line of a picker of users.
struct UserChoice
{
    db::Id<User> id;
    QString username; ///< the label
    QString email; ///< the second line
};

/// Users and profiles, and how people get in. The only way the rest of the program reaches their tables.
class Accounts
{
public:
    explicit Accounts(db::Repo &repo)
        : m_repo(repo) { }

    /// The user, or nothing.
    db::Result<std::optional<User>> getUser(db::Id<User> id) const;
    /// The user; their absence is the error NotFound.
    db::Result<User> fetchUser(db::Id<User> id) const;
    db::Result<std::optional<User>> getUserByEmail(const QString &email) const;
    /// The user with their profile, both ready for a form; the user's absence is the error NotFound.
    db::Result<UserWithProfile> fetchUserWithProfile(db::Id<User> id) const;
    /// Newest first.
    db::Result<QList<User>> listActiveUsers() const;
    db::Result<QList<User>> listUsers(const UserOptions &options = {}) const;
    /// Matches part of the username or email whatever the case, by username. `%` and `_` are wildcards.
    db::Result<QList<User>> searchUsers(const QString &term) const;
    /// For a picker: users whose username or email contains the text, those first whose username begins with it. Without a
    /// text the newest users.
    db::Result<QList<UserChoice>> userChoices(const QString &text, int limit = 20) const;

    /// Rules: User::registration().
    db::Result<User> createUser(const QVariantMap &params);
    /// Rules: User::editing(). Stale when a changed field was changed by someone else since `user` was read.
    db::Result<User> updateUser(const User &user, const QVariantMap &params);
    /// Both or neither. The changeset of an error says by its schema which of the two it is about.
    db::Result<UserWithProfile> createUserWithProfile(const QVariantMap &userParams, const QVariantMap &profileParams);
    /// Both or neither. Makes the profile if there is none and the parameters fill in one of its fields.
    db::Result<UserWithProfile> updateUserWithProfile(const UserWithProfile &stored, const QVariantMap &userParams,
                                                      const QVariantMap &profileParams);
    /// Deletes the user with everything they wrote.
    db::Result<User> deleteUser(const User &user);

    /// The active user with that email and password, or nothing. As slow as hashPassword().
    db::Result<std::optional<User>> authenticate(const QString &email, const QString &password) const;

private:
    db::Result<Profile> saveProfile(const Profile &stored, const User &user, const QVariantMap &params);

    db::Repo &m_repo;
};

} // namespace accounts
