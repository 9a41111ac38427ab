// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/database.h"
#include "tests/support/reason.h"
#include "tests/support/served_library.h"

#include <QSemaphore>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = db::Error::Kind;
using Engine = db::DatabaseUrl::Engine;
using library::Author;

/// Servers that stop or end a connection: the way back is found, and what was stored is known.
class tst_LostServers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_library.reset(); }

    void aServerThatRestartsIsFoundAgain();
    void theSettingsOfTheSessionAreMadeAgain();
    void aServerThatStaysAwayIsAnErrorUntilItComesBack();
    void aPoolIsWholeAfterARestart();
    void aConnectionKilledInATransactionLosesAllOfIt();
    void aConnectionKilledWhileNobodyUsedItIsReplaced();
    void aResultThatTheServerEndsSaysWhy_data();
    void aResultThatTheServerEndsSaysWhy();
    void anotherHostIsTriedWhenTheFirstIsGone();

private:
    QString connectionNumber();
    /// Tells the server from beside, as an administrator would.
    void command(const QString &sql);
    void killConnection();

    std::optional<ServedLibrary> m_library;
};

void tst_LostServers::init()
{
    if (testedEngine() == Engine::Sqlite)
        QSKIP("SQLite has no server");
    m_library.emplace();
}

QString tst_LostServers::connectionNumber()
{
    const QString sql = testedEngine() == Engine::Postgres ? u"SELECT pg_backend_pid()"_s : u"SELECT CONNECTION_ID()"_s;
    QString number;
    const auto asked = m_library->connection->select({.sql = sql}, [&](const db::RowReader &row) {
        number = row.value(0, db::Type::Integer).toString();
        return true;
    });
    return asked ? number : QString();
}

void tst_LostServers::command(const QString &sql)
{
    const auto administrator = db::Connection::open(m_library->url);
    QVERIFY2(administrator, reason(administrator).constData());
    const auto done = (*administrator)->execute({.kind = db::Statement::Kind::Definition, .sql = sql});
    QVERIFY2(done, reason(done).constData());
}

void tst_LostServers::killConnection()
{
    const QString kill = testedEngine() == Engine::Postgres ? u"SELECT pg_terminate_backend(%1, 10000)"_s : u"KILL %1"_s;
    command(kill.arg(connectionNumber()));
}

void tst_LostServers::aServerThatRestartsIsFoundAgain()
{
    QVERIFY(ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s));
    QCOMPARE(m_library->count(), 1);
    m_library->server.stop();
    m_library->server.start();
    // The statement was prepared on a connection that is no more.
    const auto counted = ServedLibrary::countAuthors(*m_library->repo);
    QVERIFY2(counted, reason(counted).constData());
    QCOMPARE(*counted, 1);
    m_library->server.stop();
    m_library->server.start();
    const auto added = m_library->repo->transaction([&] { return ServedLibrary::addAuthor(*m_library->repo, u"Bob"_s); });
    QVERIFY2(added, reason(added).constData());
    QCOMPARE(m_library->count(), 2);
}

void tst_LostServers::theSettingsOfTheSessionAreMadeAgain()
{
    const auto zone = [&] {
        QString name;
        const QString sql = testedEngine() == Engine::Postgres ? u"SELECT current_setting('TimeZone')"_s : u"SELECT @@time_zone"_s;
        const auto asked = m_library->connection->select({.sql = sql}, [&](const db::RowReader &row) {
            name = row.value(0, db::Type::String).toString();
            return true;
        });
        return asked ? name : asked.error().message;
    };
    const QString before = zone();
    killConnection();
    QCOMPARE(zone(), before);
    QVERIFY(before == u"UTC" || before == u"+00:00");
}

void tst_LostServers::aServerThatStaysAwayIsAnErrorUntilItComesBack()
{
    m_library->server.stop();
    const auto refused = ServedLibrary::countAuthors(*m_library->repo);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Kind::CannotOpen);
    QVERIFY(refused.error().message.contains(u": no server "));
    QCOMPARE(ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s).error().kind, Kind::CannotOpen);
    m_library->server.start();
    QCOMPARE(m_library->count(), 0);
    QVERIFY(ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s));
}

void tst_LostServers::aPoolIsWholeAfterARestart()
{
    constexpr int connections = 4;
    db::Database database(m_library->url.withOption(u"pool_size"_s, QString::number(connections)));
    // Each in a connection of its own, for none goes on before all have begun.
    const auto useAll = [&](const QString &name) {
        QSemaphore begun;
        QSemaphore go;
        QList<db::Request<db::Result<Author>>> requests;
        for (int i = 0; i < connections; ++i) {
            requests.append(database.write([&begun, &go, each = QString(name + QString::number(i))](db::Repo &repo) {
                begun.release();
                go.acquire();
                return repo.transaction([&] { return ServedLibrary::addAuthor(repo, each); });
            }));
        }
        begun.acquire(connections);
        go.release(connections);
        int stored = 0;
        for (const auto &request : std::as_const(requests))
            stored += request.result().has_value();
        return stored;
    };
    QCOMPARE(useAll(u"before"_s), connections);
    m_library->server.stop();
    m_library->server.start();
    QCOMPARE(useAll(u"after"_s), connections);
    QCOMPARE(m_library->count(), 2 * connections);
}

void tst_LostServers::aConnectionKilledInATransactionLosesAllOfIt()
{
    QVERIFY(m_library->connection->begin());
    QVERIFY(ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s));
    killConnection();
    const auto lost = ServedLibrary::addAuthor(*m_library->repo, u"Bob"_s);
    QCOMPARE(lost.error().kind, Kind::ConnectionLost);
    QVERIFY(lost.error().message.contains(u"connection"));
    // Who goes on regardless would write outside of any transaction.
    QCOMPARE(ServedLibrary::addAuthor(*m_library->repo, u"Cid"_s).error().kind, Kind::ConnectionLost);
    QCOMPARE(m_library->connection->commit().error().kind, Kind::ConnectionLost);
    QCOMPARE(m_library->count(), 0);
    QVERIFY(m_library->repo->transaction([&] { return ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s); }));
}

void tst_LostServers::aConnectionKilledWhileNobodyUsedItIsReplaced()
{
    killConnection();
    const auto counted = ServedLibrary::countAuthors(*m_library->repo);
    QVERIFY2(counted, reason(counted).constData());
    killConnection();
    const auto added = m_library->repo->transaction([&] { return ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s); });
    QVERIFY2(added, reason(added).constData());
    QCOMPARE(m_library->count(), 1);
}

void tst_LostServers::aResultThatTheServerEndsSaysWhy_data()
{
    QTest::addColumn<QString>("postgres");
    QTest::addColumn<QString>("mariadb");
    QTest::addColumn<bool>("isLost");
    QTest::newRow("the connection is killed") << u"SELECT pg_terminate_backend(%1)"_s << u"KILL %1"_s << true;
    QTest::newRow("the statement is killed") << u"SELECT pg_cancel_backend(%1)"_s << u"KILL QUERY %1"_s << false;
}

void tst_LostServers::aResultThatTheServerEndsSaysWhy()
{
    QFETCH(QString, postgres);
    QFETCH(QString, mariadb);
    QFETCH(bool, isLost);
    const QString number = connectionNumber();
    const QString kill = (testedEngine() == Engine::Postgres ? postgres : mariadb).arg(number);
    // More than the buffers between here and there can hold.
    constexpr int rows = 1000;
    const QString sql = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) SELECT i, repeat('x', 20000) FROM n"_s.arg(rows);
    QVERIFY(m_library->connection->begin());
    int read = 0;
    const auto ended = m_library->connection->select({.sql = sql}, [&](const db::RowReader &) {
        if (++read == 10)
            command(kill);
        return true;
    });
    QVERIFY(!ended);
    // PostgreSQL has one code for both, an administrator's word and his time limit.
    const Kind ofStatement = testedEngine() == Engine::Postgres ? Kind::TimedOut : Kind::Canceled;
    QCOMPARE(ended.error().kind, isLost ? Kind::ConnectionLost : ofStatement);
    QVERIFY(read < rows);
    m_library->connection->rollback();
    QCOMPARE(m_library->count(), 0);
    QCOMPARE(connectionNumber() != number, isLost);
}

void tst_LostServers::anotherHostIsTriedWhenTheFirstIsGone()
{
    auto first = std::make_unique<SlowProxy>(m_library->server.port());
    db::DatabaseUrl url = m_library->url.withHosts({{u"127.0.0.1"_s, first->port()}, {u"127.0.0.1"_s, m_library->proxy.port()}});
    if (testedEngine() == Engine::Postgres)
        url = url.withOption(u"target_session_attrs"_s, u"read-write"_s);
    m_library->open(url);
    QCOMPARE(m_library->proxy.connections(), 0);
    first.reset();
    QCOMPARE(m_library->count(), 0);
    QCOMPARE(m_library->proxy.connections(), 1);
    // The first comes first each time, and is still away.
    m_library->proxy.breakConnections();
    QVERIFY(m_library->repo->transaction([&] { return ServedLibrary::addAuthor(*m_library->repo, u"Ada"_s); }));
    QCOMPARE(m_library->proxy.connections(), 2);
}

QTEST_GUILESS_MAIN(tst_LostServers)
#include "tst_lost_servers.moc"
