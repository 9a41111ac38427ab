// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/open_database.h"
#include "app/console/structure_file.h"
#include "core/toolkit/structure_script.h"

using namespace Qt::StringLiterals;

namespace console {

namespace {

db::Result<QJsonObject> dump(const Arguments &arguments, Console &console)
{
    const QString file = arguments.operands.value(0);
    if (file.isEmpty() && arguments.isSet(u"quiet"_s) && !arguments.isSet(u"json"_s))
        return db::Failure(db::Error::refused(u"With --quiet nothing is printed: name a file"_s));
    const db::Result<db::DatabaseUrl> url = databaseUrl(arguments);
    if (!url)
        return db::Failure(url.error());
    const auto connection = db::Connection::open(*url, db::Connection::Access::ReadOnly);
    if (!connection)
        return db::Failure(connection.error());
    const db::Result<db::StructureScript> structure = db::dumpStructure(**connection);
    if (!structure)
        return db::Failure(structure.error());
    const QJsonArray versions = versionList(structure->versions);
    if (file.isEmpty()) {
        console.say(structure->sql.trimmed());
        return QJsonObject{{u"sql"_s, structure->sql}, {u"versions"_s, versions}};
    }
    if (const db::Result<void> written = writeStructureFile(file, structure->sql); !written)
        return db::Failure(written.error());
    console.say(u"The structure of %1 is in %2; applied migrations: %3"_s.arg(url->displayName(), file).arg(versions.size()));
    return QJsonObject{{u"file"_s, file}, {u"versions"_s, versions}};
}

} // namespace

Command dumpCommand()
{
    return {
        .name = u"dump"_s,
        .operands = {u"[FILE]"_s},
        .summary = u"Write down the structure of the database as SQL"_s,
        .description = u"Writes down all tables, indexes, views, triggers and functions as statements of SQL, with the\n"
                       "versions of the applied migrations, but without rows, owners and privileges: for 'quectoctl load'\n"
                       "and for version control. Without FILE it is printed; a file is written whole or not at all. For\n"
                       "a server pg_dump (Debian's package postgresql-client) or mariadb-dump (mariadb-client) is needed."_s,
        .examples = {u"dump structure.sql"_s, u"dump --database postgres://ann@db/shop | less"_s},
        .run = &dump,
    };
}

} // namespace console
