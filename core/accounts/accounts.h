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

/// A write to a user and their profile, with what is needed to take it back.
struct UserChange
{
    UserWithProfile before; ///< with a null id for a user who was new
    UserWithProfile after;

    /// What takes this change back.
    UserChange inverse() const { return {after, before}; }
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
    /// createUserWithProfile(), or updateUserWithProfile() for a user who is stored, as a change that can be taken back.
    db::Result<UserChange> saveUser(const UserWithProfile &stored, const QVariantMap &userParams, const QVariantMap &profileParams);
    /// Gives user and profile the values they had before, without asking the rules again; Stale when one of the fields, or
    /// anything in a profile that was new, was changed by someone else since. Who was there before and is not after is stored
    /// again. Refused for a user who was new: see blog::Blog::deleteIdleUser(). Taking back the inverse makes the change again.
    db::Result<void> takeBack(const UserChange &change);
    /// Deletes a user with their profile; Stale when either was changed since they were read.
    db::Result<void> deleteUnchanged(const UserWithProfile &read);
    /// Deletes the user with everything they wrote.
    db::Result<User> deleteUser(const User &user);

    /// The active user with that email and password, or nothing. As slow as hashPassword().
    db::Result<std::optional<User>> authenticate(const QString &email, const QString &password) const;

private:
    // The changesets come with their hash: others are not to wait for it with the lock held.
    static db::Changeset<User> registration(const QVariantMap &params);
    static db::Changeset<User> editing(const User &user, const QVariantMap &params);
    db::Result<UserWithProfile> insertWithProfile(const db::Changeset<User> &changeset, const QVariantMap &profileParams);
    db::Result<UserWithProfile> updateWithProfile(const db::Changeset<User> &changeset, const Profile &stored,
                                                  const QVariantMap &profileParams);
    db::Result<Profile> saveProfile(const Profile &stored, const User &user, const QVariantMap &params);
    db::Result<void> takeBackProfile(const UserChange &change);
    db::Result<void> expectNoProfile(db::Id<User> user);

    db::Repo &m_repo;
};

} // namespace accounts
