// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "tests/support/sample_migrations.h"

#include <QTest>

#include <algorithm>

using db::Migration;

namespace {

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

/// How the engine spells what a migration does.
QStringList statements(TestDatabase &database, const Migration &migration)
{
    return database.connection->dialect().definition(migration.upOperations()).value_or(QStringList());
}

} // namespace

class tst_migrator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void allPendingMigrationsRunOldestFirst()
    {
        TestDatabase database = TestDatabase::empty();
        QList<Migration> migrations = threeTables();
        std::reverse(migrations.begin(), migrations.end());
        const auto runs = db::Migrator(database.repo, migrations).migrate({});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>({firstVersion, firstVersion + 1, firstVersion + 2}));
        QCOMPARE(runs->first().name, u"create_apples"_qs);
        QCOMPARE(runs->first().statements, statements(database, threeTables().first()));
        QVERIFY(runs->first().isUp);
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs, u"cherries"_qs}));
    }

    void tablesAreSpelledAsEctoSpellsThem()
    {
        TestDatabase database = TestDatabase::empty();
        const QString made = statements(database, threeTables().first()).first();
        if (testedEngine() == db::DatabaseUrl::Engine::Sqlite)
            QCOMPARE(made, u"CREATE TABLE \"apples\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"name\" TEXT)"_qs);
        if (testedEngine() == db::DatabaseUrl::Engine::Postgres)
            QCOMPARE(made, u"CREATE TABLE \"apples\" (\"id\" bigserial PRIMARY KEY, \"name\" varchar(255))"_qs);
    }

    void aSecondRunHasNothingToDo()
    {
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({}));
        const auto again = migrator.migrate({});
        QVERIFY(again);
        QVERIFY(again->isEmpty());
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        TestDatabase database = TestDatabase::empty();
        QVERIFY(database.repo.execute(u"CREATE TABLE moz_places (url TEXT)"_qs));
        db::Migrator migrator(database.repo, threeTables());
        const auto runs = migrator.migrate({});
        QVERIFY(!runs);
        QCOMPARE(runs.error().kind, db::Error::Kind::Refused);
        QCOMPARE(runs.error().subject, u"moz_places"_qs);
        QCOMPARE(tables(database), QStringList(u"moz_places"_qs));

        QVERIFY(migrator.migrate({.step = 1, .besideOthers = true}));
        QVERIFY(migrator.migrate({}));
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs, u"cherries"_qs, u"moz_places"_qs}));
    }

    void stepLimitsHowManyRun()
    {
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({.step = 2}));
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs}));
        QCOMPARE(migrator.pendingCount().value(), 1);
        QVERIFY(migrator.migrate({.step = 5}));
        QCOMPARE(migrator.pendingCount().value(), 0);
    }

    void toRunsAsFarAsThatVersion()
    {
        TestDatabase database = TestDatabase::empty();
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({.to = firstVersion + 1}));
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs}));
    }

    void aLateMigrationRunsAlthoughItIsOlder()
    {
        TestDatabase database = TestDatabase::empty();
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({}));
        const auto runs = db::Migrator(database.repo, threeTables() + QList{creating(firstVersion - 1, u"acorns"_qs)}).migrate({});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>{firstVersion - 1});
    }

    void rollbackTakesBackTheNewest()
    {
        TestDatabase database = TestDatabase::empty();
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
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({}));
        const auto runs = migrator.rollback({.step = 2});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>({firstVersion + 2, firstVersion + 1}));
        QCOMPARE(tables(database), QStringList(u"apples"_qs));
    }

    void rollbackToAVersionTakesThatOneBackToo()
    {
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({}));
        QVERIFY(migrator.rollback({.to = firstVersion + 1}));
        QCOMPARE(tables(database), QStringList(u"apples"_qs));
    }

    void rollbackOfAnEmptyDatabaseDoesNothing()
    {
        TestDatabase database = TestDatabase::empty();
        const auto runs = db::Migrator(database.repo, threeTables()).rollback({});
        QVERIFY(runs);
        QVERIFY(runs->isEmpty());
        QVERIFY(allTables(database).isEmpty());
    }

    void aFailureLeavesTheMigrationsBeforeItApplied()
    {
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, {creating(1, u"apples"_qs), failing(2), creating(3, u"cherries"_qs)});
        const auto runs = migrator.migrate({});
        QVERIFY(!runs);
        QCOMPARE(runs.error().subject, u"2_fail"_qs);
        QVERIFY2(runs.error().message.startsWith(u"migration 2_fail failed: "), qPrintable(runs.error().message));
        QCOMPARE(runs.error().sql, statements(database, failing(2)).last());
        // MariaDB takes no definition back.
        const bool isHalfDone = testedEngine() == db::DatabaseUrl::Engine::MariaDb;
        QCOMPARE(tables(database), isHalfDone ? QStringList({u"apples"_qs, u"halves"_qs}) : QStringList(u"apples"_qs));
        QCOMPARE(books(database), QStringList(u"1"_qs));
    }

    void whatCannotBeTakenBackIsRefused()
    {
        const Migration irreversible{.version = 2, .name = u"drop_apples"_qs, .change = [](db::SchemaChange &schema) { schema.dropTable("apples"); }};
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, {creating(1, u"apples"_qs), irreversible});
        QVERIFY(migrator.migrate({}));

        const QString reason = u"cannot reverse migration command: drop table apples. You will need to explicitly define up and down in your migration"_qs;
        const auto status = migrator.status();
        QVERIFY(status);
        QVERIFY(status->at(0).isReversible);
        QVERIFY(!status->at(1).isReversible);
        QCOMPARE(status->at(1).irreversibleReason, reason);

        const auto runs = migrator.rollback({});
        QVERIFY(!runs);
        QCOMPARE(runs.error().kind, db::Error::Kind::Refused);
        QCOMPARE(runs.error().message, reason);
        QCOMPARE(runs.error().subject, u"2_drop_apples"_qs);
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
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, {creating(1, u"apples"_qs), creating(version, table)});
        QCOMPARE(migrator.migrate({}).error().message, message);
        QCOMPARE(migrator.rollback({}).error().message, message);
        QCOMPARE(migrator.status().error().message, message);
        QCOMPARE(migrator.pendingCount().error().message, message);
        QCOMPARE(migrator.sql(1, true).error().message, message);
        QCOMPARE(migrator.migrate({}).error().kind, db::Error::Kind::Refused);
        QVERIFY(allTables(database).isEmpty());
    }

    void aListThatSaysTooLittleOrTooMuchIsRefused_data()
    {
        QTest::addColumn<Migration>("migration");
        QTest::addColumn<QString>("message");

        const auto nothing = [](db::SchemaChange &) {};
        QTest::newRow("nothing to do") << Migration{.version = 2, .name = u"idle"_qs} << u"migration 2_idle has neither change nor up"_qs;
        QTest::newRow("down only") << Migration{.version = 2, .name = u"idle"_qs, .down = nothing} << u"migration 2_idle has neither change nor up"_qs;
        QTest::newRow("change and up") << Migration{.version = 2, .name = u"both"_qs, .change = nothing, .up = nothing}
                                       << u"migration 2_both has change and also up"_qs;
        QTest::newRow("change and down") << Migration{.version = 2, .name = u"both"_qs, .change = nothing, .down = nothing}
                                         << u"migration 2_both has change and also down"_qs;
        QTest::newRow("no version") << Migration{.name = u"timeless"_qs, .change = nothing}
                                    << u"the version of migration timeless is 0, and not the time of its making"_qs;
        QTest::newRow("no name") << Migration{.version = 2, .change = nothing} << u"migration 2 has no name"_qs;
        QTest::newRow("blanks") << Migration{.version = 2, .name = u"add a"_qs, .change = nothing} << u"the name of migration 2 has blanks: add a"_qs;
    }
    void aListThatSaysTooLittleOrTooMuchIsRefused()
    {
        QFETCH(Migration, migration);
        QFETCH(QString, message);
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, {creating(1, u"apples"_qs), migration});
        const auto migrated = migrator.migrate({});
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, db::Error::Kind::Refused);
        QCOMPARE(migrated.error().message, u"migrations can't be executed, "_qs + message);
        QCOMPARE(migrator.status().error().message, migrated.error().message);
        QVERIFY(allTables(database).isEmpty());
    }

    void aVersionThatNobodyKnowsIsNoTarget()
    {
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, threeTables());
        const QString message = u"there is no migration 42, neither in the list nor applied"_qs;
        QCOMPARE(migrator.migrate({.to = 42}).error().message, message);
        QVERIFY(allTables(database).isEmpty());
        QVERIFY(migrator.migrate({}));
        const auto back = migrator.rollback({.to = 42});
        QVERIFY(!back);
        QCOMPARE(back.error().message, message);
        QCOMPARE(back.error().subject, u"42"_qs);
        QCOMPARE(books(database).size(), 3);
    }

    void aVersionThatOnlyTheDatabaseKnowsIsATarget()
    {
        TestDatabase database = TestDatabase::empty();
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({}));
        const auto back = db::Migrator(database.repo, {threeTables().first(), threeTables().last()}).rollback({.to = firstVersion + 1});
        QVERIFY(back);
        QCOMPARE(versions(*back), QList<qint64>{firstVersion + 2});
    }

    void nothingIsTakenBackWhereSomethingCannotBe()
    {
        const Migration cleaning{.version = 2, .name = u"clean"_qs, .change = [](db::SchemaChange &schema) { schema.execute(u"DELETE FROM apples"_qs); }};
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, {creating(1, u"apples"_qs), cleaning, creating(3, u"cherries"_qs)});
        QVERIFY(migrator.migrate({}));
        const auto back = migrator.rollback({.step = 2});
        QVERIFY(!back);
        QCOMPARE(back.error().message, u"cannot reverse migration command: execute \"DELETE FROM apples\". You will need to explicitly define up and down in your migration"_qs);
        QCOMPARE(back.error().subject, u"2_clean"_qs);
        QCOMPARE(migrator.status().value().at(1).irreversibleReason, back.error().message);
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"cherries"_qs}));
    }

    void theSqlIsShownWithoutRunningIt()
    {
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, threeTables());
        QCOMPARE(migrator.sql(firstVersion, true).value(),
                 statements(database, threeTables().first()));
        QCOMPARE(migrator.sql(firstVersion, false).value(), statements(database, {.change = [](db::SchemaChange &schema) { schema.dropTable("apples"); }}));
        QVERIFY(!migrator.sql(42, true));
        QVERIFY(allTables(database).isEmpty());
    }

    void toExclusiveStopsNextToThatVersion()
    {
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, threeTables());
        QVERIFY(migrator.migrate({.toExclusive = firstVersion + 2}));
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs}));
        QVERIFY(migrator.migrate({}));
        QVERIFY(migrator.rollback({.toExclusive = firstVersion}));
        QCOMPARE(tables(database), QStringList(u"apples"_qs));
    }

    void whatIsOutOfOrderIsRefusedOnDemandBeforeAnythingRuns()
    {
        TestDatabase database = TestDatabase::empty();
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({.inOrder = true}));
        db::Migrator migrator(database.repo, threeTables() + QList{creating(firstVersion - 1, u"acorns"_qs), creating(firstVersion + 3, u"dates"_qs)});
        const auto runs = migrator.migrate({.inOrder = true});
        QVERIFY(!runs);
        QCOMPARE(runs.error().kind, db::Error::Kind::Refused);
        QCOMPARE(runs.error().message,
                 u"migration %1_create_acorns is pending, but it is older than %2, which is applied"_qs.arg(firstVersion - 1).arg(firstVersion + 2));
        QVERIFY(!migrator.plan(true, {.inOrder = true}));
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs, u"cherries"_qs}));
    }

    void aPlanTellsWhatWouldRun()
    {
        TestDatabase database = TestDatabase::empty();
        db::Migrator migrator(database.repo, threeTables());
        const auto all = migrator.plan(true, {});
        QVERIFY(all);
        QCOMPARE(versions(*all), QList<qint64>({firstVersion, firstVersion + 1, firstVersion + 2}));
        QCOMPARE(all->first().statements, statements(database, threeTables().first()));
        QVERIFY(all->first().milliseconds < 0);
        QVERIFY(allTables(database).isEmpty());

        QVERIFY(migrator.migrate({.step = 2}));
        QCOMPARE(versions(migrator.plan(true, {}).value()), QList<qint64>{firstVersion + 2});
        const auto back = migrator.plan(false, {.step = 5});
        QVERIFY(back);
        QCOMPARE(versions(*back), QList<qint64>({firstVersion + 1, firstVersion}));
        QVERIFY(!back->first().isUp);
        QCOMPARE(versions(migrator.plan(false, {}).value()), QList<qint64>{firstVersion + 1});
        QCOMPARE(tables(database), QStringList({u"apples"_qs, u"berries"_qs}));
    }

    void progressIsToldBeforeAndAfterEachMigration()
    {
        TestDatabase database = TestDatabase::empty();
        QStringList told;
        QVERIFY(db::Migrator(database.repo, threeTables()).migrate({.step = 2}, [&](const db::MigrationRun &run) {
            told.append((run.milliseconds < 0 ? u"before " : u"after ") + run.name);
        }));
        QCOMPARE(told, QStringList({u"before create_apples"_qs, u"after create_apples"_qs, u"before create_berries"_qs, u"after create_berries"_qs}));
    }
};

QTEST_GUILESS_MAIN(tst_migrator)

#include "tst_migrator.moc"
