// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migrator.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/migration_books.h"
#include "core/toolkit/migration_checksum.h"
#include "core/toolkit/migration_checksums.h"
#include "core/toolkit/migration_choice.h"
#include "core/toolkit/migration_execution.h"
#include "core/toolkit/migration_list.h"
#include "core/toolkit/migration_lock.h"
#include "core/toolkit/migration_preview.h"
#include "core/toolkit/migration_rehearsal.h"
#include "core/toolkit/repo.h"
#include "core/toolkit/unfinished_migrations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

/// What was applied, and what was begun.
static QMap<qint64, QDateTime> withHalfWays(QMap<qint64, QDateTime> books, const QMap<qint64, HalfWay> &halfWays)
{
    for (auto entry = halfWays.cbegin(); entry != halfWays.cend(); ++entry) {
        if (!books.contains(entry.key()))
            books.insert(entry.key(), QDateTime());
    }
    return books;
}

Migrator::Migrator(Repo &repo, const QList<Migration> &migrations)
    : m_repo(repo), m_migrations(migrations), m_problem(problemOf(migrations))
{
    std::sort(m_migrations.begin(), m_migrations.end(),
              [](const Migration &left, const Migration &right) { return left.version < right.version; });
}

Result<QList<MigrationStatus>> Migrator::status()
{
    const auto books = applied();
    if (!books)
        return Failure(books.error());
    const Result<Changes> changed = changes(*books);
    if (!changed)
        return Failure(changed.error());

    const Result<HalfWays> halfWays = this->halfWays();
    if (!halfWays)
        return Failure(halfWays.error());

    QMap<qint64, MigrationStatus> lines;
    const Connection &connection = m_repo.connection();
    for (const Migration &migration : m_migrations) {
        MigrationStatus line{.version = migration.version, .name = migration.name, .changedReason = changed->value(migration.version)};
        if (const auto up = planOf(migration, true, connection); !up)
            line.unsupportedReason = up.error().message;
        if (const auto down = planOf(migration, false, connection); !down) {
            line.isReversible = false;
            line.irreversibleReason = down.error().message;
        }
        lines.insert(migration.version, line);
    }
    for (auto entry = books->cbegin(); entry != books->cend(); ++entry) {
        const bool isKnown = lines.contains(entry.key());
        MigrationStatus &line = lines[entry.key()];
        line.version = entry.key();
        line.appliedAt = entry.value();
        line.state = isKnown ? MigrationStatus::State::Applied : MigrationStatus::State::FileMissing;
        if (!isKnown) {
            line.isReversible = false;
            line.irreversibleReason = u"the file of migration %1 is missing"_s.arg(entry.key());
        }
    }
    for (auto entry = halfWays->cbegin(); entry != halfWays->cend(); ++entry) {
        MigrationStatus &line = lines[entry.key()];
        if (line.version == 0)
            line = {.version = entry.key(), .state = MigrationStatus::State::FileMissing, .isReversible = false};
        line.halfWay = entry.value();
    }
    return lines.values();
}

Result<int> Migrator::pendingCount()
{
    const auto books = applied();
    if (!books)
        return Failure(books.error());
    return int(std::count_if(m_migrations.cbegin(), m_migrations.cend(),
                             [&](const Migration &migration) { return !books->contains(migration.version); }));
}

Result<QStringList> Migrator::sql(qint64 version, bool up)
{
    if (!m_problem.isEmpty())
        return Failure(Error::refused(m_problem));
    const auto migration = std::find_if(m_migrations.cbegin(), m_migrations.cend(), [version](const Migration &known) { return known.version == version; });
    if (migration == m_migrations.cend())
        return Failure(Error::refused(u"the file of migration %1 is missing"_s.arg(version), QString::number(version)));
    const Result<MigrationPlan> plan = planOf(*migration, up, m_repo.connection());
    if (!plan)
        return Failure(plan.error());
    if (!dependsOnTables(*plan, m_repo.connection().dialect()))
        return plan->run.statements;
    const auto books = applied();
    if (!books)
        return Failure(books.error());
    QList<MigrationPlan> plans = plansInFrontOf(version, up, MigrationChoice(m_migrations, *books), m_repo.connection());
    plans.append(*plan);
    if (const Result<void> foreseen = foresee(plans, m_repo.connection()); !foreseen)
        return Failure(foreseen.error());
    return plans.last().run.statements;
}

Result<QList<MigrationRun>> Migrator::migrate(const Options &options, const Progress &progress)
{
    const Result<QList<MigrationPlan>> plans = planAll(true, options);
    if (!plans)
        return Failure(plans.error());
    if (const Result<void> accepted = options.acceptChanges ? acceptChanges() : Result<void>(); !accepted)
        return Failure(accepted.error());
    return runAll(*plans, options, progress);
}

Result<QList<MigrationRun>> Migrator::rollback(const Options &options, const Progress &progress)
{
    const Result<QList<MigrationPlan>> plans = planAll(false, options);
    return plans ? runAll(*plans, options, progress) : Failure(plans.error());
}

QString Migrator::anotherPrograms()
{
    return QStringLiteral(QT_TRANSLATE_NOOP("db", "the database has tables of another program, and none of the migrations was applied to it"));
}

Result<QList<MigrationRun>> Migrator::plan(bool up, const Options &options)
{
    const Result<QList<MigrationPlan>> plans = planAll(up, options);
    if (!plans)
        return Failure(plans.error());
    QList<MigrationRun> runs;
    for (const MigrationPlan &plan : *plans)
        runs.append(plan.run);
    return runs;
}

Result<DryRun> Migrator::dryRun(bool up, const Options &options)
{
    const Result<QList<MigrationPlan>> plans = planAll(up, options);
    return plans ? rehearse(m_repo, *plans) : Failure(plans.error());
}

Result<QList<MigrationPlan>> Migrator::planAll(bool up, const Options &options)
{
    const auto books = applied();
    if (!books)
        return Failure(books.error());
    const Result<HalfWays> halfWays = this->halfWays();
    if (!halfWays)
        return Failure(halfWays.error());
    const QMap<qint64, QDateTime> begun = withHalfWays(*books, *halfWays);
    if (const Result<void> alone = up ? checkOthers(options, begun) : Result<void>(); !alone)
        return Failure(alone.error());
    const Result<Changes> changed = changes(*books);
    if (!changed)
        return Failure(changed.error());
    if (up && !options.acceptChanges && !changed->isEmpty())
        return Failure(Error::refused(changed->values().join(u"; "), QString::number(changed->firstKey())));
    // What is half-way is taken back as what is applied.
    const MigrationChoice choice(m_migrations, up ? *books : begun);
    const Result<QList<Migration>> migrations = up ? choice.toApply(options) : choice.toTakeBack(options);
    if (!migrations)
        return Failure(migrations.error());
    QList<MigrationPlan> plans;
    for (const Migration &migration : *migrations) {
        const Result<MigrationPlan> plan = planOne(migration, up, options, *halfWays);
        if (!plan)
            return Failure(plan.error());
        plans.append(*plan);
        if (const QString reason = changed->value(migration.version); !reason.isEmpty())
            plans.last().run.warning = reason + u"; it is taken back as it says now";
    }
    if (const Result<void> foreseen = foresee(plans, m_repo.connection()); !foreseen)
        return Failure(foreseen.error());
    return plans;
}

Result<Migrator::Changes> Migrator::changes(const QMap<qint64, QDateTime> &books)
{
    Changes found;
    const auto checksums = books.isEmpty() ? Result<QMap<qint64, QString>>() : MigrationChecksums(m_repo).all(books);
    if (!checksums)
        return Failure(checksums.error());
    for (const Migration &migration : m_migrations) {
        const QString then = checksums->value(migration.version);
        if (!then.isEmpty() && then != checksumOf(migration.upOperations(), m_repo.connection().url().engine()))
            found.insert(migration.version, u"migration %1 was changed since it was applied"_s.arg(titleOf(migration)));
    }
    return found;
}

Result<void> Migrator::acceptChanges()
{
    const auto books = applied();
    if (!books)
        return Failure(books.error());
    const Result<Changes> changed = changes(*books);
    if (!changed)
        return Failure(changed.error());
    for (const Migration &migration : std::as_const(m_migrations)) {
        if (!changed->contains(migration.version))
            continue;
        const QString checksum = checksumOf(migration.upOperations(), m_repo.connection().url().engine());
        if (const Result<void> written = MigrationChecksums(m_repo).put(migration.version, books->value(migration.version), checksum); !written)
            return written;
    }
    return {};
}

Result<MigrationPlan> Migrator::planOne(const Migration &migration, bool up, const Options &options, const HalfWays &halfWays)
{
    const auto found = halfWays.constFind(migration.version);
    const bool isBegun = found != halfWays.cend();
    if (up && isBegun && !found->isUp)
        return Failure(Error::refused(u"migration %1 is %2; only rollback() can go on with it"_s.arg(titleOf(migration), found->text()), titleOf(migration)));
    int part = -1;
    if (!up && isBegun)
        part = found->isUp ? found->behind() + (found->next == HalfWay::Next::Unknown && options.unclearHasRun.value_or(false) ? 1 : 0) : found->part;
    Result<MigrationPlan> plan = part < 0 ? planOf(migration, up, m_repo.connection()) : planOfPart(migration, part, m_repo.connection());
    if (plan && isBegun && plan->isAtomic(m_repo.connection())) {
        const QString way = up ? u"say so again (inTransaction = false), or take it back"_s : u"say so again (inTransaction = false)"_s;
        if (part < 0)
            return Failure(Error::refused(u"migration %1 is %2; it was begun without a transaction: %3"_s.arg(titleOf(migration), found->text(), way), titleOf(migration)));
        plan->run.inTransaction = false; // as it was begun
    }
    if (plan) {
        plan->skipped = isBegun && found->isUp == up ? found->behind() : 0;
        plan->acceptChanges = options.acceptChanges;
        plan->unclearHasRun = options.unclearHasRun;
    }
    return plan;
}

Result<Migrator::HalfWays> Migrator::halfWays()
{
    HalfWays found;
    UnfinishedMigrations unfinished(m_repo);
    const auto all = unfinished.all();
    if (!all)
        return Failure(all.error());
    for (const UnfinishedMigration &migration : *all) {
        const Result<HalfWay> state = unfinished.judge(migration);
        if (!state)
            return Failure(state.error());
        found.insert(migration.version.value, *state);
    }
    return found;
}

Result<QList<MigrationRun>> Migrator::runAll(const QList<MigrationPlan> &plans, const Options &options, const Progress &progress)
{
    QList<MigrationRun> runs;
    if (plans.isEmpty())
        return runs;
    const bool isAnyInSteps = std::any_of(plans.cbegin(), plans.cend(), [this](const MigrationPlan &plan) { return !plan.isAtomic(m_repo.connection()); });
    const auto ensureTables = [&]() -> Result<void> {
        if (const Result<void> ensured = MigrationBooks(m_repo).ensureTable(); !ensured)
            return ensured;
        if (const Result<void> ensured = MigrationChecksums(m_repo).ensureTable(); !ensured)
            return ensured;
        return isAnyInSteps ? UnfinishedMigrations(m_repo).ensureTable() : Result<void>();
    };
    if (const Result<void> ensured = MigrationLock(m_repo, options).waitFor(ensureTables); !ensured)
        return Failure(ensured.error());
    for (const MigrationPlan &plan : plans) {
        const Result<std::optional<MigrationRun>> done = MigrationExecution(m_repo, plan, options).run(progress);
        if (!done)
            return Failure(done.error());
        if (*done)
            runs.append(**done);
    }
    return runs;
}

Result<void> Migrator::checkOthers(const Options &options, const QMap<qint64, QDateTime> &books)
{
    if (MigrationChoice(m_migrations, books).isAnyApplied() || options.besideOthers)
        return {};
    const auto others = tables();
    if (!others)
        return Failure(others.error());
    if (others->isEmpty())
        return {};
    // They may be ours, made by somebody who migrates at this moment.
    const Result<bool> areOurs = wereApplied(options);
    if (!areOurs)
        return Failure(areOurs.error());
    return *areOurs ? Result<void>() : Failure(Error::refused(anotherPrograms(), others->join(u", "_s)));
}

Result<bool> Migrator::wereApplied(const Options &options)
{
    const Dialect &dialect = m_repo.connection().dialect();
    const auto look = [this]() -> Result<bool> {
        const auto books = applied();
        if (!books)
            return Failure(books.error());
        const Result<HalfWays> halfWays = this->halfWays();
        if (!halfWays)
            return Failure(halfWays.error());
        return MigrationChoice(m_migrations, withHalfWays(*books, *halfWays)).isAnyApplied();
    };
    if (dialect.unlockMigrations().isEmpty())
        return look();
    // Where a table is there before it is in the books, whoever makes it has the lock.
    MigrationLock lock(m_repo, options);
    const Result<void> locked = lock.take();
    return locked ? look() : Failure(locked.error());
}

Result<QMap<qint64, QDateTime>> Migrator::applied()
{
    return m_problem.isEmpty() ? MigrationBooks(m_repo).applied() : Failure(Error::refused(m_problem));
}

Result<QStringList> Migrator::tables()
{
    QStringList names;
    const Statement statement{.sql = m_repo.connection().dialect().tableNames()};
    const auto read = m_repo.connection().select(statement, [&](const RowReader &row) {
        names.append(row.value(0, Type::String).toString());
        return true;
    });
    if (!read)
        return Failure(read.error());
    names.removeAll(MigrationBooks::tableName());
    names.removeAll(MigrationChecksums::tableName());
    names.removeAll(UnfinishedMigrations::tableName());
    return names;
}

} // namespace db
