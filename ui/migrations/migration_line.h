// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/losses.h"
#include "core/toolkit/migrator.h"

namespace ui {

/// A migration as the page shows it: its state in this database, and what it would run here.
struct MigrationLine
{
    db::MigrationStatus status;
    QStringList up = {}; ///< empty when the file is missing
    QStringList down = {}; ///< empty when it cannot be taken back
    QList<db::Loss> upLosses = {}; ///< of applying it
    QList<db::Loss> downLosses = {}; ///< of taking it back
    QStringList rewritten = {}; ///< tables of which applying it writes every row anew
    bool inTransaction = true; ///< false: its file wants none
    bool isAtomic = true; ///< where it fails, nothing of it stays

    /// As its file is called: "20260126000001_create_users"; the version alone when the file is missing.
    QString title() const;
    const QList<db::Loss> &losses(bool isUp) const { return isUp ? upLosses : downLosses; }
    /// Whether it is the same one and runs the same, in whatever state.
    bool operator==(const MigrationLine &other) const { return status.version == other.status.version && up == other.up && down == other.down; }
    /// Whether there is something to take back.
    bool hasRun() const { return isApplied() || status.halfWay; }
    bool isChanged() const { return !status.changedReason.isEmpty(); }
    bool isApplied() const { return status.state != db::MigrationStatus::State::Pending; }
};

/// All migrations, known and applied ones, oldest first, as they are in a database of this engine.
db::Result<QList<MigrationLine>> readMigrations(db::Repo &repo, const QList<db::Migration> &migrations, db::DatabaseUrl::Engine engine);

} // namespace ui
