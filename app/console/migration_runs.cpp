// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/migration_runs.h"

#include "app/console/console.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

QStringList describe(const db::MigrationRun &run, const QList<db::Migration> &known)
{
    const auto migration = std::find_if(known.begin(), known.end(), [&](const db::Migration &candidate) { return candidate.version == run.version; });
    const QList<db::Operation> operations = run.isUp ? migration->upOperations() : migration->downOperations().value_or(QList<db::Operation>());
    QStringList lines;
    for (const db::Operation &operation : operations)
        lines.append(db::describe(operation));
    return lines;
}

/// MariaDB's client ends a statement at the first semicolon that is not in quotes, be it inside a body, unless it is told
/// another end.
QString asScript(const QString &statement, db::DatabaseUrl::Engine engine)
{
    static const QRegularExpression quoted(u"'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`"_s, QRegularExpression::DotMatchesEverythingOption);
    const bool needsDelimiter = engine == db::DatabaseUrl::Engine::MariaDb && QString(statement).remove(quoted).contains(u';');
    return needsDelimiter ? u"DELIMITER //\n%1 //\nDELIMITER ;"_s.arg(statement) : QString(statement + u';');
}

} // namespace

std::function<void(const db::MigrationLockHolder &)> tellWaiting(Console &console)
{
    return [&console](const db::MigrationLockHolder &holder) { console.note(u"Waiting for "_s + holder.text()); };
}

db::Migrator::Progress narrate(Console &console, const QList<db::Migration> &migrations)
{
    return [&console, migrations](const db::MigrationRun &run) {
        const bool isDone = run.milliseconds >= 0;
        if (!isDone) {
            console.say(u"== Running %1 %2 %3"_s.arg(run.version).arg(run.name, run.isUp ? u"forward"_s : u"backward"_s));
            if (!run.warning.isEmpty())
                console.say(u"Mind that "_s + run.warning + u'.');
            return;
        }
        for (const QString &line : describe(run, migrations))
            console.say(line);
        console.say(u"== Migrated %1 in %2s"_s.arg(run.version).arg(double(run.milliseconds) / 1000, 0, 'f', 1));
    };
}

db::Error withStatement(db::Error error)
{
    constexpr qsizetype longest = 500;
    using Kind = db::Error::Kind;
    const bool isAboutDatabase = error.kind == Kind::Locked || error.kind == Kind::ReadOnly || error.kind == Kind::DiskFull || error.kind == Kind::Corrupt;
    if (!error.sql.isEmpty() && !isAboutDatabase)
        error.message += u"\nThe statement: %1"_s.arg(error.sql.size() > longest ? QString(error.sql.first(longest) + u"…") : error.sql);
    // To migrate is what is being done.
    if (error.kind == Kind::MissingTable)
        error.kind = Kind::Statement;
    return error;
}

QJsonArray showSql(Console &console, const QList<db::MigrationRun> &plan, db::DatabaseUrl::Engine engine)
{
    QJsonArray list;
    for (const db::MigrationRun &run : plan) {
        const QString direction = run.isUp ? u"up"_s : u"down"_s;
        console.say(u"-- %1 %2: %3"_s.arg(run.version).arg(run.name, direction));
        for (const QString &statement : run.statements)
            console.say(asScript(statement, engine));
        list.append(QJsonObject{{u"version"_s, run.version},
                                {u"name"_s, run.name},
                                {u"direction"_s, direction},
                                {u"statements"_s, QJsonArray::fromStringList(run.statements)}});
    }
    return list;
}

QJsonArray toJson(const QList<db::MigrationRun> &runs)
{
    QJsonArray list;
    for (const db::MigrationRun &run : runs)
        list.append(QJsonObject{{u"version"_s, run.version}, {u"name"_s, run.name}, {u"milliseconds"_s, run.milliseconds}});
    return list;
}

} // namespace console
