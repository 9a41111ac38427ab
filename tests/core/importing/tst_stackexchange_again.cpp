// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/importing/import_fixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using importing::ImportCounts;
using importing::ImportReport;
using Reasons = QMap<QString, qint64>;

namespace {

const QString strange = u"Id was another row's in an earlier import; a dump of another site needs a name of its own (--site)"_s;

} // namespace

/// What an import makes of rows that came in before.
class tst_StackExchangeAgain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void aSecondImportChangesNothing();
    void anImportLeavesLaterChangesAlone();
    void aNewerDumpBringsOnlyWhatIsNew();
    void aDumpByAnotherNameIsRefused();
    void anotherSiteOfTheSameNameIsNotMistaken();
    void aKeyThatOccursTwiceIsRejectedInEveryRun();
    void aTagThatWasDeletedStaysDeleted();
    void whatBelongsToADeletedUserIsRejected();
    void errorsNameTheRow();
};

void tst_StackExchangeAgain::aSecondImportChangesNothing()
{
    ImportFixture f;
    f.writeSmallDump();
    f.import();
    const QList<QVariantList> contents = f.contents();
    QCOMPARE(contents.size(), 11); // a user, two posts, a tag, a tagged post, a comment, and five lines about them
    const ImportReport again = f.import();

    QCOMPARE(f.contents(), contents);
    for (const ImportCounts &counts : {again.users, again.posts, again.tags, again.comments}) {
        QVERIFY(counts.read > 0);
        QCOMPARE(counts.unchanged, counts.read);
        QCOMPARE(counts.imported, 0);
    }
}

void tst_StackExchangeAgain::anImportLeavesLaterChangesAlone()
{
    ImportFixture f;
    f.writeSmallDump();
    f.import();
    f.database.execute(u"DELETE FROM comments"_s);
    f.database.execute(u"UPDATE posts SET title = 'Tea, and how' WHERE view_count = 7"_s);
    const QList<QVariantList> contents = f.contents();
    f.import();
    QCOMPARE(f.contents(), contents);
}

void tst_StackExchangeAgain::aNewerDumpBringsOnlyWhatIsNew()
{
    ImportFixture f;
    f.writeSmallDump();
    f.import();
    f.write("Users.xml",
            {R"(Id="1" CreationDate="2018-03-09T18:48:09" DisplayName="Ada L." Reputation="99" LastAccessDate="2020-01-01T00:00:00.000")",
             R"(Id="2" CreationDate="2019-01-01T00:00:00.000" DisplayName="Bob")"});
    const ImportReport report = f.import();

    QCOMPARE(report.users.unchanged, 1);
    QCOMPARE(report.users.imported, 1);
    QCOMPARE(f.texts(u"SELECT username FROM users ORDER BY id"_s), QStringList({u"Ada"_s, u"Bob"_s}));
}

void tst_StackExchangeAgain::aDumpByAnotherNameIsRefused()
{
    ImportFixture f;
    f.writeSmallDump();
    f.import(u"tea"_s);
    const QList<QVariantList> contents = f.contents();
    const auto again = f.run(u"tea-2018"_s);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, db::Error::Kind::Refused);
    QCOMPARE(again.error().message, f.filePath("Users.xml") + u", line 3: this dump came in before as 'tea'; to go on with that, import it with --site tea"_s);
    QCOMPARE(f.contents(), contents);
}

void tst_StackExchangeAgain::anotherSiteOfTheSameNameIsNotMistaken()
{
    ImportFixture f;
    f.writeSmallDump();
    f.import();
    f.write("Users.xml", {R"(Id="1" CreationDate="2014-05-05T05:05:05.000" DisplayName="Zoe")"});
    f.write("Posts.xml", {R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="Where?" OwnerUserId="1" Title="Where is coffee grown?")"});
    f.write("Comments.xml", {});
    const ImportReport report = f.import();

    QCOMPARE(report.users.unchanged, 0);
    QCOMPARE(report.users.reasons, Reasons({{strange, 1}}));
    QCOMPARE(report.posts.reasons, Reasons({{u"OwnerUserId was not imported"_s, 1}})); // they are not Ada's
    QCOMPARE(f.import(u"coffee"_s).posts.imported, 1);
    QCOMPARE(f.text(u"SELECT username FROM posts JOIN users ON users.id = author_id WHERE body = 'Where?'"_s), u"Zoe"_s);
}

void tst_StackExchangeAgain::aKeyThatOccursTwiceIsRejectedInEveryRun()
{
    ImportFixture f;
    f.write("Users.xml",
            {R"(Id="1" CreationDate="2018-03-09T18:48:09" DisplayName="Ada")", R"(Id="1" CreationDate="2018-03-09T18:48:09" DisplayName="Ada")",
             R"(Id="2" DisplayName="Bob")", R"(Id="2" CreationDate="2018-03-09T18:48:09" DisplayName="Bob")"});
    const Reasons reasons{{u"Id occurs more than once"_s, 2}, {u"inserted_at can't be blank"_s, 1}};
    const ImportReport first = f.import();
    QCOMPARE(first.users.imported, 1);
    QCOMPARE(first.users.reasons, reasons);
    const ImportReport second = f.import();
    QCOMPARE(second.users.unchanged, 1);
    QCOMPARE(second.users.reasons, reasons);
}

void tst_StackExchangeAgain::aTagThatWasDeletedStaysDeleted()
{
    ImportFixture f;
    f.writeSmallDump();
    f.import();
    f.database.execute(u"DELETE FROM tags"_s);
    f.write("Posts.xml", {R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="How is tea drunk?" Tags="|green-tea|black-tea|")"});
    const ImportReport report = f.import();

    QCOMPARE(report.posts.imported, 1);
    QCOMPARE(report.posts.adjusted,
             Reasons({{u"Tags names a tag that was deleted here, which was left out"_s, 1}, {u"Tags names a tag that Tags.xml does not have"_s, 1}}));
    QCOMPARE(f.texts(u"SELECT name FROM tags"_s), QStringList{u"black-tea"_s});
}

void tst_StackExchangeAgain::whatBelongsToADeletedUserIsRejected()
{
    ImportFixture f;
    f.writeSmallDump();
    f.import();
    f.database.execute(u"INSERT INTO users (email, username, password_hash, inserted_at, updated_at) VALUES ('e', 'eve', '!', '2018-01-01T00:00:00', '2018-01-01T00:00:00')"_s);
    f.database.execute(u"UPDATE posts SET author_id = (SELECT id FROM users WHERE username = 'eve')"_s);
    f.database.execute(u"DELETE FROM users WHERE username = 'Ada'"_s);
    f.write("Posts.xml", {R"(Id="12" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="How is tea drunk?")"});
    f.write("Comments.xml", {R"(Id="21" Text="A long comment" CreationDate="2018-03-12T17:00:45" PostId="10" UserId="1")"});
    const ImportReport report = f.import();

    QCOMPARE(report.posts.reasons, Reasons({{u"author_id does not exist"_s, 1}}));
    QCOMPARE(report.comments.reasons, Reasons({{u"user_id does not exist"_s, 1}}));
}

void tst_StackExchangeAgain::errorsNameTheRow()
{
    ImportFixture f;
    f.writeSmallDump();
    f.database.execute(u"DROP TABLE comments"_s);
    const auto report = f.run();
    QVERIFY(!report);
    QVERIFY2(report.error().message.startsWith(f.filePath("Comments.xml") + u", line 3: "), qPrintable(report.error().message));
}

QTEST_GUILESS_MAIN(tst_StackExchangeAgain)
#include "tst_stackexchange_again.moc"
