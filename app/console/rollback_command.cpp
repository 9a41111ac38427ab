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

db::Result<QJsonObject> rollback(const Arguments &arguments, Console &console)
{
    db::Result<OpenDatabase> database = openDatabase(arguments);
    if (!database)
        return db::Failure(database.error());
    const db::Migrator::Options options{.step = arguments.number(u"step"_s).value_or(1)};
    const auto runs = db::Migrator(database->repo, migrations::all()).rollback(options, narrate(console));
    if (!runs)
        return db::Failure(runs.error());
    if (runs->isEmpty())
        console.say(u"Migrations already down"_s);
    return QJsonObject{{u"rolled_back"_s, toJson(*runs)}};
}

} // namespace

Command rollbackCommand()
{
    return {
        .name = u"rollback"_s,
        .summary = u"Take back the newest migrations"_s,
        .description = u"Takes back applied migrations, newest first. What their tables and columns hold is lost."_s,
        .options = {{.name = u"step"_s, .value = u"N"_s, .description = u"How many; 1 if not given"_s, .minimum = 1}},
        .examples = {u"rollback"_s, u"rollback --step 3"_s},
        .run = &rollback,
    };
}

} // namespace console
