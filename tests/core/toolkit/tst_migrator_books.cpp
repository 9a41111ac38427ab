// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "tests/support/sample_migrations.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <numeric>

using db::Migration;
using db::MigrationStatus;
using State = db::MigrationStatus::State;

class tst_migrator_books : public QObject
{
    Q_OBJECT

private slots:
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

        const QList<db::Migrator::Options> counts{db::Migrator::Options{}, db::Migrator::Options{.step = 1}, db::Migrator::Options{.step = 1, .to = firstVersion + 1}};
        for (const db::Migrator::Options &counted : counts) {
            const auto refused = migrator.rollback(counted);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
            QCOMPARE(refused.error().subject, QString::number(firstVersion + 2));
            QVERIFY(!migrator.plan(false, counted));
        }
        const auto runs = migrator.rollback({.to = firstVersion + 1});
        QVERIFY(runs);
        QCOMPARE(versions(*runs), QList<qint64>{firstVersion + 1});
        QCOMPARE(books(database), QStringList({QString::number(firstVersion), QString::number(firstVersion + 2)}));
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

QTEST_GUILESS_MAIN(tst_migrator_books)

#include "tst_migrator_books.moc"
