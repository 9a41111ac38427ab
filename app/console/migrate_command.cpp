// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/backup_first.h"
#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/dry_run_report.h"
#include "app/console/migration_options.h"
#include "app/console/migration_runs.h"
#include "app/console/open_database.h"
#include "app/console/production.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace console {

namespace {

/// Says which database it is, and what to do.
db::Error explained(db::Error error, const OpenDatabase &database)
{
    if (error.message == db::Migrator::anotherPrograms())
        error.message = u"%1 belongs to another program: it has tables (%2), but none of the migrations was applied to it.\n"
                        "Use a database of its own ('quectoctl create' makes one), or add to this one with --force."_s
                            .arg(database.connection->url().displayName(), error.subject);
    return withStatement(error);
}

db::Result<QJsonObject> migrate(const Arguments &arguments, Console &console)
{
    if (const db::Result<void> clear = checkUnclear(arguments); !clear)
        return db::Failure(clear.error());
    db::Result<OpenDatabase> database = openDatabase(arguments);
    if (!database)
        return db::Failure(database.error());
    const auto migrations = migrationsFor(arguments, database->connection->url().engine());
    if (!migrations)
        return db::Failure(migrations.error());
    db::Migrator migrator(database->repo, *migrations);
    db::Migrator::Options options = extentOf(arguments);
    options.inOrder = arguments.isSet(u"strict"_s);
    options.besideOthers = arguments.isSet(u"force"_s);
    options.waiting = tellWaiting(console);
    options.acceptChanges = arguments.isSet(u"accept-changes"_s);
    const auto plan = migrator.plan(true, options);
    if (!plan) {
        db::Error error = explained(plan.error(), *database);
        const bool wasAccepted = std::exchange(options.acceptChanges, true);
        if (!wasAccepted && migrator.plan(true, options))
            error.message += u".\nPut it back as it was and begin a new migration, or take it for what it says now with --accept-changes."_s;
        return db::Failure(error);
    }
    if (arguments.isSet(u"sql"_s))
        return QJsonObject{{u"sql"_s, showSql(console, *plan, database->connection->url().engine())}};
    if (arguments.isSet(u"dry-run"_s)) {
        const auto tried = migrator.dryRun(true, options);
        return tried ? db::Result<QJsonObject>(report(console, *tried)) : db::Failure(explained(tried.error(), *database));
    }
    if (const db::Result<void> confirmed = plan->isEmpty() ? db::Result<void>() : confirmProduction(database->connection->url(), arguments, console); !confirmed)
        return db::Failure(confirmed.error());
    // A database to which nothing was applied has no tables, unless another program's are in it.
    const bool isNew = migrator.pendingCount() == int(migrations->size()) && !options.besideOthers;
    db::Result<QJsonObject> answer;
    if (!plan->isEmpty() && !isNew)
        answer = backUpFirst(*database->connection, arguments, console);
    if (!answer)
        return answer;
    const auto runs = migrator.migrate(options, narrate(console, *migrations));
    if (!runs)
        return db::Failure(explained(runs.error(), *database));
    if (runs->isEmpty())
        console.say(u"Migrations already up"_s);
    answer->insert(u"migrated"_s, toJson(*runs));
    return answer;
}

} // namespace

Command migrateCommand()
{
    return {
        .name = u"migrate"_s,
        .summary = u"Apply pending migrations"_s,
        .description = u"Applies pending migrations, oldest first, each in a transaction of its own where the engine can.\n"
                       "A database that is a file is backed up before.\n"
                       "A database with tables of another program is left alone: it was probably named by mistake."_s,
        .options = extentOptions(u"All of them, as if nothing were given"_s, u"At most so many"_s) + QList<Option>{
                       folderOption(),
                       {.name = u"accept-changes"_s, .description = u"Take applied ones that were changed since for what they say now"_s},
                       {.name = u"strict"_s, .description = u"Do nothing if one is older than the newest applied one"_s},
                       noBackupOption(),
                       dryRunOption(),
                       yesOption(),
                       lockTimeoutOption(),
                       {.name = u"sql"_s, .description = u"Show the SQL that would run, and run nothing"_s},
                       {.name = u"force"_s, .description = u"Also into a database with another program's tables"_s},
                   }
            + unclearOptions(),
        .alternatives = extentNames(),
        .examples = {u"migrate"_s, u"migrate --folder migrations --to 20261122120000"_s, u"migrate --sql"_s, u"migrate --dry-run"_s, u"migrate --database sqlite:community.sqlite --quiet"_s},
        .run = &migrate,
    };
}

} // namespace console
