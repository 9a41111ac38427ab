// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/database.h"
#include "core/toolkit/statement_log.h"
#include "tests/support/library.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using library::Author;

/// What is known about the statements that were run.
class tst_StatementLog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void everyStatementIsTold();
    void aFailureIsToldWithoutTheEnginesWords();
    void theWaitForAConnectionIsToldOnce();
    void onlyTheLastAreKept();
    void statementsAreCountedByTheirText();
    void ninetyFiveOfAHundredTookNoLonger();
    void aListenerMayAskTheDatabase();
    void aLogThatIsGoneHearsNothing();

private:
    static db::StatementEvent event(const QString &sql, qint64 nanoseconds, qint64 rows = 0);
};

db::StatementEvent tst_StatementLog::event(const QString &sql, qint64 nanoseconds, qint64 rows)
{
    db::StatementEvent event;
    event.sql = sql;
    event.databaseNanoseconds = nanoseconds;
    event.rows = rows;
    return event;
}

void tst_StatementLog::everyStatementIsTold()
{
    TestDatabase database = library::database();
    library::addAuthor(database.repo, u"Ada"_s);
    library::addAuthor(database.repo, u"Bob"_s);
    const db::StatementLog log;
    QVERIFY(database.repo.all(db::from<Author>()));
    const QList<db::StatementEvent> told = log.recent();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().kind, db::Statement::Kind::Select);
    QCOMPARE(told.first().source, u"authors"_s);
    QVERIFY(told.first().sql.startsWith(u"SELECT"));
    QCOMPARE(told.first().rows, 2);
    QVERIFY(told.first().databaseNanoseconds > 0);
    QVERIFY(told.first().decodeNanoseconds > 0);
    QVERIFY(!told.first().failure);
}

void tst_StatementLog::aFailureIsToldWithoutTheEnginesWords()
{
    TestDatabase database = library::database();
    const db::StatementLog log;
    QVERIFY(!database.repo.execute(u"SELECT abs('secret', 'secret')"_s));
    const db::StatementEvent told = log.recent().constFirst();
    QCOMPARE(told.failure, db::Error::Kind::Statement);
    QVERIFY(!told.error.isEmpty());
    QVERIFY(!told.error.contains(u"abs"));
}

void tst_StatementLog::theWaitForAConnectionIsToldOnce()
{
    QTemporaryDir dir;
    const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(dir.filePath(u"log.sqlite"_s));
    QVERIFY(db::Connection::create(url));
    db::Database database(url);
    const auto ask = [](db::Repo &repo) {
        return repo.transaction([&] { return repo.execute(u"CREATE TABLE IF NOT EXISTS things (id INTEGER)"_s); });
    };
    QVERIFY(database.write(ask).result());
    const db::StatementLog log;
    QVERIFY(database.write(ask).result());
    const QList<db::StatementEvent> told = log.recent();
    QCOMPARE(told.size(), 3);
    QVERIFY(told.at(0).queueNanoseconds > 0);
    QCOMPARE(told.at(1).queueNanoseconds, 0);
    QCOMPARE(told.at(2).queueNanoseconds, 0);
}

void tst_StatementLog::onlyTheLastAreKept()
{
    const db::StatementLog log(3);
    for (int i = 0; i < 5; ++i)
        db::Telemetry::emitEvent(event(QString::number(i), 1));
    QStringList kept;
    const QList<db::StatementEvent> told = log.recent();
    for (const db::StatementEvent &one : told)
        kept.append(one.sql);
    QCOMPARE(kept, (QStringList{u"2"_s, u"3"_s, u"4"_s}));
}

void tst_StatementLog::statementsAreCountedByTheirText()
{
    db::StatementLog log;
    db::Telemetry::emitEvent(event(u"rare"_s, 1000, 1));
    db::Telemetry::emitEvent(event(u"often"_s, 2000, 10));
    db::StatementEvent failed = event(u"often"_s, 4000);
    failed.fail(db::Error::canceled());
    db::Telemetry::emitEvent(failed);

    const QList<db::StatementLog::Statistics> counted = log.statistics();
    QCOMPARE(counted.size(), 2);
    QCOMPARE(counted.first().sql, u"often"_s);
    QCOMPARE(counted.first().calls, 2);
    QCOMPARE(counted.first().failures, 1);
    QCOMPARE(counted.first().rows, 10);
    QCOMPARE(counted.first().meanNanoseconds(), 3000);
    QCOMPARE(counted.last().calls, 1);

    log.clear();
    QVERIFY(log.statistics().isEmpty());
    QVERIFY(log.recent().isEmpty());
}

void tst_StatementLog::ninetyFiveOfAHundredTookNoLonger()
{
    const db::StatementLog log;
    for (int i = 0; i < 95; ++i)
        db::Telemetry::emitEvent(event(u"mostly quick"_s, 10'000));
    for (int i = 0; i < 5; ++i)
        db::Telemetry::emitEvent(event(u"mostly quick"_s, 1'000'000'000));
    for (int i = 0; i < 10; ++i)
        db::Telemetry::emitEvent(event(u"twice slow"_s, i < 8 ? 10'000 : 1'000'000));
    const QList<db::StatementLog::Statistics> counted = log.statistics();
    QCOMPARE(counted.at(0).sql, u"mostly quick"_s);
    QVERIFY(counted.at(0).p95Nanoseconds >= 10'000);
    QVERIFY(counted.at(0).p95Nanoseconds < 12'500);
    QVERIFY(counted.at(1).p95Nanoseconds >= 1'000'000);
    QVERIFY(counted.at(1).p95Nanoseconds < 1'250'000);
}

void tst_StatementLog::aListenerMayAskTheDatabase()
{
    TestDatabase database = library::database();
    int heard = 0;
    const int handle = db::Telemetry::addListener([&](const db::StatementEvent &) {
        if (++heard == 1)
            QCOMPARE(database.repo.count(db::from<Author>()).value_or(-1), 0);
    });
    QVERIFY(database.repo.all(db::from<Author>()));
    db::Telemetry::removeListener(handle);
    QCOMPARE(heard, 2);
}

void tst_StatementLog::aLogThatIsGoneHearsNothing()
{
    TestDatabase database = library::database();
    {
        const db::StatementLog log;
    }
    QVERIFY(database.repo.all(db::from<Author>()));
}

QTEST_GUILESS_MAIN(tst_StatementLog)
#include "tst_statement_log.moc"
