// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/open_database.h"
#include "app/console/structure_file.h"
#include "core/toolkit/catalogue.h"
#include "core/toolkit/structure_script.h"

using namespace Qt::StringLiterals;

namespace console {

namespace {

db::Result<void> requireEmpty(db::Connection &database)
{
    constexpr qsizetype mostNames = 5;
    const db::Result<db::Catalogue> catalogue = db::readCatalogue(database);
    if (!catalogue)
        return db::Failure(catalogue.error());
    QStringList names;
    for (const db::TableInfo &table : catalogue->tables)
        names.append(table.name);
    if (names.isEmpty())
        return {};
    const qsizetype others = names.size() - mostNames;
    const QString shown = names.mid(0, mostNames).join(u", ") + (others > 0 ? u" and %1 more"_s.arg(others) : QString());
    return db::Failure(db::Error::refused(u"%1 has tables already: %2.\nName an empty database by --database, or empty this one by 'quectoctl drop' and 'quectoctl create'"_s.arg(database.url().displayName(), shown)));
}

db::Result<QJsonObject> load(const Arguments &arguments, Console &console)
{
    const QString &file = arguments.operands.first();
    const db::Result<QString> sql = readStructureFile(file);
    if (!sql)
        return db::Failure(sql.error());
    db::Result<OpenDatabase> database = openDatabase(arguments);
    if (!database)
        return db::Failure(database.error());
    if (const db::Result<void> empty = requireEmpty(*database->connection); !empty)
        return db::Failure(empty.error());
    const db::Result<QList<qint64>> versions = db::loadStructure(*database->connection, *sql);
    if (!versions) {
        db::Error error = versions.error();
        error.message = u"%1: %2"_s.arg(file, error.message);
        return db::Failure(error);
    }
    const QString name = database->connection->url().displayName();
    console.say(u"%1 has the structure in %2; applied migrations: %3"_s.arg(name, file).arg(versions->size()));
    return QJsonObject{{u"file"_s, file}, {u"versions"_s, versionList(*versions)}};
}

} // namespace

Command loadCommand()
{
    return {
        .name = u"load"_s,
        .operands = {u"FILE"_s},
        .summary = u"Make the structure that was dumped into a file"_s,
        .description = u"Runs the statements that 'quectoctl dump' has written, so that the structure is there at once\n"
                       "and the same migrations count as applied. The database must be empty. What fails leaves nothing\n"
                       "behind, but on MariaDB, which keeps what ran before. For a server psql (Debian's package\n"
                       "postgresql-client) or mariadb (mariadb-client) is needed."_s,
        .examples = {u"load structure.sql"_s, u"load structure.sql --database sqlite:test.sqlite"_s},
        .run = &load,
    };
}

} // namespace console
