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

using namespace Qt::StringLiterals;

namespace console {

namespace {

db::Result<QJsonObject> rollback(const Arguments &arguments, Console &console)
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
    options.waiting = tellWaiting(console);
    const auto plan = migrator.plan(false, options);
    if (!plan)
        return db::Failure(plan.error());
    if (arguments.isSet(u"sql"_s))
        return QJsonObject{{u"sql"_s, showSql(console, *plan, database->connection->url().engine())}};
    if (arguments.isSet(u"dry-run"_s)) {
        const auto tried = migrator.dryRun(false, options);
        return tried ? db::Result<QJsonObject>(report(console, *tried)) : db::Failure(tried.error());
    }
    if (const db::Result<void> confirmed = plan->isEmpty() ? db::Result<void>() : confirmProduction(database->connection->url(), arguments, console); !confirmed)
        return db::Failure(confirmed.error());
    db::Result<QJsonObject> answer;
    if (!plan->isEmpty())
        answer = backUpFirst(*database->connection, arguments, console);
    if (!answer)
        return answer;
    const auto runs = migrator.rollback(options, narrate(console, *migrations));
    if (!runs)
        return db::Failure(withStatement(runs.error()));
    if (runs->isEmpty())
        console.say(u"Migrations already down"_s);
    answer->insert(u"rolled_back"_s, toJson(*runs));
    return answer;
}

} // namespace

Command rollbackCommand()
{
    return {
        .name = u"rollback"_s,
        .summary = u"Take back the newest migrations"_s,
        .description = u"Takes back applied migrations, newest first. What their tables and columns hold is lost.\n"
                       "A database that is a file is backed up before."_s,
        .options = extentOptions(u"All of them"_s, u"How many; 1 if nothing is given"_s) + QList<Option>{
                       folderOption(),
                       noBackupOption(),
                       dryRunOption(),
                       yesOption(),
                       lockTimeoutOption(),
                       {.name = u"sql"_s, .description = u"Show the SQL that would run, and run nothing"_s},
                   }
            + unclearOptions(),
        .alternatives = extentNames(),
        .examples = {u"rollback"_s, u"rollback --step 3"_s, u"rollback --to 20261122120000 --folder migrations"_s},
        .run = &rollback,
    };
}

} // namespace console
