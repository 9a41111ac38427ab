// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_books.h"

#include "core/toolkit/bookkeeping.h"
#include "core/toolkit/column.h"
#include "core/toolkit/repo.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// One line of the books. Its columns and how they are written are Ecto's.
struct SchemaMigration
{
    Id<SchemaMigration> version;
    std::optional<QDateTime> insertedAt;

    static void describe(SchemaBuilder<SchemaMigration> &schema)
    {
        schema.table("schema_migrations");
        schema.primaryKey("version", &SchemaMigration::version);
        schema.field("inserted_at", &SchemaMigration::insertedAt).as(Type::NaiveDatetime);
    }
};

Operation createBooks()
{
    ColumnList columns;
    columns.bigInteger("version").primaryKey();
    columns.naiveDatetime("inserted_at");
    return CreateTable{MigrationBooks::tableName(), columns.columns(), false, true};
}

} // namespace

QString MigrationBooks::tableName()
{
    return schemaOf<SchemaMigration>().table();
}

Result<void> MigrationBooks::ensureTable()
{
    return ensureTableOf(m_repo, createBooks(), [this] { return m_repo.all(from<SchemaMigration>()).has_value(); });
}

Result<QMap<qint64, QDateTime>> MigrationBooks::applied()
{
    const Result<QList<SchemaMigration>> lines = m_repo.all(from<SchemaMigration>());
    if (!lines && lines.error().kind == Error::Kind::MissingTable)
        return QMap<qint64, QDateTime>();
    if (!lines)
        return Failure(lines.error());
    QMap<qint64, QDateTime> versions;
    for (const SchemaMigration &line : *lines)
        versions.insert(line.version.value, line.insertedAt.value_or(QDateTime()));
    return versions;
}

Result<void> MigrationBooks::add(qint64 version, const QDateTime &appliedAt)
{
    return m_repo.insertAll<SchemaMigration>({{Id<SchemaMigration>{version}, appliedAt}}).map([](qint64) {});
}

Result<void> MigrationBooks::remove(qint64 version)
{
    return m_repo.deleteAll(from<SchemaMigration>().where(&SchemaMigration::version, Id<SchemaMigration>{version})).map([](qint64) {});
}

} // namespace db
