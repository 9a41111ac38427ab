// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/migration_options.h"

#include "core/toolkit/sql_migrations.h"
#include "migrations/migrations.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace console {

Option folderOption()
{
    return {.name = u"folder"_s, .value = u"DIR"_s, .description = u"Migrations in SQL are there, too, and below; may be given more than once"_s, .isRepeatable = true};
}

QList<Option> extentOptions(const QString &all, const QString &step)
{
    return {
        {.name = u"all"_s, .description = all},
        {.name = u"step"_s, .value = u"N"_s, .description = step, .minimum = 1},
        {.name = u"to"_s, .value = u"V"_s, .description = u"As far as this version, itself included"_s, .isVersion = true},
        {.name = u"to-exclusive"_s, .value = u"V"_s, .description = u"As far as this version, without itself"_s, .isVersion = true},
    };
}

QList<Option> unclearOptions()
{
    return {
        {.name = u"it-ran"_s, .description = u"The statement that may or may not have run did run: go on behind it"_s},
        {.name = u"it-did-not-run"_s, .description = u"It did not: go on with it"_s},
    };
}

Option lockTimeoutOption()
{
    return {.name = u"lock-timeout"_s, .value = u"SECONDS"_s, .description = u"How long to wait for another program that migrates"_s, .minimum = 0};
}

db::Result<void> checkUnclear(const Arguments &arguments)
{
    if (arguments.isSet(u"it-ran"_s) && arguments.isSet(u"it-did-not-run"_s))
        return db::Failure(db::Error::refused(u"--it-ran and --it-did-not-run exclude each other"_s));
    return {};
}

QStringList extentNames()
{
    return {u"all"_s, u"step"_s, u"to"_s, u"to-exclusive"_s};
}

db::Migrator::Options extentOf(const Arguments &arguments)
{
    db::Migrator::Options options;
    options.step = arguments.isSet(u"all"_s) ? std::numeric_limits<int>::max() : arguments.number(u"step"_s);
    options.to = arguments.version(u"to"_s);
    options.toExclusive = arguments.version(u"to-exclusive"_s);
    if (arguments.isSet(u"it-ran"_s) || arguments.isSet(u"it-did-not-run"_s))
        options.unclearHasRun = arguments.isSet(u"it-ran"_s);
    if (const std::optional<int> seconds = arguments.number(u"lock-timeout"_s))
        options.lockTimeout = std::chrono::seconds(*seconds);
    return options;
}

db::Result<QList<db::Migration>> migrationsFor(const Arguments &arguments, db::DatabaseUrl::Engine engine)
{
    QList<db::Migration> list = migrations::all();
    for (const QString &folder : arguments.values(u"folder"_s)) {
        const db::Result<QList<db::Migration>> written = db::sqlMigrations(folder, engine);
        if (!written)
            return written;
        list.append(*written);
    }
    return list;
}

} // namespace console
