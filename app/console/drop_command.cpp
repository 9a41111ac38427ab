// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/open_database.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace console {

namespace {

db::Result<void> confirm(const db::DatabaseUrl &url, Console &console)
{
    const QString name = url.displayName();
    const std::optional<QString> answer
        = console.ask(u"This deletes %1 with everything in it. Type %2 to go on:"_s.arg(url.path(), name));
    if (!answer)
        return db::Failure(db::Error::refused(u"%1 is only deleted with --force, or when asked on a terminal"_s.arg(name), url.path()));
    if (*answer != name)
        return db::Failure(db::Error::refused(u"That is not the name; nothing was deleted"_s, url.path()));
    return {};
}

db::Result<QJsonObject> drop(const Arguments &arguments, Console &console)
{
    const db::Result<db::DatabaseUrl> url = databaseUrl(arguments);
    if (!url)
        return db::Failure(url.error());
    const bool isThere = url->engine() != db::DatabaseUrl::Engine::Sqlite || QFileInfo::exists(url->path());
    if (isThere && !arguments.isSet(u"force"_s)) {
        if (const db::Result<void> confirmed = confirm(*url, console); !confirmed)
            return db::Failure(confirmed.error());
    }
    if (isThere) {
        if (const db::Result<void> dropped = db::Connection::drop(*url); !dropped)
            return db::Failure(dropped.error());
    }
    console.say(u"The database for %1 has %2been dropped"_s.arg(url->displayName(), isThere ? QString() : u"already "_s));
    return QJsonObject{{u"database"_s, url->toString()}, {u"dropped"_s, isThere}};
}

} // namespace

Command dropCommand()
{
    return {
        .name = u"drop"_s,
        .summary = u"Delete the database with everything in it"_s,
        .description = u"Deletes the database with everything in it. On a terminal it asks for the name of the file first."_s,
        .options = {{.name = u"force"_s, .description = u"Do not ask; needed where nobody can be asked"_s}},
        .examples = {u"drop --database sqlite:community.sqlite"_s, u"drop --database sqlite:test.sqlite --force"_s},
        .run = &drop,
    };
}

} // namespace console
