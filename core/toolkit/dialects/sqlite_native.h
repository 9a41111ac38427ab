// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

class QSqlDatabase;
struct sqlite3;

namespace db {

class Connection;

/// Adds what QtSql does not offer to an open connection, through the driver's own handle: the functions of addSqliteFunctions(), and that
/// a statement which runs, or waits for another connection to finish (five seconds at most), ends once the connection
/// isCanceled(). Refused when the driver uses another SQLite library than this program is linked with.
Result<void> attachSqlite(const Connection &connection, const QSqlDatabase &database);

/// The connection behind a database that the QSQLITE driver opened.
sqlite3 *sqliteHandle(const QSqlDatabase &database);

} // namespace db
