// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/open_database.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace console {

namespace {

/// Whether it was made; otherwise it is there already, with which Ecto is content, too. A file that is something else is an
/// error.
db::Result<bool> makeUnlessThere(const db::DatabaseUrl &url)
{
    const db::Result<void> created = db::Connection::create(url);
    if (created)
        return true;
    const auto opened = db::Connection::open(url);
    if (opened)
        return false;
    return db::Failure(QFileInfo::exists(url.path()) ? opened.error() : created.error());
}

db::Result<QJsonObject> create(const Arguments &arguments, Console &console)
{
    const db::Result<db::DatabaseUrl> url = databaseUrl(arguments);
    if (!url)
        return db::Failure(url.error());
    const db::Result<bool> isMade = makeUnlessThere(*url);
    if (!isMade)
        return db::Failure(isMade.error());
    console.say(u"The database for %1 has %2been created"_s.arg(url->displayName(), *isMade ? QString() : u"already "_s));
    return QJsonObject{{u"database"_s, url->toString()}, {u"created"_s, *isMade}};
}

} // namespace

Command createCommand()
{
    return {
        .name = u"create"_s,
        .summary = u"Make an empty database"_s,
        .description = u"Makes an empty database, and the folder it lies in. One that is there already is left as it is."_s,
        .examples = {u"create"_s, u"create --database sqlite:community.sqlite"_s},
        .run = &create,
    };
}

} // namespace console
