// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/migration_runs.h"
#include "app/console/open_database.h"
#include "migrations/migrations.h"

using namespace Qt::StringLiterals;

namespace console {

namespace {

/// Says which database it is, and what to do.
db::Error explained(db::Error error, const OpenDatabase &database)
{
    if (error.kind == db::Error::Kind::Refused && !error.subject.isEmpty())
        error.message = u"%1 belongs to another program: it has tables (%2), but none of the migrations was applied to it.\n"
                        "Use a database of its own ('quectoctl create' makes one), or add to this one with --force."_s
                            .arg(database.connection->url().displayName(), error.subject);
    return error;
}

db::Result<QJsonObject> migrate(const Arguments &arguments, Console &console)
{
    db::Result<OpenDatabase> database = openDatabase(arguments);
    if (!database)
        return db::Failure(database.error());
    const db::Migrator::Options options{.besideOthers = arguments.isSet(u"force"_s)};
    const auto runs = db::Migrator(database->repo, migrations::all()).migrate(options, narrate(console));
    if (!runs)
        return db::Failure(explained(runs.error(), *database));
    if (runs->isEmpty())
        console.say(u"Migrations already up"_s);
    return QJsonObject{{u"migrated"_s, toJson(*runs)}};
}

} // namespace

Command migrateCommand()
{
    return {
        .name = u"migrate"_s,
        .summary = u"Apply all pending migrations"_s,
        .description = u"Applies all pending migrations, oldest first, each in a transaction of its own.\n"
                       "A database with tables of another program is left alone: it was probably named by mistake."_s,
        .options = {{.name = u"force"_s, .description = u"Also into a database with another program's tables"_s}},
        .examples = {u"migrate"_s, u"migrate --database sqlite:community.sqlite --quiet"_s},
        .run = &migrate,
    };
}

} // namespace console
