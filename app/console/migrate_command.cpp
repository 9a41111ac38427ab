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

db::Result<QJsonObject> migrate(const Arguments &arguments, Console &console)
{
    db::Result<OpenDatabase> database = openDatabase(arguments);
    if (!database)
        return db::Failure(database.error());
    const auto runs = db::Migrator(database->repo, migrations::all()).migrate({}, narrate(console));
    if (!runs)
        return db::Failure(runs.error());
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
        .description = u"Applies all pending migrations, oldest first, each in a transaction of its own."_s,
        .examples = {u"migrate"_s, u"migrate --database sqlite:community.sqlite --quiet"_s},
        .run = &migrate,
    };
}

} // namespace console
