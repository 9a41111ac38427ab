// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/accounts/profile.h"

#include "core/accounts/user.h"
#include "core/toolkit/changeset.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace accounts {

void Profile::describe(db::SchemaBuilder<Profile> &schema)
{
    schema.table("profiles");
    schema.primaryKey("id", &Profile::id);
    schema.field("bio", &Profile::bio);
    schema.field("website", &Profile::website);
    schema.field("birth_date", &Profile::birthDate);
    schema.belongsTo("user", &Profile::user, "user_id", &Profile::userId);
    schema.timestamps(&Profile::insertedAt, &Profile::updatedAt);
}

static std::optional<QByteArray> checkUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (url.isValid() && isWeb && !url.host().isEmpty())
        return std::nullopt;
    return QT_TRANSLATE_NOOP("db", "must be a valid URL starting with http:// or https://");
}

db::Changeset<Profile> Profile::changeset(const Profile &profile, const QVariantMap &params, const QDate &today)
{
    const auto checkAge = [today](const QDate &birthDate) -> std::optional<QByteArray> {
        if (ageOn(today, birthDate) >= minimumAge)
            return std::nullopt;
        return QT_TRANSLATE_NOOP("db", "you must be at least %{number} years old");
    };
    return db::cast(profile, params, {&Profile::bio, &Profile::website, &Profile::birthDate, &Profile::userId})
        .validateLength(&Profile::bio, {.max = 500})
        .validateLength(&Profile::website, {.max = 255})
        .validateChange(&Profile::website, checkUrl)
        .validateChange(&Profile::birthDate, checkAge, {{u"number"_s, minimumAge}})
        .uniqueConstraint(&Profile::userId)
        .foreignKeyConstraint(&Profile::userId);
}

db::Changeset<Profile> Profile::importing(const Profile &profile, const QVariantMap &params)
{
    return db::cast(profile, params,
                    {&Profile::bio, &Profile::website, &Profile::userId, &Profile::insertedAt, &Profile::updatedAt})
        .validateRequired({&Profile::userId, &Profile::insertedAt, &Profile::updatedAt})
        .validateLength(&Profile::website, {.max = 255})
        .validateChange(&Profile::website, checkUrl)
        .uniqueConstraint(&Profile::userId)
        .foreignKeyConstraint(&Profile::userId);
}

int ageOn(const QDate &day, const QDate &birthDate)
{
    const bool hadBirthday = std::pair(day.month(), day.day()) >= std::pair(birthDate.month(), birthDate.day());
    return day.year() - birthDate.year() - (hadBirthday ? 0 : 1);
}

} // namespace accounts
