// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migration.h"

namespace db {

/// The SQLite statements that carry out one operation of a migration. Types, names and spelling are those of Ecto's
/// SQLite adapter, but for decimals: a DECIMAL column makes SQLite keep 12345.60 as the inexact number 12345.6, so
/// they are kept as TEXT, digit by digit.
QStringList sqliteDefinition(const Operation &operation);

} // namespace db
