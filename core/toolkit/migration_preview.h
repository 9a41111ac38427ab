// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migration_choice.h"
#include "core/toolkit/migration_plan.h"

namespace db {

class Dialect;

/// Whether what a migration comes to is not the same for all tables.
bool dependsOnTables(const MigrationPlan &plan, const Dialect &dialect);

/// Puts into the plans, which are to run in their order, the statements that they will come to where those depend on what the
/// tables will be like by then. The database is only read: they run in an empty copy of it. What depends on rows, and so
/// cannot be foreseen, is a comment instead.
Result<void> foresee(QList<MigrationPlan> &plans, Connection &connection);

/// What would have to run so that a migration is the next to be applied or taken back, without what cannot be taken back.
QList<MigrationPlan> plansInFrontOf(qint64 version, bool up, const MigrationChoice &choice, const Connection &connection);

} // namespace db
