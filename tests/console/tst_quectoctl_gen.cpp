// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/quectoctl.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

/// New migrations.
class tst_QuectoctlGen : public QObject
{
    Q_OBJECT

private slots:
    void aNewMigrationInCppCompilesAsItStands();
    void namesAreMadeOneOfTheirWords_data();
    void namesAreMadeOneOfTheirWords();
    void aTakenNameIsRefused();
    void aNameThatCannotBeIsRefused_data();
    void aNameThatCannotBeIsRefused();
    void aNewMigrationNeedsAFolder();
};

void tst_QuectoctlGen::aNewMigrationInCppCompilesAsItStands()
{
    const Quectoctl program;
    const QString path = program.run(u"gen migration AddShelves --folder migrations --json"_s).json().value(u"file").toString();
    QVERIFY(path.endsWith(u"_add_shelves.cpp"));
    QVERIFY(program.read(path).contains("db::Migration addShelves()\n"));

    // As the build compiles its neighbours.
    QFile database(QStringLiteral(QUECTO_PROGRAMS "/../compile_commands.json"));
    QVERIFY(database.open(QIODevice::ReadOnly));
    QStringList command;
    const QJsonArray entries = QJsonDocument::fromJson(database.readAll()).array();
    for (const QJsonValue &entry : entries) {
        const QString source = entry[u"file"].toString();
        if (!source.endsWith(u"/migrations/20260126000001_create_users.cpp"))
            continue;
        command = QProcess::splitCommand(entry[u"command"].toString().replace(source, program.path(path)));
        command.removeAll(u"-c"_s);
        for (const QString &option : {u"-o"_s, u"-MF"_s, u"-MT"_s}) {
            if (const qsizetype at = command.indexOf(option); at >= 0)
                command.remove(at, 2);
        }
        command.removeAll(u"-MD"_s);
        command.append(u"-fsyntax-only"_s);
        QProcess compiler;
        compiler.setWorkingDirectory(entry[u"directory"].toString());
        compiler.start(command.takeFirst(), command);
        QVERIFY(compiler.waitForFinished(200'000));
        QCOMPARE(QString::fromUtf8(compiler.readAllStandardError()), QString());
        QCOMPARE(compiler.exitCode(), 0);
        return;
    }
    QFAIL("The build does not say how it compiles migrations.");
}

void tst_QuectoctlGen::namesAreMadeOneOfTheirWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << u"make_jars"_s << u"make_jars"_s;
    QTest::newRow("CamelCase") << u"MakeJars"_s << u"make_jars"_s;
    QTest::newRow("camelCase") << u"makeJars"_s << u"make_jars"_s;
    QTest::newRow("capitals") << u"AddHTTPPort2ToURLs"_s << u"add_http_port2_to_ur_ls"_s;
    QTest::newRow("hyphens") << u"make-jars"_s << u"make_jars"_s;
    QTest::newRow("blanks") << u"Make  jars now"_s << u"make_jars_now"_s;
    QTest::newRow("too many underscores") << u"_make__jars_"_s << u"make_jars"_s;
}

void tst_QuectoctlGen::namesAreMadeOneOfTheirWords()
{
    const Quectoctl program;
    QFETCH(QString, typed);
    const Answer made = program.run(QStringList({u"gen"_s, u"migration"_s, typed, u"--folder"_s, u"own"_s, u"--json"_s}));
    QCOMPARE(made.code, 0);
    QTEST(made.json().value(u"name").toString(), "name");
}

void tst_QuectoctlGen::aTakenNameIsRefused()
{
    const Quectoctl program;
    const Answer compiledIn = program.run(u"gen migration CreateUsers --sql --folder own"_s);
    QCOMPARE(compiledIn.code, 1);
    QCOMPARE(compiledIn.error, u"quectoctl: There is a migration called create_users already\n"_s);
    QVERIFY(!QFile::exists(program.path(u"own"_s)));
    QVERIFY(QDir().mkpath(program.path(u"own/below"_s)));
    program.write(u"own/below/20250101000000_make_jars.sql"_s, "-- migrate:up\n");
    for (const QString &name : {u"make_jars"_s, u"MakeJars"_s, u"make_jars --sql"_s})
        QCOMPARE(program.run(u"gen migration "_s + name + u" --folder own").code, 1);
    QCOMPARE(QDir(program.path(u"own"_s)).entryList(QDir::Files), QStringList());
}

void tst_QuectoctlGen::aNameThatCannotBeIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("other letters") << u"löschen"_s;
    QTest::newRow("a path") << u"../make_jars"_s;
    QTest::newRow("an ending") << u"make_jars.sql"_s;
    QTest::newRow("nothing") << u"_"_s;
    QTest::newRow("keyword") << u"delete"_s;
    QTest::newRow("function that is there") << u"all"_s;
    QTest::newRow("number first") << u"2nd_try"_s;
}

void tst_QuectoctlGen::aNameThatCannotBeIsRefused()
{
    const Quectoctl program;
    QFETCH(QString, name);
    const Answer refused = program.run(QStringList({u"gen"_s, u"migration"_s, name, u"--folder"_s, u"own"_s}));
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains(u"name"), qPrintable(refused.error));
    QVERIFY(!QFile::exists(program.path(u"own"_s)));
}

void tst_QuectoctlGen::aNewMigrationNeedsAFolder()
{
    const Quectoctl program;
    const Answer refused = program.run(u"gen migration make_jars"_s);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.error, u"quectoctl: There is no folder 'migrations' here: name one with --folder\n"_s);
    QVERIFY(QDir().mkpath(program.path(u"migrations"_s)));
    QVERIFY(program.run(u"gen migration make_jars"_s).output.startsWith(u"* creating migrations/"));
    QCOMPARE(program.run(u"gen migration"_s).code, 2);
}

QTEST_GUILESS_MAIN(tst_QuectoctlGen)
#include "tst_quectoctl_gen.moc"
