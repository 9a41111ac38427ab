// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/production.h"

#include "app/console/console.h"
#include "core/toolkit/database_url.h"

using namespace Qt::StringLiterals;

namespace console {

Option yesOption()
{
    return {.name = u"yes"_s, .description = u"Do not ask where the URL marks the database as production"_s};
}

db::Result<void> confirmProduction(const db::DatabaseUrl &url, const Arguments &arguments, Console &console)
{
    if (url.option(u"production"_s) != u"1" || arguments.isSet(u"yes"_s))
        return {};
    const QString name = url.displayName();
    const std::optional<QString> answer = console.ask(u"%1 is marked as production. Type %1 to go on:"_s.arg(name));
    if (!answer)
        return db::Failure(db::Error::refused(u"%1 is marked as production: it is only migrated with --yes, or when asked on a terminal"_s.arg(name), url.path()));
    if (*answer != name)
        return db::Failure(db::Error::refused(u"That is not the name; nothing has run"_s, url.path()));
    return {};
}

} // namespace console
