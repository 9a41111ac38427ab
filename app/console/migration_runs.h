// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/migrator.h"

#include <QJsonArray>

namespace console {

class Console;

/// Tells for whom it waits.
std::function<void(const db::MigrationLockHolder &)> tellWaiting(Console &console);

/// Tells of every one of these migrations while it runs, in Ecto's words.
db::Migrator::Progress narrate(Console &console, const QList<db::Migration> &migrations);

/// Why migrations failed, with the statement that did.
db::Error withStatement(db::Error error);

/// Shows the SQL that would run, as a script for the engine's own client; returns it as JSON.
QJsonArray showSql(Console &console, const QList<db::MigrationRun> &plan, db::DatabaseUrl::Engine engine);

/// What ran, as JSON.
QJsonArray toJson(const QList<db::MigrationRun> &runs);

} // namespace console
