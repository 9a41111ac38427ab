// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migration_line.h"

#include <algorithm>

namespace ui {

namespace {

QList<Loss> lossesOf(const db::Migration &migration)
{
    QList<Loss> losses;
    for (const db::Operation &operation : migration.downOperations().value_or(QList<db::Operation>())) {
        if (const auto *table = std::get_if<db::DropTable>(&operation))
            losses.append(Loss{table->table});
        if (const auto *alteration = std::get_if<db::AlterTable>(&operation)) {
            for (const db::ColumnChange &change : alteration->changes) {
                using Kind = db::ColumnChange::Kind;
                const bool isConverted = change.kind == Kind::Modify;
                if (change.kind == Kind::Remove || change.kind == Kind::RemoveIfExists || isConverted)
                    losses.append(Loss{alteration->table, change.column.name, isConverted});
            }
        }
    }
    return losses;
}

bool runsOwnSql(const db::Migration &migration)
{
    const QList<db::Operation> operations = migration.downOperations().value_or(QList<db::Operation>());
    return std::any_of(operations.cbegin(), operations.cend(), [](const db::Operation &operation) {
        const auto *statement = std::get_if<db::Execute>(&operation);
        return statement && !statement->up.isEmpty();
    });
}

} // namespace

QString MigrationLine::title() const
{
    const QString version = QString::number(status.version);
    return status.name.isEmpty() ? version : QString(version + u'_' + status.name);
}

db::Result<QList<MigrationLine>> readMigrations(db::Repo &repo, const QList<db::Migration> &migrations, db::DatabaseUrl::Engine engine)
{
    db::Migrator migrator(repo, migrations);
    const auto statuses = migrator.status();
    if (!statuses)
        return db::Failure(statuses.error());
    QList<MigrationLine> lines;
    for (const db::MigrationStatus &status : *statuses) {
        MigrationLine line{.status = status};
        if (status.state != db::MigrationStatus::State::FileMissing) {
            line.up = migrator.sql(status.version, true).value_or(QStringList());
            line.down = migrator.sql(status.version, false).value_or(QStringList());
            const db::Migration &migration = *std::find_if(migrations.cbegin(), migrations.cend(), [&status](const db::Migration &known) { return known.version == status.version; });
            line.losses = lossesOf(migration);
            line.runsOwnSql = runsOwnSql(migration);
            line.isAtomic = migration.inTransaction && engine != db::DatabaseUrl::Engine::MariaDb;
        }
        lines.append(line);
    }
    return lines;
}

} // namespace ui
