// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "tests/console/quectoctl.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using Answer = Quectoctl::Answer;

namespace {

/// Whether a process has a handler for a signal; see proc(5).
bool catches(qint64 process, int signal)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    const QByteArray mask = text.mid(text.indexOf("SigCgt:") + 7).split('\n').first().trimmed();
    return mask.toULongLong(nullptr, 16) & (1ULL << (signal - 1));
}

} // namespace

/// Importing a dump from the command line.
class tst_QuectoctlImport : public QObject
{
    Q_OBJECT

private slots:
    void theCountsAreToldAsATable();
    void theCountsAreToldAsJson();
    void theRejectsFileLiesWhereItIsWanted();
    void aBrokenFileEndsWithItsNameAndPlace();
    void theDatabaseMustBeUpToDate();
    void anInterruptedImportIsTakenBack();

private:
    static void writeDump(const Quectoctl &program, int comments = 2);
    static void makeDatabase(const Quectoctl &program);
};

void tst_QuectoctlImport::writeDump(const Quectoctl &program, int comments)
{
    QVERIFY(QDir(program.path({})).mkpath(u"dump"_s));
    program.write(u"dump/Users.xml"_s, R"(<users><row Id="1" CreationDate="2018-03-09T18:48:09" DisplayName="Ada"/></users>)");
    program.write(u"dump/Posts.xml"_s, R"(<posts><row Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="How is tea made?"/></posts>)");
    program.write(u"dump/Tags.xml"_s, "<tags></tags>");
    QByteArray rows;
    for (int i = 1; i < comments; ++i)
        rows += R"(<row Id=")" + QByteArray::number(i) + R"(" PostId="10" UserId="1" CreationDate="2018-03-12T17:00:45" Text="Not too hot, please."/>)"
                                                         "\n";
    program.write(u"dump/Comments.xml"_s, "<comments>" + rows + R"(<row Id="0" PostId="10" UserId="1" CreationDate="2018-03-12T17:00:45" Text="Short"/></comments>)");
}

void tst_QuectoctlImport::makeDatabase(const Quectoctl &program)
{
    QCOMPARE(program.run(u"create"_s).code, 0);
    QCOMPARE(program.run(u"migrate"_s).code, 0);
}

void tst_QuectoctlImport::theCountsAreToldAsATable()
{
    const Quectoctl program;
    writeDump(program);
    makeDatabase(program);
    const Answer answer = program.run(u"import stackexchange dump"_s);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.error, QString());
    QCOMPARE(answer.output, u"                read  imported  unchanged  rejected\n"
                            "users              1         1          0         0\n"
                            "posts              1         1          0         0\n"
                            "tags               0         0          0         0\n"
                            "comments           2         1          0         1\n"
                            "Rejected:\n"
                            "       1  comments: body should be at least 10 character(s)\n"
                            "Each of these rows is listed in stackexchange-rejects.csv\n"_s);
    QVERIFY(QFile::exists(program.path(u"stackexchange-rejects.csv"_s)));
    QVERIFY(program.run(u"import stackexchange dump"_s).output.contains(u"comments           2         0          1         1\n"));
}

void tst_QuectoctlImport::theCountsAreToldAsJson()
{
    const Quectoctl program;
    writeDump(program);
    makeDatabase(program);
    const Answer answer = program.run(u"import stackexchange dump --site tea --json"_s);
    QCOMPARE(answer.code, 0);
    const QJsonObject json = answer.json();
    QCOMPARE(json.keys(), QStringList({u"comments"_s, u"posts"_s, u"rejects_file"_s, u"source"_s, u"tags"_s, u"users"_s}));
    QCOMPARE(json.value(u"source").toString(), u"stackexchange/tea"_s);
    QCOMPARE(json.value(u"rejects_file").toString(), u"stackexchange-rejects.csv"_s);
    QCOMPARE(json.value(u"comments").toObject(),
             QJsonObject({{u"read"_s, 2}, {u"imported"_s, 1}, {u"unchanged"_s, 0}, {u"rejected"_s, 1}, {u"reasons"_s, QJsonObject({{u"body should be at least 10 character(s)"_s, 1}})}, {u"adjusted"_s, QJsonObject()}}));
}

void tst_QuectoctlImport::theRejectsFileLiesWhereItIsWanted()
{
    const Quectoctl program;
    writeDump(program);
    makeDatabase(program);
    QCOMPARE(program.run(u"import stackexchange dump --rejects no/such/folder.csv"_s).code, 1);
    const Answer answer = program.run(u"import stackexchange dump --rejects mine.csv --quiet"_s);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.output, QString());
    QVERIFY(program.read(u"mine.csv"_s).contains("Comments.xml,2,0,body,should be at least 10 character(s),rejected"));
    QVERIFY(!QFile::exists(program.path(u"stackexchange-rejects.csv"_s)));
}

void tst_QuectoctlImport::aBrokenFileEndsWithItsNameAndPlace()
{
    const Quectoctl program;
    writeDump(program);
    makeDatabase(program);
    program.write(u"dump/Comments.xml"_s, "<comments>\n<row Id=");
    const Answer text = program.run(u"import stackexchange dump"_s);
    QCOMPARE(text.code, 1);
    QCOMPARE(text.error, u"quectoctl: dump/Comments.xml, line 2, byte 19: the file ends too early\n"_s);

    QVERIFY(QFile::remove(program.path(u"dump/Tags.xml"_s)));
    const Answer json = program.run(u"import stackexchange dump --json"_s);
    QCOMPARE(json.code, 1);
    QCOMPARE(json.jsonError().value(u"message").toString(), u"Tags.xml is missing in dump"_s);

    writeDump(program);
    QCOMPARE(program.run(u"import stackexchange dump --json"_s).json().value(u"users").toObject().value(u"imported").toInt(), 1);
}

void tst_QuectoctlImport::theDatabaseMustBeUpToDate()
{
    const Quectoctl program;
    writeDump(program);
    program.run(u"create"_s);
    const Answer answer = program.run(u"import stackexchange dump --json"_s);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.jsonError().value(u"kind").toString(), u"missing_table"_s);
    QCOMPARE(answer.jsonError().value(u"hint").toString(), u"'quectoctl migrate' brings the database up to date."_s);
}

void tst_QuectoctlImport::anInterruptedImportIsTakenBack()
{
    const Quectoctl program;
    writeDump(program, 5000);
    makeDatabase(program);

    // It waits for its turn to write, and is interrupted before that comes.
    const auto other = db::Connection::open(db::DatabaseUrl::sqliteFile(program.database()));
    QVERIFY(other);
    QVERIFY((*other)->begin());
    QProcess process;
    program.prepare(process, {u"import"_s, u"stackexchange"_s, u"dump"_s, u"--rejects"_s, u"mine.csv"_s});
    process.start();
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(catches(process.processId(), SIGINT));
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    (*other)->rollback();

    const Answer answer = Quectoctl::answerOf(process);
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.error, u"quectoctl: Interrupted; all that had been done was taken back\n"_s);
    QVERIFY(!QFile::exists(program.path(u"mine.csv"_s)));
    QCOMPARE(program.run(u"import stackexchange dump --json"_s).json().value(u"comments").toObject().value(u"imported").toInt(), 4999);
}

QTEST_GUILESS_MAIN(tst_QuectoctlImport)
#include "tst_quectoctl_import.moc"
