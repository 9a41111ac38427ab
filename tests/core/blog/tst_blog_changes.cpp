// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accounts.h"
#include "core/accounts/password.h"
#include "core/blog/blog.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"

#include <QTest>

using accounts::Accounts;
using accounts::User;
using accounts::UserChange;
using blog::Blog;
using blog::Comment;
using blog::CommentChange;
using blog::Post;
using blog::PostAction;
using blog::PostChange;
using db::Error;

namespace {

const QDateTime noon(QDate(2026, 1, 10), QTime(12, 0), Qt::UTC);

QVariantMap titled(const QString &title)
{
    return {{u"title"_qs, title}};
}

} // namespace

/// Writes to posts, comments and new users that can be taken back, while somebody else writes too.
class tst_BlogChanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void initTestCase() { accounts::setPasswordCost(4); }
    void init();
    void aSavedPostIsTakenBackAndMadeAgain();
    void aNewPostGoesToTheTrash();
    void aTitleSomeoneElseChangedStays();
    void tagsSomeoneElseChangedStay();
    void tagsSomeoneElseChangedAreNotSavedOver();
    void tagsThatAreGivenAsReadAreLeftAlone();
    void actionsOnManyPostsLeaveOutWhatIsSo();
    void actionsOnManyPostsAreTakenBackTogetherOrNotAtAll();
    void aPostReadTooEarlyIsNeitherPublishedNorDeleted_data();
    void aPostReadTooEarlyIsNeitherPublishedNorDeleted();
    void aSavedCommentIsTakenBackAndMadeAgain();
    void aCommentSomeoneElseChangedStays();
    void aNewUserIsDeletedAndMadeAgain();
    void aNewUserSomeoneElseChangedStays_data();
    void aNewUserSomeoneElseChangedStays();
    void aNewUserWhoWroteSomethingStays();

private:
    db::Repo &repo() { return m_database->repo; }
    Blog blog() { return Blog(repo()); }
    Post read() { return must(blog().fetchPost(m_post)); }
    QStringList tags() { return m_database->texts(u"SELECT name FROM tags JOIN posts_tags ON tag_id = tags.id ORDER BY name"_qs); }
    UserChange newUser(const QVariantMap &profile);

    std::unique_ptr<TestDatabase> m_database;
    User m_ada;
    db::Id<Post> m_post; ///< a draft with the tag A
};

void tst_BlogChanges::init()
{
    m_database = std::make_unique<TestDatabase>(communityDatabase());
    m_ada = Builders(repo()).user(u"ada"_qs);
    m_post = Builders(repo()).post(m_ada, u"A good title"_qs).id;
    must(blog().updatePostWithTags(read(), {}, {u"A"_qs}));
}

void tst_BlogChanges::aSavedPostIsTakenBackAndMadeAgain()
{
    const PostChange change = must(blog().savePost(read(), titled(u"Another title"_qs), {u"B"_qs, u"C"_qs}));
    QCOMPARE(tags(), (QStringList{u"B"_qs, u"C"_qs}));
    must(blog().takeBack({change}));
    QCOMPARE(read().title, u"A good title"_qs);
    QCOMPARE(tags(), QStringList{u"A"_qs});
    must(blog().takeBack({change.inverse()}));
    QCOMPARE(read().title, u"Another title"_qs);
    QCOMPARE(tags(), (QStringList{u"B"_qs, u"C"_qs}));
}

void tst_BlogChanges::aNewPostGoesToTheTrash()
{
    const PostChange change = must(blog().savePost({}, {{u"title"_qs, u"A new post"_qs}, {u"body"_qs, read().body}, {u"author_id"_qs, m_ada.id.value}}, {u"B"_qs}));
    must(blog().takeBack({change}));
    QVERIFY(must(blog().fetchPost(change.after.id)).deletedAt);
    must(blog().takeBack({change.inverse()}));
    QVERIFY(!must(blog().fetchPost(change.after.id)).deletedAt);
}

void tst_BlogChanges::aTitleSomeoneElseChangedStays()
{
    const PostChange change = must(blog().savePost(read(), titled(u"Another title"_qs), {u"B"_qs}));
    must(blog().updatePost(read(), titled(u"A third title"_qs)));
    QCOMPARE(blog().takeBack({change}).error().kind, Error::Kind::Stale);
    QCOMPARE(read().title, u"A third title"_qs);
    QCOMPARE(tags(), QStringList{u"B"_qs}); // all or nothing
}

void tst_BlogChanges::tagsSomeoneElseChangedStay()
{
    const PostChange change = must(blog().savePost(read(), titled(u"Another title"_qs), {u"B"_qs}));
    must(blog().updatePostWithTags(read(), {}, {u"C"_qs}));
    QCOMPARE(blog().takeBack({change}).error().kind, Error::Kind::Stale);
    QCOMPARE(tags(), QStringList{u"C"_qs});
    QCOMPARE(read().title, u"Another title"_qs);
}

void tst_BlogChanges::tagsSomeoneElseChangedAreNotSavedOver()
{
    const Post form = read();
    must(blog().updatePostWithTags(read(), {}, {u"A"_qs, u"B"_qs}));
    QCOMPARE(blog().savePost(form, titled(u"Another title"_qs), {u"A"_qs, u"C"_qs}).error().kind, Error::Kind::Stale);
    QCOMPARE(tags(), (QStringList{u"A"_qs, u"B"_qs}));
    QCOMPARE(read().title, u"A good title"_qs);
}

void tst_BlogChanges::tagsThatAreGivenAsReadAreLeftAlone()
{
    const Post form = read();
    must(blog().updatePostWithTags(read(), {}, {u"A"_qs, u"B"_qs}));
    const PostChange change = must(blog().savePost(form, titled(u"Another title"_qs), {u"A"_qs}));
    QCOMPARE(tags(), (QStringList{u"A"_qs, u"B"_qs}));
    must(blog().takeBack({change}));
    QCOMPARE(tags(), (QStringList{u"A"_qs, u"B"_qs}));
}

void tst_BlogChanges::actionsOnManyPostsLeaveOutWhatIsSo()
{
    Builders make(repo());
    const Post published = make.post(m_ada, u"Published"_qs, noon);
    const auto changes = must(blog().changePosts({m_post, published.id, {99}}, PostAction::Publish));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().after.id, m_post);
    QVERIFY(read().publishedAt);
    QCOMPARE(must(blog().fetchPost(published.id)).publishedAt, noon);

    QCOMPARE(must(blog().changePosts({m_post}, PostAction::Delete)).size(), 1);
    QCOMPARE(must(blog().changePosts({m_post}, PostAction::Delete)).size(), 0);
    QCOMPARE(must(blog().changePosts({m_post}, PostAction::Restore)).size(), 1);
    QCOMPARE(must(blog().changePosts({m_post}, PostAction::Unpublish)).size(), 1);
    QVERIFY(!read().publishedAt);
    QVERIFY(!read().deletedAt);
}

void tst_BlogChanges::actionsOnManyPostsAreTakenBackTogetherOrNotAtAll()
{
    const db::Id<Post> other = Builders(repo()).post(m_ada, u"Another draft"_qs).id;
    const auto changes = must(blog().changePosts({m_post, other}, PostAction::Publish));
    must(blog().unpublishPost(must(blog().fetchPost(other))));
    QCOMPARE(blog().takeBack(changes).error().kind, Error::Kind::Stale);
    QVERIFY(read().publishedAt);

    must(blog().publishPost(must(blog().fetchPost(other)), *changes.last().after.publishedAt));
    must(blog().takeBack(changes));
    QVERIFY(!read().publishedAt);
    QVERIFY(!must(blog().fetchPost(other)).publishedAt);
}

void tst_BlogChanges::aPostReadTooEarlyIsNeitherPublishedNorDeleted_data()
{
    QTest::addColumn<PostAction>("meanwhile");
    QTest::addColumn<PostAction>("late");
    QTest::newRow("draft to unpublish was published") << PostAction::Publish << PostAction::Unpublish;
    QTest::newRow("draft to publish was published") << PostAction::Publish << PostAction::Publish;
    QTest::newRow("post to restore was deleted") << PostAction::Delete << PostAction::Restore;
    QTest::newRow("post to delete was deleted") << PostAction::Delete << PostAction::Delete;
}

void tst_BlogChanges::aPostReadTooEarlyIsNeitherPublishedNorDeleted()
{
    QFETCH(PostAction, meanwhile);
    QFETCH(PostAction, late);
    const auto act = [this](const Post &post, PostAction action) {
        switch (action) {
        case PostAction::Publish:
            return blog().publishPost(post);
        case PostAction::Unpublish:
            return blog().unpublishPost(post);
        case PostAction::Delete:
            return blog().softDeletePost(post);
        case PostAction::Restore:
            return blog().restorePost(post);
        }
        Q_UNREACHABLE();
    };
    const Post early = read();
    must(act(early, meanwhile));
    const Post stored = read();
    QCOMPARE(act(early, late).error().kind, Error::Kind::Stale);
    QCOMPARE(read().publishedAt, stored.publishedAt);
    QCOMPARE(read().deletedAt, stored.deletedAt);
}

void tst_BlogChanges::aSavedCommentIsTakenBackAndMadeAgain()
{
    const Comment comment = Builders(repo()).comment(read(), m_ada, u"A comment on it"_qs);
    const CommentChange change = must(blog().saveComment(comment, {{u"body"_qs, u"A better comment"_qs}}));
    must(blog().takeBack(change));
    QCOMPARE(must(blog().fetchComment(comment.id)).body, u"A comment on it"_qs);
    must(blog().takeBack(change.inverse()));
    QCOMPARE(must(blog().fetchComment(comment.id)).body, u"A better comment"_qs);
}

void tst_BlogChanges::aCommentSomeoneElseChangedStays()
{
    const Comment comment = Builders(repo()).comment(read(), m_ada, u"A comment on it"_qs);
    const CommentChange change = must(blog().saveComment(comment, {{u"body"_qs, u"A better comment"_qs}}));
    must(blog().updateComment(change.after, {{u"body"_qs, u"The best comment"_qs}}));
    QCOMPARE(blog().takeBack(change).error().kind, Error::Kind::Stale);
    QCOMPARE(must(blog().fetchComment(comment.id)).body, u"The best comment"_qs);

    QCOMPARE(blog().saveComment(comment, {{u"body"_qs, u"A late comment"_qs}}).error().kind, Error::Kind::Stale);
    QCOMPARE(must(blog().fetchComment(comment.id)).body, u"The best comment"_qs);
}

UserChange tst_BlogChanges::newUser(const QVariantMap &profile)
{
    return must(Accounts(repo()).saveUser({}, {{u"email"_qs, u"eve@example.org"_qs}, {u"username"_qs, u"eve"_qs}, {u"password"_qs, u"long enough"_qs}}, profile));
}

void tst_BlogChanges::aNewUserIsDeletedAndMadeAgain()
{
    Accounts accounts(repo());
    const UserChange change = newUser({{u"bio"_qs, u"New here."_qs}});
    for (int round = 0; round < 2; ++round) {
        must(blog().deleteIdleUser(change.after));
        QVERIFY(!must(accounts.getUser(change.after.user.id)));
        must(accounts.takeBack(change.inverse()));
        QCOMPARE(must(accounts.fetchUserWithProfile(change.after.user.id)).profile.bio, u"New here."_qs);
    }
    // A later change that was taken back leaves nothing behind that would be in the way.
    const UserChange later = must(accounts.saveUser(change.after, {{u"role"_qs, u"admin"_qs}}, {{u"bio"_qs, u"Not new."_qs}}));
    must(accounts.takeBack(later));
    must(blog().deleteIdleUser(change.after));
    QVERIFY(!must(accounts.getUser(change.after.user.id)));
}

void tst_BlogChanges::aNewUserSomeoneElseChangedStays_data()
{
    QTest::addColumn<QVariantMap>("profile");
    QTest::addColumn<QVariantMap>("userMeanwhile");
    QTest::addColumn<QVariantMap>("profileMeanwhile");
    const QVariantMap bio{{u"bio"_qs, u"New here."_qs}};
    QTest::newRow("made an administrator") << bio << QVariantMap{{u"role"_qs, u"admin"_qs}} << QVariantMap();
    QTest::newRow("told more") << bio << QVariantMap() << QVariantMap{{u"website"_qs, u"https://example.org"_qs}};
    QTest::newRow("told something") << QVariantMap() << QVariantMap() << bio;
}

void tst_BlogChanges::aNewUserSomeoneElseChangedStays()
{
    QFETCH(QVariantMap, profile);
    QFETCH(QVariantMap, userMeanwhile);
    QFETCH(QVariantMap, profileMeanwhile);
    Accounts accounts(repo());
    const UserChange change = newUser(profile);
    must(accounts.updateUserWithProfile(change.after, userMeanwhile, profileMeanwhile));
    QCOMPARE(blog().deleteIdleUser(change.after).error().kind, Error::Kind::Stale);
    const auto stored = must(accounts.fetchUserWithProfile(change.after.user.id));
    QVERIFY(userMeanwhile.isEmpty() || stored.user.role == accounts::Role::Admin);
    QVERIFY(!stored.profile.id.isNull());
}

void tst_BlogChanges::aNewUserWhoWroteSomethingStays()
{
    const UserChange change = newUser({});
    Builders(repo()).comment(read(), change.after.user, u"A comment on it"_qs);
    QCOMPARE(blog().deleteIdleUser(change.after).error().kind, Error::Kind::Refused);
    QVERIFY(must(Accounts(repo()).getUser(change.after.user.id)));
}

QTEST_GUILESS_MAIN(tst_BlogChanges)
#include "tst_blog_changes.moc"
