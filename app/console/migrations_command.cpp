// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/migration_options.h"
#include "app/console/open_database.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

using State = db::MigrationStatus::State;

QString nameOf(State state)
{
    return state == State::Pending ? u"down"_s : u"up"_s;
}

QJsonValue toJson(const db::HalfWay &halfWay)
{
    return QJsonObject{{u"direction"_s, halfWay.isUp ? u"up"_s : u"down"_s},
                       {u"done"_s, halfWay.done},
                       {u"total"_s, halfWay.total},
                       {u"statement"_s, halfWay.statement},
                       {u"text"_s, halfWay.text()}};
}

db::Result<QJsonObject> listMigrations(const Arguments &arguments, Console &console)
{
    db::Result<OpenDatabase> database = openDatabase(arguments);
    if (!database)
        return db::Failure(database.error());
    const auto migrations = migrationsFor(arguments, database->connection->url().engine());
    if (!migrations)
        return db::Failure(migrations.error());
    const auto lines = db::Migrator(database->repo, *migrations).status();
    if (!lines)
        return db::Failure(lines.error());

    // The table is Ecto's.
    console.say(u"  Status    Migration ID    Migration Name"_s);
    console.say(QString(50, u'-'));
    QJsonArray list;
    for (const db::MigrationStatus &line : *lines) {
        const bool isMissing = line.state == State::FileMissing;
        console.say(u"  %1%2  %3"_s.arg(nameOf(line.state), -10)
                        .arg(QString::number(line.version), -14)
                        .arg(isMissing ? u"** FILE NOT FOUND **"_s : line.name));
        if (!line.changedReason.isEmpty())
            console.say(u"            changed since it was applied"_s);
        if (line.halfWay)
            console.say(u"            "_s + line.halfWay->text());
        list.append(QJsonObject{
            {u"version"_s, line.version},
            {u"name"_s, isMissing ? QJsonValue() : QJsonValue(line.name)},
            {u"status"_s, nameOf(line.state)},
            {u"changed"_s, !line.changedReason.isEmpty()},
            {u"half_way"_s, line.halfWay ? toJson(*line.halfWay) : QJsonValue()},
            {u"applied_at"_s, line.appliedAt.isValid() ? QJsonValue(line.appliedAt.toString(Qt::ISODate)) : QJsonValue()},
        });
    }
    const auto pending = std::count_if(lines->begin(), lines->end(), [](const db::MigrationStatus &line) { return line.state == State::Pending; });
    if (arguments.isSet(u"check"_s) && pending > 0)
        console.setExitCode(CheckFailed);
    return QJsonObject{{u"migrations"_s, list}, {u"pending"_s, qint64(pending)}};
}

} // namespace

Command migrationsCommand()
{
    return {
        .name = u"migrations"_s,
        .summary = u"List all migrations and whether they are applied"_s,
        .description = u"Lists all migrations, oldest first, with 'up' for those that are applied."_s,
        .options = {folderOption(), {.name = u"check"_s, .description = u"End with 3 if some are pending"_s}},
        .examples = {u"migrations"_s, u"migrations --folder migrations --json"_s, u"migrations --check --quiet"_s},
        .run = &listMigrations,
    };
}

} // namespace console
