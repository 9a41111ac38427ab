// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/people.h"

#include "core/accounts/profile.h"
#include "core/importing/html_text.h"
#include "core/importing/unique_name.h"
#include "core/toolkit/graphemes.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace importing {

using accounts::Profile;
using accounts::User;

namespace {

// What User::importing() asks of a username.
constexpr int shortestUsername = 3;
constexpr int longestUsername = 30;

QString whyRenamed(const QString &name)
{
    const int length = db::graphemeCount(name);
    if (length < shortestUsername)
        return u"is too short and got a suffix"_s;
    return length > longestUsername ? u"is too long and was cut"_s : u"is taken and got a suffix"_s;
}

} // namespace

db::Result<void> People::import(const DumpRow &row)
{
    const db::Result<bool> isNew = m_context.isNew(row, u"Id"_s, u"user"_s, m_tally);
    if (!isNew || !*isNew)
        return isNew.map([](bool) {});

    const QString key = row.value(u"Id");
    if (const db::Result<void> first = refuseTwin(row, key); !first)
        return first;
    const QString name = row.value(u"DisplayName").trimmed();
    const db::Result<QString> username = uniqueUsername(name.isEmpty() ? u"user"_s : name, key);
    if (!username)
        return db::Failure(username.error());
    const QVariantMap params{
        {u"email"_s, m_context.emailFor(u"user-" + key)},
        {u"username"_s, *username},
        {u"inserted_at"_s, row.value(u"CreationDate")},
        {u"updated_at"_s, row.value(u"CreationDate")},
    };
    const db::Result<db::Id<User>> user = m_context.insert(User::importing({}, params), u"user"_s, key, fingerprintOf(row));
    if (!user)
        return m_tally.reject(row, user.error());
    m_tally.countImported();
    if (*username != name)
        m_tally.adjust(row, u"DisplayName"_s, whyRenamed(name));
    return importProfile(row, *user);
}

db::Result<void> People::refuseTwin(const DumpRow &row, const QString &key)
{
    // Negative keys are the sites' own robots, which sites that were founded together may share.
    if (key.startsWith(u'-') || std::exchange(m_isTwinRuledOut, true))
        return {};
    const db::Result<QString> other = m_context.books().otherSourceOf(u"user"_s, key, fingerprintOf(row));
    if (!other)
        return db::Failure(other.error());
    if (other->isEmpty())
        return {};
    const QString site = other->section(u'/', 1);
    return db::Failure(db::Error::refused(u"this dump came in before as '%1'; to go on with that, import it with --site %1"_s.arg(site), site));
}

db::Result<QString> People::uniqueUsername(const QString &name, const QString &suffix) const
{
    return uniqueName(name, suffix, shortestUsername, longestUsername, [this](const QString &candidate) {
        return m_context.repo().exists(db::from<User>().where(&User::username, candidate));
    });
}

db::Result<void> People::importProfile(const DumpRow &row, db::Id<User> user)
{
    const QString bio = htmlToText(row.value(u"AboutMe"));
    const QString website = row.value(u"WebsiteUrl").trimmed();
    if (bio.isEmpty() && website.isEmpty())
        return {};

    QVariantMap params{
        {u"bio"_s, bio},
        {u"website"_s, website},
        {u"user_id"_s, user.value},
        {u"inserted_at"_s, row.value(u"CreationDate")},
        {u"updated_at"_s, row.value(u"CreationDate")},
    };
    db::Changeset<Profile> changeset = Profile::importing({}, params);
    if (const QStringList errors = changeset.errorsOn(&Profile::website); !errors.isEmpty()) {
        m_tally.adjust(row, u"WebsiteUrl"_s, u"was left out: it "_s + errors.first());
        if (bio.isEmpty())
            return {};
        params.remove(u"website"_s);
        changeset = Profile::importing({}, params);
    }
    return m_context.repo().insert(changeset).map([](const Profile &) {});
}

db::Result<std::optional<db::Id<User>>> People::authorOf(const DumpRow &row, const QString &kind, const Attributes &attributes, Tally &tally)
{
    const QString key = row.value(attributes.id);
    const QString name = row.value(attributes.name).trimmed();
    if (!key.isEmpty()) {
        const auto user = m_context.find<User>(u"user"_s, key);
        if (!user || *user)
            return user;
    }
    if (name.isEmpty()) {
        tally.reject(row, attributes.id, key.isEmpty() ? u"is missing, and no name either is given"_s : u"was not imported"_s);
        return std::nullopt;
    }
    auto former = m_context.find<User>(u"former_user"_s, name);
    if (former && !*former)
        former = standIn(row, kind, name).map([](db::Id<User> id) { return std::optional(id); });
    if (!former) // such as an Id that makes no email
        return tally.reject(row, former.error()).map([] { return std::optional<db::Id<User>>(); });
    tally.adjust(row, attributes.name, u"is all that is left of a deleted account"_s);
    return former;
}

db::Result<db::Id<User>> People::standIn(const DumpRow &row, const QString &kind, const QString &name)
{
    const db::Result<QString> username = uniqueUsername(name, u"former"_s);
    if (!username)
        return db::Failure(username.error());
    const QVariantMap params{
        {u"email"_s, m_context.emailFor(u"former-" + kind + u'-' + row.value(u"Id"))},
        {u"username"_s, *username},
        {u"is_active"_s, false},
        {u"inserted_at"_s, row.value(u"CreationDate")},
        {u"updated_at"_s, row.value(u"CreationDate")},
    };
    return m_context.insert(User::importing({}, params), u"former_user"_s, name);
}

} // namespace importing
