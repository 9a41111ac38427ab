// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/migrator.h"
#include "tests/support/test_database.h"

// A little history of its own, for tests of how migrations are run.

inline constexpr qint64 firstVersion = 20260101000001;

/// A migration that makes a table of its own name.
inline db::Migration creating(qint64 version, const QString &table)
{
    return {.version = version,
            .name = u"create_"_qs + table,
            .change = [table](db::SchemaChange &schema) {
                schema.createTable(table, [](db::ColumnList &columns) { columns.string("name"); });
            }};
}

inline QList<db::Migration> threeTables()
{
    return {creating(firstVersion, u"apples"_qs), creating(firstVersion + 1, u"berries"_qs), creating(firstVersion + 2, u"cherries"_qs)};
}

/// All of them, the books of the migrations included.
inline QStringList allTables(TestDatabase &database)
{
    return database.texts(database.connection->dialect().tableNames());
}

inline QStringList tables(TestDatabase &database)
{
    QStringList names = allTables(database);
    names.removeAll(u"schema_migrations"_qs);
    names.removeAll(u"quecto_migrations"_qs);
    names.removeAll(u"quecto_unfinished"_qs);
    return names;
}

inline QStringList books(TestDatabase &database)
{
    return database.texts(u"SELECT version FROM schema_migrations ORDER BY version"_qs);
}

inline QList<qint64> versions(const QList<db::MigrationRun> &runs)
{
    QList<qint64> list;
    for (const db::MigrationRun &run : runs)
        list.append(run.version);
    return list;
}
