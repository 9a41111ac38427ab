// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/command.h"
#include "core/toolkit/database_url.h"
#include "core/toolkit/migrator.h"

namespace console {

// What the commands about migrations have in common.

/// Where migrations in SQL are.
Option folderOption();

/// How far to go, `all` as it is told in the help. They exclude each other: see extentNames().
QList<Option> extentOptions(const QString &all, const QString &step);
QStringList extentNames();

/// What became of a statement of which nobody knows.
QList<Option> unclearOptions();
/// How long to wait for others.
Option lockTimeoutOption();
/// Refused where they contradict each other.
db::Result<void> checkUnclear(const Arguments &arguments);

/// What extentOptions() and unclearOptions() say.
db::Migrator::Options extentOf(const Arguments &arguments);

/// Those compiled in and those of the folders.
db::Result<QList<db::Migration>> migrationsFor(const Arguments &arguments, db::DatabaseUrl::Engine engine);

} // namespace console
