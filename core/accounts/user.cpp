// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/accounts/user.h"

#include "core/accounts/password.h"
#include "core/accounts/profile.h"
#include "core/toolkit/changeset.h"

using namespace Qt::StringLiterals;

namespace accounts {

void User::describe(db::SchemaBuilder<User> &schema)
{
    schema.table("users");
    schema.primaryKey("id", &User::id);
    schema.field("email", &User::email);
    schema.field("username", &User::username);
    schema.field("password_hash", &User::passwordHash).redacted();
    schema.field("role", &User::role);
    schema.field("is_active", &User::isActive);
    schema.virtualField("password", &User::password).redacted();
    schema.virtualField("password_confirmation", &User::passwordConfirmation).redacted();
    schema.hasOne("profile", &User::profile, "user_id");
    schema.timestamps(&User::insertedAt, &User::updatedAt);
}

/// Ecto's limit counts characters; bcrypt ignores what comes behind its last byte, and all behind a zero byte.
static db::Changeset<User> validateBytes(const db::Changeset<User> &changeset)
{
    const std::optional<QString> password = changeset.change(&User::password);
    if (!password || !changeset.errorsOn(&User::password).isEmpty())
        return changeset;
    if (password->contains(QChar::Null))
        return changeset.addError(&User::password, QT_TRANSLATE_NOOP("db", "has invalid format"), {{u"validation"_s, u"format"_s}});
    if (password->toUtf8().size() > passwordByteLimit) {
        return changeset.addError(&User::password, QT_TRANSLATE_N_NOOP("db", "should be at most %{count} byte(s)"),
                                  {{u"count"_s, passwordByteLimit}, {u"validation"_s, u"length"_s}, {u"kind"_s, u"max"_s}, {u"type"_s, u"binary"_s}});
    }
    return changeset;
}

/// What holds for everybody, however they came in.
static db::Changeset<User> validate(const db::Changeset<User> &changeset)
{
    static const QRegularExpression emailShape(u"^[^\\s]+@[^\\s]+\\z"_s, QRegularExpression::UseUnicodePropertiesOption);

    return changeset
        .validateFormat(&User::email, emailShape, QT_TRANSLATE_NOOP("db", "must be a valid email"))
        .validateLength(&User::username, {.min = 3, .max = 30})
        .validateLength(&User::password, {.min = 8, .max = 72})
        .then(validateBytes)
        .validateConfirmation(&User::password, QT_TRANSLATE_NOOP("db", "passwords do not match"))
        .uniqueConstraint(&User::email)
        .uniqueConstraint(&User::username);
}

db::Changeset<User> User::registration(const User &user, const QVariantMap &params)
{
    return db::cast(user, params, {&User::email, &User::username, &User::password, &User::passwordConfirmation})
        .validateRequired({&User::email, &User::username, &User::password})
        .then(validate);
}

db::Changeset<User> User::editing(const User &user, const QVariantMap &params)
{
    return db::cast(user, params,
                    {&User::email, &User::username, &User::role, &User::isActive, &User::password, &User::passwordConfirmation})
        .validateRequired({&User::email, &User::username, &User::role, &User::isActive})
        .then(validate);
}

db::Changeset<User> User::importing(const User &user, const QVariantMap &params)
{
    return db::cast(user, params, {&User::email, &User::username, &User::isActive, &User::insertedAt, &User::updatedAt})
        .validateRequired({&User::email, &User::username, &User::insertedAt, &User::updatedAt})
        .then(validate)
        .put(&User::passwordHash, noPassword);
}

db::Changeset<User> User::withHash(const db::Changeset<User> &changeset)
{
    const std::optional<QString> password = changeset.change(&User::password);
    return changeset.isValid() && password ? changeset.put(&User::passwordHash, hashPassword(*password)) : changeset;
}

} // namespace accounts
