// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/migrator.h"

namespace ui {

/// What a rollback destroys: a table with its rows, or one column with its values.
struct Loss
{
    QString table;
    QString column = {}; ///< empty: the whole table
    bool isConverted = false; ///< the column stays, with values of another type

    friend bool operator==(const Loss &, const Loss &) = default;
};

/// A migration as the page shows it: its state in this database, and what it would run here.
struct MigrationLine
{
    db::MigrationStatus status;
    QStringList up = {}; ///< empty when the file is missing
    QStringList down = {}; ///< empty when it cannot be taken back
    QList<Loss> losses = {}; ///< of taking it back
    bool runsOwnSql = false; ///< taking it back runs statements whose losses are not known
    bool isAtomic = true; ///< where it fails, nothing of it stays

    /// As its file is called: "20260126000001_create_users"; the version alone when the file is missing.
    QString title() const;
    bool isApplied() const { return status.state != db::MigrationStatus::State::Pending; }
};

/// All migrations, known and applied ones, oldest first, as they are in a database of this engine.
db::Result<QList<MigrationLine>> readMigrations(db::Repo &repo, const QList<db::Migration> &migrations, db::DatabaseUrl::Engine engine);

} // namespace ui
