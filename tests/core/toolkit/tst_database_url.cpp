// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/database_url.h"
#include "tests/support/reason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::DatabaseUrl;
using Engine = DatabaseUrl::Engine;

/// URLs of servers; those of files are tested with the database.
class tst_DatabaseUrl : public QObject
{
    Q_OBJECT

private slots:
    void everyPartIsRead();
    void everyPartIsDecoded();
    void schemesNameTheEngine_data();
    void schemesNameTheEngine();
    void severalHostsHaveTheirPorts();
    void aSocketTakesThePlaceOfTheHost();
    void aWrongUrlSaysWhatIsWrong_data();
    void aWrongUrlSaysWhatIsWrong();
    void passwordsAreNeverShown();
    void whatIsWrittenIsReadAsTheSame_data();
    void whatIsWrittenIsReadAsTheSame();
    void thePoolIsAsLargeAsTheEnvironmentSays();

private:
    static DatabaseUrl url(const QString &text)
    {
        const auto parsed = DatabaseUrl::parse(text);
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error().message));
        return *parsed;
    }
};

void tst_DatabaseUrl::everyPartIsRead()
{
    const DatabaseUrl read = url(u"postgres://ann:secret@db.example:6543/blog?pool_size=3&timeout=2500&sslmode=verify-full&sslrootcert=/etc/ca.pem"_s);
    QCOMPARE(read.engine(), Engine::Postgres);
    QCOMPARE(read.user(), u"ann"_s);
    QCOMPARE(read.password(), u"secret"_s);
    QCOMPARE(read.hosts(), (QList<DatabaseUrl::Host>{{u"db.example"_s, 6543}}));
    QCOMPARE(read.database(), u"blog"_s);
    QCOMPARE(read.poolSize(), 3);
    QCOMPARE(read.timeout()->count(), 2500);
    QCOMPARE(read.option(u"sslmode"_s), std::optional(u"verify-full"_s));
    QCOMPARE(read.option(u"sslrootcert"_s), std::optional(u"/etc/ca.pem"_s));
    QVERIFY(!read.option(u"search_path"_s));
    QCOMPARE(read.displayName(), u"db.example/blog"_s);
}

void tst_DatabaseUrl::everyPartIsDecoded()
{
    const DatabaseUrl read = url(u"postgres://a%40b:p%3A%2Fw%25:d@h/my%20blog?search_path=a%26b"_s);
    QCOMPARE(read.user(), u"a@b"_s);
    QCOMPARE(read.password(), u"p:/w%:d"_s);
    QCOMPARE(read.database(), u"my blog"_s);
    QCOMPARE(read.option(u"search_path"_s), std::optional(u"a&b"_s));
}

void tst_DatabaseUrl::schemesNameTheEngine_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<int>("port");
    for (const char *scheme : {"postgres", "postgresql", "ecto", "POSTGRES"})
        QTest::newRow(scheme) << Engine::Postgres << 5432;
    for (const char *scheme : {"mysql", "mariadb"})
        QTest::newRow(scheme) << Engine::MariaDb << 3306;
}

void tst_DatabaseUrl::schemesNameTheEngine()
{
    QFETCH(Engine, engine);
    QFETCH(int, port);
    const DatabaseUrl read = url(QString::fromLatin1(QTest::currentDataTag()) + u"://host/name"_s);
    QCOMPARE(read.engine(), engine);
    QCOMPARE(read.hosts().first().port, port);
}

void tst_DatabaseUrl::severalHostsHaveTheirPorts()
{
    const DatabaseUrl read = url(u"postgres://a:1111,[::1]:2222,[fe80::1]/x?target_session_attrs=read-write"_s);
    QCOMPARE(read.hosts(), (QList<DatabaseUrl::Host>{{u"a"_s, 1111}, {u"::1"_s, 2222}, {u"fe80::1"_s, 5432}}));
}

void tst_DatabaseUrl::aSocketTakesThePlaceOfTheHost()
{
    const DatabaseUrl postgres = url(u"postgres:///blog?socket_dir=/run/postgresql"_s);
    QVERIFY(postgres.hosts().isEmpty());
    QCOMPARE(postgres.option(u"socket_dir"_s), std::optional(u"/run/postgresql"_s));
    QCOMPARE(postgres.displayName(), u"/run/postgresql/blog"_s);
    const DatabaseUrl mariadb = url(u"mysql://me@/blog?socket=/run/mysqld/mysqld.sock"_s);
    QCOMPARE(mariadb.user(), u"me"_s);
    QCOMPARE(mariadb.displayName(), u"/run/mysqld/mysqld.sock/blog"_s);
}

void tst_DatabaseUrl::aWrongUrlSaysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no database") << u"postgres://host"_s << u"path should be a database name"_s;
    QTest::newRow("a path of two") << u"postgres://host/a/b"_s << u"path should be a database name"_s;
    QTest::newRow("no host") << u"postgres:///blog"_s << u"host is not present"_s;
    QTest::newRow("user without host") << u"mysql://me:secret@/blog"_s << u"host is not present"_s;
    QTest::newRow("host and socket") << u"postgres://host/blog?socket_dir=/run"_s << u"takes the place of the host"_s;
    QTest::newRow("no port") << u"postgres://host:port/blog"_s << u"the port of host should be a number"_s;
    QTest::newRow("port too large") << u"postgres://host:70000/blog"_s << u"the port of host should be a number"_s;
    QTest::newRow("unknown option") << u"postgres://host/blog?sslmod=require"_s << u"there is no option sslmod; known are connect_timeout, pool_size, prepare, production, search_path, socket_dir, sslcert, sslkey, sslmode, "_s;
    QTest::newRow("server of the other engine") << u"mysql://host/blog?target_session_attrs=standby"_s << u"should be one of any, read-write"_s;
    QTest::newRow("option of the other engine") << u"mysql://host/blog?search_path=a"_s << u"there is no option search_path; known are connect_timeout, pool_size, production, socket, sslcert, "_s;
    QTest::newRow("no number") << u"postgres://host/blog?pool_size=many"_s << u"pool_size should be a whole number"_s;
    QTest::newRow("nothing in the pool") << u"postgres://host/blog?pool_size=0"_s << u"pool_size should be a whole number"_s;
    QTest::newRow("half of a mark") << u"postgres://host/blog?production=yes"_s << u"production should be one of 1, 0"_s;
    QTest::newRow("unknown mode") << u"postgres://host/blog?sslmode=sure"_s << u"sslmode should be one of disable, prefer"_s;
    QTest::newRow("more than one option") << u"postgres://host/blog?sslrootcert=/a;sslmode=disable"_s << u"sslrootcert has no value that can be used"_s;
    QTest::newRow("neither host nor socket") << u"postgres:///blog"_s << u"host is not present; a server on this machine may also be named by ?socket_dir="_s;
    QTest::newRow("relative socket") << u"mysql:///blog?socket=run/mysqld.sock"_s << u"the option socket should be an absolute path"_s;
    QTest::newRow("no slashes") << u"postgres:shop"_s << u"behind postgres: come two slashes, as in postgres://user@host/database"_s;
    QTest::newRow("unknown scheme") << u"oracle://me:secret@host/blog"_s << u"Nothing is known about databases at oracle://"_s;
}

void tst_DatabaseUrl::aWrongUrlSaysWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, complaint);
    const auto parsed = DatabaseUrl::parse(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, db::Error::Kind::CannotOpen);
    QVERIFY2(parsed.error().message.contains(complaint), qPrintable(parsed.error().message));
    QVERIFY(!parsed.error().message.contains(u"secret") && !parsed.error().subject.contains(u"secret"));
}

void tst_DatabaseUrl::passwordsAreNeverShown()
{
    const DatabaseUrl read = url(u"postgres://ann:secret@host/blog"_s);
    QVERIFY(!read.toString().contains(u"secret"));
    QVERIFY(!read.path().contains(u"secret"));
    QVERIFY(!read.displayName().contains(u"secret"));
    QVERIFY(!read.withOption(u"pool_size"_s, u"3"_s).path().contains(u"secret"));
    QCOMPARE(read.withOption(u"pool_size"_s, u"3"_s).password(), u"secret"_s);
}

void tst_DatabaseUrl::whatIsWrittenIsReadAsTheSame_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"postgres://ann@host/blog", "postgres://a%40b@[::1]:1,other:2/my%20blog?pool_size=3&sslmode=require",
                             "postgres:///blog?socket_dir=/run/post%20gres", "mysql://host/blog?connect_timeout=3", "postgres://host/blog?production=1",
                             "sqlite:/srv/a%3Fb.sqlite", "sqlite:/srv/shop.sqlite?production=1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_DatabaseUrl::whatIsWrittenIsReadAsTheSame()
{
    QFETCH(QString, text);
    QCOMPARE(url(text).toString(), text);
    QCOMPARE(url(url(text).toString()).hosts(), url(text).hosts());
}

void tst_DatabaseUrl::thePoolIsAsLargeAsTheEnvironmentSays()
{
    QCOMPARE(url(u"postgres://host/blog"_s).poolSize(), 10);
    qputenv("POOL_SIZE", "4");
    QCOMPARE(url(u"postgres://host/blog"_s).poolSize(), 4);
    QCOMPARE(url(u"postgres://host/blog?pool_size=7"_s).poolSize(), 7);
    qunsetenv("POOL_SIZE");
}

QTEST_GUILESS_MAIN(tst_DatabaseUrl)
#include "tst_database_url.moc"
