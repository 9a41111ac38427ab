// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migration.h"

namespace db {

/// Why a list of migrations cannot be run, whatever the database: a version or name that is missing or used twice, or a
/// migration that does not say what it does. A sentence in Ecto's words; empty when all is well.
QString problemOf(const QList<Migration> &migrations);

/// "20260101000000_create_users", the subject of every Error about a migration.
QString titleOf(const Migration &migration);

/// What takes back these operations of a `change`; nothing when they cannot be taken back, `reason` then says why.
std::optional<QList<Operation>> takenBack(const QList<Operation> &operations, QString *reason);

} // namespace db
