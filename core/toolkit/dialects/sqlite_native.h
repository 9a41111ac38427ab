// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialect.h"
#include "core/toolkit/error.h"

#include <QVariant>

namespace db {

/// The SQL function `f(text, folded)` that attachSqlite() adds: whether the case-folded text holds `folded`.
inline constexpr char sqliteContainsFunction[] = "quecto_contains";

/// Adds what QtSql does not offer to an open connection, through the driver's own handle: the function above, and that
/// a statement which runs, or waits for another connection to finish (five seconds at most), ends once the connection
/// isCanceled(). Refused when the driver uses another SQLite library than this program is linked with.
Result<void> attachSqlite(const Connection &connection, const QVariant &handle, const QString &driverSourceId);

/// Runs a prepared statement that returns no rows; returns how many rows it changed.
tl::expected<qint64, NativeError> runSqlite(const QVariant &handle, const QVariantList &values);

} // namespace db
