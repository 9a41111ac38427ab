// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migration_lock.h"
#include "core/toolkit/migration_plan.h"
#include "core/toolkit/migration_steps.h"

namespace db {

/// Runs one migration under the lock that keeps other programs from migrating, in a transaction where there can be one, and
/// writes it into the books.
class MigrationExecution
{
public:
    MigrationExecution(Repo &repo, const MigrationPlan &plan, const Migrator::Options &options);

    /// What ran; nothing when somebody else was faster. `progress` is called before, and behind what succeeded.
    Result<std::optional<MigrationRun>> run(const Migrator::Progress &progress);

private:
    /// False when there is nothing to do any more.
    Result<bool> runLocked(const Migrator::Progress &progress);
    Result<bool> inTransaction(const std::function<Result<bool>()> &work);
    Result<bool> withoutTransaction(const std::function<Result<bool>()> &work);
    /// An operation's statements are made when its turn comes, for they may depend on the tables as they are then.
    Result<void> runOperations();
    /// A statement, or the function for which it stands.
    Result<void> perform(const Operation &operation, const QString &sql);
    /// Without a transaction, which would take back a function that failed in its midst.
    bool runsAlone(const Operation &operation, const QString &sql) const;
    Result<void> record();
    Error explained(Error error) const;

    Repo &m_repo;
    const MigrationPlan &m_plan;
    MigrationRun m_run; ///< as it is
    const bool m_isAtomic; ///< a failure takes everything back
    bool m_areReferencesSuspended = false; ///< where it is not atomic
    QString m_current; ///< the statement that runs
    MigrationSteps m_steps; ///< where it is not atomic
    MigrationLock m_lock;
};

} // namespace db
