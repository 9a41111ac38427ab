// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/migration_file.h"
#include "app/console/migration_source.h"
#include "app/console/open_database.h"
#include "core/schemas.h"
#include "core/toolkit/connection.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace console {

namespace {

/// What leads the database to what the program declares; refused where nothing does.
db::Result<QStringList> linesFromDiff(const Arguments &arguments)
{
    const db::Result<db::DatabaseUrl> url = databaseUrl(arguments);
    if (!url)
        return db::Failure(url.error());
    const auto connection = db::Connection::open(*url, db::Connection::Access::ReadOnly);
    if (!connection)
        return db::Failure(connection.error());
    const db::Result<db::Catalogue> catalogue = db::readCatalogue(**connection);
    if (!catalogue)
        return db::Failure(catalogue.error());
    const QList<db::DriftRepair> repairs = db::driftRepairs(declaredSchemas(), *catalogue, (*connection)->dialect());
    if (repairs.isEmpty())
        return db::Failure(db::Error::refused(u"%1 is as the program takes it to be: there is nothing to migrate"_s.arg(url->displayName())));
    return migrationLines(repairs);
}

db::Result<QJsonObject> generate(const Arguments &arguments, Console &console)
{
    const QString usual = u"migrations"_s;
    if (!arguments.isSet(u"folder"_s) && !QFileInfo(usual).isDir())
        return db::Failure(db::Error::refused(u"There is no folder 'migrations' here: name one with --folder"_s));
    const QString folder = arguments.isSet(u"folder"_s) ? arguments.value(u"folder"_s) : usual;
    const auto language = arguments.isSet(u"sql"_s) ? MigrationFile::Language::Sql : MigrationFile::Language::Cpp;
    const db::Result<QStringList> lines = arguments.isSet(u"from-diff"_s) ? linesFromDiff(arguments) : QStringList();
    if (!lines)
        return db::Failure(lines.error());
    const db::Result<MigrationFile> file = writeMigrationFile(folder, arguments.operands.first(), language, *lines);
    if (!file)
        return db::Failure(file.error());
    console.say(u"* creating "_s + file->path);
    if (language == MigrationFile::Language::Sql)
        console.say(u"'quectoctl migrate --folder %1' applies it."_s.arg(folder));
    return QJsonObject{{u"file"_s, file->path}, {u"version"_s, file->version}, {u"name"_s, file->name}};
}

} // namespace

Command genMigrationCommand()
{
    return {
        .name = u"gen migration"_s,
        .operands = {u"NAME"_s},
        .summary = u"Begin a new migration"_s,
        .description = u"Writes the file of a new migration into the folder 'migrations' here; its version is the UTC time.\n"
                       "CreateUsers and create_users are the same name; one that another migration has is refused."_s,
        .options = {
            {.name = u"sql"_s, .description = u"In SQL, which is found when it runs; else in C++, which is compiled in"_s},
            {.name = u"from-diff"_s, .description = u"In C++, with what leads the database to what the program declares"_s},
            {.name = u"folder"_s, .value = u"DIR"_s, .description = u"Into this folder, which is made if need be"_s},
        },
        .alternatives = {u"sql"_s, u"from-diff"_s},
        .examples = {u"gen migration create_users"_s, u"gen migration AddIndexToUsers --sql --folder db/migrations"_s},
        .run = &generate,
    };
}

} // namespace console
