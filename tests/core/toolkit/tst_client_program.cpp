// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/client_program.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The programs that come with the engines of servers.
class tst_ClientProgram : public QObject
{
    Q_OBJECT

private slots:
    void thePasswordIsNoArgument_data();
    void thePasswordIsNoArgument();
    void theConnectionIsPassedOn();
    void aProgramsOwnWordsAreTheError();
    void aProgramThatIsMissingIsNamedWithItsPackage();
    void itReadsWhatItIsGiven();
};

static db::DatabaseUrl parsed(const QString &url)
{
    return *db::DatabaseUrl::parse(url);
}

void tst_ClientProgram::thePasswordIsNoArgument_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("variable");
    QTest::newRow("PostgreSQL") << u"postgres://ann:s3cret@host/shop"_s << u"PGPASSWORD"_s;
    QTest::newRow("MariaDB") << u"mysql://ann:s3cret@host/shop"_s << u"MYSQL_PWD"_s;
}

void tst_ClientProgram::thePasswordIsNoArgument()
{
    QFETCH(QString, url);
    QFETCH(QString, variable);
    for (const db::ClientProgram &program : {db::ClientProgram::dumpingStructure(parsed(url)), db::ClientProgram::runningScript(parsed(url))}) {
        QVERIFY2(!program.arguments.join(u' ').contains(u"s3cret"), qPrintable(program.arguments.join(u' ')));
        QVERIFY2(program.arguments.join(u' ').contains(u"ann"), qPrintable(program.arguments.join(u' ')));
        QCOMPARE(program.environment.value(variable), u"s3cret"_s);
    }
}

void tst_ClientProgram::theConnectionIsPassedOn()
{
    QCOMPARE(db::clientArguments(parsed(u"postgres://ann@one,two:7/it's?sslmode=verify-full&sslrootcert=/ca.pem&target_session_attrs=primary"_s)),
             QStringList(uR"(--dbname=host='one,two' port='5432,7' user='ann' dbname='it\'s' sslmode='verify-full' sslrootcert='/ca.pem' target_session_attrs='primary')"_s));
    QCOMPARE(db::clientArguments(parsed(u"postgres:///shop?socket_dir=/run/pg"_s)), QStringList(u"--dbname=host='/run/pg' dbname='shop'"_s));
    QCOMPARE(db::clientArguments(parsed(u"mysql://ann@host:7/shop?sslmode=verify-full&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem"_s)),
             QStringList({u"--protocol=tcp"_s, u"--host=host"_s, u"--port=7"_s, u"--user=ann"_s, u"--ssl-ca=/ca.pem"_s, u"--ssl-cert=/c.pem"_s,
                          u"--ssl-key=/k.pem"_s, u"--ssl-verify-server-cert"_s}));
    QCOMPARE(db::clientArguments(parsed(u"mysql:///shop?socket=/run/my.sock&sslmode=disable"_s)), QStringList({u"--socket=/run/my.sock"_s, u"--skip-ssl"_s}));
    const QStringList words = db::ClientProgram::dumpingStructure(parsed(u"mysql:///shop?socket=/run/my.sock&sslmode=require"_s)).arguments;
    QCOMPARE(words.first(), u"--no-defaults"_s);
    QCOMPARE(words.last(3), QStringList({u"--ssl"_s, u"--"_s, u"shop"_s}));
}

void tst_ClientProgram::aProgramsOwnWordsAreTheError()
{
    const db::ClientProgram program{.name = u"sh"_s, .arguments = {u"-c"_s, u"echo done; echo 'no such table' >&2; exit 1"_s}, .environment = QProcessEnvironment::systemEnvironment()};
    const db::Result<QByteArray> ran = program.run();
    QVERIFY(!ran);
    QCOMPARE(ran.error().message, u"sh failed: no such table"_s);
}

void tst_ClientProgram::aProgramThatIsMissingIsNamedWithItsPackage()
{
    const db::ClientProgram program{.name = u"quecto-has-no-such-program"_s, .package = u"some-package"_s};
    const db::Result<QByteArray> ran = program.run();
    QVERIFY(!ran);
    QCOMPARE(ran.error().message, u"quecto-has-no-such-program is not installed; Debian has it in the package some-package"_s);
}

void tst_ClientProgram::itReadsWhatItIsGiven()
{
    const db::ClientProgram program{.name = u"cat"_s, .environment = QProcessEnvironment::systemEnvironment()};
    const QByteArray much = QByteArray("grün\n").repeated(100'000);
    const db::Result<QByteArray> ran = program.run(much);
    QVERIFY(ran);
    QCOMPARE(*ran, much);
}

QTEST_GUILESS_MAIN(tst_ClientProgram)
#include "tst_client_program.moc"
