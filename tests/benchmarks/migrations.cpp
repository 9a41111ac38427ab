// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/migrations.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/migrator.h"
#include "core/toolkit/repo.h"
#include "tests/benchmarks/dataset.h"
#include "tests/support/test_server.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

QList<db::Migration> history(int count)
{
    QList<db::Migration> migrations;
    for (int i = 1; i <= count; ++i) {
        const QString table = u"table_%1"_s.arg(i);
        migrations.append({.version = 20260101000000 + i, .name = u"create_"_s + table, .change = [table](db::SchemaChange &schema) {
                               schema.createTable(table, [](db::ColumnList &columns) {
                                   columns.string("name").notNull();
                                   columns.integer("grams");
                                   columns.timestamps();
                               });
                               schema.createIndex(table, {u"name"_s});
                           }});
    }
    return migrations;
}

} // namespace

qint64 migrationsOn(db::DatabaseUrl::Engine engine, int count)
{
    const QTemporaryDir folder;
    const bool isFile = engine == db::DatabaseUrl::Engine::Sqlite;
    const db::DatabaseUrl url = isFile ? db::DatabaseUrl::sqliteFile(folder.filePath(u"migrations.sqlite"_s)) : TestServer::shared(engine).emptyDatabase();
    if (isFile && !db::Connection::create(url))
        giveUp(u"There is no place for a database"_s);
    const auto connection = db::Connection::open(url);
    if (!connection)
        giveUp(connection.error().message);
    db::Repo repo(**connection);
    QElapsedTimer timer;
    timer.start();
    const auto runs = db::Migrator(repo, history(count)).migrate({});
    if (!runs)
        giveUp(runs.error().message);
    return timer.elapsed();
}

} // namespace bench
