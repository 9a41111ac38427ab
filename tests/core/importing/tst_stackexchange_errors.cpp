// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/importing/import_fixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using importing::ImportCounts;
using importing::ImportProgress;
using importing::ImportReport;
using Reasons = QMap<QString, qint64>;

/// What does not come in of a dump, and what keeps all of it out.
class tst_StackExchangeErrors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void brokenRulesRejectARow_data();
    void brokenRulesRejectARow();
    void aRowWithTwoFaultsIsCountedOnceAndListedTwice();
    void rejectedRowsLeaveNoStandInBehind();
    void theRejectsFileSaysWhereAndWhy();
    void rejectedRowsAreRejectedAgain();
    void aCleanImportWritesNoRejectsFile();

    void missingFilesAreNamed_data();
    void missingFilesAreNamed();
    void brokenFilesLeaveTheDatabaseUntouched_data();
    void brokenFilesLeaveTheDatabaseUntouched();
    void hostileFilesEndInAnError_data();
    void hostileFilesEndInAnError();
    void aHugeRowIsOnlyARow();
    void aRejectsFileThatCannotBeWrittenStopsTheImportFirst();
    void aCanceledImportLeavesTheDatabaseUntouched();
    void aSiteWithoutALetterIsRefused();
    void theFoldersNameIsTheSitesName();
    void progressReachesTheEnd();
};

void tst_StackExchangeErrors::brokenRulesRejectARow_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("reason");

    const QByteArray post = R"(CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="How is tea drunk?" )";
    const QByteArray comment = R"(CreationDate="2018-03-12T17:00:45" PostId="10" UserId="1" )";
    QTest::newRow("user without key") << QByteArray("Users.xml") << QByteArray(R"(DisplayName="Eve" CreationDate="2018-03-12T17:00:45")") << u"Id is missing"_s;
    QTest::newRow("user twice") << QByteArray("Users.xml") << QByteArray(R"(Id="1" DisplayName="Eve" CreationDate="2018-03-12T17:00:45")") << u"Id occurs more than once"_s;
    QTest::newRow("user without date") << QByteArray("Users.xml") << QByteArray(R"(Id="2" DisplayName="Eve")") << u"inserted_at can't be blank"_s;
    QTest::newRow("user from no day") << QByteArray("Users.xml") << QByteArray(R"(Id="2" DisplayName="Eve" CreationDate="2018-02-30T17:00:45")") << u"inserted_at is invalid"_s;
    QTest::newRow("post without key") << QByteArray("Posts.xml") << post + R"(PostTypeId="1")" << u"Id is missing"_s;
    QTest::newRow("post twice") << QByteArray("Posts.xml") << post + R"(Id="10" PostTypeId="1")" << u"Id occurs more than once"_s;
    QTest::newRow("post of another type") << QByteArray("Posts.xml") << post + R"(Id="12" PostTypeId="5")" << u"PostTypeId is neither a question's nor an answer's"_s;
    QTest::newRow("post without type") << QByteArray("Posts.xml") << post + R"(Id="12")" << u"PostTypeId is neither a question's nor an answer's"_s;
    QTest::newRow("post without title") << QByteArray("Posts.xml") << QByteArray(R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1")") << u"title can't be blank"_s;
    QTest::newRow("post with a short title") << QByteArray("Posts.xml") << QByteArray(R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="Tea?")") << u"title should be at least 5 character(s)"_s;
    QTest::newRow("post without body") << QByteArray("Posts.xml") << QByteArray(R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body=" " OwnerUserId="1" Title="How is tea?")") << u"body can't be blank"_s;
    QTest::newRow("post without owner") << QByteArray("Posts.xml") << QByteArray(R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" Title="How is tea?")") << u"OwnerUserId is missing, and no name either is given"_s;
    QTest::newRow("post of a stranger") << QByteArray("Posts.xml") << QByteArray(R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" Title="How is tea?" OwnerUserId="99")") << u"OwnerUserId was not imported"_s;
    QTest::newRow("post with odd views") << QByteArray("Posts.xml") << post + R"(Id="12" PostTypeId="1" ViewCount="-3")" << u"view_count must be greater than or equal to 0"_s;
    QTest::newRow("answer to nothing") << QByteArray("Posts.xml") << post + R"(Id="12" PostTypeId="2" ParentId="98")" << u"ParentId was not imported"_s;
    QTest::newRow("answer without question") << QByteArray("Posts.xml") << post + R"(Id="12" PostTypeId="2")" << u"ParentId was not imported"_s;
    QTest::newRow("short comment") << QByteArray("Comments.xml") << comment + R"(Id="21" Text="Thanks!")" << u"body should be at least 10 character(s)"_s;
    QTest::newRow("long comment") << QByteArray("Comments.xml") << comment + R"(Id="21" Text=")" + QByteArray(5001, 'x') + "\"" << u"body should be at most 5000 character(s)"_s;
    QTest::newRow("comment on nothing") << QByteArray("Comments.xml") << QByteArray(R"(Id="21" Text="A long comment" CreationDate="2018-03-12T17:00:45" PostId="97" UserId="1")") << u"PostId was not imported"_s;
    QTest::newRow("comment of nobody") << QByteArray("Comments.xml") << QByteArray(R"(Id="21" Text="A long comment" CreationDate="2018-03-12T17:00:45" PostId="10")") << u"UserId is missing, and no name either is given"_s;
    QTest::newRow("comment whose key makes no email") << QByteArray("Comments.xml") << QByteArray(R"(Id="2 1" Text="A long comment" CreationDate="2018-03-12T17:00:45" PostId="10" UserDisplayName="Zoe")") << u"email must be a valid email"_s;
    QTest::newRow("post whose key makes no email") << QByteArray("Posts.xml") << QByteArray(R"(Id="2 1" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" Title="How is tea?" OwnerDisplayName="Zoe")") << u"email must be a valid email"_s;
    QTest::newRow("user whose key makes no email") << QByteArray("Users.xml") << QByteArray(R"(Id="2 1" DisplayName="Zoe" CreationDate="2018-03-12T17:00:45")") << u"email must be a valid email"_s;
    QTest::newRow("tag without name") << QByteArray("Tags.xml") << QByteArray(R"(Id="6")") << u"TagName is missing"_s;
    QTest::newRow("tag twice") << QByteArray("Tags.xml") << QByteArray(R"(Id="6" TagName="green-tea")") << u"TagName occurs more than once"_s;
    QTest::newRow("long tag") << QByteArray("Tags.xml") << R"(Id="6" TagName=")" + QByteArray(101, 'x') + "\"" << u"name should be at most 100 character(s)"_s;
}

void tst_StackExchangeErrors::brokenRulesRejectARow()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, row);
    QFETCH(QString, reason);

    ImportFixture f;
    f.writeSmallDump();
    QFile dump(f.filePath(file.constData()));
    QVERIFY(dump.open(QIODevice::ReadOnly));
    const QByteArray rest = dump.readAll();
    dump.close();
    const qsizetype end = rest.lastIndexOf("</");
    f.writeRaw(file.constData(), rest.first(end) + "<row " + row + "/>\n" + rest.sliced(end));

    const ImportReport report = f.import();
    const QMap<QByteArray, ImportCounts> counts{{"Users.xml", report.users}, {"Posts.xml", report.posts}, {"Comments.xml", report.comments}, {"Tags.xml", report.tags}};
    for (auto kind = counts.cbegin(); kind != counts.cend(); ++kind) {
        QCOMPARE(kind->rejected, kind.key() == file ? 1 : 0);
        QCOMPARE(kind->read, kind->imported + kind->rejected);
        QVERIFY(kind->imported > 0);
    }
    QCOMPARE(counts.value(file).reasons, Reasons({{reason, 1}}));
}

void tst_StackExchangeErrors::aRowWithTwoFaultsIsCountedOnceAndListedTwice()
{
    ImportFixture f;
    f.write("Posts.xml", {R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" OwnerUserId="1" Title="Tea?")"});
    const ImportReport report = f.import();

    QCOMPARE(report.posts.rejected, 1);
    QCOMPARE(report.posts.reasons, Reasons({{u"title should be at least 5 character(s)"_s, 1}}));
    QCOMPARE(f.rejects(), u"file,line,id,field,reason,kind\r\nPosts.xml,3,12,title,should be at least 5 character(s),rejected\r\n"
                          "Posts.xml,3,12,body,can't be blank,rejected\r\n"_s);
}

void tst_StackExchangeErrors::rejectedRowsLeaveNoStandInBehind()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Comments.xml", {R"(Id="21" Text="Thanks!" CreationDate="2018-03-12T17:00:45" PostId="10" UserDisplayName="user9")"});
    QCOMPARE(f.import().comments.rejected, 1);
    QCOMPARE(f.text(u"SELECT count(*) FROM users"_s), u"1"_s);
}

void tst_StackExchangeErrors::theRejectsFileSaysWhereAndWhy()
{
    ImportFixture f;
    f.write("Users.xml",
            {R"(Id="1" DisplayName="Ada" CreationDate="2018-03-12T17:00:45")", R"(Id="2" DisplayName="Ada" CreationDate="2018-03-12T17:00:45")",
             R"(Id="3,&quot;x&quot;" DisplayName="Bob")"});
    const ImportReport report = f.import();

    QCOMPARE(report.rejectsFile, f.rejectsPath());
    QCOMPARE(f.rejects(), u"file,line,id,field,reason,kind\r\n"
                          "Users.xml,4,2,DisplayName,is taken and got a suffix,adjusted\r\n"
                          "Users.xml,5,\"3,\"\"x\"\"\",inserted_at,can't be blank,rejected\r\n"
                          "Users.xml,5,\"3,\"\"x\"\"\",updated_at,can't be blank,rejected\r\n"_s);
}

void tst_StackExchangeErrors::rejectedRowsAreRejectedAgain()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Comments.xml", {R"(Id="21" Text="Thanks!" CreationDate="2018-03-12T17:00:45" PostId="10" UserId="1")"});
    f.import();
    const ImportReport again = f.import();
    QCOMPARE(again.comments.rejected, 1);
    QCOMPARE(again.comments.unchanged, 0);
    QCOMPARE(again.posts.unchanged, 2);
}

void tst_StackExchangeErrors::aCleanImportWritesNoRejectsFile()
{
    ImportFixture f;
    f.writeSmallDump();
    QCOMPARE(f.import().rejectsFile, QString());
    QVERIFY(!QFile::exists(f.rejectsPath()));
}

void tst_StackExchangeErrors::missingFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("file");
    for (const char *file : {"Users.xml", "Posts.xml", "Comments.xml", "Tags.xml"})
        QTest::newRow(file) << QByteArray(file);
}

void tst_StackExchangeErrors::missingFilesAreNamed()
{
    QFETCH(QByteArray, file);
    ImportFixture f;
    f.writeSmallDump();
    QVERIFY(QFile::remove(f.filePath(file.constData())));
    const auto report = f.run();
    QVERIFY(!report);
    QCOMPARE(report.error().message, u"%1 is missing in %2"_s.arg(QString::fromLatin1(file), f.folder.path()));
    QCOMPARE(f.rows(), 0);

    QVERIFY(QDir(f.folder.path()).mkdir(QString::fromLatin1(file)));
    const auto again = f.run();
    QVERIFY(!again);
    QCOMPARE(again.error().message, u"%1 cannot be read"_s.arg(f.filePath(file.constData())));
}

void tst_StackExchangeErrors::brokenFilesLeaveTheDatabaseUntouched_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");

    QTest::newRow("empty") << QByteArray() << u"line 1, byte 0: the file ends too early"_s;
    QTest::newRow("truncated between rows") << QByteArray("<comments>\n<row Id=\"1\"/>\n") << u"line 3, byte 25: the file ends too early"_s;
    QTest::newRow("truncated in a row") << QByteArray("<comments>\n<row Id=\"1\" Te") << u"line 2, byte 25: the file ends too early"_s;
    QTest::newRow("truncated behind other scripts") << QByteArray("\xEF\xBB\xBF<comments>\r\n<row Id=\"\xC3\xA4\xF0\x9F\x98\x80\"/>\r\n") << u"line 3, byte 35: the file ends too early"_s;
    QTest::newRow("another file") << QByteArray("<posts>\n</posts>") << u"line 1, byte 7: it begins with <posts> instead of <comments>"_s;
    QTest::newRow("a page") << QByteArray("<html><body/></html>") << u"line 1, byte 6: it begins with <html> instead of <comments>"_s;
    QTest::newRow("other elements") << QByteArray("<comments>\n<comment/></comments>") << u"line 2, byte 21: <comment> has no place here"_s;
    QTest::newRow("elements in a row") << QByteArray("<comments><row Id=\"1\"><b/></row></comments>") << u"line 1, byte 26: <b> has no place here"_s;
    QTest::newRow("text") << QByteArray("<comments>hello</comments>") << u"line 1, byte 16: there is text outside of a row"_s;
    QTest::newRow("no XML") << QByteArray("Id,Text\n1,Hello") << u"line 1, byte 1: Start tag expected."_s;
}

void tst_StackExchangeErrors::brokenFilesLeaveTheDatabaseUntouched()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    ImportFixture f;
    f.writeSmallDump();
    f.writeRaw("Comments.xml", text);
    const auto report = f.run();
    QVERIFY(!report);
    QCOMPARE(report.error().kind, db::Error::Kind::Refused);
    QCOMPARE(report.error().message, f.filePath("Comments.xml") + u", " + place);
    QCOMPARE(report.error().subject, f.filePath("Comments.xml"));
    QCOMPARE(f.rows(), 0);
    QVERIFY(!QFile::exists(f.rejectsPath()));
}

void tst_StackExchangeErrors::hostileFilesEndInAnError_data()
{
    QTest::addColumn<QByteArray>("text");

    const QByteArray row = "<row Id=\"1\" Text=\"Not too hot, please.\" CreationDate=\"2018-03-14T09:10:11\" PostId=\"11\" UserId=\"1\" />";
    QTest::newRow("swelling entities") << QByteArray("<!DOCTYPE comments [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><comments><row Id=\"&b;\"/></comments>");
    QTest::newRow("a file as entity") << QByteArray("<!DOCTYPE comments [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><comments>&a;</comments>");
    QTest::newRow("unknown entity") << QByteArray("<comments><row Id=\"&nbsp;\"/></comments>");
    QTest::newRow("deep nesting") << QByteArray("<comments>") + QByteArray("<row>").repeated(100000);
    QTest::newRow("bytes that are no text") << QByteArray("<comments><row Id=\"\xFF\xFE\"/></comments>");
    QTest::newRow("zero byte") << QByteArray("<comments><row Id=\"1\0\"/></comments>", 34);
    QTest::newRow("control character") << QByteArray("<comments><row Id=\"&#1;\"/></comments>");
    QTest::newRow("two values") << QByteArray("<comments><row Id=\"1\" Id=\"2\"/></comments>");
    QTest::newRow("something behind the end") << "<comments>" + row + "</comments><comments/>";

    const QDir folder(QStringLiteral(QUECTO_SHARED_DATA) + u"/xml-hostile");
    for (const QString &name : folder.entryList({u"*.xml"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void tst_StackExchangeErrors::hostileFilesEndInAnError()
{
    QFETCH(QByteArray, text);
    ImportFixture f;
    f.writeSmallDump();
    f.writeRaw("Comments.xml", text);
    const auto report = f.run();
    QVERIFY(!report);
    QVERIFY2(report.error().message.startsWith(f.filePath("Comments.xml") + u", line "), qPrintable(report.error().message));
    QCOMPARE(f.rows(), 0);
}

void tst_StackExchangeErrors::aHugeRowIsOnlyARow()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Comments.xml",
            {R"(Id="1" Text="Not too hot, please." CreationDate="2018-03-14T09:10:11" PostId="11" UserId="1")",
             R"(Id="2" CreationDate="2018-03-14T09:10:11" PostId="11" UserId="1" Text=")" + QByteArray(5'000'000, 'x') + "\""});
    const ImportReport report = f.import();
    QCOMPARE(report.comments.imported, 1);
    QCOMPARE(report.comments.rejected, 1);
}

void tst_StackExchangeErrors::aRejectsFileThatCannotBeWrittenStopsTheImportFirst()
{
    ImportFixture f;
    f.writeSmallDump();
    const auto report = importing::importStackExchange(f.database.repo, {f.folder.path(), u"tea"_s, f.folder.filePath(u"no/such/folder.csv"_s)});
    QVERIFY(!report);
    QVERIFY2(report.error().message.startsWith(u"The list of rejected rows cannot be written to "_s + f.folder.filePath(u"no/such/folder.csv"_s)),
             qPrintable(report.error().message));
    QCOMPARE(f.rows(), 0);
}

void tst_StackExchangeErrors::aCanceledImportLeavesTheDatabaseUntouched()
{
    ImportFixture f;
    f.writeSmallDump();
    auto token = std::make_shared<db::CancelToken>();
    f.database.connection->setToken(token);
    const auto cancelAtComments = [&](const ImportProgress &progress) {
        if (progress.file == u"Comments.xml")
            token->cancel();
    };
    QByteArrayList comments;
    for (int id = 1; id <= 200; ++id)
        comments.append("Id=\"" + QByteArray::number(id) + R"(" Text="Not too hot, please." CreationDate="2018-03-14T09:10:11" PostId="11" UserId="1")");
    f.write("Comments.xml", comments);
    const auto report = importing::importStackExchange(f.database.repo, {f.folder.path(), u"tea"_s, f.rejectsPath()}, cancelAtComments);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, db::Error::Kind::Canceled);
    f.database.connection->setToken({});
    QCOMPARE(f.rows(), 0);
    QVERIFY(!QFile::exists(f.rejectsPath()));
}

void tst_StackExchangeErrors::aSiteWithoutALetterIsRefused()
{
    ImportFixture f;
    f.writeSmallDump();
    const auto report = f.run(u"///"_s);
    QVERIFY(!report);
    QCOMPARE(report.error().message, u"The name of the site needs a letter or digit"_s);
}

void tst_StackExchangeErrors::theFoldersNameIsTheSitesName()
{
    ImportFixture f;
    QVERIFY(QDir(f.folder.path()).mkdir(u"Coffee"_s));
    for (const char *file : {"Users.xml", "Posts.xml", "Comments.xml", "Tags.xml"})
        QVERIFY(QFile::rename(f.filePath(file), f.folder.filePath(u"Coffee/"_s + QString::fromLatin1(file))));
    const auto report = importing::importStackExchange(f.database.repo, {f.folder.filePath(u"Coffee/"_s), {}, f.rejectsPath()});
    QVERIFY(report);
    QCOMPARE(report->source, u"stackexchange/coffee"_s);
}

void tst_StackExchangeErrors::progressReachesTheEnd()
{
    ImportFixture f;
    f.writeSmallDump();
    QList<ImportProgress> steps;
    const auto report = importing::importStackExchange(f.database.repo, {f.folder.path(), u"tea"_s, f.rejectsPath()},
                                                       [&](const ImportProgress &progress) { steps.append(progress); });
    QVERIFY(report);
    QStringList files;
    for (const ImportProgress &step : steps)
        files.append(step.file);
    QCOMPARE(files, QStringList({u"Tags.xml"_s, u"Users.xml"_s, u"Posts.xml"_s, u"Posts.xml"_s, u"Comments.xml"_s}));
    QCOMPARE(steps.last().bytes, steps.last().totalBytes);
    QCOMPARE(steps.last().rows, 7); // the file of posts is read twice
}

QTEST_GUILESS_MAIN(tst_StackExchangeErrors)
#include "tst_stackexchange_errors.moc"
