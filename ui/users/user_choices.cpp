// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/users/user_choices.h"

#include "core/accounts/accounts.h"
#include "ui/session.h"

namespace ui {

RecordPicker::Choices userChoices(Session &session)
{
    return [&session](const QString &text) {
        return session.database().read([text](db::Repo &repo) -> db::Result<QList<Choice>> {
            const auto users = accounts::Accounts(repo).userChoices(text);
            if (!users)
                return db::Failure(users.error());
            QList<Choice> choices;
            for (const accounts::UserChoice &user : *users)
                choices.append({user.id.value, user.username, user.email});
            return choices;
        });
    };
}

} // namespace ui
