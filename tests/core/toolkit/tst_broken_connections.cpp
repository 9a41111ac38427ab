// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/database.h"
#include "tests/support/reason.h"
#include "tests/support/served_library.h"

#include <QSemaphore>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = db::Error::Kind;
using Engine = db::DatabaseUrl::Engine;
using Loss = SlowProxy::Loss;
using library::Author;

/// Networks that break, hang or are slow: what was stored is known, or said to be unknown.
class tst_BrokenConnections : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_library.reset(); }

    void aConnectionFoundBrokenBeforeAWriteIsReplaced();
    void aWriteWithoutAnAnswerIsNotRepeated_data() { losses(); }
    void aWriteWithoutAnAnswerIsNotRepeated();
    void aCommitWithoutAnAnswerHasAnUnknownOutcome_data() { losses(); }
    void aCommitWithoutAnAnswerHasAnUnknownOutcome();
    void aStatementLostBeforeItRanIsKnownNotToBeStored();
    void manyRowsAreStoredWhollyOrNotAtAll();
    void aResultCutShortIsAnError();
    void aServerThatHangsIsCutOff();
    void aRequestWithoutAConnectionCanBeCanceled();
    void aRequestAfterALossCanBeCanceled();
    void aRequestThatFindsTheLossItselfCanBeCanceled_data();
    void aRequestThatFindsTheLossItselfCanBeCanceled();
    void aConnectionToAServerThatHangsCanBeClosed();
    void aServerThatHangsBeforeTheFirstStatementIsCutOff();
    void aSlowServerOnlyTakesLonger();

private:
    static void losses();

    std::optional<ServedLibrary> m_library;
};

void tst_BrokenConnections::init()
{
    if (testedEngine() == Engine::Sqlite)
        QSKIP("SQLite has no server");
    m_library.emplace();
}

void tst_BrokenConnections::losses()
{
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<int>("stored");
    QTest::newRow("the request is lost") << Loss::Request << 0;
    QTest::newRow("the answer is lost") << Loss::Answer << 1;
}

void tst_BrokenConnections::aConnectionFoundBrokenBeforeAWriteIsReplaced()
{
    m_library->open(m_library->proxiedUrl());
    QVERIFY(ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s));
    m_library->proxy.breakConnections();
    const auto added = ServedLibrary::addAuthor(*m_library->repo, u"Bob"_s);
    QVERIFY2(added, reason(added).constData());
    QCOMPARE(m_library->count(), 2);
}

void tst_BrokenConnections::aWriteWithoutAnAnswerIsNotRepeated()
{
    QFETCH(Loss, loss);
    QFETCH(int, stored);
    m_library->open(m_library->proxiedUrl());
    QVERIFY(ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s));
    m_library->proxy.loseNext(loss);
    const auto lost = ServedLibrary::addAuthor(*m_library->repo, u"Bob"_s);
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, Kind::OutcomeUnknown);
    QVERIFY(lost.error().message.contains(u"before the server said whether"));
    QCOMPARE(m_library->count(), 1 + stored);
    QVERIFY(ServedLibrary::addAuthor(*m_library->repo, u"Cid"_s));
}

void tst_BrokenConnections::aCommitWithoutAnAnswerHasAnUnknownOutcome()
{
    QFETCH(Loss, loss);
    QFETCH(int, stored);
    m_library->open(m_library->proxiedUrl());
    QVERIFY(m_library->repo->transaction([&] { return ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s); }));
    QVERIFY(m_library->connection->begin());
    QVERIFY(ServedLibrary::addAuthor(*m_library->repo, u"Bob"_s));
    m_library->proxy.loseNext(loss);
    const auto lost = m_library->connection->commit();
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, Kind::OutcomeUnknown);
    QVERIFY(lost.error().message.contains(u"before the server said whether"));
    QCOMPARE(m_library->count(), 1 + stored);
    QVERIFY(m_library->repo->transaction([&] { return ServedLibrary::addAuthor(*m_library->repo, u"Cid"_s); }));
}

void tst_BrokenConnections::aStatementLostBeforeItRanIsKnownNotToBeStored()
{
    m_library->open(m_library->proxiedUrl());
    // The first of its kind is prepared before it runs.
    m_library->proxy.loseNext(Loss::Answer);
    const auto lost = ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s);
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, Kind::ConnectionLost);
    QCOMPARE(m_library->count(), 0);
}

void tst_BrokenConnections::manyRowsAreStoredWhollyOrNotAtAll()
{
    m_library->open(m_library->proxiedUrl());
    QList<Author> authors(3000);
    for (int i = 0; i < authors.size(); ++i) {
        authors[i].name = authors[i].email = u"author %1"_s.arg(i);
        authors[i].insertedAt = authors[i].updatedAt = QDateTime::currentDateTimeUtc();
    }
    QVERIFY(ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s));
    // In the midst of the rows.
    m_library->proxy.loseNext(Loss::Request, 5);
    const auto lost = m_library->repo->transaction([&] { return m_library->repo->insertAll(authors); });
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, Kind::ConnectionLost);
    QCOMPARE(m_library->count(), 1);
    const auto stored = m_library->repo->insertAll(authors);
    QVERIFY2(stored, reason(stored).constData());
    QCOMPARE(m_library->count(), 1 + authors.size());
}

void tst_BrokenConnections::aResultCutShortIsAnError()
{
    m_library->open(m_library->proxiedUrl());
    // More than the buffers between here and there can hold.
    constexpr int rows = 1000;
    const QString sql = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) SELECT i, repeat('x', 20000) FROM n"_s.arg(rows);
    int read = 0;
    const auto cut = m_library->connection->select({.sql = sql}, [&](const db::RowReader &) {
        if (++read == 10)
            m_library->proxy.breakConnections();
        return true;
    });
    QVERIFY(!cut);
    QCOMPARE(cut.error().kind, Kind::ConnectionLost);
    QVERIFY(read < rows);
    QCOMPARE(m_library->count(), 0);
}

void tst_BrokenConnections::aServerThatHangsIsCutOff()
{
    db::Database database(m_library->proxiedUrl().withOption(u"timeout"_s, u"500"_s).withOption(u"pool_size"_s, u"2"_s));
    QSemaphore ready;
    QSemaphore go;
    const auto reading = database.read([&](db::Repo &repo) {
        const auto counted = ServedLibrary::countAuthors(repo);
        ready.release();
        go.acquire();
        return counted ? ServedLibrary::countAuthors(repo) : counted;
    });
    const auto writing = database.write([&](db::Repo &repo) {
        return repo.transaction([&] {
            const auto added = ServedLibrary::addAuthor(repo, u"Ada"_s);
            ready.release();
            go.acquire();
            return added;
        });
    });
    ready.acquire(2);
    m_library->proxy.setDeaf(true);
    go.release(2);
    const auto read = reading.result();
    QCOMPARE(read.error().kind, Kind::TimedOut);
    QVERIFY(read.error().message.contains(u"did not answer a statement within 0.5 s"));
    const auto written = writing.result();
    QCOMPARE(written.error().kind, Kind::OutcomeUnknown);
    m_library->proxy.breakConnections();
    m_library->proxy.setDeaf(false);
    QCOMPARE(database.read(ServedLibrary::countAuthors).result().value_or(-1), 0);
    QVERIFY(database.write([](db::Repo &repo) { return ServedLibrary::addAuthor(repo, u"Ada"_s); }).result());
}

void tst_BrokenConnections::aRequestWithoutAConnectionCanBeCanceled()
{
    m_library->proxy.setDeaf(true);
    db::Database database(m_library->proxiedUrl());
    const auto canceled = database.read(ServedLibrary::countAuthors);
    QTRY_COMPARE(m_library->proxy.connections(), 1);
    canceled.cancel();
    QCOMPARE(canceled.result().error().kind, Kind::Canceled);
    const auto late = database.read(ServedLibrary::countAuthors, 50ms);
    QCOMPARE(late.result().error().kind, Kind::TimedOut);
    m_library->proxy.setDeaf(false);
    QCOMPARE(database.read(ServedLibrary::countAuthors).result().value_or(-1), 0);
}

void tst_BrokenConnections::aRequestAfterALossCanBeCanceled()
{
    db::Database database(m_library->proxiedUrl().withOption(u"pool_size"_s, u"1"_s));
    const auto lost = database.write([&](db::Repo &repo) {
        return repo.transaction([&] {
            m_library->proxy.breakConnections();
            return ServedLibrary::addAuthor(repo, u"Ada"_s);
        });
    });
    QCOMPARE(lost.result().error().kind, Kind::ConnectionLost);
    m_library->proxy.setDeaf(true);
    const int before = m_library->proxy.connections();
    const auto canceled = database.read(ServedLibrary::countAuthors);
    QTRY_VERIFY(m_library->proxy.connections() > before);
    canceled.cancel();
    // Nobody waits for the driver to give up, whose error would be another one.
    QCOMPARE(canceled.result().error().kind, Kind::Canceled);
    m_library->proxy.setDeaf(false);
    QCOMPARE(database.read(ServedLibrary::countAuthors).result().value_or(-1), 0);
}

void tst_BrokenConnections::aRequestThatFindsTheLossItselfCanBeCanceled_data()
{
    QTest::addColumn<bool>("isLate");
    QTest::newRow("canceled") << false;
    QTest::newRow("out of time") << true;
}

void tst_BrokenConnections::aRequestThatFindsTheLossItselfCanBeCanceled()
{
    QFETCH(bool, isLate);
    db::Database database(m_library->proxiedUrl().withOption(u"pool_size"_s, u"1"_s).withOption(u"connect_timeout"_s, u"60"_s));
    QCOMPARE(database.read(ServedLibrary::countAuthors).result().value_or(-1), 0);
    QSemaphore ready;
    QSemaphore go;
    const auto work = [&ready, &go](db::Repo &repo) {
        const auto counted = ServedLibrary::countAuthors(repo);
        ready.release();
        go.acquire();
        return counted ? ServedLibrary::countAuthors(repo) : counted;
    };
    const auto asked = isLate ? database.read(work, 3s) : database.read(work);
    QVERIFY(ready.tryAcquire(1, 60s));
    m_library->proxy.breakConnections();
    m_library->proxy.setDeaf(true);
    const int before = m_library->proxy.connections();
    go.release();
    if (!isLate) {
        QTRY_VERIFY(m_library->proxy.connections() > before);
        asked.cancel();
    }
    // Nobody waits for the driver to give up, whose error would be another one.
    const auto answer = asked.result();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, isLate ? Kind::TimedOut : Kind::Canceled);
    m_library->proxy.breakConnections();
    m_library->proxy.setDeaf(false);
    QCOMPARE(database.read(ServedLibrary::countAuthors).result().value_or(-1), 0);
}

void tst_BrokenConnections::aConnectionToAServerThatHangsCanBeClosed()
{
    m_library->open(m_library->proxiedUrl());
    QCOMPARE(m_library->count(), 0);
    m_library->proxy.setDeaf(true);
    // It has prepared statements, which the server will never hear of.
    m_library->open(m_library->url);
    QCOMPARE(m_library->count(), 0);
}

void tst_BrokenConnections::aServerThatHangsBeforeTheFirstStatementIsCutOff()
{
    // With these words begins what a dialect sets up.
    const std::string words = testedEngine() == Engine::Postgres ? "SELECT pg_backend_pid()" : "SET @quecto_left";
    m_library->proxy.setDeafAt(words);
    const auto late = db::Connection::open(m_library->proxiedUrl().withOption(u"timeout"_s, u"500"_s));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Kind::TimedOut);

    // Without what was sent to interrupt it, which still waits.
    m_library->proxy.setDeafAt({});
    m_library->proxy.breakConnections();
    m_library->proxy.setDeaf(false);
    m_library->proxy.setDeafAt(words);
    const auto token = std::make_shared<db::CancelToken>();
    std::thread canceling([&] {
        for (int i = 0; i < 6000 && !m_library->proxy.isDeaf(); ++i)
            std::this_thread::sleep_for(10ms);
        token->cancel();
    });
    const auto canceled = db::Connection::open(m_library->proxiedUrl(), db::Connection::Access::ReadWrite, token);
    canceling.join();
    QVERIFY(!canceled);
    QCOMPARE(canceled.error().kind, Kind::Canceled);

    m_library->proxy.setDeafAt({});
    m_library->proxy.breakConnections();
    m_library->proxy.setDeaf(false);
    m_library->open(m_library->proxiedUrl());
    QCOMPARE(m_library->count(), 0);
}

void tst_BrokenConnections::aSlowServerOnlyTakesLonger()
{
    m_library->open(m_library->proxiedUrl());
    m_library->proxy.setDelay(20ms);
    const auto added = m_library->repo->transaction([&] { return ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s); });
    QVERIFY2(added, reason(added).constData());
    QCOMPARE(m_library->count(), 1);
}

QTEST_GUILESS_MAIN(tst_BrokenConnections)
#include "tst_broken_connections.moc"
