// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "tests/support/certificates.h"
#include "tests/support/reason.h"
#include "tests/support/test_server.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using db::Connection;
using db::DatabaseUrl;

/// How a MariaDB server is reached, and what is said when it is not.
class tst_MariadbOpening : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tlsIsWhatTheUrlSays_data();
    void tlsIsWhatTheUrlSays();
    void verifyingNeedsSomethingToTrust();
    void theErrorSaysWhatIsWrong_data();
    void theErrorSaysWhatIsWrong();
    void theNextHostIsTried();
    void aReplicaIsPassedOverByWhoWantsToWrite();
    void aSocketHasTlsIfTheUrlSaysSo_data();
    void aSocketHasTlsIfTheUrlSaysSo();
    void theSessionIsTheSameOnEveryServer();
    void aStatementThatTakesTooLongEnds();
    void aReaderCannotWrite();
    void aDatabaseComesAndGoes();

private:
    const TestServer &named(const QString &server) const;
    /// Opens a connection, which is "plain", or uses "tls", or is refused with a complaint that contains the outcome.
    static void expectTls(const DatabaseUrl &url, const QString &outcome);
    DatabaseUrl withUser(const QString &user, const QString &password, const QString &database) const;

    Certificates m_certificates;
    std::unique_ptr<TestServer> m_plain; ///< without TLS
    std::unique_ptr<TestServer> m_good; ///< its certificate is for 127.0.0.1
    std::unique_ptr<TestServer> m_misnamed; ///< its certificate is for another computer
};

namespace {

/// One text that the server answers.
QString answer(Connection &connection, const QString &sql, int column = 0)
{
    QString text;
    const auto asked = connection.select({.sql = sql}, [&](const db::RowReader &row) {
        text = row.value(column, db::Type::String).toString();
        return true;
    });
    return asked ? text : asked.error().message;
}

std::unique_ptr<TestServer> server(const QStringList &arguments)
{
    auto made = TestServer::make(DatabaseUrl::Engine::MariaDb, {.onTcp = true, .arguments = arguments});
    made->start();
    return made;
}

} // namespace

void tst_MariadbOpening::initTestCase()
{
    if (const QString problem = TestServer::problem(DatabaseUrl::Engine::MariaDb); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    m_plain = server({});
    m_good = server({u"--ssl-cert="_s + m_certificates.good(), u"--ssl-key="_s + m_certificates.goodKey()});
    m_misnamed = server({u"--ssl-cert="_s + m_certificates.misnamed(), u"--ssl-key="_s + m_certificates.misnamedKey()});
    const auto connection = Connection::open(m_plain->tcpUrl(u"mysql"_s));
    QVERIFY2(connection, reason(connection).constData());
    QVERIFY((*connection)->execute({.kind = db::Statement::Kind::Definition, .sql = u"CREATE USER eve@'%' IDENTIFIED BY 'p@ss:word;}'"_s}));
    QVERIFY((*connection)->execute({.kind = db::Statement::Kind::Definition, .sql = u"CREATE DATABASE open"_s}));
    QVERIFY((*connection)->execute({.kind = db::Statement::Kind::Definition, .sql = u"GRANT ALL ON open.* TO eve@'%'"_s}));
}

const TestServer &tst_MariadbOpening::named(const QString &server) const
{
    return server == u"good" ? *m_good : server == u"plain" ? *m_plain
                                                            : *m_misnamed;
}

void tst_MariadbOpening::expectTls(const DatabaseUrl &url, const QString &outcome)
{
    const auto connection = Connection::open(url);
    const bool isExpected = outcome == u"plain" || outcome == u"tls";
    if (!isExpected) {
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, db::Error::Kind::CannotOpen);
        QVERIFY2(connection.error().message.contains(u"no secure connection (TLS) could be made"), qPrintable(connection.error().message));
        QVERIFY2(connection.error().message.contains(outcome), qPrintable(connection.error().message));
        return;
    }
    QVERIFY2(connection, reason(connection).constData());
    QCOMPARE(answer(**connection, u"SHOW STATUS LIKE 'Ssl_cipher'"_s, 1).isEmpty(), outcome == u"plain");
}

void tst_MariadbOpening::tlsIsWhatTheUrlSays_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("outcome"); // "plain", "tls", or a part of the complaint

    const QString good = m_certificates.authority();
    const QString other = m_certificates.otherAuthority();
    QTest::newRow("disable") << u"disable"_s << u"good"_s << QString() << u"plain"_s;
    QTest::newRow("nothing said, offered") << QString() << u"good"_s << QString() << u"tls"_s;
    QTest::newRow("nothing said, not offered") << QString() << u"plain"_s << QString() << u"plain"_s;
    QTest::newRow("prefer, offered") << u"prefer"_s << u"good"_s << QString() << u"tls"_s;
    QTest::newRow("prefer, not offered") << u"prefer"_s << u"plain"_s << QString() << u"plain"_s;
    QTest::newRow("require, offered") << u"require"_s << u"good"_s << QString() << u"tls"_s;
    QTest::newRow("require, not offered") << u"require"_s << u"plain"_s << QString() << u"the server offers none"_s;
    QTest::newRow("require, wrong authority") << u"require"_s << u"good"_s << other << u"issuer"_s;
    QTest::newRow("verify-ca") << u"verify-ca"_s << u"good"_s << good << u"tls"_s;
    QTest::newRow("verify-ca, another name") << u"verify-ca"_s << u"misnamed"_s << good << u"tls"_s;
    QTest::newRow("verify-ca, wrong authority") << u"verify-ca"_s << u"good"_s << other << u"issuer"_s;
    QTest::newRow("verify-ca, not offered") << u"verify-ca"_s << u"plain"_s << good << u"the server offers none"_s;
    QTest::newRow("verify-ca, no such file") << u"verify-ca"_s << u"good"_s << u"/no/such.pem"_s << u"there is no file /no/such.pem"_s;
    QTest::newRow("verify-full") << u"verify-full"_s << u"good"_s << good << u"tls"_s;
    QTest::newRow("verify-full, another name") << u"verify-full"_s << u"misnamed"_s << good << u"Validation"_s;
    QTest::newRow("verify-full, wrong authority") << u"verify-full"_s << u"good"_s << other << u"issuer"_s;
    QTest::newRow("verify-full, not offered") << u"verify-full"_s << u"plain"_s << good << u"does not support"_s;
}

void tst_MariadbOpening::tlsIsWhatTheUrlSays()
{
    QFETCH(QString, mode);
    QFETCH(QString, server);
    QFETCH(QString, authority);
    QFETCH(QString, outcome);
    DatabaseUrl url = named(server).tcpUrl(u"mysql"_s);
    if (!mode.isEmpty())
        url = url.withOption(u"sslmode"_s, mode);
    if (!authority.isEmpty())
        url = url.withOption(u"sslrootcert"_s, authority);
    expectTls(url, outcome);
}

void tst_MariadbOpening::verifyingNeedsSomethingToTrust()
{
    for (const QString &mode : {u"verify-ca"_s, u"verify-full"_s}) {
        const auto connection = Connection::open(m_good->tcpUrl(u"mysql"_s).withOption(u"sslmode"_s, mode));
        QVERIFY(!connection);
        QVERIFY2(connection.error().message.contains(u"sslrootcert"), qPrintable(connection.error().message));
    }
}

DatabaseUrl tst_MariadbOpening::withUser(const QString &user, const QString &password, const QString &database) const
{
    const QString credentials = QString::fromLatin1(QUrl::toPercentEncoding(user)) + u':' + QString::fromLatin1(QUrl::toPercentEncoding(password));
    return *DatabaseUrl::parse(u"mysql://%1@127.0.0.1:%2/%3"_s.arg(credentials, QString::number(m_plain->port()), database));
}

void tst_MariadbOpening::theErrorSaysWhatIsWrong_data()
{
    QTest::addColumn<DatabaseUrl>("url");
    QTest::addColumn<QString>("complaint");

    const QString password = u"p@ss:word;}"_s;
    QTest::newRow("the password") << withUser(u"eve"_s, u"secret"_s, u"open"_s) << u"the server does not let the user eve in: the name or the password is wrong"_s;
    QTest::newRow("no password") << withUser(u"eve"_s, QString(), u"open"_s) << u"the server does not let the user eve in without a password"_s;
    QTest::newRow("the user") << withUser(u"adam"_s, password, u"open"_s) << u"the server does not let the user adam in: the name or the password is wrong"_s;
    QTest::newRow("the database") << m_plain->tcpUrl(u"nowhere"_s) << u"there is no database nowhere on the server"_s;
    QTest::newRow("the right to the database") << withUser(u"eve"_s, password, u"mysql"_s) << u"the user eve may not use the database mysql"_s;
    QTest::newRow("the port") << *DatabaseUrl::parse(u"mysql://root@127.0.0.1:1/mysql"_s) << u"no server answers at 127.0.0.1:1"_s;
    QTest::newRow("the host") << *DatabaseUrl::parse(u"mysql://root@no-such-host.invalid/mysql"_s)
                              << u"there is no computer with the name no-such-host.invalid"_s;
    QTest::newRow("the socket") << *DatabaseUrl::parse(u"mysql://root@/mysql?socket=/no/socket"_s) << u"no server answers at /no/socket"_s;
}

void tst_MariadbOpening::theErrorSaysWhatIsWrong()
{
    QFETCH(DatabaseUrl, url);
    QFETCH(QString, complaint);
    const auto connection = Connection::open(url);
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, db::Error::Kind::CannotOpen);
    QCOMPARE(connection.error().message, QString(url.displayName() + u": " + complaint));
}

void tst_MariadbOpening::theNextHostIsTried()
{
    const DatabaseUrl url = *DatabaseUrl::parse(u"mysql://root@127.0.0.1:1,localhost:%1/mysql"_s.arg(m_plain->port()));
    const auto connection = Connection::open(url);
    QVERIFY2(connection, reason(connection).constData());
    QCOMPARE(answer(**connection, u"SELECT @@port"_s), QString::number(m_plain->port()));
}

void tst_MariadbOpening::aReplicaIsPassedOverByWhoWantsToWrite()
{
    const auto administrator = Connection::open(m_plain->url(u"mysql"_s));
    QVERIFY(administrator);
    const auto setReadOnly = [&](int value) {
        return (*administrator)->execute({.kind = db::Statement::Kind::Definition, .sql = u"SET GLOBAL read_only = %1"_s.arg(value)}).has_value();
    };
    QVERIFY(setReadOnly(1));
    const DatabaseUrl::Host replica{u"127.0.0.1"_s, m_plain->port()};
    const DatabaseUrl::Host primary{u"127.0.0.1"_s, m_good->port()};
    const DatabaseUrl any = m_plain->tcpUrl(u"mysql"_s).withHosts({replica, primary});
    const DatabaseUrl writing = any.withOption(u"target_session_attrs"_s, u"read-write"_s);
    const auto portOf = [](const DatabaseUrl &url) {
        const auto opened = Connection::open(url);
        return opened ? answer(**opened, u"SELECT @@port"_s) : opened.error().message;
    };
    QCOMPARE(portOf(any), QString::number(replica.port));
    QCOMPARE(portOf(writing), QString::number(primary.port));
    const QString refused = portOf(writing.withHosts({replica, {u"127.0.0.1"_s, 1}}));
    QVERIFY2(refused.contains(u"the server at 127.0.0.1:%1 can only be read"_s.arg(replica.port)), qPrintable(refused));
    QVERIFY2(refused.contains(u"; 127.0.0.1/mysql: no server answers at 127.0.0.1:1"_s), qPrintable(refused));
    QVERIFY(setReadOnly(0));
    QCOMPARE(portOf(writing), QString::number(replica.port));
}

void tst_MariadbOpening::aSocketHasTlsIfTheUrlSaysSo_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("outcome"); // "plain", "tls", or a part of the complaint

    QTest::newRow("nothing said") << QString() << u"good"_s << u"plain"_s;
    QTest::newRow("prefer, offered") << u"prefer"_s << u"good"_s << u"tls"_s;
    QTest::newRow("prefer, not offered") << u"prefer"_s << u"plain"_s << u"plain"_s;
    QTest::newRow("require, offered") << u"require"_s << u"good"_s << u"tls"_s;
    QTest::newRow("require, not offered") << u"require"_s << u"plain"_s << u"the server offers none"_s;
    QTest::newRow("verify-full, for localhost") << u"verify-full"_s << u"good"_s << u"tls"_s;
    QTest::newRow("verify-full, another name") << u"verify-full"_s << u"misnamed"_s << u"Validation"_s;
}

void tst_MariadbOpening::aSocketHasTlsIfTheUrlSaysSo()
{
    QFETCH(QString, mode);
    QFETCH(QString, server);
    QFETCH(QString, outcome);
    DatabaseUrl url = named(server).url(u"mysql"_s);
    if (!mode.isEmpty())
        url = url.withOption(u"sslmode"_s, mode);
    if (mode.startsWith(u"verify-"))
        url = url.withOption(u"sslrootcert"_s, m_certificates.authority());
    expectTls(url, outcome);
}

void tst_MariadbOpening::theSessionIsTheSameOnEveryServer()
{
    const auto admin = Connection::open(m_plain->url(u"mysql"_s));
    QVERIFY((*admin)->execute({.kind = db::Statement::Kind::Definition, .sql = u"SET GLOBAL time_zone = '+05:00', GLOBAL sql_mode = 'ANSI'"_s}));
    const auto connection = Connection::open(withUser(u"eve"_s, u"p@ss:word;}"_s, u"open"_s));
    QVERIFY2(connection, reason(connection).constData());
    QCOMPARE(answer(**connection, u"SELECT @@time_zone"_s), u"+00:00"_s);
    QCOMPARE(answer(**connection, u"SELECT @@tx_isolation"_s), u"READ-COMMITTED"_s);
    QVERIFY(!answer(**connection, u"SELECT @@sql_mode"_s).contains(u"ANSI"));
    QCOMPARE(answer(**connection, u"SELECT @@character_set_client"_s), u"utf8mb4"_s);
}

void tst_MariadbOpening::aStatementThatTakesTooLongEnds()
{
    const auto connection = Connection::open(m_plain->url(u"mysql"_s).withOption(u"timeout"_s, u"50"_s));
    QVERIFY2(connection, reason(connection).constData());
    const auto slept = (*connection)->select({.sql = u"SELECT sleep(20)"_s}, [](const db::RowReader &) { return true; });
    QVERIFY(!slept);
    QCOMPARE(slept.error().kind, db::Error::Kind::TimedOut);
    QCOMPARE(answer(**connection, u"SELECT 1"_s), u"1"_s);
    // Nor does the server keep that time: it would end changes of tables, too, which take as long as they take.
    const auto defined = (*connection)->execute({.kind = db::Statement::Kind::Definition, .sql = u"DO sleep(0.2)"_s});
    QVERIFY2(defined, reason(defined).constData());
    QCOMPARE(answer(**connection, u"SELECT @@max_statement_time"_s).toDouble(), 0.0);
}

void tst_MariadbOpening::aReaderCannotWrite()
{
    const auto connection = Connection::open(m_plain->emptyDatabase(), Connection::Access::ReadOnly);
    QVERIFY2(connection, reason(connection).constData());
    const auto made = (*connection)->execute({.kind = db::Statement::Kind::Definition, .sql = u"CREATE TABLE t (id int)"_s});
    QVERIFY(!made);
    QCOMPARE(made.error().kind, db::Error::Kind::ReadOnly);
}

void tst_MariadbOpening::aDatabaseComesAndGoes()
{
    const DatabaseUrl url = m_plain->url(u"odd `name"_s);
    const auto made = Connection::create(url);
    QVERIFY2(made, reason(made).constData());
    QVERIFY(Connection::create(url).error().message.contains(u"there is such a database already"));
    {
        const auto connection = Connection::open(url);
        QVERIFY2(connection, reason(connection).constData());
        QCOMPARE(answer(**connection, u"SELECT 'a' = 'A' OR 'a' = 'a ' OR 'a' = 'ä'"_s), u"0"_s);
        QCOMPARE(answer(**connection, u"SELECT @@collation_database"_s), u"utf8mb4_nopad_bin"_s);
    }
    QVERIFY(Connection::drop(url));
    QVERIFY(Connection::drop(url).error().message.contains(u"there is no such database"));

    const auto nowhere = Connection::create(*DatabaseUrl::parse(u"mysql://root@127.0.0.1:1,127.0.0.1:2/blog"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().message, u"127.0.0.1/blog: no server answers at 127.0.0.1:1; 127.0.0.1/blog: no server answers at 127.0.0.1:2"_s);
}

QTEST_GUILESS_MAIN(tst_MariadbOpening)
#include "tst_mariadb_opening.moc"
