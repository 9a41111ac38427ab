// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/users/user_operations.h"

#include "core/blog/blog.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct UserTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::UserOperations)
};

Operation::Step takingBack(Session &session, const accounts::UserChange &change)
{
    return [&session, change] {
        return session.write([change](db::Repo &repo) {
            const bool wasNew = change.before.user.id.isNull();
            return wasNew ? blog::Blog(repo).deleteIdleUser(change.after) : accounts::Accounts(repo).takeBack(change);
        });
    };
}

} // namespace

void recordUser(Session &session, const accounts::UserChange &change)
{
    const QString &name = change.after.user.username;
    const bool isNew = change.before.user.id.isNull();
    session.record({isNew ? UserTexts::tr("Create user %1").arg(name) : UserTexts::tr("Edit user %1").arg(name),
                    {DataKind::Users},
                    takingBack(session, change),
                    takingBack(session, change.inverse())},
                   UserTexts::tr("Saved user %1.").arg(name));
}

void setUserActive(Session &session, db::Id<accounts::User> id, bool isActive)
{
    session
        .write([id, isActive](db::Repo &repo) -> db::Result<accounts::UserChange> {
            accounts::Accounts accounts(repo);
            const auto stored = accounts.fetchUserWithProfile(id);
            if (!stored)
                return db::Failure(stored.error());
            return accounts.saveUser(*stored, {{u"is_active"_qs, isActive}}, {});
        })
        .then(&session, [&session, activity = session.activities().start(UserTexts::tr("Changing the user"))](const db::Result<accounts::UserChange> &change) {
            if (!change)
                return session.report(change.error());
            recordUser(session, *change);
        });
}

} // namespace ui
