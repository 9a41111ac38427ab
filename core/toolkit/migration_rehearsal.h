// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migration_plan.h"

namespace db {

/// Runs migrations in their order, only to take everything back: in one transaction, or, where definitions would end it, in
/// a copy of the structure. What fails ends the run; that is in the report, not an error.
Result<DryRun> rehearse(Repo &repo, const QList<MigrationPlan> &plans);

} // namespace db
