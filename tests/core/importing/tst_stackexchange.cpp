// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/importing/import_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using importing::ImportCounts;
using importing::ImportReport;
using Reasons = QMap<QString, qint64>;

/// What comes in of a dump, and as what.
class tst_StackExchange : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void rowsKeepWhatTheyWereAndWhen();
    void dumpsOfTwoSitesLiveSideBySide();
    void thePlaceOfAnAnswerInItsFileDoesNotMatter();
    void takenNamesGetTheNumberOfTheUser();
    void namesAreMadeToFit();
    void aWebsiteThatIsNoneIsLeftOut();
    void profilesAreMadeForThoseWhoTellSomething();
    void deletedAccountsGetAStandIn();
    void standInsAvoidTheNamesOfOthers();
    void equalTitlesGetDifferentSlugs();
    void longTitlesOfAnswersAreCut();
    void tagsAreReadInBothNotations();
    void tagsMissingInTheirFileAreMade();
    void tagsThatAreThereAreUsed();
};

void tst_StackExchange::rowsKeepWhatTheyWereAndWhen()
{
    ImportFixture f;
    f.writeSmallDump();
    const ImportReport report = f.import();

    QCOMPARE(report.source, u"stackexchange/tea"_s);
    for (const ImportCounts &counts : {report.users, report.tags, report.comments}) {
        QCOMPARE(counts.read, 1);
        QCOMPARE(counts.imported, 1);
    }
    QCOMPARE(report.posts.read, 2);
    QCOMPARE(report.posts.imported, 2);

    QCOMPARE(f.text(u"SELECT username || ' ' || email || ' ' || password_hash || ' ' || CASE WHEN is_active THEN 1 ELSE 0 END || ' ' || role || ' ' || inserted_at FROM users"_s),
             u"Ada user-1@tea.invalid ! 1 user 2018-03-09 18:48:09"_s);
    QCOMPARE(f.texts(u"SELECT title || '|' || body || '|' || slug || '|' || view_count FROM posts ORDER BY id"_s),
             QStringList({u"How is tea made?|<p>How?</p>|how-is-tea-made|7"_s, u"Answer: How is tea made?|Hot.|answer-how-is-tea-made|0"_s}));
    QCOMPARE(f.texts(u"SELECT published_at || ' ' || inserted_at || ' ' || updated_at FROM posts ORDER BY id"_s),
             QStringList({u"2018-03-12 17:00:45 2018-03-12 17:00:45 2018-03-12 17:00:45"_s, u"2018-03-13 08:00:00 2018-03-13 08:00:00 2018-04-01 10:00:00"_s}));
    QCOMPARE(f.text(u"SELECT username FROM posts JOIN users ON users.id = author_id WHERE slug = 'how-is-tea-made'"_s), u"Ada"_s);
    QCOMPARE(f.text(u"SELECT title FROM posts_tags JOIN tags ON tags.id = tag_id JOIN posts ON posts.id = post_id WHERE tags.name = 'green-tea'"_s), u"How is tea made?"_s);
    QCOMPARE(f.text(u"SELECT comments.body || '|' || moderation_state || CASE WHEN is_approved THEN 1 ELSE 0 END || '|' || comments.inserted_at || '|' || posts.body"
                    " FROM comments JOIN posts ON posts.id = post_id"_s),
             u"Not too hot, please.|pending0|2018-03-14 09:10:11|Hot."_s);
}

void tst_StackExchange::dumpsOfTwoSitesLiveSideBySide()
{
    ImportFixture f;
    f.writeSmallDump();
    f.import(u"tea"_s);
    f.write("Users.xml", {R"(Id="1" CreationDate="2019-05-04T10:00:00.000" DisplayName="Ada")"});
    const ImportReport report = f.import(u"Black Tea"_s);

    QCOMPARE(report.source, u"stackexchange/black-tea"_s);
    QCOMPARE(report.posts.imported, 2);
    QCOMPARE(f.texts(u"SELECT username || ' ' || email FROM users ORDER BY id"_s),
             QStringList({u"Ada user-1@tea.invalid"_s, u"Ada-1 user-1@black-tea.invalid"_s}));
    QCOMPARE(f.text(u"SELECT count(*) FROM tags"_s), u"1"_s);
    QCOMPARE(f.text(u"SELECT count(*) FROM posts_tags"_s), u"2"_s);
}

void tst_StackExchange::thePlaceOfAnAnswerInItsFileDoesNotMatter()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Posts.xml",
            {R"(Id="9" PostTypeId="2" ParentId="10" CreationDate="2018-03-13T08:00:00.000" Body="Hot." OwnerUserId="1")",
             R"(Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" Body="How?" OwnerUserId="1" Title="How is tea made?")"});
    QCOMPARE(f.import().posts.imported, 2);
    QCOMPARE(f.text(u"SELECT title FROM posts WHERE body = 'Hot.'"_s), u"Answer: How is tea made?"_s);
}

void tst_StackExchange::takenNamesGetTheNumberOfTheUser()
{
    ImportFixture f;
    f.write("Users.xml",
            {R"(Id="-1" CreationDate="2018-03-09T18:48:09" DisplayName="Alex")", R"(Id="2" CreationDate="2018-03-09T18:48:09" DisplayName=" Alex ")",
             R"(Id="3" CreationDate="2018-03-09T18:48:09" DisplayName="Alex-4")", R"(Id="4" CreationDate="2018-03-09T18:48:09" DisplayName="Alex")",
             R"(Id="5" CreationDate="2018-03-09T18:48:09" DisplayName="alex")"});
    const ImportReport report = f.import();

    QCOMPARE(report.users.imported, 5);
    QCOMPARE(report.users.adjusted, Reasons({{u"DisplayName is taken and got a suffix"_s, 2}}));
    QCOMPARE(f.texts(u"SELECT username FROM users ORDER BY id"_s), QStringList({u"Alex"_s, u"Alex-2"_s, u"Alex-4"_s, u"Alex-4-2"_s, u"alex"_s}));
    QCOMPARE(f.text(u"SELECT email FROM users WHERE username = 'Alex'"_s), u"user--1@tea.invalid"_s);
}

void tst_StackExchange::namesAreMadeToFit()
{
    ImportFixture f;
    f.write("Users.xml",
            {R"(Id="6" CreationDate="2018-03-09T18:48:09" DisplayName="Bo")", R"(Id="7" CreationDate="2018-03-09T18:48:09" DisplayName="")",
             R"(Id="8" CreationDate="2018-03-09T18:48:09" DisplayName="A name of more than thirty characters")",
             "Id=\"9\" CreationDate=\"2018-03-09T18:48:09\" DisplayName=\"\xE8\x8C\xB6\""});
    const ImportReport report = f.import();

    QCOMPARE(report.users.imported, 4);
    QCOMPARE(report.users.adjusted, Reasons({{u"DisplayName is too short and got a suffix"_s, 3}, {u"DisplayName is too long and was cut"_s, 1}}));
    QCOMPARE(f.texts(u"SELECT username FROM users ORDER BY id"_s),
             QStringList({u"Bo-6"_s, u"user"_s, u"A name of more than thirty c-8"_s, u"茶-9"_s}));
}

void tst_StackExchange::aWebsiteThatIsNoneIsLeftOut()
{
    ImportFixture f;
    f.write("Users.xml",
            {R"(Id="1" CreationDate="2018-03-09T18:48:09" DisplayName="Ada" WebsiteUrl="ftp://example.org" AboutMe="&lt;p&gt;Me &amp;amp; I&lt;/p&gt;")",
             R"(Id="2" CreationDate="2018-03-09T18:48:09" DisplayName="Bob" WebsiteUrl="none")",
             R"(Id="3" CreationDate="2018-03-09T18:48:09" DisplayName="Eve" WebsiteUrl="https://example.org/eve")"});
    const ImportReport report = f.import();

    QCOMPARE(report.users.imported, 3);
    QCOMPARE(report.users.adjusted, Reasons({{u"WebsiteUrl was left out: it must be a valid URL starting with http:// or https://"_s, 2}}));
    QCOMPARE(f.texts(u"SELECT username || '|' || coalesce(bio, '-') || '|' || coalesce(website, '-') FROM profiles JOIN users ON users.id = user_id ORDER BY users.id"_s),
             QStringList({u"Ada|Me & I|-"_s, u"Eve|-|https://example.org/eve"_s}));
}

void tst_StackExchange::profilesAreMadeForThoseWhoTellSomething()
{
    ImportFixture f;
    const QByteArray longText = QByteArray("word ").repeated(200).trimmed();
    f.write("Users.xml",
            {R"(Id="1" CreationDate="2018-03-09T18:48:09" DisplayName="Ada" WebsiteUrl="" AboutMe="&lt;p&gt; &lt;/p&gt;")",
             R"(Id="2" CreationDate="2018-03-09T18:48:09" DisplayName="Bob" AboutMe=")" + longText + R"(")"});
    QVERIFY(f.import().users.adjusted.isEmpty());
    QCOMPARE(f.texts(u"SELECT bio FROM profiles"_s), QStringList(QString::fromLatin1(longText)));
    QCOMPARE(f.text(u"SELECT username || profiles.inserted_at FROM profiles JOIN users ON users.id = user_id"_s), u"Bob2018-03-09 18:48:09"_s);
}

void tst_StackExchange::deletedAccountsGetAStandIn()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Posts.xml", {R"(Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerDisplayName="user9" Title="How is tea made?")"});
    f.write("Comments.xml",
            {R"(Id="20" PostId="10" Text="As it always was." CreationDate="2018-03-14T09:10:11" UserDisplayName="user9")",
             R"(Id="21" PostId="10" Text="As it never was." CreationDate="2018-03-14T09:10:11" UserId="77" UserDisplayName="user8")"});
    const ImportReport report = f.import();

    QCOMPARE(report.users.imported, 1);
    QCOMPARE(report.posts.adjusted.value(u"OwnerDisplayName is all that is left of a deleted account"_s), 1);
    QCOMPARE(report.comments.adjusted, Reasons({{u"UserDisplayName is all that is left of a deleted account"_s, 2}}));
    QCOMPARE(f.texts(u"SELECT username || ' ' || email || ' ' || CASE WHEN is_active THEN 1 ELSE 0 END || ' ' || inserted_at FROM users WHERE id > 1 ORDER BY id"_s),
             QStringList({u"user9 former-post-10@tea.invalid 0 2018-03-12 17:00:45"_s, u"user8 former-comment-21@tea.invalid 0 2018-03-14 09:10:11"_s}));
    QCOMPARE(f.text(u"SELECT username FROM posts JOIN users ON users.id = author_id"_s), u"user9"_s);
}

void tst_StackExchange::standInsAvoidTheNamesOfOthers()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Comments.xml", {R"(Id="20" PostId="10" Text="As it always was." CreationDate="2018-03-14T09:10:11" UserDisplayName="Ada")"});
    f.import();
    QCOMPARE(f.text(u"SELECT username FROM comments JOIN users ON users.id = user_id"_s), u"Ada-former"_s);
}

void tst_StackExchange::equalTitlesGetDifferentSlugs()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Posts.xml",
            {R"(Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="How is tea made?")",
             R"(Id="11" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="How is tea made?!")",
             R"(Id="12" PostTypeId="2" ParentId="10" CreationDate="2018-03-12T17:00:45" Body="Hot." OwnerUserId="1")",
             R"(Id="13" PostTypeId="2" ParentId="10" CreationDate="2018-03-12T17:00:45" Body="Hot." OwnerUserId="1")"});
    QCOMPARE(f.import().posts.imported, 4);
    QCOMPARE(f.texts(u"SELECT slug FROM posts ORDER BY id"_s),
             QStringList({u"how-is-tea-made"_s, u"how-is-tea-made-11"_s, u"answer-how-is-tea-made"_s, u"answer-how-is-tea-made-13"_s}));
}

void tst_StackExchange::longTitlesOfAnswersAreCut()
{
    ImportFixture f;
    f.writeSmallDump();
    const QByteArray title(200, 'x');
    f.write("Posts.xml",
            {R"(Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title=")" + title + R"(")",
             R"(Id="12" PostTypeId="2" ParentId="10" CreationDate="2018-03-12T17:00:45" Body="Hot." OwnerUserId="1")"});
    QCOMPARE(f.import().posts.imported, 2);
    QCOMPARE(f.text(u"SELECT title FROM posts WHERE body = 'Hot.'"_s), u"Answer: "_s + QString(192, u'x'));
    QCOMPARE(f.text(u"SELECT max(length(slug)) FROM posts"_s), u"100"_s);
}

void tst_StackExchange::tagsAreReadInBothNotations()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Tags.xml", {R"(Id="5" TagName="green-tea")", R"(Id="6" TagName="c#")"});
    f.write("Posts.xml",
            {R"(Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="How is tea made?" Tags="&lt;green-tea&gt;&lt;c#&gt;&lt;c#&gt;")",
             R"(Id="11" PostTypeId="1" CreationDate="2018-03-12T17:00:45" Body="How?" OwnerUserId="1" Title="Who made this tea?" Tags="|c#|green-tea|")"});
    QVERIFY(f.import().posts.adjusted.isEmpty());
    QCOMPARE(f.texts(u"SELECT post_id || name FROM posts_tags JOIN tags ON tags.id = tag_id ORDER BY post_id, name"_s),
             QStringList({u"1c#"_s, u"1green-tea"_s, u"2c#"_s, u"2green-tea"_s}));
}

void tst_StackExchange::tagsMissingInTheirFileAreMade()
{
    ImportFixture f;
    f.writeSmallDump();
    f.write("Tags.xml", {});
    const ImportReport report = f.import();

    QCOMPARE(report.tags.read, 0);
    QCOMPARE(report.posts.adjusted, Reasons({{u"Tags names a tag that Tags.xml does not have"_s, 1}}));
    QCOMPARE(f.texts(u"SELECT name || '/' || slug FROM tags"_s), QStringList(u"green-tea/green-tea"_s));
    QCOMPARE(f.text(u"SELECT count(*) FROM posts_tags"_s), u"1"_s);
}

void tst_StackExchange::tagsThatAreThereAreUsed()
{
    ImportFixture f;
    f.writeSmallDump();
    f.database.execute(u"INSERT INTO tags (name, slug, inserted_at, updated_at) VALUES ('Green tea', 'green-tea', '2017-01-01T00:00:00', '2017-01-01T00:00:00')"_s);
    QCOMPARE(f.import().tags.imported, 1);
    QCOMPARE(f.texts(u"SELECT name FROM tags"_s), QStringList(u"Green tea"_s));
    QCOMPARE(f.text(u"SELECT count(*) FROM posts_tags"_s), u"1"_s);
}

QTEST_GUILESS_MAIN(tst_StackExchange)
#include "tst_stackexchange.moc"
