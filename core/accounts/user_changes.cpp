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
    const bool isNew = stored.user.id.isNull();
    const db::Changeset<User> changeset = isNew ? registration(userParams) : editing(stored.user, userParams);
    return m_repo.transaction([&]() -> db::Result<UserChange> {
        UserChange change;
        if (!isNew) {
            // Read again: what others changed in other fields is not to be taken back with this change.
            const db::Result<UserWithProfile> before = fetchUserWithProfile(stored.user.id);
            if (!before)
                return db::Failure(before.error());
            change.before = *before;
        }
        const db::Result<UserWithProfile> saved
            = isNew ? insertWithProfile(changeset, profileParams) : updateWithProfile(changeset, stored.profile, profileParams);
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
        if (change.before.user.id.isNull())
            return db::Failure(db::Error::refused(u"A user who was new is not deleted by taking their change back"_qs));
        const bool isGone = change.after.user.id.isNull();
        const db::Result<void> restored = isGone ? done(m_repo.insert(withValuesOf(change.before.user, change.before.user)))
                                                 : done(m_repo.update(withValuesOf(change.after.user, change.before.user)));
        if (!restored)
            return restored;
        return takeBackProfile(change);
    });
}

db::Result<void> Accounts::takeBackProfile(const UserChange &change)
{
    const Profile &before = change.before.profile;
    const Profile &after = change.after.profile;
    if (before.id.isNull() && after.id.isNull())
        return {};
    if (after.id.isNull()) {
        const db::Result<void> none = expectNoProfile(before.userId);
        return none ? done(m_repo.insert(db::change(before))) : none;
    }
    return done(before.id.isNull() ? m_repo.remove(db::change(after).checkUnchanged()) : m_repo.update(withValuesOf(after, before)));
}

db::Result<void> Accounts::expectNoProfile(db::Id<User> user)
{
    const db::Result<bool> exists = m_repo.exists(db::from<Profile>().where(&Profile::userId, user));
    if (!exists)
        return db::Failure(exists.error());
    if (*exists)
        return db::Failure(db::Error::stale(db::schemaOf<Profile>().table(), QString()));
    return {};
}

db::Result<void> Accounts::deleteUnchanged(const UserWithProfile &read)
{
    return m_repo.transaction([&]() -> db::Result<void> {
        const db::Result<void> alone = read.profile.id.isNull() ? expectNoProfile(read.user.id)
                                                                : done(m_repo.remove(db::change(read.profile).checkUnchanged()));
        return alone ? done(m_repo.remove(db::change(read.user).checkUnchanged())) : alone;
    });
}

} // namespace accounts
