// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/open_database.h"
#include "core/schemas.h"
#include "core/toolkit/drift.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

QJsonObject toJson(const db::Drift &drift)
{
    return {{u"kind"_s, drift.kindName()},
            {u"table"_s, drift.table},
            {u"column"_s, drift.column},
            {u"declared"_s, drift.declared},
            {u"found"_s, drift.found},
            {u"harmless"_s, drift.isHarmless()},
            {u"sentence"_s, drift.sentence()}};
}

db::Result<QJsonObject> drift(const Arguments &arguments, Console &console)
{
    const db::Result<db::DatabaseUrl> url = databaseUrl(arguments);
    if (!url)
        return db::Failure(url.error());
    const auto connection = db::Connection::open(*url, db::Connection::Access::ReadOnly);
    if (!connection)
        return db::Failure(connection.error());
    const db::Result<QList<db::Drift>> found = db::findDrift(**connection, declaredSchemas());
    if (!found)
        return db::Failure(found.error());
    if (found->isEmpty())
        console.say(u"The database is as the program takes it to be"_s);
    QJsonArray list;
    for (const db::Drift &one : *found) {
        console.say(one.sentence());
        list.append(toJson(one));
    }
    const bool fits = std::all_of(found->cbegin(), found->cend(), [](const db::Drift &one) { return one.isHarmless(); });
    if (arguments.isSet(u"check"_s) && !fits)
        console.setExitCode(CheckFailed);
    return QJsonObject{{u"drift"_s, list}};
}

} // namespace

Command driftCommand()
{
    return {
        .name = u"drift"_s,
        .summary = u"Compare the database with what the program takes it for"_s,
        .description = u"Tells which tables and columns the program needs are missing or of another kind, and which are there\n"
                       "that it does not know. Indexes, defaults and lengths are not compared. Nothing is changed."_s,
        .options = {{.name = u"check"_s, .description = u"End with 3 if the program cannot work with it; more tables and columns do no harm"_s}},
        .examples = {u"drift"_s, u"drift --check --quiet --database postgres://ann@db/shop"_s},
        .run = &drift,
    };
}

} // namespace console
