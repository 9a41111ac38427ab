// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/unfinished_migrations.h"

#include "core/toolkit/bookkeeping.h"
#include "core/toolkit/column.h"
#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/migration_engine.h"
#include "core/toolkit/repo.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace db {

namespace {

Operation createTable()
{
    ColumnList columns;
    columns.bigInteger("version").primaryKey();
    columns.boolean("is_up").notNull();
    columns.bigInteger("part").notNull();
    columns.bigInteger("total").notNull();
    columns.bigInteger("done").notNull();
    columns.string("fingerprint").size(64).notNull();
    columns.text("statement");
    columns.string("definitions").size(64);
    columns.text("error");
    return CreateTable{UnfinishedMigrations::tableName(), columns.columns(), false, true};
}

} // namespace

void UnfinishedMigration::describe(SchemaBuilder<UnfinishedMigration> &schema)
{
    schema.table("quecto_unfinished");
    schema.primaryKey("version", &UnfinishedMigration::version);
    schema.field("is_up", &UnfinishedMigration::isUp);
    schema.field("part", &UnfinishedMigration::part);
    schema.field("total", &UnfinishedMigration::total);
    schema.field("done", &UnfinishedMigration::done);
    schema.field("fingerprint", &UnfinishedMigration::fingerprint);
    schema.field("statement", &UnfinishedMigration::statement);
    schema.field("definitions", &UnfinishedMigration::definitions);
    schema.field("error", &UnfinishedMigration::error);
}

QString UnfinishedMigrations::tableName()
{
    return schemaOf<UnfinishedMigration>().table();
}

Result<void> UnfinishedMigrations::ensureTable()
{
    return ensureTableOf(m_repo, createTable(), [this] { return m_repo.all(from<UnfinishedMigration>()).has_value(); });
}

Result<QMap<qint64, UnfinishedMigration>> UnfinishedMigrations::all()
{
    const Result<QList<UnfinishedMigration>> lines = m_repo.all(from<UnfinishedMigration>());
    QMap<qint64, UnfinishedMigration> found;
    if (!lines && lines.error().kind == Error::Kind::MissingTable)
        return found;
    if (!lines)
        return Failure(lines.error());
    for (const UnfinishedMigration &line : *lines)
        found.insert(line.version.value, line);
    return found;
}

Result<void> UnfinishedMigrations::put(const UnfinishedMigration &migration)
{
    return m_repo.transaction([&]() -> Result<void> {
        if (const Result<void> removed = remove(migration.version.value); !removed)
            return removed;
        return m_repo.insertAll<UnfinishedMigration>({migration}).map([](qint64) {});
    });
}

Result<void> UnfinishedMigrations::remove(qint64 version)
{
    return m_repo.deleteAll(from<UnfinishedMigration>().where(&UnfinishedMigration::version, Id<UnfinishedMigration>{version})).map([](qint64) {});
}

Result<HalfWay> UnfinishedMigrations::judge(const UnfinishedMigration &migration)
{
    using Next = HalfWay::Next;
    HalfWay state{.isUp = migration.isUp, .part = int(migration.part), .done = int(migration.done), .total = int(migration.total)};
    if (!migration.statement)
        return state;
    state.statement = *migration.statement;
    if (migration.error) {
        state.next = Next::Failed;
        state.error = *migration.error;
        return state;
    }
    state.next = Next::HasNotRun; // it was to be stored together with the note that it is done
    if (!migration.definitions)
        return state;
    const DatabaseUrl::Engine engine = m_repo.connection().url().engine();
    const bool isFunction = firstWord(*migration.statement, engine).isEmpty();
    const Result<QString> now = definitions();
    if (!now)
        return Failure(now.error());
    if (!isFunction && *now != *migration.definitions)
        state.next = Next::HasRun;
    else if (isFunction || !MigrationEngine::of(engine).isRepeatable(*migration.statement))
        state.next = Next::Unknown;
    return state;
}

Result<QString> UnfinishedMigrations::definitions()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Statement statement{.sql = MigrationEngine::of(m_repo.connection().url().engine()).definitions()};
    const Result<void> read = m_repo.connection().select(statement, [&](const RowReader &row) {
        hash.addData(row.value(0, Type::String).toString().toUtf8());
        hash.addData(QByteArrayView("\n"));
        return true;
    });
    return read ? Result<QString>(QString::fromLatin1(hash.result().toHex())) : Failure(read.error());
}

} // namespace db
