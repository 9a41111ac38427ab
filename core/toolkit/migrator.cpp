// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migrator.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/migration_list.h"
#include "core/toolkit/repo.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>

namespace db {

namespace {

/// One line of the books. Its columns and how they are written are Ecto's.
struct SchemaMigration
{
    Id<SchemaMigration> version;
    std::optional<QDateTime> insertedAt;

    static void describe(SchemaBuilder<SchemaMigration> &schema)
    {
        schema.table("schema_migrations");
        schema.primaryKey("version", &SchemaMigration::version);
        schema.field("inserted_at", &SchemaMigration::insertedAt).as(Type::NaiveDatetime);
    }
};

Operation createBooks()
{
    ColumnList columns;
    columns.bigInteger("version").primaryKey();
    columns.naiveDatetime("inserted_at");
    return CreateTable{u"schema_migrations"_qs, columns.columns(), false, true};
}

/// Where the first definition would end a transaction. The lock is the connection's, which must stay the same one. A
/// transaction that a statement began does not outlast the migration.
Result<bool> withoutTransaction(Connection &connection, const std::function<Result<bool>()> &work)
{
    connection.setHeld(true);
    Result<bool> outcome = work();
    connection.rollbackStray();
    connection.setHeld(false);
    return outcome;
}

/// Whether one of the migrations is in the books.
bool isAnyApplied(const QList<Migration> &migrations, const QMap<qint64, QDateTime> &books)
{
    return std::any_of(migrations.cbegin(), migrations.cend(), [&](const Migration &migration) { return books.contains(migration.version); });
}

bool dropTables(const QStringList &statements)
{
    static const QRegularExpression drop(u"\\bDROP\\s+TABLE\\b"_qs, QRegularExpression::CaseInsensitiveOption);
    return std::any_of(statements.begin(), statements.end(), [](const QString &sql) { return sql.contains(drop); });
}

/// In a transaction in which tables may be dropped and made anew, whatever refers to them.
Result<bool> inTransaction(Repo &repo, const QStringList &statements, const std::function<Result<bool>()> &work)
{
    Connection &connection = repo.connection();
    const Dialect &dialect = connection.dialect();
    const Result<bool> suspended = dropTables(statements) ? dialect.suspendReferences(connection) : false;
    if (!suspended)
        return suspended;
    Result<bool> outcome = repo.transaction([&]() -> Result<bool> {
        const Result<bool> done = work();
        if (!done || !*done || !*suspended)
            return done;
        const Result<void> checked = dialect.checkReferences(connection);
        return checked ? done : Failure(checked.error());
    });
    if (*suspended)
        dialect.resumeReferences(connection);
    return outcome;
}

bool isConcurrent(const Operation &operation)
{
    const auto *created = std::get_if<CreateIndex>(&operation);
    const auto *dropped = std::get_if<DropIndex>(&operation);
    return (created && created->index.isConcurrent) || (dropped && dropped->index.isConcurrent);
}

QList<Migration>::const_iterator findVersion(const QList<Migration> &migrations, qint64 version)
{
    return std::find_if(migrations.cbegin(), migrations.cend(), [version](const Migration &migration) { return migration.version == version; });
}

QList<Migration> firstOf(const QList<Migration> &migrations, std::optional<int> step)
{
    return step ? migrations.first(qBound(0, *step, int(migrations.size()))) : migrations;
}

} // namespace

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

    QMap<qint64, MigrationStatus> lines;
    for (const Migration &migration : m_migrations) {
        MigrationStatus line{.version = migration.version, .name = migration.name};
        if (const auto up = statements(migration, true); !up)
            line.unsupportedReason = up.error().message;
        if (const auto down = statements(migration, false); !down) {
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
            line.irreversibleReason = u"the file of migration %1 is missing"_qs.arg(entry.key());
        }
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
    const auto migration = findVersion(m_migrations, version);
    if (migration == m_migrations.cend())
        return Failure(Error::refused(u"the file of migration %1 is missing"_qs.arg(version), QString::number(version)));
    return statements(*migration, up);
}

Result<QList<MigrationRun>> Migrator::migrate(const Options &options, const Progress &progress)
{
    const auto books = applied();
    if (!books)
        return Failure(books.error());
    const auto pending = toApply(*books, options);
    return pending ? runAll(*pending, true, progress) : Failure(pending.error());
}

Result<QList<MigrationRun>> Migrator::rollback(const Options &options, const Progress &progress)
{
    const auto books = applied();
    if (!books)
        return Failure(books.error());
    const Result<QList<Migration>> planned = toTakeBack(*books, options);
    return planned ? runAll(*planned, false, progress) : Failure(planned.error());
}

QString Migrator::anotherPrograms()
{
    return QStringLiteral(QT_TRANSLATE_NOOP("db", "the database has tables of another program, and none of the migrations was applied to it"));
}

Result<QList<MigrationRun>> Migrator::plan(bool up, const Options &options)
{
    const auto books = applied();
    if (!books)
        return Failure(books.error());
    const Result<QList<Migration>> migrations = up ? toApply(*books, options) : toTakeBack(*books, options);
    if (!migrations)
        return Failure(migrations.error());
    QList<MigrationRun> runs;
    for (const Migration &migration : *migrations) {
        const Result<QStringList> statements = this->statements(migration, up);
        if (!statements)
            return Failure(statements.error());
        runs.append({.version = migration.version, .name = migration.name, .isUp = up, .inTransaction = migration.inTransaction, .statements = *statements});
    }
    return runs;
}

Result<QList<Migration>> Migrator::toApply(const QMap<qint64, QDateTime> &books, const Options &options)
{
    if (const Result<void> known = checkTargets(options, books); !known)
        return Failure(known.error());
    if (const Result<void> alone = checkOthers(options, books); !alone)
        return Failure(alone.error());
    QList<Migration> pending;
    for (const Migration &migration : m_migrations) {
        const bool isWanted = migration.version <= options.to.value_or(migration.version) && (!options.toExclusive || migration.version < *options.toExclusive);
        if (isWanted && !books.contains(migration.version))
            pending.append(migration);
    }
    pending = firstOf(pending, options.step);
    if (options.inOrder && !pending.isEmpty() && !books.isEmpty() && pending.first().version < books.lastKey()) {
        const QString title = titleOf(pending.first());
        return Failure(Error::refused(u"migration %1 is pending, but it is older than %2, which is applied"_qs.arg(title).arg(books.lastKey()), title));
    }
    return pending;
}

Result<QList<Migration>> Migrator::toTakeBack(const QMap<qint64, QDateTime> &books, const Options &options) const
{
    if (const Result<void> known = checkTargets(options, books); !known)
        return Failure(known.error());
    const bool onlyNewest = !options.step && !options.to && !options.toExclusive;
    const std::optional<int> step = onlyNewest ? 1 : options.step;
    QList<Migration> chosen;
    for (auto line = books.cend(); line != books.cbegin() && (!step || chosen.size() < *step);) {
        --line;
        const qint64 version = line.key();
        if (version < options.to.value_or(version) || (options.toExclusive && version <= *options.toExclusive))
            break;
        if (const auto migration = findVersion(m_migrations, version); migration != m_migrations.cend())
            chosen.append(*migration);
        else if (step)
            return Failure(Error::refused(u"migration %1 would be the next to take back, but its file is missing"_qs.arg(version), QString::number(version)));
    }
    return chosen;
}

Result<void> Migrator::checkTargets(const Options &options, const QMap<qint64, QDateTime> &books) const
{
    for (const std::optional<qint64> &target : {options.to, options.toExclusive}) {
        if (target && !books.contains(*target) && findVersion(m_migrations, *target) == m_migrations.cend())
            return Failure(Error::refused(u"there is no migration %1, neither in the list nor applied"_qs.arg(*target), QString::number(*target)));
    }
    return {};
}

Result<void> Migrator::checkOthers(const Options &options, const QMap<qint64, QDateTime> &books)
{
    if (isAnyApplied(m_migrations, books) || options.besideOthers)
        return {};
    const auto others = tables();
    if (!others)
        return Failure(others.error());
    if (others->isEmpty())
        return {};
    // They may be ours, made by somebody who migrates at this moment.
    const Result<bool> areOurs = wereApplied();
    if (!areOurs)
        return Failure(areOurs.error());
    return *areOurs ? Result<void>() : Failure(Error::refused(anotherPrograms(), others->join(u", "_qs)));
}

Result<bool> Migrator::wereApplied()
{
    const Dialect &dialect = m_repo.connection().dialect();
    const auto look = [this]() -> Result<bool> {
        const auto books = applied();
        if (!books)
            return Failure(books.error());
        return isAnyApplied(m_migrations, *books);
    };
    if (dialect.unlockMigrations().isEmpty())
        return look();
    // Where a table is there before it is in the books, whoever makes it has the lock.
    if (const Result<void> locked = m_repo.execute(dialect.lockMigrations(schemaOf<SchemaMigration>().table())); !locked)
        return Failure(locked.error());
    const Result<bool> outcome = look();
    m_repo.connection().executeAnyway(dialect.unlockMigrations());
    return outcome;
}

Result<void> Migrator::ensureTable()
{
    const Result<QStringList> statements = m_repo.connection().dialect().definition({createBooks()});
    if (!statements)
        return Failure(statements.error());
    for (const QString &sql : *statements) {
        const Result<void> done = m_repo.execute(sql);
        // Of two that make it at the same moment, one may be told that it exists: IF NOT EXISTS does not wait.
        if (!done && !m_repo.all(from<SchemaMigration>()))
            return done;
    }
    return {};
}

Result<QMap<qint64, QDateTime>> Migrator::applied()
{
    if (!m_problem.isEmpty())
        return Failure(Error::refused(m_problem));
    const Result<QList<SchemaMigration>> lines = m_repo.all(from<SchemaMigration>());
    if (!lines && lines.error().kind == Error::Kind::MissingTable)
        return QMap<qint64, QDateTime>();
    if (!lines)
        return Failure(lines.error());
    QMap<qint64, QDateTime> versions;
    for (const SchemaMigration &line : *lines)
        versions.insert(line.version.value, line.insertedAt.value_or(QDateTime()));
    return versions;
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
    names.removeAll(schemaOf<SchemaMigration>().table());
    return names;
}

Result<QStringList> Migrator::statements(const Migration &migration, bool up) const
{
    QString reason;
    const std::optional<QList<Operation>> operations = up ? migration.upOperations() : migration.downOperations(&reason);
    if (!operations)
        return Failure(Error::refused(reason, titleOf(migration)));
    const Dialect &dialect = m_repo.connection().dialect();
    if (migration.inTransaction && dialect.rollsDefinitionsBack()) {
        if (const auto concurrent = std::find_if(operations->cbegin(), operations->cend(), isConcurrent); concurrent != operations->cend())
            return Failure(Error::refused(u"a migration that does things concurrently needs inTransaction = false: "_qs + describe(*concurrent), titleOf(migration)));
    }
    Result<QStringList> statements = dialect.definition(*operations);
    if (!statements)
        statements.error().subject = titleOf(migration);
    return statements;
}

Result<QList<MigrationRun>> Migrator::runAll(const QList<Migration> &migrations, bool up, const Progress &progress)
{
    QList<MigrationRun> planned;
    for (const Migration &migration : migrations) {
        const Result<QStringList> statements = this->statements(migration, up);
        if (!statements)
            return Failure(statements.error());
        planned.append({.version = migration.version, .name = migration.name, .isUp = up, .inTransaction = migration.inTransaction, .statements = *statements});
    }
    QList<MigrationRun> runs;
    if (planned.isEmpty())
        return runs;
    if (const Result<void> ensured = ensureTable(); !ensured)
        return Failure(ensured.error());
    for (const MigrationRun &plan : std::as_const(planned)) {
        const Result<std::optional<MigrationRun>> done = run(plan, progress);
        if (!done)
            return Failure(done.error());
        if (*done)
            runs.append(**done);
    }
    return runs;
}

Result<std::optional<MigrationRun>> Migrator::run(MigrationRun run, const Progress &progress)
{
    QElapsedTimer timer;
    QString current;
    const Dialect &dialect = m_repo.connection().dialect();
    qsizetype finished = 0;
    const bool isTakenBack = run.inTransaction && dialect.rollsDefinitionsBack();
    const bool isLocked = isTakenBack || !dialect.unlockMigrations().isEmpty(); // by the transaction, or by the connection
    const auto work = [&]() -> Result<bool> {
        if (const QString lock = dialect.lockMigrations(schemaOf<SchemaMigration>().table()); isLocked && !lock.isEmpty()) {
            if (const Result<void> locked = m_repo.execute(lock); !locked)
                return Failure(locked.error());
        }
        // Read again now that nobody else can write. It also freshens what this connection knows of the tables:
        // SQLite's ALTER TABLE goes by that without looking.
        const auto books = applied();
        if (!books)
            return Failure(books.error());
        if (books->contains(run.version) == run.isUp)
            return false;
        if (progress)
            progress(run);
        timer.start();
        for (const QString &sql : std::as_const(run.statements)) {
            current = sql;
            if (const Result<void> done = m_repo.execute(sql); !done)
                return Failure(done.error());
            ++finished;
        }
        current.clear();
        if (!isTakenBack && m_repo.connection().rollbackStray())
            return Failure(Error::refused(u"it left a transaction open, or switched to one that is always open; that was rolled back"_qs));
        if (const Result<void> recorded = record(run.version, run.isUp); !recorded)
            return Failure(recorded.error());
        return true;
    };
    const Result<bool> outcome = isTakenBack ? inTransaction(m_repo, run.statements, work) : withoutTransaction(m_repo.connection(), work);
    // The end of the connection gives the lock back, too.
    if (const QString unlock = dialect.unlockMigrations(); !unlock.isEmpty())
        static_cast<void>(m_repo.execute(unlock));
    if (!outcome) {
        Error error = outcome.error();
        error.subject = QString::number(run.version) + u'_' + run.name;
        error.message = u"migration %1 failed: %2"_qs.arg(error.subject, error.message);
        if (!isTakenBack && finished > 0)
            error.message += u" (what it did before stays, %1 of %2 statements: it ran without a transaction)"_qs.arg(finished).arg(run.statements.size());
        if (!current.isEmpty())
            error.sql = current;
        return Failure(error);
    }
    if (!*outcome)
        return std::nullopt;
    run.milliseconds = timer.elapsed();
    if (progress)
        progress(run);
    return run;
}

Result<void> Migrator::record(qint64 version, bool up)
{
    const Id<SchemaMigration> key{version};
    const Result<qint64> written = up
        ? m_repo.insertAll<SchemaMigration>({{key, QDateTime::currentDateTimeUtc()}})
        : m_repo.deleteAll(from<SchemaMigration>().where(&SchemaMigration::version, key));
    if (!written)
        return Failure(written.error());
    return {};
}

} // namespace db
