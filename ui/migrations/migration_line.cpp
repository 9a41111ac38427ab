// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/migration_line.h"

#include <algorithm>

namespace ui {

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
            line.upLosses = db::whatIsLost(migration.upOperations());
            line.downLosses = db::whatIsLost(migration.downOperations().value_or(QList<db::Operation>()));
            line.rewritten = db::rewrittenTables(migration.upOperations(), engine);
            line.inTransaction = migration.inTransaction;
            line.isAtomic = migration.inTransaction && engine != db::DatabaseUrl::Engine::MariaDb;
        }
        lines.append(line);
    }
    return lines;
}

} // namespace ui
