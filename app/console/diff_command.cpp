// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/default_database.h"
#include "core/toolkit/connection.h"
#include "core/toolkit/structure_difference.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace console {

namespace {

struct Structure
{
    db::DatabaseUrl::Engine engine;
    QString name;
    db::Catalogue catalogue;
};

db::Result<Structure> structureOf(const QString &text)
{
    const db::Result<db::DatabaseUrl> url = ::databaseUrl(text);
    if (!url)
        return db::Failure(url.error());
    const auto connection = db::Connection::open(*url, db::Connection::Access::ReadOnly);
    if (!connection)
        return db::Failure(connection.error());
    const db::Result<db::Catalogue> catalogue = db::readCatalogue(**connection);
    if (!catalogue)
        return db::Failure(catalogue.error());
    return Structure{url->engine(), url->displayName(), *catalogue};
}

db::Result<QJsonObject> diff(const Arguments &arguments, Console &console)
{
    const db::Result<Structure> before = structureOf(arguments.operands.at(0));
    if (!before)
        return db::Failure(before.error());
    const db::Result<Structure> after = structureOf(arguments.operands.at(1));
    if (!after)
        return db::Failure(after.error());
    const db::StructureComparison comparison = before->engine == after->engine ? db::StructureComparison::All : db::StructureComparison::AcrossEngines;
    const QList<db::StructureDifference> differences = db::structureDifferences(before->catalogue, after->catalogue, comparison);
    if (differences.isEmpty()) {
        console.say(u"The structures are the same"_s);
    } else {
        console.say(u"--- "_s + before->name);
        console.say(u"+++ "_s + after->name);
    }
    QJsonArray list;
    for (const db::StructureDifference &difference : differences) {
        const QStringList lines = difference.toLines();
        for (const QString &line : lines)
            console.say(line);
        list.append(QJsonObject{{u"part"_s, difference.partName()},
                                {u"table"_s, difference.table},
                                {u"name"_s, difference.name},
                                {u"before"_s, difference.before},
                                {u"after"_s, difference.after}});
    }
    if (arguments.isSet(u"check"_s) && !differences.isEmpty())
        console.setExitCode(CheckFailed);
    return QJsonObject{{u"differences"_s, list}};
}

} // namespace

Command diffCommand()
{
    return {
        .name = u"diff"_s,
        .operands = {u"URL"_s, u"URL"_s},
        .summary = u"Compare the structures of two databases"_s,
        .description = u"Shows what leads from the structure of the first database to that of the second: tables, columns,\n"
                       "keys, indexes, checks, triggers and functions. Between two engines, types, defaults, conditions,\n"
                       "triggers, functions and comments are left out, for each engine words them by itself. Nothing is\n"
                       "changed."_s,
        .options = {{.name = u"check"_s, .description = u"End with 3 if they differ"_s}},
        .examples = {u"diff sqlite:old.sqlite sqlite:new.sqlite"_s, u"diff --check --quiet postgres://ann@db/shop postgres://ann@standby/shop"_s},
        .run = &diff,
    };
}

} // namespace console
