// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "tests/support/test_database.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <numeric>

using db::Migration;
using db::MigrationStatus;
using State = db::MigrationStatus::State;

namespace {

constexpr qint64 firstVersion = 20260101000001;

/// A migration that makes a table of its own name.
Migration creating(qint64 version, const QString &table)
{
    return {.version = version,
            .name = u"create_"_qs + table,
            .change = [table](db::SchemaChange &schema) {
                schema.createTable(table, [](db::ColumnList &columns) { columns.string("name"); });
            }};
}

/// A migration whose second statement cannot run.
Migration failing(qint64 version)
{
    return {.version = version,
            .name = u"fail"_qs,
            .change = [](db::SchemaChange &schema) {
                schema.createTable("halves", [](db::ColumnList &columns) { columns.string("name"); });
                schema.addColumns("nowhere", [](db::ColumnList &columns) { columns.string("name"); });
            }};
}

QList<Migration> threeTables()
{
    return {creating(firstVersion, u"apples"_qs), creating(firstVersion + 1, u"berries"_qs), creating(firstVersion + 2, u"cherries"_qs)};
}

QStringList tables(TestDatabase &database)
{
    return database.texts(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                          u"AND name <> 'schema_migrations' ORDER BY name"_qs);
}

QStringList books(TestDatabase &database)
{
    return database.texts(u"SELECT version FROM schema_migrations ORDER BY version"_qs);
}

QList<qint64> versions(const QList<db::MigrationRun> &runs)
{
    QList<qint64> list;
    for (const db::MigrationRun &run : runs)
        list.append(run.version);
    return list;
}

} // namespace

class tst_migrator : public QObject
{
    Q_OBJECT

private slots:
    void allPendingMigrationsRunOldestFirst()
    {
        TestDatabase database = TestDatabase::inMemory();
        QList<Migration> migrations = threeTables();
        std::reverse(migrations.begin(), migrations.end());
        const auto runs = db::Migrator(database.repo, migrations).migrate({});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>({firstVersion, firstVersion + 1, firstVersion + 2}));
        QCOMPARE(runs->first().name, u"create_apples"_qs);
        QCOMPARE(runs->first().statements, QStringList(u"CREATE TABLE \"apples\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"name\" TEXT)"_qs));
        QVERIFY(runs->first().isUp);
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs, u"cherries"_qs}));
    }

    void aSecondRunHasNothingToDo()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({}));
        const auto again = migrator.migrate({});
        QVERIFY(again);
        QVERIFY(again->isEmpty());
    }

    void stepLimitsHowManyRun()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({.step = 2}));
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs}));
        QCOMPARE(migrator.pendingCount().value(), 1);
        QVERIFY(migrator.migrate({.step = 5}));
        QCOMPARE(migrator.pendingCount().value(), 0);
    }

    void toRunsAsFarAsThatVersion()
    {
        TestDatabase database = TestDatabase::inMemory();
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({.to = firstVersion + 1}));
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs}));
    }

    void aLateMigrationRunsAlthoughItIsOlder()
    {
        TestDatabase database = TestDatabase::inMemory();
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({}));
        const auto runs = db::Migrator(database.repo, threeTables() + QList{creating(firstVersion - 1, u"acorns"_qs)}).migrate({});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>{firstVersion - 1});
    }

    void rollbackTakesBackTheNewest()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({}));
        const auto runs = migrator.rollback({});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>{firstVersion + 2});
        QVERIFY(!runs->first().isUp);
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs}));
        QCOMPARE(books(database), QStringList({QString::number(firstVersion), QString::number(firstVersion + 1)}));
    }

    void rollbackByStepsGoesNewestFirst()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({}));
        const auto runs = migrator.rollback({.step = 2});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>({firstVersion + 2, firstVersion + 1}));
        QCOMPARE(tables(database), QStringList(u"apples"_qs));
    }

    void rollbackToAVersionTakesThatOneBackToo()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({}));
        QVERIFY(migrator.rollback({.to = firstVersion + 1}));
        QCOMPARE(tables(database), QStringList(u"apples"_qs));
    }

    void rollbackOfAnEmptyDatabaseDoesNothing()
    {
        TestDatabase database = TestDatabase::inMemory();
        const auto runs = db::Migrator(database.repo, threeTables()).rollback({});
        QVERIFY(runs);
        QVERIFY(runs->isEmpty());
        QVERIFY(database.catalogue().isEmpty());
    }

    void theBooksAreKeptAsEctoKeepsThem()
    {
        TestDatabase database = TestDatabase::inMemory();
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({.step = 1}));
        QCOMPARE(database.texts(u"SELECT sql FROM sqlite_master WHERE name = 'schema_migrations'"_qs),
                 QStringList(u"CREATE TABLE \"schema_migrations\" (\"version\" INTEGER PRIMARY KEY, \"inserted_at\" TEXT)"_qs));
        QCOMPARE(database.texts(u"SELECT version || ' ' || typeof(version) || ' ' || typeof(inserted_at) FROM schema_migrations"_qs),
                 QStringList(u"%1 integer text"_qs.arg(firstVersion)));
        const QString written = database.texts(u"SELECT inserted_at FROM schema_migrations"_qs).value(0);
        QVERIFY2(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$"_qs).match(written).hasMatch(), qPrintable(written));
        const qint64 age = QDateTime::fromString(written + u'Z', Qt::ISODate).secsTo(QDateTime::currentDateTimeUtc());
        QVERIFY2(age >= 0 && age < 600, "the time of a migration is in UTC");
    }

    void booksWrittenByEctoAreUnderstood()
    {
        TestDatabase database = TestDatabase::inMemory();
        database.execute(u"CREATE TABLE \"schema_migrations\" (\"version\" INTEGER PRIMARY KEY, \"inserted_at\" TEXT)"_qs);
        database.execute(u"INSERT INTO schema_migrations VALUES (%1, '2026-11-22T05:05:04'), (%2, NULL)"_qs.arg(firstVersion).arg(firstVersion + 1));
        const auto status = db::Migrator(database.repo, threeTables()).status();
        QVERIFY(status);
        QCOMPARE(status->size(), 3);
        QCOMPARE(status->at(0).state, State::Applied);
        QCOMPARE(status->at(0).appliedAt, QDateTime(QDate(2026, 11, 22), QTime(5, 5, 4), Qt::UTC));
        QCOMPARE(status->at(1).state, State::Applied);
        QVERIFY(!status->at(1).appliedAt.isValid());
        QCOMPARE(status->at(2).state, State::Pending);
    }

    void readingTheBooksLeavesADatabaseThatHasNoneAlone()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, threeTables());
        const auto status = migrator.status();
        QVERIFY(status);
        QCOMPARE(status->size(), 3);
        for (const MigrationStatus &line : *status)
            QCOMPARE(line.state, State::Pending);
        QCOMPARE(migrator.pendingCount().value(), 3);
        QVERIFY(database.catalogue().isEmpty());
    }

    void theBooksOfAReadOnlyDatabaseCanBeRead()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"community.db"_qs);
        TestDatabase writable = TestDatabase::file(path);
        QVERIFY(db::Migrator(writable.repo, threeTables()).migrate({.step = 1}));

        const auto connection = db::Connection::open(db::DatabaseUrl::sqliteFile(path), db::Connection::Access::ReadOnly);
        QVERIFY(connection);
        db::Repo repo(**connection);
        db::Migrator migrator(repo, threeTables());
        QCOMPARE(migrator.pendingCount().value(), 2);
        const auto runs = migrator.migrate({});
        QVERIFY(!runs);
        QCOMPARE(runs.error().kind, db::Error::Kind::ReadOnly);
    }

    void aVersionWithoutItsFileIsShownAndLeftAlone()
    {
        TestDatabase database = TestDatabase::inMemory();
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({}));
        db::Migrator migrator(database.repo, threeTables().first(2));
        const auto status = migrator.status();
        QVERIFY(status);
        QCOMPARE(status->last().version, firstVersion + 2);
        QCOMPARE(status->last().state, State::FileMissing);
        QVERIFY(status->last().name.isEmpty());
        QVERIFY(status->last().appliedAt.isValid());
        QVERIFY(!status->last().isReversible);

        const auto runs = migrator.rollback({});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>{firstVersion + 1});
        QCOMPARE(books(database), QStringList({QString::number(firstVersion), QString::number(firstVersion + 2)}));
    }

    void aFailureLeavesTheMigrationsBeforeItApplied()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, {creating(1, u"apples"_qs), failing(2), creating(3, u"cherries"_qs)});
        const auto runs = migrator.migrate({});
        QVERIFY(!runs);
        QCOMPARE(runs.error().subject, u"2_fail"_qs);
        QVERIFY2(runs.error().message.startsWith(u"migration 2_fail failed: "), qPrintable(runs.error().message));
        QCOMPARE(runs.error().sql, u"ALTER TABLE \"nowhere\" ADD COLUMN \"name\" TEXT"_qs);
        QCOMPARE(tables(database), QStringList(u"apples"_qs));
        QCOMPARE(books(database), QStringList(u"1"_qs));
    }

    void whatCannotBeTakenBackIsRefused()
    {
        const Migration irreversible{.version = 2, .name = u"drop_apples"_qs, .change = [](db::SchemaChange &schema) { schema.dropTable("apples"); }};
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, {creating(1, u"apples"_qs), irreversible});
        QVERIFY(migrator.migrate({}));

        const QString reason = u"cannot reverse migration command: drop table apples. You will need to define up and down in your migration"_qs;
        const auto status = migrator.status();
        QVERIFY(status);
        QVERIFY(status->at(0).isReversible);
        QVERIFY(!status->at(1).isReversible);
        QCOMPARE(status->at(1).irreversibleReason, reason);

        const auto runs = migrator.rollback({});
        QVERIFY(!runs);
        QCOMPARE(runs.error().kind, db::Error::Kind::Refused);
        QCOMPARE(runs.error().message, reason);
        QCOMPARE(books(database), QStringList({u"1"_qs, u"2"_qs}));
    }

    void aVersionOrNameUsedTwiceIsRefusedBeforeAnythingRuns_data()
    {
        QTest::addColumn<qint64>("version");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("message");

        QTest::newRow("version") << qint64(1) << u"berries"_qs << u"migrations can't be executed, migration version 1 is duplicated"_qs;
        QTest::newRow("name") << qint64(2) << u"apples"_qs << u"migrations can't be executed, migration name create_apples is duplicated"_qs;
    }
    void aVersionOrNameUsedTwiceIsRefusedBeforeAnythingRuns()
    {
        QFETCH(qint64, version);
        QFETCH(QString, table);
        QFETCH(QString, message);
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, {creating(1, u"apples"_qs), creating(version, table)});
        QCOMPARE(migrator.migrate({}).error().message, message);
        QCOMPARE(migrator.rollback({}).error().message, message);
        QCOMPARE(migrator.status().error().message, message);
        QCOMPARE(migrator.pendingCount().error().message, message);
        QCOMPARE(migrator.sql(1, true).error().message, message);
        QCOMPARE(migrator.migrate({}).error().kind, db::Error::Kind::Refused);
        QVERIFY(database.catalogue().isEmpty());
    }

    void theSqlIsShownWithoutRunningIt()
    {
        TestDatabase database = TestDatabase::inMemory();
        db::Migrator migrator(database.repo, threeTables());
        QCOMPARE(migrator.sql(firstVersion, true).value(),
                 QStringList(u"CREATE TABLE \"apples\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"name\" TEXT)"_qs));
        QCOMPARE(migrator.sql(firstVersion, false).value(), QStringList(u"DROP TABLE \"apples\""_qs));
        QVERIFY(!migrator.sql(42, true));
        QVERIFY(database.catalogue().isEmpty());
    }

    void progressIsToldBeforeAndAfterEachMigration()
    {
        TestDatabase database = TestDatabase::inMemory();
        QStringList told;
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({.step = 2}, [&](const db::MigrationRun &run) {
            told.append((run.milliseconds < 0 ? u"before " : u"after ") + run.name);
        }));
        QCOMPARE(told, QStringList({u"before create_apples"_qs, u"after create_apples"_qs, u"before create_berries"_qs, u"after create_berries"_qs}));
    }

    void whatAnotherRunnerDidMeanwhileIsNotDoneAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"community.db"_qs);
        TestDatabase slow = TestDatabase::file(path);
        TestDatabase fast = TestDatabase::file(path);
        QList<qint64> byFast;
        const auto bySlow = db::Migrator(slow.repo, threeTables()).migrate({}, [&](const db::MigrationRun &run) {
            if (run.milliseconds >= 0)
                byFast = versions(db::Migrator(fast.repo, threeTables()).migrate({}).value_or(QList<db::MigrationRun>()));
        });
        QVERIFY(bySlow);
        QCOMPARE(versions(*bySlow), QList<qint64>{firstVersion});
        QCOMPARE(byFast, QList<qint64>({firstVersion + 1, firstVersion + 2}));
    }

    void ofTwoRunnersAtOnceEachMigrationIsRunByOne()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"community.db"_qs);
        TestDatabase::file(path);
        QList<Migration> migrations;
        for (int i = 1; i <= 20; ++i)
            migrations.append(creating(i, u"table_%1"_qs.arg(i)));

        db::Result<QList<db::MigrationRun>> outcomes[2];
        std::unique_ptr<QThread> runners[2];
        for (int i = 0; i < 2; ++i) {
            runners[i].reset(QThread::create([&, i] {
                TestDatabase database = TestDatabase::file(path);
                outcomes[i] = db::Migrator(database.repo, migrations).migrate({});
            }));
            runners[i]->start();
        }
        for (const auto &runner : runners)
            QVERIFY(runner->wait());

        QList<qint64> run;
        for (const auto &outcome : outcomes) {
            QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
            run.append(versions(*outcome));
        }
        std::sort(run.begin(), run.end());
        QList<qint64> each(20);
        std::iota(each.begin(), each.end(), 1);
        QCOMPARE(run, each);
    }

    void aColumnMadeByAnotherConnectionCanBeRemoved()
    {
        const Migration addExtra{.version = 2, .name = u"add_extra"_qs, .change = [](db::SchemaChange &schema) {
                                     schema.addColumns("apples", [](db::ColumnList &columns) { columns.string("extra"); });
                                 }};
        const QList<Migration> migrations{creating(1, u"apples"_qs), addExtra};
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"community.db"_qs);
        TestDatabase other = TestDatabase::file(path);
        QVERIFY(db::Migrator(other.repo, migrations).migrate({.step = 1}));
        TestDatabase stale = TestDatabase::file(path);
        QVERIFY(stale.texts(u"SELECT name FROM apples"_qs).isEmpty());
        QVERIFY(db::Migrator(other.repo, migrations).migrate({}));

        const auto runs = db::Migrator(stale.repo, migrations).rollback({});
        QVERIFY2(runs, runs ? "" : qPrintable(runs.error().message));
        QCOMPARE(stale.texts(u"SELECT name FROM pragma_table_info('apples')"_qs), QStringList({u"id"_qs, u"name"_qs}));
    }
};

QTEST_GUILESS_MAIN(tst_migrator)

#include "tst_migrator.moc"
