// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dry_run.h"
#include "core/toolkit/error.h"
#include "core/toolkit/half_way.h"
#include "core/toolkit/migration.h"

#include <QDateTime>
#include <QMap>

#include <chrono>

namespace db {

class Repo;
struct MigrationPlan;

/// One line of the list of migrations.
struct MigrationStatus
{
    enum class State {
        Applied,
        Pending,
        FileMissing
    };

    qint64 version = 0;
    QString name = {}; ///< empty when the file is missing
    State state = State::Pending;
    QDateTime appliedAt = {}; ///< UTC; invalid when pending, or when Ecto did not record it
    bool isReversible = true;
    QString unsupportedReason = {}; ///< why migrate() would refuse it on this engine; empty when it would not
    QString irreversibleReason = {}; ///< the sentence with which rollback() would refuse
    /// Why migrate() would refuse: what was applied does other things than the migration says now. Empty where it does not,
    /// and where nobody knows, since Ecto or an older version applied it.
    QString changedReason = {};
    std::optional<HalfWay> halfWay = std::nullopt; ///< Pending: some of it is done; Applied: some of it is taken back
};

/// Who keeps others from migrating, as far as the engine tells.
struct MigrationLockHolder
{
    QString process = {}; ///< the number of the server's process or connection, or of the program that has a SQLite file
    QString application = {};
    QString user = {};
    QString address = {}; ///< of the client; the computer's name for a file
    QDateTime since = {}; ///< UTC

    /// "process 4711, quectoctl, user app, at 10.0.0.7, since 2026-11-23 05:40:00 UTC", or "another program"
    QString text() const;
};

/// What one applied or rolled back migration did.
struct MigrationRun
{
    qint64 version = 0;
    QString name;
    bool isUp = true;
    bool inTransaction = true;
    QStringList statements; ///< a function is a comment that names it
    QString warning = {}; ///< what should be known of it; a sentence
    qint64 milliseconds = -1; ///< negative until it is done
};

/// Applies and takes back migrations, and keeps the books in `schema_migrations` exactly as Ecto does. What was applied is
/// kept by its checksum in a table beside it, `quecto_migrations`, so that a migration that was changed since is found out.
///
/// Each migration, unless it says otherwise, runs in a transaction of its own together with its line in the books; a
/// failure leaves the ones before it applied, and its Error names the migration (subject) and the statement (sql). The
/// transaction waits for its turn and then reads the books again, so that of two programs that migrate at once each
/// migration is run by one. On MariaDB, where a definition would end it, there is no transaction, as in Ecto, but a lock:
/// what a migration did before it failed stays, and the Error says how many of its statements that were. Each statement is
/// written down as it is done, so that whatever ends the migration, the next migrate() goes on behind the last one that was
/// done, or rollback() takes back those that were: see HalfWay. The same holds for migrations without a transaction elsewhere.
/// A migration older than the newest applied one still runs, unless that is to be refused. Versions that Migrator was not
/// told of are left alone. The version table is made on the first run.
class Migrator
{
public:
    /// Called before and after each migration.
    using Progress = std::function<void(const MigrationRun &run)>;

    /// Refuses (kind Refused, from every function) lists in which a version or name is missing or used twice, or in which a
    /// migration has neither `change` nor `up`, or `change` and one of the others.
    Migrator(Repo &repo, const QList<Migration> &migrations);

    /// All known and all applied migrations, oldest first. A database without a version table has none applied.
    Result<QList<MigrationStatus>> status();
    Result<int> pendingCount();
    /// The SQL that applying or taking back a migration would run here.
    Result<QStringList> sql(qint64 version, bool up);

    struct Options
    {
        std::optional<int> step = std::nullopt; ///< at most so many
        std::optional<qint64> to = std::nullopt; ///< as far as this version, itself included; it must be known or applied
        std::optional<qint64> toExclusive = std::nullopt; ///< as far as this version, without itself; the same holds for it
        bool inOrder = false; ///< migrate(): refuse to begin if one is older than the newest applied one
        bool besideOthers = false; ///< also where only another program's tables are
        bool acceptChanges = false; ///< migrate(): take applied migrations for what they say now, and refuse none of them
        /// What to take for true where HalfWay::Next is Unknown, which is refused otherwise.
        std::optional<bool> unclearHasRun = std::nullopt;
        /// How long to wait for another program that migrates or, on SQLite, writes; then it is the error Locked. By itself as
        /// long as it takes, on SQLite half a minute.
        std::optional<std::chrono::milliseconds> lockTimeout = std::nullopt;
        /// Called while it waits, whenever there is somebody else to wait for.
        std::function<void(const MigrationLockHolder &holder)> waiting = {};
    };
    /// The message of migrate() where it refuses a database because of another program's tables; the error's subject names them.
    static QString anotherPrograms();
    /// What migrate() would run now, or rollback() where `up` is false, in that order; nothing is run.
    Result<QList<MigrationRun>> plan(bool up, const Options &options);
    /// What migrate() would do now, or rollback() where `up` is false: it runs, and everything is taken back again. On SQLite and
    /// PostgreSQL it runs in one transaction, without the lock by which others that migrate wait for each other; counters of
    /// PostgreSQL's keys stay advanced. On MariaDB it runs in a copy of the structure, for which a database is made and dropped.
    Result<DryRun> dryRun(bool up, const Options &options);
    /// Applies pending migrations, oldest first, all unless told otherwise. Refuses a database that has tables but none
    /// of the migrations: it was probably named by mistake. Refuses to begin if one of them needs what the engine lacks, or
    /// if one that is applied has been changed since.
    Result<QList<MigrationRun>> migrate(const Options &options, const Progress &progress = {});
    /// Takes back applied migrations, newest first, one unless told otherwise. Refuses to begin if one of them cannot be
    /// taken back, or, unless only told a version to go to, if Migrator was not told of one that would be next. One that was
    /// changed since it was applied is taken back as it says now, with a warning.
    Result<QList<MigrationRun>> rollback(const Options &options, const Progress &progress = {});

private:
    /// Refuses a database that belongs to another program.
    Result<void> checkOthers(const Options &options, const QMap<qint64, QDateTime> &books);
    /// Whether the books, read again behind whoever writes them, have one of the migrations.
    Result<bool> wereApplied(const Options &options);
    Result<QMap<qint64, QDateTime>> applied();
    using HalfWays = QMap<qint64, HalfWay>;
    Result<HalfWays> halfWays();
    Result<MigrationPlan> planOne(const Migration &migration, bool up, const Options &options, const HalfWays &halfWays);
    using Changes = QMap<qint64, QString>;
    /// The applied migrations that were changed since, each with a sentence that says so.
    Result<Changes> changes(const QMap<qint64, QDateTime> &books);
    /// Writes down that applied migrations are what they say now.
    Result<void> acceptChanges();
    /// All tables but the books.
    Result<QStringList> tables();
    /// What is left to do, in the order of its doing.
    Result<QList<MigrationPlan>> planAll(bool up, const Options &options);
    Result<QList<MigrationRun>> runAll(const QList<MigrationPlan> &plans, const Options &options, const Progress &progress);

    Repo &m_repo;
    QList<Migration> m_migrations;
    QString m_problem;
};

} // namespace db
