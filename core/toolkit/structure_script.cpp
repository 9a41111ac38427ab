// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/structure_script.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/structure_engine.h"
#include "core/toolkit/migration_books.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/unfinished_migrations.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

Result<QList<qint64>> appliedVersions(Connection &connection)
{
    Repo repo(connection);
    return MigrationBooks(repo).applied().map([](const QMap<qint64, QDateTime> &applied) { return applied.keys(); });
}

/// Half a migration is no structure that anybody could go on from: how far it came is known here only.
Result<void> requireWholeMigrations(Connection &connection)
{
    Repo repo(connection);
    const auto unfinished = UnfinishedMigrations(repo).all();
    if (!unfinished)
        return Failure(unfinished.error());
    if (unfinished->isEmpty())
        return {};
    return Failure(Error::refused(u"the migration %1 stopped half-way: finish it or take it back first"_s.arg(unfinished->firstKey())));
}

} // namespace

Result<StructureScript> dumpStructure(Connection &connection)
{
    const StructureEngine &engine = StructureEngine::of(connection.url().engine());
    if (const Result<void> whole = requireWholeMigrations(connection); !whole)
        return Failure(whole.error());
    const Result<QList<qint64>> versions = appliedVersions(connection);
    if (!versions)
        return Failure(versions.error());
    Result<QString> sql = engine.dump(connection);
    if (!sql)
        return Failure(sql.error());
    if (versions->isEmpty())
        return StructureScript{*sql, {}};
    // A line for each, so that two branches of a project can be merged.
    const Result<QString> books = engine.quotedTable(connection, MigrationBooks::tableName());
    if (!books)
        return Failure(books.error());
    sql->append(u'\n');
    for (const qint64 version : *versions)
        sql->append(u"INSERT INTO %1 (version) VALUES (%2);\n"_s.arg(*books).arg(version));
    return StructureScript{*sql, *versions};
}

Result<QList<qint64>> loadStructure(Connection &connection, const QString &sql)
{
    if (const Result<void> loaded = StructureEngine::of(connection.url().engine()).load(connection, sql); !loaded)
        return Failure(loaded.error());
    return appliedVersions(connection);
}

} // namespace db
