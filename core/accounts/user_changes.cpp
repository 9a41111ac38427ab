// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/accounts/accounts.h"
#include "core/toolkit/repo.h"

namespace accounts {

namespace {

db::Changeset<User> withValuesOf(const User &stored, const User &version)
{
    return db::change(stored)
        .put(&User::email, version.email)
        .put(&User::username, version.username)
        .put(&User::passwordHash, version.passwordHash)
        .put(&User::role, version.role)
        .put(&User::isActive, version.isActive)
        .uniqueConstraint(&User::email)
        .uniqueConstraint(&User::username)
        .checkUnchanged();
}

db::Changeset<Profile> withValuesOf(const Profile &stored, const Profile &version)
{
    return db::change(stored)
        .put(&Profile::bio, version.bio)
        .put(&Profile::website, version.website)
        .put(&Profile::birthDate, version.birthDate)
        .checkUnchanged();
}

template <typename T>
db::Result<void> done(const db::Result<T> &result)
{
    if (!result)
        return db::Failure(result.error());
    return {};
}

} // namespace

db::Result<UserChange> Accounts::saveUser(const UserWithProfile &stored, const QVariantMap &userParams, const QVariantMap &profileParams)
{
    return m_repo.transaction([&]() -> db::Result<UserChange> {
        UserChange change;
        const bool isNew = stored.user.id.isNull();
        if (!isNew) {
            // Read again: what others changed in other fields is not to be taken back with this change.
            const db::Result<UserWithProfile> before = fetchUserWithProfile(stored.user.id);
            if (!before)
                return db::Failure(before.error());
            change.before = *before;
        }
        const db::Result<UserWithProfile> saved
            = isNew ? createUserWithProfile(userParams, profileParams) : updateUserWithProfile(stored, userParams, profileParams);
        if (!saved)
            return db::Failure(saved.error());
        const db::Result<UserWithProfile> after = fetchUserWithProfile(saved->user.id);
        if (!after)
            return db::Failure(after.error());
        change.after = *after;
        return change;
    });
}

db::Result<void> Accounts::takeBack(const UserChange &change)
{
    return m_repo.transaction([&]() -> db::Result<void> {
        const bool isGone = change.after.user.id.isNull();
        const db::Result<void> restored = isGone ? done(m_repo.insert(withValuesOf(change.before.user, change.before.user)))
                                                 : done(m_repo.update(withValuesOf(change.after.user, change.before.user)));
        if (!restored)
            return restored;
        return takeBackProfile(change.after.profile, change.before.profile);
    });
}

db::Result<void> Accounts::takeBackProfile(const Profile &stored, const Profile &before)
{
    if (stored.id.isNull() && before.id.isNull())
        return {};
    if (stored.id.isNull())
        return done(m_repo.insert(db::change(before)));
    if (before.id.isNull())
        return done(m_repo.remove(stored));
    return done(m_repo.update(withValuesOf(stored, before)));
}

} // namespace accounts
