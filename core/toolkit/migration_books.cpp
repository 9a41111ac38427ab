// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_books.h"

#include "core/toolkit/column.h"
#include "core/toolkit/connection.h"
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

Result<void> unlessFailed(const Result<qint64> &written)
{
    return written ? Result<void>() : Failure(written.error());
}

} // namespace

QString MigrationBooks::tableName()
{
    return schemaOf<SchemaMigration>().table();
}

Result<void> MigrationBooks::ensureTable()
{
    const Result<QStringList> statements = m_repo.connection().dialect().definition({createBooks()});
    if (!statements)
        return Failure(statements.error());
    for (const QString &sql : *statements) {
        const Result<void> done = m_repo.execute(sql);
        // Of two that make it at the same moment, one may be told that it exists: IF NOT EXISTS does not wait.
        if (!done && !m_repo.all(from<SchemaMigration>()))
            return done;
    }
    return {};
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

Result<void> MigrationBooks::add(qint64 version)
{
    return unlessFailed(m_repo.insertAll<SchemaMigration>({{Id<SchemaMigration>{version}, QDateTime::currentDateTimeUtc()}}));
}

Result<void> MigrationBooks::remove(qint64 version)
{
    return unlessFailed(m_repo.deleteAll(from<SchemaMigration>().where(&SchemaMigration::version, Id<SchemaMigration>{version})));
}

} // namespace db
