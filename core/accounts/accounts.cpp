// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/accounts/accounts.h"

#include "core/accounts/password.h"
#include "core/toolkit/repo.h"

using db::asc;
using db::col;
using db::desc;
using db::from;

namespace accounts {

namespace {

/// A stored user keeps no password as typed.
db::Result<User> withoutPassword(db::Result<User> user)
{
    if (user) {
        user->password.clear();
        user->passwordConfirmation.clear();
    }
    return user;
}

} // namespace

db::Result<std::optional<User>> Accounts::getUser(db::Id<User> id) const
{
    return m_repo.get(id);
}

db::Result<User> Accounts::fetchUser(db::Id<User> id) const
{
    return m_repo.fetch(id);
}

db::Result<std::optional<User>> Accounts::getUserByEmail(const QString &email) const
{
    return m_repo.getBy(&User::email, email);
}

db::Result<UserWithProfile> Accounts::fetchUserWithProfile(db::Id<User> id) const
{
    const db::Result<User> user = fetchUser(id);
    if (!user)
        return db::Failure(user.error());
    const db::Result<std::optional<Profile>> profile = m_repo.getBy(&Profile::userId, id);
    if (!profile)
        return db::Failure(profile.error());
    return UserWithProfile{*user, profile->value_or(Profile{})};
}

db::Result<QList<User>> Accounts::listActiveUsers() const
{
    return m_repo.all(from<User>()
                          .where(&User::isActive, true)
                          .orderBy({desc(&User::insertedAt), desc(&User::id)}));
}

db::Result<QList<User>> Accounts::listUsers(const UserOptions &options) const
{
    db::Query<User> query = from<User>().orderBy({asc(&User::id)});
    if (options.isActive)
        query = query.where(&User::isActive, *options.isActive);
    if (options.role)
        query = query.where(&User::role, *options.role);
    return m_repo.all(query);
}

db::Result<QList<User>> Accounts::searchUsers(const QString &term) const
{
    const QString pattern = u'%' + term + u'%';
    return m_repo.all(from<User>()
                          .where(col(&User::username).ilike(pattern) || col(&User::email).ilike(pattern))
                          .orderBy({asc(&User::username)}));
}

db::Result<QList<UserChoice>> Accounts::userChoices(const QString &text, int limit) const
{
    db::Query<User> query = from<User>().limit(limit);
    if (text.isEmpty()) {
        query = query.orderBy({desc(&User::insertedAt), desc(&User::id)});
    } else {
        query = query.where(col(&User::username).contains(text) || col(&User::email).contains(text))
                    .orderBy({desc(col(&User::username).startsWith(text)), asc(&User::username)});
    }
    return m_repo.all(query.select({into(&UserChoice::id, col(&User::id)),
                                    into(&UserChoice::username, col(&User::username)),
                                    into(&UserChoice::email, col(&User::email))}));
}

db::Result<User> Accounts::createUser(const QVariantMap &params)
{
    return withoutPassword(m_repo.insert(registration(params)));
}

db::Result<User> Accounts::updateUser(const User &user, const QVariantMap &params)
{
    return withoutPassword(m_repo.update(editing(user, params)));
}

db::Result<UserWithProfile> Accounts::createUserWithProfile(const QVariantMap &userParams, const QVariantMap &profileParams)
{
    return insertWithProfile(registration(userParams), profileParams);
}

db::Result<UserWithProfile> Accounts::updateUserWithProfile(const UserWithProfile &stored, const QVariantMap &userParams,
                                                            const QVariantMap &profileParams)
{
    return updateWithProfile(editing(stored.user, userParams), stored.profile, profileParams);
}

db::Changeset<User> Accounts::registration(const QVariantMap &params)
{
    return User::registration({}, params).then(User::withHash);
}

db::Changeset<User> Accounts::editing(const User &user, const QVariantMap &params)
{
    return User::editing(user, params).checkUnchanged().then(User::withHash);
}

db::Result<UserWithProfile> Accounts::insertWithProfile(const db::Changeset<User> &changeset, const QVariantMap &profileParams)
{
    return m_repo.transaction([&]() -> db::Result<UserWithProfile> {
        const db::Result<User> user = withoutPassword(m_repo.insert(changeset));
        if (!user)
            return db::Failure(user.error());
        const db::Result<Profile> profile = saveProfile({}, *user, profileParams);
        if (!profile)
            return db::Failure(profile.error());
        return UserWithProfile{*user, *profile};
    });
}

db::Result<UserWithProfile> Accounts::updateWithProfile(const db::Changeset<User> &changeset, const Profile &stored,
                                                        const QVariantMap &profileParams)
{
    return m_repo.transaction([&]() -> db::Result<UserWithProfile> {
        const db::Result<User> user = withoutPassword(m_repo.update(changeset));
        if (!user)
            return db::Failure(user.error());
        const db::Changeset<Profile> changes = Profile::changeset(stored, profileParams);
        if (stored.id.isNull() && changes.isValid() && !changes.core().isChanged())
            return UserWithProfile{*user, stored};
        const db::Result<Profile> profile = saveProfile(stored, *user, profileParams);
        if (!profile)
            return db::Failure(profile.error());
        return UserWithProfile{*user, *profile};
    });
}

db::Result<Profile> Accounts::saveProfile(const Profile &stored, const User &user, const QVariantMap &params)
{
    const db::Changeset<Profile> changes = Profile::changeset(stored, params).put(&Profile::userId, user.id);
    return stored.id.isNull() ? m_repo.insert(changes) : m_repo.update(changes.checkUnchanged());
}

db::Result<User> Accounts::deleteUser(const User &user)
{
    return m_repo.remove(db::change(user).noAssocConstraint());
}

db::Result<std::optional<User>> Accounts::authenticate(const QString &email, const QString &password) const
{
    const db::Result<std::optional<User>> user = getUserByEmail(email);
    if (!user)
        return db::Failure(user.error());
    // An unknown email costs a hash as well.
    const bool fits = verifyPassword(password, *user ? (*user)->passwordHash : QString(noPassword));
    return fits && (*user)->isActive ? *user : std::nullopt;
}

} // namespace accounts
