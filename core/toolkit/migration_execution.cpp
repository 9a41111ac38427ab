// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_execution.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/migration_engine.h"
#include "core/toolkit/migration_books.h"
#include "core/toolkit/migration_checksums.h"
#include "core/toolkit/repo.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace db {

MigrationExecution::MigrationExecution(Repo &repo, const MigrationPlan &plan, const Migrator::Options &options)
    : m_repo(repo), m_plan(plan), m_run(plan.run), m_isAtomic(plan.isAtomic(repo.connection())), m_steps(repo, plan), m_lock(repo, options)
{
    m_run.statements.clear();
}

Result<std::optional<MigrationRun>> MigrationExecution::run(const Migrator::Progress &progress)
{
    QElapsedTimer timer;
    const auto work = [&] {
        timer.start(); // once the lock is there
        return runLocked(progress);
    };
    const Result<void> prepared = m_lock.prepare();
    if (!prepared)
        return Failure(explained(prepared.error()));
    const Result<bool> outcome = m_isAtomic ? inTransaction(work) : withoutTransaction(work);
    m_lock.release();
    if (!outcome)
        return Failure(explained(outcome.error()));
    if (!*outcome)
        return std::nullopt;
    m_run.milliseconds = timer.elapsed();
    if (progress)
        progress(m_run);
    return m_run;
}

Result<bool> MigrationExecution::runLocked(const Migrator::Progress &progress)
{
    // Read again now that nobody else can write. It also freshens what this connection knows of the tables: SQLite's ALTER
    // TABLE goes by that without looking.
    const auto books = MigrationBooks(m_repo).applied();
    if (!books)
        return Failure(books.error());
    const Result<bool> isBegun = m_isAtomic ? false : m_steps.resume();
    if (!isBegun)
        return isBegun;
    if (!*isBegun && books->contains(m_run.version) == m_run.isUp)
        return false;
    if (progress)
        progress(m_plan.run);
    if (const Result<void> done = runOperations(); !done)
        return Failure(done.error());
    if (const Result<void> checked = m_areReferencesSuspended ? m_repo.connection().dialect().checkReferences(m_repo.connection()) : Result<void>(); !checked)
        return Failure(checked.error());
    if (const Result<void> recorded = m_repo.transaction([this] { return record(); }); !recorded)
        return Failure(recorded.error());
    return true;
}

// Tables may be dropped and made anew in it, whatever refers to them.
Result<bool> MigrationExecution::inTransaction(const std::function<Result<bool>()> &work)
{
    Connection &connection = m_repo.connection();
    const Dialect &dialect = connection.dialect();
    const Result<bool> suspended = m_plan.dropsTables(dialect) ? dialect.suspendReferences(connection) : false;
    if (!suspended)
        return suspended;
    bool hasBegun = false;
    const auto locked = [&]() -> Result<bool> {
        hasBegun = true;
        if (const Result<void> locked = m_lock.take(); !locked)
            return Failure(locked.error());
        const Result<bool> done = work();
        if (!done || !*done || !*suspended)
            return done;
        const Result<void> checked = dialect.checkReferences(connection);
        return checked ? done : Failure(checked.error());
    };
    Result<bool> outcome = m_repo.transaction(locked);
    // On SQLite the transaction itself has to wait.
    while (!outcome && !hasBegun && outcome.error().kind == Error::Kind::Locked) {
        const Result<void> waited = m_lock.wait(outcome.error());
        outcome = waited ? m_repo.transaction(locked) : Failure(waited.error());
        hasBegun = hasBegun || !waited;
    }
    if (*suspended)
        dialect.resumeReferences(connection);
    return outcome;
}

// Where the first definition would end a transaction. The lock is the connection's, which must stay the same one. A
// transaction that a statement began does not outlast the migration. References rest as they do in a transaction; where
// one is broken in the end, the migration stays half-way until it has been mended.
Result<bool> MigrationExecution::withoutTransaction(const std::function<Result<bool>()> &work)
{
    Connection &connection = m_repo.connection();
    connection.setHeld(true);
    const Dialect &dialect = connection.dialect();
    const Result<void> locked = m_lock.take();
    Result<bool> outcome = locked && m_plan.dropsTables(dialect) ? dialect.suspendReferences(connection) : Result<bool>(false);
    m_areReferencesSuspended = outcome && *outcome;
    if (!locked)
        outcome = Failure(locked.error());
    else if (outcome)
        outcome = work();
    connection.rollbackStray();
    if (m_areReferencesSuspended)
        dialect.resumeReferences(connection);
    connection.setHeld(false);
    return outcome;
}

Result<void> MigrationExecution::runOperations()
{
    Connection &connection = m_repo.connection();
    for (const Operation &operation : m_plan.operations) {
        const Result<QStringList> statements = connection.dialect().statementsOf(operation, connection);
        if (!statements)
            return Failure(statements.error());
        for (const QString &sql : *statements) {
            m_current = sql;
            if (!m_isAtomic && m_steps.isDone()) {
                if (const Result<void> passed = m_steps.pass(sql); !passed)
                    return passed;
                continue;
            }
            const auto work = [&] { return perform(operation, sql); };
            if (Result<void> done = m_isAtomic ? work() : m_steps.run(sql, work, runsAlone(operation, sql)); !done)
                return done;
            m_run.statements.append(sql);
        }
    }
    m_current.clear();
    return m_isAtomic ? Result<void>() : m_steps.checkAllPassed();
}

Result<void> MigrationExecution::perform(const Operation &operation, const QString &sql)
{
    const auto *call = std::get_if<Call>(&operation);
    if (!call)
        return m_repo.execute(sql);
    m_current.clear();
    return call->up(m_repo);
}

bool MigrationExecution::runsAlone(const Operation &operation, const QString &sql) const
{
    if (std::holds_alternative<Call>(operation))
        return !m_plan.run.inTransaction;
    return MigrationEngine::of(m_repo.connection().url().engine()).runsAlone(sql);
}

Result<void> MigrationExecution::record()
{
    MigrationBooks books(m_repo);
    MigrationChecksums checksums(m_repo);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Result<void> written = m_run.isUp ? books.add(m_run.version, now) : books.remove(m_run.version);
    if (!written)
        return written;
    const Result<void> kept = m_run.isUp ? checksums.put(m_run.version, now, m_plan.checksum) : checksums.remove(m_run.version);
    return kept && !m_isAtomic ? m_steps.finish() : kept;
}

Error MigrationExecution::explained(Error error) const
{
    error.subject = QString::number(m_run.version) + u'_' + m_run.name;
    error.message = u"migration %1 failed: %2"_s.arg(error.subject, error.message);
    if (!m_isAtomic && m_steps.done() > 0)
        error.message += u" (what it did before stays, %1 of %2 statements: it ran without a transaction)"_s.arg(m_steps.done()).arg(m_plan.run.statements.size());
    if (!m_current.isEmpty())
        error.sql = m_current;
    return error;
}

} // namespace db
