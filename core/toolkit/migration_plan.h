// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migrator.h"

namespace db {

class Connection;

/// A migration that is about to run, in one direction.
struct MigrationPlan
{
    MigrationRun run; ///< as it is expected to be
    QList<Operation> operations = {}; ///< those that this engine does not do by itself
    QString checksum = {}; ///< of what applying it does
};

/// What applying or taking back a migration does on an engine. Refused where the engine lacks something, or where there is
/// no way back.
Result<MigrationPlan> planOf(const Migration &migration, bool up, const Connection &connection);

} // namespace db
