// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/blog/blog.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"
#include "tests/support/statement_count.h"

#include <QTest>

using accounts::Role;
using accounts::User;
using blog::Blog;
using blog::CommentFilter;
using blog::CommentSort;
using blog::ModerationState;
using blog::Post;
using blog::PostFilter;
using blog::PostScope;
using blog::PostSort;
using blog::UserFilter;
using blog::UserScope;
using blog::UserSort;

namespace {

const QDateTime noon(QDate(2026, 1, 10), QTime(12, 0), Qt::UTC);

template <typename Row>
QStringList column(const QList<Row> &rows, QString Row::*member)
{
    QStringList texts;
    for (const Row &row : rows)
        texts.append(row.*member);
    return texts;
}

} // namespace

/// What the lists of the window show.
class tst_Lists : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void postsAreShownByScope_data();
    void postsAreShownByScope();
    void postsAreFoundByText_data();
    void postsAreFoundByText();
    void postsAreSorted_data();
    void postsAreSorted();
    void postsOfARangeIncludeItsFirstInstantOnly();
    void pagesOfPostsFitTogether_data();
    void pagesOfPostsFitTogether();
    void aRowOfPostsSaysWhatTheListShows();
    void aPageOfPostsCostsThreeStatements();
    void scopesOfPostsAreCountedUnderTheFilter();
    void tagsAreOfferedByTheirBeginning();
    void commentsAreShownByWhatIsAsked_data();
    void commentsAreShownByWhatIsAsked();
    void commentsAreSorted_data();
    void commentsAreSorted();
    void aRowOfCommentsSaysWhatTheListShows();
    void aPageOfCommentsCostsOneStatement();
    void statesOfCommentsAreCountedUnderTheFilter();
    void usersAreShownByScopeAndText_data();
    void usersAreShownByScopeAndText();
    void usersAreSorted_data();
    void usersAreSorted();
    void aPageOfUsersCostsTwoStatements();
    void scopesOfUsersAreCountedUnderTheFilter();

private:
    QStringList posts(const PostFilter &filter, qint64 offset = 0, qint64 limit = 100)
    {
        return column(must(Blog(m_database->repo).postRows(filter, offset, limit)), &blog::PostRow::title);
    }
    QStringList comments(const CommentFilter &filter)
    {
        return column(must(Blog(m_database->repo).commentRows(filter, 0, 100)), &blog::CommentRow::excerpt);
    }
    QStringList users(const UserFilter &filter)
    {
        return column(must(Blog(m_database->repo).userRows(filter, 0, 100)), &blog::UserRow::username);
    }

    std::unique_ptr<TestDatabase> m_database;
    User m_ada;
    User m_bob;
    Post m_old;
};

/// Two users; posts: Draft, Later (scheduled), New, Old, Gone (in the trash); four comments of four states on Old.
void tst_Lists::init()
{
    m_database = std::make_unique<TestDatabase>(communityDatabase());
    Builders make(m_database->repo);
    Blog blog(m_database->repo);
    m_ada = make.user(u"ada"_qs, noon);
    m_bob = make.user(u"Bob"_qs, noon.addDays(1));
    m_old = make.post(m_ada, u"old 100%"_qs, noon, 50);
    make.post(m_bob, u"New Ähre"_qs, noon.addDays(1), 7);
    make.post(m_ada, u"Later"_qs, QDateTime::currentDateTimeUtc().addDays(3));
    make.post(m_ada, u"Draft"_qs);
    must(blog.softDeletePost(make.post(m_ada, u"Gone"_qs, noon)));
    must(blog.updatePostWithTags(m_old, {}, {u"Zebra"_qs, u"apple"_qs, u"Maple"_qs}));
    const QList<ModerationState> states{ModerationState::Approved, ModerationState::Pending, ModerationState::Rejected, ModerationState::Spam};
    for (int day = 0; day < states.size(); ++day)
        make.comment(m_old, day % 2 ? m_bob : m_ada, u"Text %1"_qs.arg(day), states.at(day), noon.addDays(day));
}

void tst_Lists::postsAreShownByScope_data()
{
    QTest::addColumn<PostScope>("scope");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("all") << PostScope::All << QStringList{u"Draft"_qs, u"Later"_qs, u"New Ähre"_qs, u"old 100%"_qs};
    QTest::newRow("published") << PostScope::Published << QStringList{u"New Ähre"_qs, u"old 100%"_qs};
    QTest::newRow("drafts") << PostScope::Drafts << QStringList{u"Draft"_qs};
    QTest::newRow("scheduled") << PostScope::Scheduled << QStringList{u"Later"_qs};
    QTest::newRow("trash") << PostScope::Trash << QStringList{u"Gone"_qs};
}

void tst_Lists::postsAreShownByScope()
{
    QFETCH(PostScope, scope);
    QFETCH(QStringList, titles);
    QCOMPARE(posts({.scope = scope}), titles);
    QCOMPARE(must(Blog(m_database->repo).postCount({.scope = scope})), titles.size());
}

void tst_Lists::postsAreFoundByText_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("title, other case") << u"LATE"_qs << QStringList{u"Later"_qs};
    QTest::newRow("umlaut, other case") << u"äHR"_qs << QStringList{u"New Ähre"_qs};
    QTest::newRow("body") << u"fifty"_qs << QStringList{u"Draft"_qs, u"Later"_qs, u"New Ähre"_qs, u"old 100%"_qs};
    QTest::newRow("author") << u"bob"_qs << QStringList{u"New Ähre"_qs};
    QTest::newRow("percent is itself") << u"0%"_qs << QStringList{u"old 100%"_qs};
    QTest::newRow("no wildcard") << u"L%r"_qs << QStringList();
    QTest::newRow("quote") << u"'"_qs << QStringList();
}

void tst_Lists::postsAreFoundByText()
{
    QFETCH(QString, search);
    QTEST(posts({.search = search}), "titles");
}

void tst_Lists::postsAreSorted_data()
{
    QTest::addColumn<PostSort>("sort");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("newest") << PostSort::PublishedAt << true << QStringList{u"Draft"_qs, u"Later"_qs, u"New Ähre"_qs, u"old 100%"_qs};
    QTest::newRow("oldest") << PostSort::PublishedAt << false << QStringList{u"old 100%"_qs, u"New Ähre"_qs, u"Later"_qs, u"Draft"_qs};
    QTest::newRow("title") << PostSort::Title << false << QStringList{u"Draft"_qs, u"Later"_qs, u"New Ähre"_qs, u"old 100%"_qs};
    QTest::newRow("author, equal ones by id") << PostSort::Author << false << QStringList{u"old 100%"_qs, u"Later"_qs, u"Draft"_qs, u"New Ähre"_qs};
    QTest::newRow("author backwards") << PostSort::Author << true << QStringList{u"New Ähre"_qs, u"Draft"_qs, u"Later"_qs, u"old 100%"_qs};
    QTest::newRow("views") << PostSort::Views << true << QStringList{u"old 100%"_qs, u"New Ähre"_qs, u"Draft"_qs, u"Later"_qs};
}

void tst_Lists::postsAreSorted()
{
    QFETCH(PostSort, sort);
    QFETCH(bool, descending);
    QTEST(posts({.sort = sort, .descending = descending}), "titles");
}

void tst_Lists::postsOfARangeIncludeItsFirstInstantOnly()
{
    QCOMPARE(posts({.publishedFrom = noon, .publishedTo = noon.addDays(1)}), QStringList{u"old 100%"_qs});
    QCOMPARE(posts({.publishedFrom = noon.addSecs(1), .publishedTo = noon.addDays(2)}), QStringList{u"New Ähre"_qs});
    QCOMPARE(posts({.author = m_bob.id, .publishedTo = noon.addDays(9)}), QStringList{u"New Ähre"_qs});
}

void tst_Lists::pagesOfPostsFitTogether_data()
{
    QTest::addColumn<PostFilter>("filter");
    QTest::addColumn<int>("pageSize");
    for (const int size : {1, 2, 3, 50}) {
        QTest::addRow("newest, %d a page", size) << PostFilter{} << size;
        QTest::addRow("oldest, %d a page", size) << PostFilter{.descending = false} << size;
        QTest::addRow("by views, %d a page", size) << PostFilter{.sort = PostSort::Views} << size;
        QTest::addRow("drafts, %d a page", size) << PostFilter{.scope = PostScope::Drafts} << size;
    }
}

void tst_Lists::pagesOfPostsFitTogether()
{
    QFETCH(PostFilter, filter);
    QFETCH(int, pageSize);
    Builders make(m_database->repo);
    for (int i = 0; i < 4; ++i)
        make.post(m_bob, u"Draft %1"_qs.arg(i));
    const QStringList whole = posts(filter);
    QVERIFY(whole.size() >= 5);
    QStringList pages;
    for (qint64 offset = 0; offset < whole.size(); offset += pageSize)
        pages += posts(filter, offset, pageSize);
    QCOMPARE(pages, whole);
    QVERIFY(posts(filter, whole.size(), pageSize).isEmpty());
}

void tst_Lists::aRowOfPostsSaysWhatTheListShows()
{
    const blog::PostRow row = must(Blog(m_database->repo).postRows({.search = u"old"_qs}, 0, 10)).first();
    QCOMPARE(row.id, m_old.id);
    QCOMPARE(row.authorName, u"ada"_qs);
    QCOMPARE(row.authorId, m_ada.id);
    QCOMPARE(row.state, blog::PostState::Published);
    QCOMPARE(row.publishedAt, noon);
    QCOMPARE(row.viewCount, 50);
    QCOMPARE(row.approvedComments, 1);
    QCOMPARE(row.pendingComments, 1);
    QCOMPARE(row.tags, (QStringList{u"apple"_qs, u"Maple"_qs, u"Zebra"_qs}));
    QVERIFY(row.updatedAt.isValid());
    QCOMPARE(must(Blog(m_database->repo).postRows({.scope = PostScope::Trash}, 0, 10)).first().state, blog::PostState::Deleted);
}

void tst_Lists::aPageOfPostsCostsThreeStatements()
{
    Builders make(m_database->repo);
    for (int i = 0; i < 60; ++i)
        make.post(m_bob, u"Post %1"_qs.arg(i), noon.addDays(i % 7), i);
    const StatementCount statements;
    QCOMPARE(posts({.sort = PostSort::Views}, 0, 50).size(), 50);
    QCOMPARE(statements.value(), 3);
}

void tst_Lists::scopesOfPostsAreCountedUnderTheFilter()
{
    const Blog blog(m_database->repo);
    const QMap<PostScope, qint64> all{{PostScope::All, 4}, {PostScope::Published, 2}, {PostScope::Drafts, 1}, {PostScope::Scheduled, 1}, {PostScope::Trash, 1}};
    QCOMPARE(must(blog.postScopeCounts()), all);
    QCOMPARE(must(blog.postScopeCounts({.scope = PostScope::Trash})), all); // the scope itself does not count
    const QMap<PostScope, qint64> bobs{{PostScope::All, 1}, {PostScope::Published, 1}, {PostScope::Drafts, 0}, {PostScope::Scheduled, 0}, {PostScope::Trash, 0}};
    QCOMPARE(must(blog.postScopeCounts({.search = u"bob"_qs})), bobs);
}

void tst_Lists::tagsAreOfferedByTheirBeginning()
{
    const Blog blog(m_database->repo);
    QCOMPARE(must(blog.tagNames(u"MA"_qs)), QStringList{u"Maple"_qs});
    QCOMPARE(must(blog.tagNames(QString())), (QStringList{u"apple"_qs, u"Maple"_qs, u"Zebra"_qs}));
    QCOMPARE(must(blog.tagNames(QString(), 1)), QStringList{u"apple"_qs});
    QVERIFY(must(blog.tagNames(u"%"_qs)).isEmpty());
    QVERIFY(must(blog.tagNames(u"ple"_qs)).isEmpty());
}

void tst_Lists::commentsAreShownByWhatIsAsked_data()
{
    QTest::addColumn<CommentFilter>("filter");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("all, newest first") << CommentFilter{} << QStringList{u"Text 3"_qs, u"Text 2"_qs, u"Text 1"_qs, u"Text 0"_qs};
    QTest::newRow("pending") << CommentFilter{.state = ModerationState::Pending} << QStringList{u"Text 1"_qs};
    QTest::newRow("by text") << CommentFilter{.search = u"tEXT 2"_qs} << QStringList{u"Text 2"_qs};
    QTest::newRow("by post") << CommentFilter{.post = db::Id<Post>{2}} << QStringList();
    QTest::newRow("by user") << CommentFilter{.user = db::Id<User>{1}} << QStringList{u"Text 2"_qs, u"Text 0"_qs};
    QTest::newRow("by range") << CommentFilter{.insertedFrom = noon.addDays(1), .insertedTo = noon.addDays(3)} << QStringList{u"Text 2"_qs, u"Text 1"_qs};
}

void tst_Lists::commentsAreShownByWhatIsAsked()
{
    QFETCH(CommentFilter, filter);
    QFETCH(QStringList, texts);
    QCOMPARE(comments(filter), texts);
    QCOMPARE(must(Blog(m_database->repo).commentCount(filter)), texts.size());
}

void tst_Lists::commentsAreSorted_data()
{
    QTest::addColumn<CommentSort>("sort");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("body") << CommentSort::Body << QStringList{u"Text 0"_qs, u"Text 1"_qs, u"Text 2"_qs, u"Text 3"_qs};
    QTest::newRow("post, equal ones by id") << CommentSort::Post << QStringList{u"Text 0"_qs, u"Text 1"_qs, u"Text 2"_qs, u"Text 3"_qs};
    QTest::newRow("user") << CommentSort::User << QStringList{u"Text 0"_qs, u"Text 2"_qs, u"Text 1"_qs, u"Text 3"_qs};
    QTest::newRow("state") << CommentSort::State << QStringList{u"Text 0"_qs, u"Text 1"_qs, u"Text 2"_qs, u"Text 3"_qs};
    QTest::newRow("date") << CommentSort::InsertedAt << QStringList{u"Text 0"_qs, u"Text 1"_qs, u"Text 2"_qs, u"Text 3"_qs};
}

void tst_Lists::commentsAreSorted()
{
    QFETCH(CommentSort, sort);
    QFETCH(QStringList, texts);
    QCOMPARE(comments({.sort = sort, .descending = false}), texts);
    if (sort != CommentSort::User) {
        std::reverse(texts.begin(), texts.end());
        QCOMPARE(comments({.sort = sort, .descending = true}), texts);
    }
}

void tst_Lists::aRowOfCommentsSaysWhatTheListShows()
{
    Builders make(m_database->repo);
    make.comment(m_old, m_bob, u"ä"_qs.repeated(300), ModerationState::Pending, noon.addYears(1));
    const blog::CommentRow row = must(Blog(m_database->repo).commentRows({}, 0, 1)).first();
    QCOMPARE(row.excerpt, u"ä"_qs.repeated(blog::excerptLength));
    QCOMPARE(row.postTitle, u"old 100%"_qs);
    QCOMPARE(row.postId, m_old.id);
    QCOMPARE(row.username, u"Bob"_qs);
    QCOMPARE(row.userId, m_bob.id);
    QCOMPARE(row.state, ModerationState::Pending);
    QCOMPARE(row.insertedAt, noon.addYears(1));
}

void tst_Lists::aPageOfCommentsCostsOneStatement()
{
    const StatementCount statements;
    QCOMPARE(comments({}).size(), 4);
    QCOMPARE(statements.value(), 1);
}

void tst_Lists::statesOfCommentsAreCountedUnderTheFilter()
{
    const Blog blog(m_database->repo);
    const blog::CommentCounts one{{ModerationState::Pending, 1}, {ModerationState::Approved, 1}, {ModerationState::Rejected, 1}, {ModerationState::Spam, 1}};
    QCOMPARE(must(blog.commentScopeCounts()), one);
    QCOMPARE(must(blog.commentScopeCounts({.state = ModerationState::Spam})), one); // the state itself does not count
    const blog::CommentCounts adas{{ModerationState::Pending, 0}, {ModerationState::Approved, 1}, {ModerationState::Rejected, 1}, {ModerationState::Spam, 0}};
    QCOMPARE(must(blog.commentScopeCounts({.user = m_ada.id})), adas);
}

void tst_Lists::usersAreShownByScopeAndText_data()
{
    QTest::addColumn<UserFilter>("filter");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("all") << UserFilter{} << QStringList{u"ada"_qs, u"Bob"_qs, u"carl"_qs, u"dora"_qs};
    QTest::newRow("active") << UserFilter{.scope = UserScope::Active} << QStringList{u"ada"_qs, u"Bob"_qs, u"dora"_qs};
    QTest::newRow("inactive") << UserFilter{.scope = UserScope::Inactive} << QStringList{u"carl"_qs};
    QTest::newRow("staff") << UserFilter{.scope = UserScope::Staff} << QStringList{u"ada"_qs, u"dora"_qs};
    QTest::newRow("name") << UserFilter{.search = u"OB"_qs} << QStringList{u"Bob"_qs};
    QTest::newRow("email") << UserFilter{.search = u"carl@"_qs} << QStringList{u"carl"_qs};
    QTest::newRow("range") << UserFilter{.insertedFrom = noon, .insertedTo = noon.addDays(1)} << QStringList{u"ada"_qs};
}

void tst_Lists::usersAreShownByScopeAndText()
{
    QFETCH(UserFilter, filter);
    QFETCH(QStringList, names);
    Builders make(m_database->repo);
    make.user(u"carl"_qs);
    make.user(u"dora"_qs);
    m_database->execute(u"UPDATE users SET is_active = false WHERE username = 'carl'"_qs);
    m_database->execute(u"UPDATE users SET role = 'admin' WHERE username = 'ada'"_qs);
    m_database->execute(u"UPDATE users SET role = 'moderator' WHERE username = 'dora'"_qs);
    QCOMPARE(users(filter), names);
    QCOMPARE(must(Blog(m_database->repo).userCount(filter)), names.size());
}

void tst_Lists::usersAreSorted_data()
{
    QTest::addColumn<UserSort>("sort");
    QTest::newRow("name") << UserSort::Username;
    QTest::newRow("email") << UserSort::Email;
    QTest::newRow("role, equal ones by id") << UserSort::Role;
    QTest::newRow("active, equal ones by id") << UserSort::Active;
    QTest::newRow("date") << UserSort::InsertedAt;
}

void tst_Lists::usersAreSorted()
{
    QFETCH(UserSort, sort);
    QCOMPARE(users({.sort = sort}), (QStringList{u"ada"_qs, u"Bob"_qs}));
    QCOMPARE(users({.sort = sort, .descending = true}), (QStringList{u"Bob"_qs, u"ada"_qs}));
}

void tst_Lists::aPageOfUsersCostsTwoStatements()
{
    const StatementCount statements;
    const QList<blog::UserRow> rows = must(Blog(m_database->repo).userRows({}, 0, 100));
    QCOMPARE(statements.value(), 2);
    QCOMPARE(rows.at(0).posts, 3); // the one in the trash does not count
    QCOMPARE(rows.at(1).posts, 1);
    QCOMPARE(rows.at(1).email, u"Bob@example.org"_qs);
    QCOMPARE(rows.at(1).insertedAt, noon.addDays(1));
}

void tst_Lists::scopesOfUsersAreCountedUnderTheFilter()
{
    m_database->execute(u"UPDATE users SET role = 'admin', is_active = false WHERE username = 'ada'"_qs);
    const QMap<UserScope, qint64> all{{UserScope::All, 2}, {UserScope::Active, 1}, {UserScope::Inactive, 1}, {UserScope::Staff, 1}};
    QCOMPARE(must(Blog(m_database->repo).userScopeCounts()), all);
    const QMap<UserScope, qint64> bobs{{UserScope::All, 1}, {UserScope::Active, 1}, {UserScope::Inactive, 0}, {UserScope::Staff, 0}};
    QCOMPARE(must(Blog(m_database->repo).userScopeCounts({.search = u"bob"_qs})), bobs);
}

QTEST_GUILESS_MAIN(tst_Lists)
#include "tst_lists.moc"
