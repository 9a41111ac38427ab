// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/dry_run_report.h"

#include "app/console/console.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace console {

namespace {

QString nameOf(db::DataLoss::Kind kind)
{
    using Kind = db::DataLoss::Kind;
    switch (kind) {
    case Kind::Table:
        return u"table"_s;
    case Kind::Column:
        return u"column"_s;
    case Kind::NarrowedColumn:
        return u"narrowed_column"_s;
    case Kind::Rows:
        return u"rows"_s;
    }
    Q_UNREACHABLE();
}

QString inMilliseconds(qint64 microseconds)
{
    return QString::number(double(microseconds) / 1000, 'f', 1);
}

QJsonObject toJson(const db::TriedMigration &migration)
{
    QJsonArray statements;
    for (const db::TriedStatement &statement : migration.statements) {
        statements.append(QJsonObject{{u"sql"_s, statement.sql},
                                      {u"milliseconds"_s, double(statement.microseconds) / 1000},
                                      {u"rows"_s, statement.rows},
                                      {u"locks"_s, QJsonArray::fromStringList(statement.locks)}});
    }
    QJsonArray losses;
    for (const db::DataLoss &loss : migration.losses) {
        losses.append(QJsonObject{{u"kind"_s, nameOf(loss.kind)},
                                  {u"table"_s, loss.table},
                                  {u"column"_s, loss.column.isEmpty() ? QJsonValue() : QJsonValue(loss.column)},
                                  {u"count"_s, loss.count}});
    }
    QJsonObject json{{u"version"_s, migration.version},
                     {u"name"_s, migration.name},
                     {u"direction"_s, migration.isUp ? u"up"_s : u"down"_s},
                     {u"statements"_s, statements},
                     {u"losses"_s, losses}};
    json.insert(u"not_tried"_s, migration.notTried.isEmpty() ? QJsonValue() : QJsonValue(migration.notTried));
    json.insert(u"error"_s, migration.error ? QJsonObject{{u"message"_s, migration.error->message}, {u"sql"_s, migration.error->sql}} : QJsonValue());
    return json;
}

void show(Console &console, const db::TriedMigration &migration)
{
    const QString title = u"%1 %2 %3"_s.arg(migration.version).arg(migration.name, migration.isUp ? u"forward"_s : u"backward"_s);
    if (!migration.notTried.isEmpty()) {
        console.say(u"== Not tried: %1: %2"_s.arg(title, migration.notTried));
        return;
    }
    console.say(u"== Tried %1"_s.arg(title));
    for (const db::TriedStatement &statement : migration.statements) {
        console.say(u"%1 ms, %2 rows: %3"_s.arg(inMilliseconds(statement.microseconds)).arg(statement.rows).arg(statement.sql));
        for (const QString &lock : statement.locks)
            console.say(u"    takes %1"_s.arg(lock));
    }
    for (const db::DataLoss &loss : migration.losses)
        console.say(u"Would be lost: %1"_s.arg(loss.text()));
    if (migration.error) {
        console.say(u"Would fail: %1"_s.arg(migration.error->message));
        if (!migration.error->sql.isEmpty())
            console.say(u"The statement: %1"_s.arg(migration.error->sql));
    }
}

} // namespace

Option dryRunOption()
{
    return {.name = u"dry-run"_s, .description = u"Run it, take everything back, and tell what it did and what would be lost"_s};
}

QJsonObject report(Console &console, const db::DryRun &run)
{
    QJsonArray migrations;
    for (const db::TriedMigration &migration : run.migrations) {
        show(console, migration);
        migrations.append(toJson(migration));
    }
    if (run.isOnCopy && !run.migrations.isEmpty())
        console.say(u"Tried on a copy of the structure without rows."_s);
    if (!run.hasSucceeded())
        console.setExitCode(Failed);
    return {{u"dry_run"_s, migrations}, {u"on_copy"_s, run.isOnCopy}, {u"succeeds"_s, run.hasSucceeded()}};
}

} // namespace console
