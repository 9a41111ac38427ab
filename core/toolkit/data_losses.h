// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dry_run.h"
#include "core/toolkit/operation.h"

namespace db {

class Repo;

/// What would be lost by an operation that is about to run, counted in the database as it is. Statements of one's own are
/// looked through for DROP TABLE, ALTER TABLE … DROP and TRUNCATE; what a DELETE takes is known behind it. What is not there is
/// not counted.
QList<DataLoss> lossesOf(const Operation &operation, Repo &repo);

/// The table of which a statement deletes rows, the first one where there are more; empty where it deletes none.
QString deletesFrom(const QString &sql, Repo &repo);
/// How many rows that table has now; none where it is not there.
qint64 rowsWhereDeleted(const QString &sql, Repo &repo);

} // namespace db
