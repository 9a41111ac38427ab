// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/blog/blog.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"
#include "tests/support/statement_count.h"

#include <QTest>

using accounts::User;
using blog::Blog;
using blog::Comment;
using blog::ModerationState;
using blog::Post;

namespace {

const QDateTime noon(QDate(2026, 1, 10), QTime(12, 0), Qt::UTC);

QVariantMap params(const User &author, const QString &title)
{
    return {{u"title"_qs, title}, {u"body"_qs, u"A body long enough for the rule that asks for fifty characters."_qs}, {u"author_id"_qs, author.id.value}};
}

QStringList titles(const QList<Post> &posts)
{
    QStringList result;
    for (const Post &post : posts)
        result.append(post.title);
    return result;
}

QStringList tagNames(const Post &post)
{
    QStringList result;
    for (const blog::Tag &tag : *post.tags)
        result.append(tag.name);
    result.sort();
    return result;
}

} // namespace

class tst_Blog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void postsAreListedByTheGuidesOptions_data();
    void postsAreListedByTheGuidesOptions();
    void pagesCountWhatIsDated();
    void commentsAreCountedPerPost();
    void onePostBringsAllThatBelongsToIt();
    void onlyPublishedPostsHaveAnAddress();
    void onlyTheAuthorEdits();
    void aTakenSlugIsSaid();
    void anUnknownAuthorIsSaid();
    void tagsAreMadeOnceAndUsedAgain();
    void aBadPostLeavesNoTagsBehind();
    void updatingReplacesTheTags();
    void publishingAndTakingItBack();
    void theTrashKeepsPostsUntilTheyAreWanted();
    void manyPostsGoToTheTrashAtOnce();
    void deletingTakesTheComments();
    void viewsAreCountedByTheDatabase();
    void anAuthorsPostsAreUnpublished();
    void oldDraftsAreCleanedUp();
    void lateEditsAreStale();
    void commentsAreWrittenEditedAndDeleted();

private:
    std::unique_ptr<TestDatabase> m_database;
    User m_ada;
};

void tst_Blog::init()
{
    m_database = std::make_unique<TestDatabase>(communityDatabase());
    m_ada = Builders(m_database->repo).user(u"ada"_qs);
}

void tst_Blog::postsAreListedByTheGuidesOptions_data()
{
    QTest::addColumn<blog::PostOptions>("options");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("all") << blog::PostOptions{} << QStringList{u"Later"_qs, u"Newer 100%"_qs, u"Older"_qs, u"Draft"_qs};
    QTest::newRow("published") << blog::PostOptions{.published = true} << QStringList{u"Newer 100%"_qs, u"Older"_qs};
    QTest::newRow("drafts") << blog::PostOptions{.published = false} << QStringList{u"Draft"_qs};
    QTest::newRow("by author") << blog::PostOptions{.author = db::Id<User>{2}} << QStringList{u"Older"_qs};
    QTest::newRow("by tag") << blog::PostOptions{.tag = u"Elixir"_qs} << QStringList{u"Older"_qs};
    QTest::newRow("by unknown tag") << blog::PostOptions{.tag = u"elixir"_qs} << QStringList();
    QTest::newRow("search") << blog::PostOptions{.search = u"EWER"_qs} << QStringList{u"Newer 100%"_qs};
    QTest::newRow("search in the body") << blog::PostOptions{.search = u"fifty"_qs} << QStringList{u"Later"_qs, u"Newer 100%"_qs, u"Older"_qs, u"Draft"_qs};
    QTest::newRow("wildcards of the search") << blog::PostOptions{.search = u"n_w%100"_qs} << QStringList{u"Newer 100%"_qs};
    QTest::newRow("limit and offset") << blog::PostOptions{.limit = 2, .offset = 1} << QStringList{u"Newer 100%"_qs, u"Older"_qs};
    QTest::newRow("together") << blog::PostOptions{.published = true, .author = db::Id<User>{1}, .search = u"e"_qs} << QStringList{u"Newer 100%"_qs};
}

void tst_Blog::postsAreListedByTheGuidesOptions()
{
    QFETCH(blog::PostOptions, options);
    Builders make(m_database->repo);
    Blog blog(m_database->repo);
    const User bob = make.user(u"bob"_qs);
    const Post older = make.post(bob, u"Older"_qs, noon);
    make.post(m_ada, u"Newer 100%"_qs, noon.addDays(1));
    make.post(m_ada, u"Later"_qs, QDateTime::currentDateTimeUtc().addDays(1));
    make.post(m_ada, u"Draft"_qs);
    must(blog.softDeletePost(make.post(m_ada, u"Deleted"_qs, noon)));
    must(blog.updatePostWithTags(older, {}, {u"Elixir"_qs, u"Ecto"_qs}));
    QTEST(titles(must(blog.listPosts(options))), "found");
}

void tst_Blog::pagesCountWhatIsDated()
{
    Builders make(m_database->repo);
    for (int i = 0; i < 5; ++i)
        make.post(m_ada, u"Post %1"_qs.arg(i), noon.addDays(i));
    make.post(m_ada, u"Draft"_qs);
    const Blog blog(m_database->repo);

    const blog::PostPage first = must(blog.listPostsPaginated(1, 2));
    QCOMPARE(titles(first.posts), (QStringList{u"Post 4"_qs, u"Post 3"_qs}));
    QCOMPARE(first.totalCount, 5);
    QCOMPARE(first.totalPages, 3);
    QCOMPARE(titles(must(blog.listPostsPaginated(3, 2)).posts), QStringList{u"Post 0"_qs});
    QVERIFY(must(blog.listPostsPaginated(4, 2)).posts.isEmpty());
    QCOMPARE(must(blog.listPostsPaginated()).perPage, 20);
}

void tst_Blog::commentsAreCountedPerPost()
{
    Builders make(m_database->repo);
    const Post busy = make.post(m_ada, u"Busy"_qs, noon);
    make.post(m_ada, u"Quiet"_qs, noon);
    for (int i = 0; i < 3; ++i)
        make.comment(busy, m_ada, u"Approved comment"_qs, ModerationState::Approved);
    make.comment(busy, m_ada, u"Pending comment"_qs);

    const auto counted = must(Blog(m_database->repo).listPostsWithCommentCounts());
    QCOMPARE(counted.size(), 2);
    QCOMPARE(counted.at(0).post.title, u"Quiet"_qs);
    QCOMPARE(counted.at(0).commentCount, 0);
    QCOMPARE(counted.at(1).post.title, u"Busy"_qs);
    QCOMPARE(counted.at(1).commentCount, 3);
}

void tst_Blog::onePostBringsAllThatBelongsToIt()
{
    Builders make(m_database->repo);
    Blog blog(m_database->repo);
    const User bob = make.user(u"bob"_qs);
    const Post made = must(blog.createPostWithTags(params(m_ada, u"A good title"_qs), {u"Ecto"_qs}));
    for (int i = 0; i < 10; ++i)
        make.comment(made, bob, u"Comment %1 of many"_qs.arg(i));

    const StatementCount statements;
    const auto post = must(blog.getPostWithAssociations(made.id));
    QCOMPARE(statements.value(), 5); // post, author, tags, comments, their users
    QVERIFY(post);
    QCOMPARE(post->author->username, u"ada"_qs);
    QCOMPARE(tagNames(*post), QStringList{u"Ecto"_qs});
    QCOMPARE(post->comments->size(), 10);
    QCOMPARE(post->comments->at(4).user->username, u"bob"_qs);
    QVERIFY(!must(blog.getPostWithAssociations({99})));
    QCOMPARE(must(blog.listPostsWithAuthors()).first().author->username, u"ada"_qs);
}

void tst_Blog::onlyPublishedPostsHaveAnAddress()
{
    Builders make(m_database->repo);
    Blog blog(m_database->repo);
    const Post published = make.post(m_ada, u"Published"_qs, noon);
    const Post draft = make.post(m_ada, u"Draft"_qs);
    const Post scheduled = make.post(m_ada, u"Scheduled"_qs, QDateTime::currentDateTimeUtc().addDays(1));
    QCOMPARE(must(blog.getPublishedPostBySlug(published.slug))->id, published.id);
    QVERIFY(!must(blog.getPublishedPostBySlug(draft.slug)));
    QVERIFY(!must(blog.getPublishedPostBySlug(scheduled.slug)));
    must(blog.softDeletePost(published));
    QVERIFY(!must(blog.getPublishedPostBySlug(published.slug)));
}

void tst_Blog::onlyTheAuthorEdits()
{
    Builders make(m_database->repo);
    const Post post = make.post(m_ada, u"Mine"_qs);
    const Blog blog(m_database->repo);
    QVERIFY(must(blog.getPostForEdit(post.id, m_ada.id)));
    QVERIFY(!must(blog.getPostForEdit(post.id, make.user(u"bob"_qs).id)));
    QCOMPARE(blog.fetchPost({99}).error().kind, db::Error::Kind::NotFound);
}

void tst_Blog::aTakenSlugIsSaid()
{
    Blog blog(m_database->repo);
    must(blog.createPost(params(m_ada, u"A good title"_qs)));
    const db::Result<Post> again = blog.createPost(params(m_ada, u"A good title"_qs));
    QVERIFY(!again);
    QCOMPARE(again.error().changeset->errorsOn(u"slug"), QStringList{u"has already been taken"_qs});
}

void tst_Blog::anUnknownAuthorIsSaid()
{
    User nobody;
    nobody.id = {99};
    const db::Result<Post> refused = Blog(m_database->repo).createPost(params(nobody, u"A good title"_qs));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(refused.error().changeset->errorsOn(u"author_id"), QStringList{u"does not exist"_qs});
}

void tst_Blog::tagsAreMadeOnceAndUsedAgain()
{
    Blog blog(m_database->repo);
    const Post first = must(blog.createPostWithTags(params(m_ada, u"First post"_qs), {u"Elixir Lang"_qs, u"elixir lang"_qs, u"  "_qs, u"Ecto"_qs}));
    QCOMPARE(tagNames(first), (QStringList{u"Ecto"_qs, u"Elixir Lang"_qs}));
    must(blog.createPostWithTags(params(m_ada, u"Second post"_qs), {u"ECTO"_qs}));
    QCOMPARE(m_database->texts(u"SELECT name FROM tags ORDER BY id"_qs), (QStringList{u"Elixir Lang"_qs, u"Ecto"_qs}));
    QCOMPARE(tagNames(must(blog.fetchPost({2}))), QStringList{u"Ecto"_qs});
}

void tst_Blog::aBadPostLeavesNoTagsBehind()
{
    const db::Result<Post> refused = Blog(m_database->repo).createPostWithTags(params(m_ada, u"Hey"_qs), {u"Ecto"_qs});
    QVERIFY(!refused);
    QCOMPARE(refused.error().changeset->schema().table(), u"posts"_qs);
    QCOMPARE(m_database->texts(u"SELECT count(*) FROM tags"_qs), QStringList{u"0"_qs});
}

void tst_Blog::updatingReplacesTheTags()
{
    Blog blog(m_database->repo);
    const Post made = must(blog.createPostWithTags(params(m_ada, u"A good title"_qs), {u"Old"_qs, u"Kept"_qs}));
    const Post updated = must(blog.updatePostWithTags(must(blog.fetchPost(made.id)), {{u"title"_qs, u"Another title"_qs}}, {u"Kept"_qs, u"New"_qs}));
    QCOMPARE(updated.slug, u"another-title"_qs);
    QCOMPARE(tagNames(must(blog.fetchPost(made.id))), (QStringList{u"Kept"_qs, u"New"_qs}));

    // Tags need not be loaded for that.
    must(blog.updatePostWithTags(*must(blog.getPost(made.id)), {}, {}));
    QVERIFY(tagNames(must(blog.fetchPost(made.id))).isEmpty());
}

void tst_Blog::publishingAndTakingItBack()
{
    Blog blog(m_database->repo);
    const Post draft = Builders(m_database->repo).post(m_ada, u"A good title"_qs);
    const Post published = must(blog.publishPost(draft, QDateTime(QDate(2026, 1, 1), QTime(8, 0, 0, 999), Qt::UTC)));
    QCOMPARE(must(blog.fetchPost(draft.id)).publishedAt, QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC));
    must(blog.unpublishPost(published));
    QVERIFY(!must(blog.fetchPost(draft.id)).publishedAt);
}

void tst_Blog::theTrashKeepsPostsUntilTheyAreWanted()
{
    Blog blog(m_database->repo);
    const Post post = Builders(m_database->repo).post(m_ada, u"A good title"_qs, noon);
    const Post deleted = must(blog.softDeletePost(post));
    QVERIFY(must(blog.fetchPost(post.id)).deletedAt);
    QVERIFY(must(blog.listPosts()).isEmpty());
    must(blog.restorePost(deleted));
    QVERIFY(!must(blog.fetchPost(post.id)).deletedAt);
    QCOMPARE(must(blog.listPosts()).size(), 1);
}

void tst_Blog::manyPostsGoToTheTrashAtOnce()
{
    Builders make(m_database->repo);
    Blog blog(m_database->repo);
    QList<db::Id<Post>> ids;
    for (int i = 0; i < 3; ++i)
        ids.append(make.post(m_ada, u"Post %1"_qs.arg(i)).id);
    make.post(m_ada, u"Stays"_qs);
    QCOMPARE(must(blog.softDeletePosts(ids)), 3);
    QCOMPARE(must(blog.softDeletePosts(ids)), 0); // they are there already
    QCOMPARE(titles(must(blog.listPosts())), QStringList{u"Stays"_qs});
    QCOMPARE(must(blog.restorePosts(ids)), 3);
    QCOMPARE(must(blog.listPosts()).size(), 4);
}

void tst_Blog::deletingTakesTheComments()
{
    Builders make(m_database->repo);
    const Post post = make.post(m_ada, u"A good title"_qs);
    make.comment(post, m_ada, u"A comment on it"_qs);
    must(Blog(m_database->repo).deletePost(post));
    QCOMPARE(m_database->texts(u"SELECT count(*) FROM comments"_qs), QStringList{u"0"_qs});
}

void tst_Blog::viewsAreCountedByTheDatabase()
{
    Blog blog(m_database->repo);
    Builders make(m_database->repo);
    const Post post = make.post(m_ada, u"A good title"_qs);
    const Post other = make.post(m_ada, u"Another one"_qs);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(must(blog.incrementViewCount(post.id)), 1);
    QCOMPARE(must(blog.fetchPost(post.id)).viewCount, 3);
    QCOMPARE(must(blog.fetchPost(other.id)).viewCount, 0);
    QCOMPARE(must(blog.incrementViewCount({99})), 0);
}

void tst_Blog::anAuthorsPostsAreUnpublished()
{
    Builders make(m_database->repo);
    Blog blog(m_database->repo);
    make.post(m_ada, u"One"_qs, noon);
    make.post(m_ada, u"Two"_qs, noon);
    make.post(make.user(u"bob"_qs), u"Bob's"_qs, noon);
    QCOMPARE(must(blog.unpublishAuthorPosts(m_ada.id)), 2);
    QCOMPARE(titles(must(blog.listPosts({.published = true}))), QStringList{u"Bob's"_qs});
}

void tst_Blog::oldDraftsAreCleanedUp()
{
    Builders make(m_database->repo);
    Blog blog(m_database->repo);
    make.post(m_ada, u"Old draft"_qs);
    make.post(m_ada, u"Old post"_qs, noon);
    m_database->execute(u"UPDATE posts SET updated_at = '2020-01-01T00:00:00'"_qs);
    make.post(m_ada, u"New draft"_qs);
    QCOMPARE(must(blog.cleanupOldDrafts()), 1);
    QCOMPARE(titles(must(blog.listPosts())), (QStringList{u"Old post"_qs, u"New draft"_qs}));
}

void tst_Blog::lateEditsAreStale()
{
    Blog blog(m_database->repo);
    const Post read = Builders(m_database->repo).post(m_ada, u"A good title"_qs);
    must(blog.updatePost(read, {{u"title"_qs, u"A better title"_qs}}));
    must(blog.incrementViewCount(read.id));

    QCOMPARE(blog.updatePost(read, {{u"title"_qs, u"The best title"_qs}}).error().kind, db::Error::Kind::Stale);
    must(blog.updatePost(read, {{u"published_at"_qs, u"2026-01-01T00:00:00Z"_qs}}));
    const Post stored = must(blog.fetchPost(read.id));
    QCOMPARE(stored.title, u"A better title"_qs);
    QCOMPARE(stored.viewCount, 1);
    QVERIFY(stored.publishedAt);
}

void tst_Blog::commentsAreWrittenEditedAndDeleted()
{
    Blog blog(m_database->repo);
    const Post post = Builders(m_database->repo).post(m_ada, u"A good title"_qs);
    const Comment made = must(blog.createComment({{u"body"_qs, u"A comment on it"_qs}, {u"post_id"_qs, post.id.value}, {u"user_id"_qs, m_ada.id.value}}));
    QCOMPARE(made.state, ModerationState::Pending);
    must(blog.updateComment(made, {{u"body"_qs, u"A better comment"_qs}}));

    const Comment read = must(blog.fetchComment(made.id));
    QCOMPARE(read.body, u"A better comment"_qs);
    QCOMPARE(read.post->title, u"A good title"_qs);
    QCOMPARE(read.user->username, u"ada"_qs);

    const auto refused = blog.createComment({{u"body"_qs, u"A comment on it"_qs}, {u"post_id"_qs, 98}, {u"user_id"_qs, 99}});
    QCOMPARE(refused.error().changeset->errorsOn(u"post_id"), QStringList{u"does not exist"_qs});
    QCOMPARE(refused.error().changeset->errorsOn(u"user_id"), QStringList{u"does not exist"_qs});

    must(blog.deleteComment(read));
    QCOMPARE(blog.fetchComment(made.id).error().kind, db::Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(tst_Blog)
#include "tst_blog.moc"
