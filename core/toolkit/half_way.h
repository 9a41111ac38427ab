// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace db {

/// Where a migration stopped that runs without a transaction, as all do on MariaDB. Migrator::migrate() goes on behind
/// what is done, and rollback() takes that back; if it was being taken back, rollback() goes on with that.
struct HalfWay
{
    /// What is known of the statement behind those that are known to be done.
    enum class Next {
        NotBegun,
        Failed,
        HasRun, ///< as the definitions tell; its end was not written down
        HasNotRun, ///< the same; or it makes no difference
        Unknown ///< the program was ended while it ran, and nothing tells whether it had an effect
    };

    bool isUp = true;
    int part = -1; ///< it is taken back after it had stopped behind so many statements; negative: after it had been applied
    int done = 0;
    int total = 0;
    Next next = Next::NotBegun;
    QString statement = {}; ///< the one behind those that are done, where it was begun; perhaps shortened
    QString error = {}; ///< why it failed

    /// "half-way: 3 of 7 statements done, the fourth failed with …"
    QString text() const;
    /// How many statements are done, all in all.
    int behind() const { return next == Next::HasRun ? done + 1 : done; }
};

} // namespace db
