// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

struct sqlite3;

namespace db {

/// Adds to a connection what queries need and SQLite lacks:
///
/// - `quecto_contains(text, lower)`, `quecto_ilike(text, pattern)`: whatever the case, in every script
/// - `quecto_like(text, pattern)`: LIKE that minds the case; in both, `\` takes the meaning from `%`, `_` and itself
/// - `quecto_truncate(time, unit, zone)`: the first instant of a local day, week, month, quarter or year; the unit is its
///   number in db::Unit
/// - `quecto_later(time, months, seconds)`: a time moved by whole months and then by seconds
void addSqliteFunctions(sqlite3 *connection);

} // namespace db
