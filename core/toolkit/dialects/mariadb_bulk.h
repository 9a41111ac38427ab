// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/prepared_statement.h"

struct st_mysql;
struct st_mysql_stmt;

namespace db {

class Dialect;

/// Whether the server takes many rows of values for one statement, as every MariaDB does, and not every proxy.
bool takesRowsInBulk(st_mysql *connection);

/// Runs a prepared INSERT for many rows, of which hundreds go to the server at once. Returns how many rows it made.
tl::expected<qint64, NativeError> insertInBulk(st_mysql_stmt *statement, const Dialect &dialect, QList<Bind> binds, qsizetype rows,
                                               const PreparedStatement::Fill &fill);

} // namespace db
