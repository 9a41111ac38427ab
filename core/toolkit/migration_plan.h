// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migrator.h"

namespace db {

class Connection;
class Dialect;

/// A migration that is about to run, in one direction.
struct MigrationPlan
{
    MigrationRun run; ///< as it is expected to be
    QList<Operation> operations = {}; ///< those that this engine does not do by itself
    QString checksum = {}; ///< of what applying it does
    int skipped = 0; ///< so many of its statements were done before
    int part = -1; ///< a part is taken back: so many statements that had been done; negative: all of it
    bool acceptChanges = false; ///< of statements that are done already
    std::optional<bool> unclearHasRun = std::nullopt; ///< what to take for true of a statement of which nobody knows
    /// Whether a failure takes everything back.
    bool isAtomic(const Connection &connection) const;
    /// Whether a table goes, be it only to be made anew: references to it have to rest meanwhile.
    bool dropsTables(const Dialect &dialect) const;
};

/// What applying or taking back a migration does on an engine. Refused where the engine lacks something, or where there is
/// no way back.
Result<MigrationPlan> planOf(const Migration &migration, bool up, const Connection &connection);

/// What takes back a migration of which only the first `done` statements were done. Refused where they are not whole
/// operations, or where there is no way back from one.
Result<MigrationPlan> planOfPart(const Migration &migration, int done, const Connection &connection);

} // namespace db
