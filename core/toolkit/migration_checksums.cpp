// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_checksums.h"

#include "core/toolkit/bookkeeping.h"
#include "core/toolkit/column.h"
#include "core/toolkit/repo.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

struct AppliedMigration
{
    Id<AppliedMigration> version;
    std::optional<QDateTime> appliedAt;
    QString checksum;

    static void describe(SchemaBuilder<AppliedMigration> &schema)
    {
        schema.table("quecto_migrations");
        schema.primaryKey("version", &AppliedMigration::version);
        schema.field("applied_at", &AppliedMigration::appliedAt).as(Type::NaiveDatetime);
        schema.field("checksum", &AppliedMigration::checksum);
    }
};

Operation createTable()
{
    ColumnList columns;
    columns.bigInteger("version").primaryKey();
    columns.naiveDatetime("applied_at");
    columns.string("checksum").size(64).notNull();
    return CreateTable{MigrationChecksums::tableName(), columns.columns(), false, true};
}

/// As precisely as the books tell it.
qint64 secondsOf(const QDateTime &time)
{
    return time.isValid() ? time.toSecsSinceEpoch() : 0;
}

} // namespace

QString MigrationChecksums::tableName()
{
    return schemaOf<AppliedMigration>().table();
}

Result<void> MigrationChecksums::ensureTable()
{
    return ensureTableOf(m_repo, createTable(), [this] { return m_repo.all(from<AppliedMigration>()).has_value(); });
}

Result<QMap<qint64, QString>> MigrationChecksums::all(const QMap<qint64, QDateTime> &books)
{
    const Result<QList<AppliedMigration>> lines = m_repo.all(from<AppliedMigration>());
    QMap<qint64, QString> checksums;
    if (!lines && lines.error().kind == Error::Kind::MissingTable)
        return checksums;
    if (!lines)
        return Failure(lines.error());
    for (const AppliedMigration &line : *lines) {
        const auto book = books.constFind(line.version.value);
        if (book != books.cend() && secondsOf(*book) == secondsOf(line.appliedAt.value_or(QDateTime())))
            checksums.insert(line.version.value, line.checksum);
    }
    return checksums;
}

Result<void> MigrationChecksums::put(qint64 version, const QDateTime &appliedAt, const QString &checksum)
{
    if (const Result<void> removed = remove(version); !removed)
        return removed;
    return m_repo.insertAll<AppliedMigration>({{Id<AppliedMigration>{version}, appliedAt.isValid() ? std::optional(appliedAt) : std::nullopt, checksum}}).map([](qint64) {});
}

Result<void> MigrationChecksums::remove(qint64 version)
{
    return m_repo.deleteAll(from<AppliedMigration>().where(&AppliedMigration::version, Id<AppliedMigration>{version})).map([](qint64) {});
}

} // namespace db
