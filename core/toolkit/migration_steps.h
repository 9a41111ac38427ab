// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migration_plan.h"
#include "core/toolkit/unfinished_migrations.h"

#include <functional>

namespace db {

/// Runs the statements of a migration without a transaction one by one, and writes down how far it has come: in one
/// transaction with the statement where that can be, else before and behind it.
class MigrationSteps
{
public:
    MigrationSteps(Repo &repo, const MigrationPlan &plan);

    /// Finds out where a run before this one stopped, and whether there was one. Refused where nobody knows what became of
    /// its last statement, and where it went the other way.
    Result<bool> resume();
    /// How many statements are done.
    qint64 done() const { return m_state.done; }
    /// Whether the next statement was done before.
    bool isDone() const { return m_at < m_behind; }
    /// Goes behind a statement that was done before. Refused where that was another one.
    Result<void> pass(const QString &sql);
    /// Does `work`, which is what `sql` says: alone, or in one transaction with the note that it is done.
    Result<void> run(const QString &sql, const std::function<Result<void>()> &work, bool isAlone);
    /// Refused where more had been done before than the migration has now.
    Result<void> checkAllPassed() const;
    /// Forgets how far it came.
    Result<void> finish();

private:
    Result<void> runAlone(const std::function<Result<void>()> &work);
    Result<void> noteDone();

    Repo &m_repo;
    const MigrationPlan &m_plan;
    UnfinishedMigrations m_unfinished;
    UnfinishedMigration m_state;
    QString m_fingerprint; ///< of the statements up to m_at
    qint64 m_at = 0;
    qint64 m_behind = 0; ///< here it goes on
};

} // namespace db
