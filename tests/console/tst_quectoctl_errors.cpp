// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "tests/console/quectoctl.h"

#include <QDir>
#include <QTest>

#include <optional>
#include <unistd.h>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

/// Databases that cannot be worked with.
class tst_QuectoctlErrors : public QObject
{
    Q_OBJECT

private slots:
    void databasesThatAreNone_data();
    void databasesThatAreNone();
    void aFileThatIsSomethingElseIsNotDeleted();
    void anotherProgramsDatabaseIsNotMigrated();
    void aDamagedFileIsCalledDamaged();
    void aReadOnlyFileIsCalledSo();
    void aReadOnlyFileIsRead();
    void aServersUrlLeavesNoFolder();
    void aSecondWriterIsNamed();
};

void tst_QuectoctlErrors::databasesThatAreNone_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const QString create = u"'quectoctl create' makes a new database."_s;
    QTest::newRow("no such file") << u"none.sqlite"_s << u"cannot_open"_s << u"none.sqlite: there is no such file"_s << create;
    QTest::newRow("folder") << u"."_s << u"cannot_open"_s << u": this is not a file"_s << u""_s;
    QTest::newRow("text") << u"letter.txt"_s << u"not_a_database"_s << u"The file is not a SQLite database"_s << u""_s;
    QTest::newRow("unknown scheme") << u"ftp://example.org/tea"_s << u"cannot_open"_s << u"Nothing is known about databases at ftp://."_s << u""_s;
    QTest::newRow("no such server") << u"postgres://localhost:1/tea"_s << u"cannot_open"_s << u"no server runs at localhost:1, or the port is wrong"_s << u""_s;
}

void tst_QuectoctlErrors::databasesThatAreNone()
{
    QFETCH(QString, url);
    QFETCH(QString, kind);
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const Quectoctl program;
    program.write(u"letter.txt"_s, QByteArray("Dear Ada, ").repeated(1000));
    QStringList commands{u"migrate"_s, u"rollback"_s, u"migrations"_s, u"seed"_s, u"import stackexchange ."_s};
    if (url != u"none.sqlite") // which can be made, and need not be deleted
        commands += {u"create"_s, u"drop --force"_s};
    for (const QString &command : std::as_const(commands)) {
        const Answer answer = program.run(command + u" --json --database " + url);
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.jsonError().value(u"kind").toString(), kind);
        QVERIFY2(answer.jsonError().value(u"message").toString().contains(message), qPrintable(answer.output));
        QCOMPARE(answer.jsonError().value(u"hint").toString(), hint);
    }
}

void tst_QuectoctlErrors::aFileThatIsSomethingElseIsNotDeleted()
{
    const Quectoctl program;
    const QByteArray text = QByteArray("Dear Ada, ").repeated(1000);
    program.write(u"letter.txt"_s, text);
    for (const char *command : {"create", "drop --force"}) {
        const Answer answer = program.run(QString::fromLatin1(command) + u" --database letter.txt");
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.error, u"quectoctl: letter.txt: The file is not a SQLite database\n"_s);
    }
    QCOMPARE(program.read(u"letter.txt"_s), text);
}

void tst_QuectoctlErrors::anotherProgramsDatabaseIsNotMigrated()
{
    const Quectoctl program;
    program.run(u"create"_s);
    {
        const auto connection = db::Connection::open(db::DatabaseUrl::sqliteFile(program.database()));
        QVERIFY(connection);
        QVERIFY(db::Repo(**connection).execute(u"CREATE TABLE moz_places (url TEXT)"_s));
    }
    const Answer refused = program.run(u"migrate"_s);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains(u"tea.sqlite belongs to another program: it has tables (moz_places)"), qPrintable(refused.error));
    QVERIFY(program.run(u"migrations"_s).output.contains(u"down"_s));
    QCOMPARE(program.run(u"migrate --force"_s).code, 0);
}

void tst_QuectoctlErrors::aDamagedFileIsCalledDamaged()
{
    const Quectoctl program;
    program.run(u"create"_s);
    program.run(u"migrate"_s);
    QByteArray content = program.read(u"tea.sqlite"_s);
    QVERIFY(content.size() > 8192);
    content.replace(100, content.size() - 100, QByteArray(content.size() - 100, '\x5A'));
    program.write(u"tea.sqlite"_s, content);
    const Answer answer = program.run(u"migrations --json"_s);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.jsonError().value(u"kind").toString(), u"corrupt"_s);
}

/// Runs the program for somebody who may write neither the database nor its folder; nothing where that cannot be done.
static std::optional<Answer> runWriteProtected(const Quectoctl &program, const QStringList &words)
{
    const QFile::Permissions everyonesReading = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const QFile::Permissions everyonesEntering = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QFile::setPermissions(program.database(), everyonesReading);
    QFile::setPermissions(program.path({}), everyonesReading | everyonesEntering);
    QProcess process;
    program.prepare(process, words);
    // The superuser may write everywhere: "nobody" takes the part of the user.
    if (::geteuid() == 0)
        process.setChildProcessModifier([] { static_cast<void>(::setuid(65534) == 0); });
    process.start();
    std::optional<Answer> answer;
    if (process.waitForStarted())
        answer = Quectoctl::answerOf(process);
    QFile::setPermissions(program.path({}), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return answer;
}

void tst_QuectoctlErrors::aReadOnlyFileIsCalledSo()
{
    const Quectoctl program;
    program.run(u"create"_s);
    const std::optional<Answer> answer = runWriteProtected(program, {u"migrate"_s, u"--json"_s});
    if (!answer)
        QSKIP("Other users may not run programs of this folder.");
    QCOMPARE(answer->code, 1);
    QCOMPARE(answer->jsonError().value(u"kind").toString(), u"read_only"_s);
    QCOMPARE(answer->jsonError().value(u"message").toString(), u"tea.sqlite: The database can only be read"_s);
}

void tst_QuectoctlErrors::aReadOnlyFileIsRead()
{
    const Quectoctl program;
    program.run(u"create"_s);
    program.run(u"migrate"_s);
    const std::optional<Answer> answer = runWriteProtected(program, {u"migrations"_s});
    if (!answer)
        QSKIP("Other users may not run programs of this folder.");
    QCOMPARE(answer->error, QString());
    QCOMPARE(answer->code, 0);
    QCOMPARE(answer->output, program.run(u"migrations"_s).output);
}

void tst_QuectoctlErrors::aServersUrlLeavesNoFolder()
{
    const Quectoctl program;
    const Answer answer = program.run(u"create --database postgres://u:secret@localhost:1/tea"_s);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(u"no server runs at localhost:1"), qPrintable(answer.error));
    QVERIFY(!answer.error.contains(u"secret"));
    QCOMPARE(QDir(program.path({})).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void tst_QuectoctlErrors::aSecondWriterIsNamed()
{
    const Quectoctl program;
    program.run(u"create"_s);
    const auto other = db::Connection::open(db::DatabaseUrl::sqliteFile(program.database()));
    QVERIFY(other);
    QVERIFY((*other)->begin());
    const Answer answer = program.run(u"migrate --lock-timeout 0"_s);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.error, u"Waiting for another program\n"
                           "quectoctl: tea.sqlite: Another program is writing to the database and did not finish in time\n"
                           "Try again when the other program is done, or close it.\n"_s);
}

QTEST_GUILESS_MAIN(tst_QuectoctlErrors)
#include "tst_quectoctl_errors.moc"
