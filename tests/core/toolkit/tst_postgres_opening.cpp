// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "tests/support/certificates.h"
#include "tests/support/reason.h"
#include "tests/support/test_server.h"

#include <QStandardPaths>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Engine = db::DatabaseUrl::Engine;

/// Connections to PostgreSQL, and what is said when there is none.
class tst_PostgresOpening : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void tcpAndSocketLeadToTheSameServer();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void aServerThatDoesNotAnswerIsGivenUp();
    void theFirstHostThatWillDoIsTaken();
    void theServersSettingsDoNotMatter();
    void databasesAreMadeAndDropped();
    void certificatesAreVerified_data();
    void certificatesAreVerified();
    void aServerWithoutTlsIsRefused();
    void aSocketWithTlsIsRefused_data();
    void aSocketWithTlsIsRefused();
    void aPoolerIsNoticedAndServed();

private:
    static db::Result<void> open(const db::DatabaseUrl &url)
    {
        const auto connection = db::Connection::open(url);
        return connection ? db::Result<void>() : db::Failure(connection.error());
    }
    static db::DatabaseUrl parsed(const QString &text) { return *db::DatabaseUrl::parse(text); }
    static QString answer(db::Connection &connection, const QString &sql);
    QString at(const QString &user, const QString &rest) const { return u"postgres://%1@127.0.0.1:%2/%3"_s.arg(user).arg(m_server->port()).arg(rest); }

    std::unique_ptr<TestServer> m_server;
};

void tst_PostgresOpening::initTestCase()
{
    if (const QString problem = TestServer::problem(Engine::Postgres); !problem.isEmpty()) {
        QVERIFY2(qEnvironmentVariableIsEmpty("CI"), qPrintable(problem));
        QSKIP(qPrintable(problem));
    }
    m_server = TestServer::make(Engine::Postgres, {.onTcp = true, .arguments = {u"-c"_s, u"TimeZone=Asia/Kathmandu"_s, u"-c"_s, u"DateStyle=German"_s}});
    m_server->start();
    const auto connection = db::Connection::open(m_server->url(u"postgres"_s));
    QVERIFY2(connection, reason(connection).constData());
    db::Repo repo(**connection);
    QVERIFY(repo.execute(u"CREATE ROLE guarded LOGIN PASSWORD 'open sesame'"_s));
    QVERIFY(repo.execute(u"CREATE ROLE kept_out LOGIN"_s));
    QFile rules(m_server->folder() + u"/data/pg_hba.conf");
    QVERIFY(rules.open(QIODevice::WriteOnly));
    rules.write("host all guarded 127.0.0.1/32 scram-sha-256\nhost all kept_out 127.0.0.1/32 reject\nhost all all 127.0.0.1/32 trust\nlocal all all trust\n");
    rules.close();
    QCOMPARE(answer(**connection, u"SELECT pg_reload_conf()"_s), u"true"_s);
    QTRY_VERIFY(!open(parsed(at(u"kept_out"_s, u"postgres"_s))));
}

QString tst_PostgresOpening::answer(db::Connection &connection, const QString &sql)
{
    QString text;
    const auto asked = connection.select({.sql = sql}, [&](const db::RowReader &row) {
        text = row.value(0, db::Type::String).toString();
        return true;
    });
    return asked ? text : asked.error().message;
}

void tst_PostgresOpening::tcpAndSocketLeadToTheSameServer()
{
    for (const db::DatabaseUrl &url : {m_server->url(u"postgres"_s), m_server->tcpUrl(u"postgres"_s)}) {
        const auto connection = db::Connection::open(url);
        QVERIFY2(connection, reason(connection).constData());
        QCOMPARE(answer(**connection, u"SHOW port"_s), QString::number(m_server->port()));
    }
}

void tst_PostgresOpening::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("complaint");
    QTest::addColumn<QString>("code");
    QTest::newRow("password") << u"guarded:wrong"_s << u"postgres"_s << u"the password of the user guarded is wrong"_s << u"28P01"_s;
    QTest::newRow("no password") << u"guarded"_s << u"postgres"_s << u"the password of the user guarded is wrong"_s << u"28P01"_s;
    QTest::newRow("user") << u"nobody_known"_s << u"postgres"_s << u"there is no user nobody_known"_s << u"28000"_s;
    QTest::newRow("database") << u"postgres"_s << u"nowhere"_s << u"there is no database nowhere"_s << u"3D000"_s;
    QTest::newRow("rules of the server") << u"kept_out"_s << u"postgres"_s << u"does not let the user kept_out in"_s << u"28000"_s;
    QTest::newRow("TLS") << u"postgres"_s << u"postgres?sslmode=require"_s << u"is not what sslmode and sslrootcert ask for"_s << u""_s;
    QTest::newRow("kind of server") << u"postgres"_s << u"postgres?target_session_attrs=standby"_s << u"what target_session_attrs asks for"_s << u""_s;
}

void tst_PostgresOpening::whatIsWrongIsNamed()
{
    QFETCH(QString, user);
    QFETCH(QString, rest);
    QFETCH(QString, complaint);
    QFETCH(QString, code);
    const db::DatabaseUrl url = parsed(at(user, rest));
    const auto refused = open(url);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::CannotOpen);
    QVERIFY2(refused.error().message.contains(complaint), qPrintable(refused.error().message));
    QCOMPARE(refused.error().code, code);
    QVERIFY(open(parsed(at(u"guarded:open%20sesame"_s, u"postgres"_s))));
}

void tst_PostgresOpening::aServerThatDoesNotAnswerIsGivenUp()
{
    const auto nobody = open(parsed(u"postgres://me@127.0.0.1:1/x"_s));
    QVERIFY2(nobody.error().message.contains(u"no server runs at 127.0.0.1:1"), qPrintable(nobody.error().message));
    const auto nowhere = open(parsed(u"postgres://me@nowhere.invalid/x"_s));
    QVERIFY2(nowhere.error().message.contains(u"there is no host nowhere.invalid"), qPrintable(nowhere.error().message));
    ::kill(pid_t(m_server->processId()), SIGSTOP);
    const auto frozen = open(m_server->tcpUrl(u"postgres"_s).withOption(u"connect_timeout"_s, u"2"_s));
    ::kill(pid_t(m_server->processId()), SIGCONT);
    QVERIFY(!frozen);
    QVERIFY2(frozen.error().message.contains(u"the host does not answer"), qPrintable(frozen.error().message));
}

void tst_PostgresOpening::theFirstHostThatWillDoIsTaken()
{
    const QString hosts = u"postgres://postgres@127.0.0.1:1,127.0.0.1:%1/postgres?target_session_attrs=read-write"_s.arg(m_server->port());
    const auto opened = open(parsed(hosts));
    QVERIFY2(opened, reason(opened).constData());
}

void tst_PostgresOpening::theServersSettingsDoNotMatter()
{
    const auto connection = db::Connection::open(m_server->tcpUrl(u"postgres"_s));
    QVERIFY2(connection, reason(connection).constData());
    QCOMPARE(answer(**connection, u"SELECT timestamptz '2026-03-29 01:30:00+00'"_s), u"2026-03-29 01:30:00+00"_s);
}

void tst_PostgresOpening::databasesAreMadeAndDropped()
{
    const db::DatabaseUrl url = m_server->tcpUrl(u"a \"new\" one"_s);
    QVERIFY(!open(url));
    const auto made = db::Connection::create(url);
    QVERIFY2(made, reason(made).constData());
    QVERIFY(open(url));
    QVERIFY(db::Connection::create(url).error().message.contains(u"there is such a database already"));
    QVERIFY(db::Connection::drop(url));
    QVERIFY(db::Connection::drop(url).error().message.contains(u"there is no such database"));

    const auto nowhere = db::Connection::create(parsed(u"postgres://me@127.0.0.1:1/blog"_s));
    QVERIFY(!nowhere);
    QVERIFY2(nowhere.error().message.startsWith(u"127.0.0.1/blog: no server runs at 127.0.0.1:1"), qPrintable(nowhere.error().message));
}

void tst_PostgresOpening::certificatesAreVerified_data()
{
    QTest::addColumn<bool>("isMisnamed");
    QTest::addColumn<bool>("trustsOther");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("opens");
    QTest::newRow("a good one") << false << false << u"verify-full"_s << true;
    QTest::newRow("of another authority") << false << true << u"verify-full"_s << false;
    QTest::newRow("of another host") << true << false << u"verify-full"_s << false;
    QTest::newRow("of another host, whose name is not asked for") << true << false << u"verify-ca"_s << true;
}

void tst_PostgresOpening::certificatesAreVerified()
{
    QFETCH(bool, isMisnamed);
    QFETCH(bool, trustsOther);
    QFETCH(QString, mode);
    QFETCH(bool, opens);
    const Certificates certificates;
    const auto server = TestServer::make(Engine::Postgres,
                                         {.onTcp = true,
                                          .arguments = {u"-c"_s, u"ssl=on"_s, u"-c"_s, u"ssl_cert_file=../server.pem"_s, u"-c"_s, u"ssl_key_file=../server.key"_s}});
    QVERIFY(QFile::copy(isMisnamed ? certificates.misnamed() : certificates.good(), server->folder() + u"/server.pem"));
    QVERIFY(QFile::copy(isMisnamed ? certificates.misnamedKey() : certificates.goodKey(), server->folder() + u"/server.key"));
    QVERIFY(QFile::setPermissions(server->folder() + u"/server.key", QFile::ReadOwner));
    server->start();
    const db::DatabaseUrl url = server->tcpUrl(u"postgres"_s)
                                    .withOption(u"sslmode"_s, mode)
                                    .withOption(u"sslrootcert"_s, trustsOther ? certificates.otherAuthority() : certificates.authority());
    const auto connection = db::Connection::open(url);
    QCOMPARE(connection.has_value(), opens);
    if (opens)
        QCOMPARE(answer(**connection, u"SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s), u"true"_s);
    else
        QVERIFY2(connection.error().message.contains(u"is not what sslmode and sslrootcert ask for"), qPrintable(connection.error().message));
}

void tst_PostgresOpening::aServerWithoutTlsIsRefused()
{
    const Certificates certificates;
    const auto plain = open(m_server->tcpUrl(u"postgres"_s).withOption(u"sslmode"_s, u"verify-full"_s).withOption(u"sslrootcert"_s, certificates.authority()));
    QVERIFY(!plain);
    QVERIFY2(plain.error().message.contains(u"is not what sslmode and sslrootcert ask for"), qPrintable(plain.error().message));
}

void tst_PostgresOpening::aSocketWithTlsIsRefused_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("opens");
    QTest::newRow("disable") << u"disable"_s << true;
    QTest::newRow("prefer") << u"prefer"_s << true;
    QTest::newRow("require") << u"require"_s << false;
    QTest::newRow("verify-ca") << u"verify-ca"_s << false;
    QTest::newRow("verify-full") << u"verify-full"_s << false;
}

void tst_PostgresOpening::aSocketWithTlsIsRefused()
{
    QFETCH(QString, mode);
    QFETCH(bool, opens);
    // Its name has the port in it, so that libpq needs to be told that, too.
    const QString folder = QString::fromLatin1(QUrl::toPercentEncoding(m_server->folder()));
    const auto opened = open(parsed(u"postgres://postgres@%1:%2/postgres?sslmode=%3"_s.arg(folder, QString::number(m_server->port()), mode)));
    QCOMPARE(opened.has_value(), opens);
    const auto usual = TestServer::shared(Engine::Postgres).url(u"postgres"_s).withOption(u"sslmode"_s, mode);
    const auto openedUsual = open(usual);
    QCOMPARE(openedUsual.has_value(), opens);
    if (opens)
        return;
    for (const db::Error &error : {opened.error(), openedUsual.error()})
        QVERIFY2(error.message.contains(u"PostgreSQL has none over a socket"), qPrintable(error.message));
}

void tst_PostgresOpening::aPoolerIsNoticedAndServed()
{
    const QString program = QStandardPaths::findExecutable(u"pgbouncer"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
    if (program.isEmpty()) {
        QVERIFY2(qEnvironmentVariableIsEmpty("CI"), "pgbouncer is not installed");
        QSKIP("pgbouncer is not installed");
    }
    const int port = TestServer::make(Engine::Postgres, {.onTcp = true})->port();
    const QString file = m_server->folder() + u"/pgbouncer.ini";
    QFile configuration(file);
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write(u"[databases]\npostgres = host=127.0.0.1 port=%1 user=postgres\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = %2\n"
                        "unix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 2\n"_s.arg(m_server->port())
                            .arg(port)
                            .toUtf8());
    configuration.close();
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther));
    QProcess pooler;
    QStringList arguments{u"--pdeathsig=TERM"_s, program, file};
    if (geteuid() == 0)
        arguments = QStringList{u"--reuid=nobody"_s, u"--regid=nogroup"_s, u"--clear-groups"_s} + arguments;
    pooler.start(u"setpriv"_s, arguments);
    QVERIFY(pooler.waitForStarted());

    const db::DatabaseUrl url = parsed(u"postgres://postgres@127.0.0.1:%1/postgres"_s.arg(port));
    QTRY_VERIFY(open(url.withOption(u"prepare"_s, u"unnamed"_s)));
    const auto unsaid = open(url);
    QVERIFY(!unsaid);
    QVERIFY2(unsaid.error().message.contains(u"a pooler stands before the server"), qPrintable(unsaid.error().message));

    // Two programs take turns on whatever connections are free.
    const auto one = db::Connection::open(url.withOption(u"prepare"_s, u"unnamed"_s));
    const auto other = db::Connection::open(url.withOption(u"prepare"_s, u"unnamed"_s));
    QVERIFY2(one, reason(one).constData());
    QVERIFY2(other, reason(other).constData());
    for (int turn = 0; turn < 20; ++turn) {
        const bool holds = turn % 3 == 0;
        if (holds)
            QVERIFY((*one)->begin());
        QCOMPARE(answer(**one, u"SELECT 'one'"_s), u"one"_s);
        QCOMPARE(answer(**other, u"SELECT 'other'"_s), u"other"_s);
        if (holds)
            QVERIFY((*one)->commit());
    }
    pooler.terminate();
    QVERIFY(pooler.waitForFinished());
}

QTEST_GUILESS_MAIN(tst_PostgresOpening)
#include "tst_postgres_opening.moc"
