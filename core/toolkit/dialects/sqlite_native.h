// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QVariant>

#include <functional>

namespace db {

/// The SQL function `f(text, folded)` that attachSqlite() adds: whether the case-folded text holds `folded`.
inline constexpr char sqliteContainsFunction[] = "quecto_contains";

/// Adds what QtSql does not offer to an open connection, through the driver's own handle, and returns how to interrupt
/// it from another thread. Refused when the driver uses another SQLite library than this program is linked with.
Result<std::function<void()>> attachSqlite(const QVariant &handle, const QString &driverSourceId);

} // namespace db
