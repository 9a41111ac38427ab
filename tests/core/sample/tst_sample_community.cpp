// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/profile.h"
#include "core/blog/blog.h"
#include "core/orders/order.h"
#include "core/sample/sample_community.h"
#include "core/toolkit/query.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"

#include <QTest>

using blog::PostScope;
using db::col;
using db::from;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

template <typename T>
QList<T> all(db::Repo &repo)
{
    return must(repo.all(from<T>()));
}

} // namespace

class tst_SampleCommunity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void fillsAnEmptyDatabase();
    void makesTheSameRowsEachTime();
    void keepsToTheRulesOfTheDomain();
    void datesLieInTheThirtyMonthsBefore();
    void leavesWorkForModerators();
    void isAsLargeAsAsked();
    void worksForTheSmallestSizes();
    void refusesADatabaseWithUsers();
};

void tst_SampleCommunity::fillsAnEmptyDatabase()
{
    TestDatabase database = communityDatabase();
    must(sample::createCommunity(database.repo, {}, now));

    QCOMPARE(must(database.repo.count(from<accounts::User>())), 50);
    QCOMPARE(must(database.repo.count(from<blog::Post>())), 500);
    QCOMPARE(must(database.repo.count(from<blog::Comment>())), 2000);
    QVERIFY(must(database.repo.count(from<accounts::Profile>())) > 20);
    QVERIFY(must(database.repo.count(from<blog::Tag>())) > 15);
    QVERIFY(must(database.repo.count(from<orders::OrderItem>())) >= must(database.repo.count(from<orders::Order>())));
    const auto scopes = must(blog::Blog(database.repo).postScopeCounts());
    for (const PostScope scope : {PostScope::Published, PostScope::Drafts, PostScope::Trash})
        QVERIFY(scopes[scope] > 5);
}

void tst_SampleCommunity::makesTheSameRowsEachTime()
{
    TestDatabase first = communityDatabase();
    TestDatabase second = communityDatabase();
    for (TestDatabase *database : {&first, &second})
        must(sample::createCommunity(database->repo, {.users = 10, .posts = 40, .comments = 100}, now));

    const db::Catalogue catalogue = must(db::readCatalogue(*first.connection));
    for (const QString &table : {u"users"_qs, u"profiles"_qs, u"posts"_qs, u"tags"_qs, u"posts_tags"_qs, u"comments"_qs, u"products"_qs, u"orders"_qs, u"order_items"_qs}) {
        const QString rows = u"SELECT * FROM %1 ORDER BY 1, 2"_qs.arg(table);
        const qsizetype columns = catalogue.findTable(table)->columns.size();
        for (int column = 0; column < columns; ++column) {
            QVERIFY(!first.texts(rows, column).isEmpty());
            QCOMPARE(first.texts(rows, column), second.texts(rows, column));
        }
    }
}

void tst_SampleCommunity::keepsToTheRulesOfTheDomain()
{
    TestDatabase database = communityDatabase();
    must(sample::createCommunity(database.repo, {}, now));

    for (const blog::Post &post : all<blog::Post>(database.repo)) {
        const auto again = blog::Post::changeset({}, {{u"title"_qs, post.title}, {u"body"_qs, post.body}, {u"slug"_qs, post.slug}, {u"author_id"_qs, post.authorId.value}});
        QVERIFY2(again.isValid(), qPrintable(post.title));
        QVERIFY(!post.title.contains(u'{') && !post.body.contains(u'{'));
    }
    for (const blog::Comment &comment : all<blog::Comment>(database.repo)) {
        const auto again = blog::Comment::creation({}, {{u"body"_qs, comment.body}, {u"post_id"_qs, comment.postId.value}, {u"user_id"_qs, comment.userId.value}});
        QVERIFY2(again.isValid(), qPrintable(comment.body));
        QCOMPARE(comment.isApproved, comment.state == blog::ModerationState::Approved);
        QCOMPARE(comment.moderatedBy.has_value(), comment.state != blog::ModerationState::Pending);
    }
    for (const accounts::User &user : all<accounts::User>(database.repo)) {
        const auto again = accounts::User::editing({}, {{u"email"_qs, user.email}, {u"username"_qs, user.username}});
        QVERIFY2(again.isValid(), qPrintable(user.username));
    }
    for (const accounts::Profile &profile : all<accounts::Profile>(database.repo)) {
        QVariantMap params;
        if (profile.bio)
            params[u"bio"_qs] = *profile.bio;
        if (profile.website)
            params[u"website"_qs] = *profile.website;
        if (profile.birthDate)
            params[u"birth_date"_qs] = profile.birthDate->toString(Qt::ISODate);
        QVERIFY(accounts::Profile::changeset({}, params, now.date()).isValid());
    }
}

void tst_SampleCommunity::datesLieInTheThirtyMonthsBefore()
{
    TestDatabase database = communityDatabase();
    must(sample::createCommunity(database.repo, {}, now));
    const QDateTime start = now.addMonths(-30);

    for (const blog::Post &post : all<blog::Post>(database.repo)) {
        QVERIFY(post.insertedAt >= start && post.insertedAt <= now);
        QVERIFY(!post.publishedAt || *post.publishedAt >= post.insertedAt);
    }
    for (const blog::Comment &comment : all<blog::Comment>(database.repo))
        QVERIFY(comment.insertedAt >= start && comment.insertedAt <= now);
    QVERIFY(must(database.repo.exists(from<blog::Post>().where(col(&blog::Post::publishedAt) > now))));
    QVERIFY(must(database.repo.exists(from<blog::Post>().where(col(&blog::Post::publishedAt) < start.addMonths(6)))));
}

void tst_SampleCommunity::leavesWorkForModerators()
{
    TestDatabase database = communityDatabase();
    must(sample::createCommunity(database.repo, {}, now));

    const blog::CommentCounts counts = must(blog::Blog(database.repo).commentScopeCounts());
    QVERIFY(counts[blog::ModerationState::Pending] > 100);
    QVERIFY(counts[blog::ModerationState::Rejected] > 50);
    QVERIFY(counts[blog::ModerationState::Spam] > 50);
    QVERIFY(counts[blog::ModerationState::Approved] > 1000);
}

void tst_SampleCommunity::isAsLargeAsAsked()
{
    const auto size = sample::SampleSize::forPosts(3000);
    QCOMPARE(size.users, 300);
    QCOMPARE(size.comments, 12000);

    TestDatabase database = communityDatabase();
    must(sample::createCommunity(database.repo, size, now));
    QCOMPARE(must(database.repo.count(from<blog::Post>())), 3000);
    QCOMPARE(must(database.repo.count(from<blog::Comment>())), 12000);
}

void tst_SampleCommunity::worksForTheSmallestSizes()
{
    TestDatabase database = communityDatabase();
    must(sample::createCommunity(database.repo, {.users = 0, .posts = 0, .comments = 3}, now));
    QCOMPARE(must(database.repo.count(from<accounts::User>())), 1);
    QCOMPARE(must(database.repo.count(from<blog::Comment>())), 0);
}

void tst_SampleCommunity::refusesADatabaseWithUsers()
{
    TestDatabase database = communityDatabase();
    Builders(database.repo).user(u"ada"_qs);

    const db::Result<void> refused = sample::createCommunity(database.repo, {}, now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    QCOMPARE(must(database.repo.count(from<accounts::User>())), 1);
    QCOMPARE(must(database.repo.count(from<blog::Post>())), 0);
}

QTEST_GUILESS_MAIN(tst_SampleCommunity)
#include "tst_sample_community.moc"
