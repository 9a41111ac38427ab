// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_rehearsal.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/data_losses.h"
#include "core/toolkit/dialects/migration_engine.h"
#include "core/toolkit/repo.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Whether an error says nothing of the migration that met it.
bool isOfTheMoment(const Error &error)
{
    using Kind = Error::Kind;
    static constexpr std::array kinds{Kind::Canceled, Kind::TimedOut, Kind::ConnectionLost, Kind::OutcomeUnknown, Kind::Locked};
    return std::find(kinds.begin(), kinds.end(), error.kind) != kinds.end();
}

class Rehearsal
{
public:
    /// Statements run in `stage`, and what would be lost is counted in `data`: where the stage is a copy, there are no rows.
    Rehearsal(Repo &stage, Repo &data, const StructureCopy *copy = nullptr)
        : m_stage(stage), m_data(data), m_copy(copy), m_engine(MigrationEngine::of(stage.connection().url().engine())) { }

    QList<TriedMigration> migrations() const { return m_migrations; }

    Result<void> run(const QList<MigrationPlan> &plans, bool areReferencesSuspended)
    {
        QString before; // what became of the one before it
        for (const MigrationPlan &plan : plans) {
            TriedMigration tried{.version = plan.run.version, .name = plan.run.name, .isUp = plan.run.isUp, .notTried = before};
            if (before.isEmpty()) {
                const Result<QString> objected = objection(plan);
                if (!objected)
                    return Failure(objected.error());
                tried.notTried = *objected;
                // A transaction may as well do without what could not be in it; behind a gap in a copy, failures would prove nothing.
                if (m_copy && !objected->isEmpty())
                    before = u"the one before it was not tried"_s;
            }
            if (tried.notTried.isEmpty()) {
                if (const Result<void> done = run(plan, tried, areReferencesSuspended); !done) {
                    if (isOfTheMoment(done.error()))
                        return done;
                    tried.error = done.error();
                    before = u"the one before it failed"_s;
                }
            }
            m_migrations.append(tried);
        }
        return {};
    }

private:
    /// Why a migration cannot be tried; empty where it can.
    Result<QString> objection(const MigrationPlan &plan) const
    {
        return m_copy ? objectionInCopy(plan) : objectionInTransaction(plan);
    }

    QString objectionInTransaction(const MigrationPlan &plan) const
    {
        const QStringList &statements = plan.run.statements;
        const auto stays = std::find_if(statements.cbegin() + plan.skipped, statements.cend(), [&](const QString &sql) {
            static const QStringList ends{u"BEGIN"_s, u"START"_s, u"COMMIT"_s, u"END"_s, u"ROLLBACK"_s, u"ABORT"_s, u"SAVEPOINT"_s, u"RELEASE"_s, u"PREPARE"_s};
            return ends.contains(firstWord(sql, m_stage.connection().url().engine())) || (!plan.run.inTransaction && m_engine.runsAlone(sql));
        });
        return stays == statements.cend() ? QString() : u"this cannot be taken back: "_s + *stays;
    }

    Result<QString> objectionInCopy(const MigrationPlan &plan) const
    {
        qsizetype at = 0;
        for (const Operation &operation : plan.operations) {
            const Result<QStringList> statements = m_stage.connection().dialect().statementsOf(operation, m_stage.connection());
            if (!statements)
                return Failure(statements.error());
            for (const QString &sql : *statements) {
                const QString objected = at++ < plan.skipped ? QString() : m_copy->objection(operation, sql);
                if (!objected.isEmpty())
                    return objected;
            }
        }
        return QString();
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
        const QString emptied = deletesFrom(sql, m_data);
        // What is changed within WITH is in no count of the engine's.
        const bool isWithin = !emptied.isEmpty() && firstWord(sql, m_stage.connection().url().engine()) == u"WITH";
        const qint64 rowsBefore = isWithin ? rowsWhereDeleted(sql, m_stage) : 0;
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
        if (const qint64 gone = isWithin ? rowsBefore - rowsWhereDeleted(sql, m_stage) : rows; !emptied.isEmpty() && gone > 0)
            tried.losses.append({.kind = DataLoss::Kind::Rows, .table = emptied, .count = gone});
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
    const StructureCopy *m_copy; ///< where the stage is one
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
        Rehearsal rehearsal(stage, repo, copy->get());
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
