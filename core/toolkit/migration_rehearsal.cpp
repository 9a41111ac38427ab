// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_rehearsal.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/data_losses.h"
#include "core/toolkit/dialects/migration_engine.h"
#include "core/toolkit/repo.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

class Rehearsal
{
public:
    /// Statements run in `stage`, and what would be lost is counted in `data`: where the stage is a copy, there are no rows.
    Rehearsal(Repo &stage, Repo &data)
        : m_stage(stage), m_data(data), m_engine(MigrationEngine::of(stage.connection().url().engine())) { }

    QList<TriedMigration> migrations() const { return m_migrations; }

    Result<void> run(const QList<MigrationPlan> &plans, bool areReferencesSuspended)
    {
        bool hasFailed = false;
        for (const MigrationPlan &plan : plans) {
            TriedMigration tried{.version = plan.run.version, .name = plan.run.name, .isUp = plan.run.isUp, .notTried = hasFailed ? u"the one before it failed"_s : objection(plan)};
            if (tried.notTried.isEmpty()) {
                const Result<void> done = run(plan, tried, areReferencesSuspended);
                if (!done)
                    tried.error = done.error();
                hasFailed = !done;
            }
            m_migrations.append(tried);
        }
        return {};
    }

private:
    /// Why a migration cannot be tried; empty where it can.
    QString objection(const MigrationPlan &plan) const
    {
        if (!m_stage.isInTransaction())
            return {};
        const QStringList &statements = plan.run.statements;
        const auto alone = std::find_if(statements.cbegin() + plan.skipped, statements.cend(), [this](const QString &sql) { return m_engine.runsAlone(sql); });
        return plan.run.inTransaction || alone == statements.cend() ? QString() : u"this cannot be taken back: "_s + *alone;
    }

    Result<void> run(const MigrationPlan &plan, TriedMigration &tried, bool areReferencesSuspended)
    {
        qsizetype at = 0;
        for (const Operation &operation : plan.operations) {
            const Result<QStringList> statements = m_stage.connection().dialect().statementsOf(operation, m_stage.connection());
            if (!statements)
                return Failure(statements.error());
            if (at >= plan.skipped)
                tried.losses.append(lossesOf(operation, m_data));
            for (const QString &sql : *statements) {
                if (at++ < plan.skipped)
                    continue;
                if (const Result<void> done = run(operation, sql, tried); !done)
                    return done;
            }
        }
        return areReferencesSuspended ? m_stage.connection().dialect().checkReferences(m_stage.connection()) : Result<void>();
    }

    Result<void> run(const Operation &operation, const QString &sql, TriedMigration &tried)
    {
        const QStringList locksBefore = texts(m_engine.locks());
        const qint64 changesBefore = texts(m_engine.changesSoFar()).join(QString()).toLongLong();
        QElapsedTimer timer;
        timer.start();
        const Result<qint64> affected = perform(operation, sql);
        const qint64 microseconds = timer.nsecsElapsed() / 1000;
        if (!affected)
            return Failure(affected.error());
        const bool isCounted = !m_engine.changesSoFar().isEmpty();
        const qint64 rows = isCounted ? texts(m_engine.changesSoFar()).join(QString()).toLongLong() - changesBefore : *affected;
        QStringList locks = texts(m_engine.locks());
        for (const QString &before : locksBefore)
            locks.removeOne(before);
        tried.statements.append({.sql = sql, .microseconds = microseconds, .rows = rows, .locks = locks});
        if (const QString table = deletesFrom(sql); !table.isEmpty() && rows > 0)
            tried.losses.append({.kind = DataLoss::Kind::Rows, .table = table, .count = rows});
        return {};
    }

    /// How many rows it changed, as far as the engine tells.
    Result<qint64> perform(const Operation &operation, const QString &sql)
    {
        if (const auto *call = std::get_if<Call>(&operation))
            return call->up(m_stage).map([] { return qint64(0); });
        const auto outcome = m_stage.connection().execute({.kind = Statement::Kind::Definition, .sql = sql});
        return outcome ? Result<qint64>(std::max<qint64>(0, outcome->affected)) : Failure(outcome.error());
    }

    /// The only column of what a SELECT finds; nothing without one.
    QStringList texts(const QString &sql)
    {
        QStringList found;
        if (sql.isEmpty())
            return found;
        static_cast<void>(m_stage.connection().select({.sql = sql}, [&found](const RowReader &row) {
            found.append(row.value(0, Type::String).toString());
            return true;
        }));
        return found;
    }

    Repo &m_stage;
    Repo &m_data;
    const MigrationEngine &m_engine;
    QList<TriedMigration> m_migrations;
};

} // namespace

Result<DryRun> rehearse(Repo &repo, const QList<MigrationPlan> &plans)
{
    Connection &connection = repo.connection();
    const Dialect &dialect = connection.dialect();
    if (!dialect.rollsDefinitionsBack()) {
        const Result<std::unique_ptr<StructureCopy>> copy = MigrationEngine::of(connection.url().engine()).copyStructure(connection);
        if (!copy)
            return Failure(copy.error());
        Repo stage((*copy)->connection());
        Rehearsal rehearsal(stage, repo);
        if (const Result<void> run = rehearsal.run(plans, false); !run)
            return Failure(run.error());
        return DryRun{.migrations = rehearsal.migrations(), .isOnCopy = true};
    }
    const bool areTablesDropped = std::any_of(plans.cbegin(), plans.cend(), [&](const MigrationPlan &plan) { return plan.dropsTables(dialect); });
    const Result<bool> suspended = areTablesDropped ? dialect.suspendReferences(connection) : false;
    if (!suspended)
        return Failure(suspended.error());
    Rehearsal rehearsal(repo, repo);
    const Result<void> run = repo.rehearsal([&] { return rehearsal.run(plans, *suspended); });
    if (*suspended)
        dialect.resumeReferences(connection);
    return run ? Result<DryRun>(DryRun{.migrations = rehearsal.migrations()}) : Failure(run.error());
}

} // namespace db
