// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/moderation/moderation.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"
#include "tests/support/statement_count.h"

#include <QTest>

using accounts::User;
using blog::Comment;
using blog::ModerationState;
using blog::Post;
using moderation::Decision;
using moderation::Moderation;
using moderation::QueueCursor;
using moderation::QueueItem;

namespace {

const QDateTime noon(QDate(2026, 1, 10), QTime(12, 0), Qt::UTC);

QStringList texts(const QList<QueueItem> &items)
{
    QStringList result;
    for (const QueueItem &item : items)
        result.append(item.excerpt);
    return result;
}

QStringList bodies(const QList<Comment> &comments)
{
    QStringList result;
    for (const Comment &comment : comments)
        result.append(comment.body);
    return result;
}

} // namespace

class tst_Moderation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void theOldestWaitsFirst();
    void theQueueGoesOnBehindItsCursor();
    void anItemSaysWhoWroteIt();
    void aPageOfTheQueueCostsTwoStatements();
    void aDecisionIsStoredWithWhoWhenAndWhy();
    void severalAreDecidedTogether();
    void whatSomeoneElseDecidedStays();
    void oneDecidedMeanwhileKeepsTheOthersUndecided();
    void aDeletedCommentIsNotFound();
    void decisionsAreTakenBack();
    void takingBackTwiceIsRefused();
    void aDecisionTakenBackIsMadeAgain();
    void overlongReasonsAreRefused();
    void statesAreCounted();
    void theContextShowsTheThread();

private:
    db::Id<Comment> pending(const QString &body, int day = 0)
    {
        return Builders(m_database->repo).comment(m_post, m_ada, body, ModerationState::Pending, noon.addDays(day)).id;
    }
    Comment stored(db::Id<Comment> id) { return must(m_database->repo.fetch(id)); }

    std::unique_ptr<TestDatabase> m_database;
    User m_ada;
    Post m_post;
};

void tst_Moderation::init()
{
    m_database = std::make_unique<TestDatabase>(communityDatabase());
    m_ada = Builders(m_database->repo).user(u"ada"_qs);
    m_post = Builders(m_database->repo).post(m_ada, u"The post"_qs, noon);
}

void tst_Moderation::theOldestWaitsFirst()
{
    pending(u"second"_qs, 2);
    pending(u"first"_qs, 1);
    pending(u"third, of the same time as the second"_qs, 2);
    Builders(m_database->repo).comment(m_post, m_ada, u"decided"_qs, ModerationState::Spam, noon);
    const Moderation moderation(m_database->repo);

    QCOMPARE(texts(must(moderation.queue())), (QStringList{u"first"_qs, u"second"_qs, u"third, of the same time as the second"_qs}));
    QCOMPARE(texts(must(moderation.queue(ModerationState::Spam))), QStringList{u"decided"_qs});
    QVERIFY(must(moderation.queue(ModerationState::Rejected)).isEmpty());
}

void tst_Moderation::theQueueGoesOnBehindItsCursor()
{
    for (int i = 0; i < 7; ++i)
        pending(u"Comment %1"_qs.arg(i), i / 3); // three of one time
    const Moderation moderation(m_database->repo);
    const QStringList whole = texts(must(moderation.queue()));
    QCOMPARE(whole.size(), 7);

    QStringList pages;
    std::optional<QueueCursor> cursor;
    for (int page = 0; page < 4; ++page) {
        const QList<QueueItem> items = must(moderation.queue(ModerationState::Pending, 2, cursor));
        pages += texts(items);
        cursor = QueueCursor::after(items.last());
    }
    QCOMPARE(pages, whole);
    QVERIFY(must(moderation.queue(ModerationState::Pending, 2, cursor)).isEmpty());
}

void tst_Moderation::anItemSaysWhoWroteIt()
{
    Builders make(m_database->repo);
    const User eve = make.user(u"eve"_qs);
    for (const ModerationState state : {ModerationState::Approved, ModerationState::Approved, ModerationState::Rejected, ModerationState::Spam})
        make.comment(m_post, eve, u"Earlier comment"_qs, state);
    make.comment(m_post, eve, u"x"_qs.repeated(300), ModerationState::Pending, noon);
    pending(u"From a newcomer"_qs, 1);

    const QList<QueueItem> items = must(Moderation(m_database->repo).queue());
    QCOMPARE(items.first().username, u"eve"_qs);
    QCOMPARE(items.first().userId, eve.id);
    QCOMPARE(items.first().postTitle, u"The post"_qs);
    QCOMPARE(items.first().excerpt.size(), blog::excerptLength);
    QCOMPARE(items.first().insertedAt, noon);
    QCOMPARE(items.first().record.approved, 2);
    QCOMPARE(items.first().record.rejected, 1);
    QCOMPARE(items.first().record.spam, 1);
    QCOMPARE(items.first().record.pending, 1);
    QVERIFY(!items.first().record.isNewcomer());
    QVERIFY(items.last().record.isNewcomer());
}

void tst_Moderation::aPageOfTheQueueCostsTwoStatements()
{
    for (int i = 0; i < 30; ++i)
        pending(u"Comment %1"_qs.arg(i));
    const StatementCount statements;
    QCOMPARE(must(Moderation(m_database->repo).queue()).size(), 30);
    QCOMPARE(statements.value(), 2);
}

void tst_Moderation::aDecisionIsStoredWithWhoWhenAndWhy()
{
    const auto id = pending(u"A comment"_qs);
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    const QList<Decision> decisions = must(Moderation(m_database->repo).decide({id}, ModerationState::Pending, ModerationState::Rejected, u"ann"_qs, u"Rude"_qs));

    const Comment comment = stored(id);
    QCOMPARE(comment.state, ModerationState::Rejected);
    QVERIFY(!comment.isApproved);
    QCOMPARE(comment.moderatedBy, u"ann"_qs);
    QCOMPARE(comment.moderationReason, u"Rude"_qs);
    QVERIFY(comment.moderatedAt >= before);
    QCOMPARE(decisions.size(), 1);
    QCOMPARE(decisions.first().before.state, ModerationState::Pending);
    QVERIFY(decisions.first().after == moderation::verdictOf(comment));

    must(Moderation(m_database->repo).decide({id}, ModerationState::Rejected, ModerationState::Approved, u"bob"_qs));
    QVERIFY(stored(id).isApproved);
    QCOMPARE(stored(id).moderatedBy, u"bob"_qs);
    QVERIFY(!stored(id).moderationReason); // the reason belonged to the other decision
}

void tst_Moderation::severalAreDecidedTogether()
{
    const QList<db::Id<Comment>> ids{pending(u"One"_qs), pending(u"Two"_qs), pending(u"Three"_qs)};
    QCOMPARE(must(Moderation(m_database->repo).decide(ids, ModerationState::Pending, ModerationState::Approved, u"ann"_qs)).size(), 3);
    QVERIFY(must(Moderation(m_database->repo).queue()).isEmpty());
}

void tst_Moderation::whatSomeoneElseDecidedStays()
{
    const auto id = pending(u"A comment"_qs);
    Moderation moderation(m_database->repo);
    must(moderation.decide({id}, ModerationState::Pending, ModerationState::Approved, u"ann"_qs));

    const auto late = moderation.decide({id}, ModerationState::Pending, ModerationState::Spam, u"bob"_qs);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, db::Error::Kind::Stale);
    QCOMPARE(late.error().subject, u"ann"_qs);
    QVERIFY2(late.error().message.contains(u"approved since, decided by ann at 20"), qPrintable(late.error().message));
    QCOMPARE(stored(id).state, ModerationState::Approved);
}

void tst_Moderation::oneDecidedMeanwhileKeepsTheOthersUndecided()
{
    const QList<db::Id<Comment>> ids{pending(u"One"_qs), pending(u"Two"_qs)};
    Moderation moderation(m_database->repo);
    must(moderation.decide({ids.last()}, ModerationState::Pending, ModerationState::Approved, u"ann"_qs));
    QVERIFY(!moderation.decide(ids, ModerationState::Pending, ModerationState::Spam, u"bob"_qs));
    QCOMPARE(stored(ids.first()).state, ModerationState::Pending);
}

void tst_Moderation::aDeletedCommentIsNotFound()
{
    const auto refused = Moderation(m_database->repo).decide({{99}}, ModerationState::Pending, ModerationState::Spam, u"ann"_qs);
    QCOMPARE(refused.error().kind, db::Error::Kind::NotFound);
    QCOMPARE(Moderation(m_database->repo).context({99}).error().kind, db::Error::Kind::NotFound);
}

void tst_Moderation::decisionsAreTakenBack()
{
    const QList<db::Id<Comment>> ids{pending(u"One"_qs), pending(u"Two"_qs)};
    Moderation moderation(m_database->repo);
    const Comment before = stored(ids.first());
    const QList<Decision> decisions = must(moderation.decide(ids, ModerationState::Pending, ModerationState::Approved, u"ann"_qs));
    must(moderation.restore(decisions));
    QCOMPARE(must(moderation.queue()).size(), 2);
    QVERIFY(moderation::verdictOf(stored(ids.first())) == moderation::verdictOf(before));
    QVERIFY(!stored(ids.first()).isApproved);

    // Back to an earlier decision, with who made it.
    must(moderation.decide({ids.first()}, ModerationState::Pending, ModerationState::Rejected, u"ann"_qs, u"Rude"_qs));
    const QList<Decision> second = must(moderation.decide({ids.first()}, ModerationState::Rejected, ModerationState::Approved, u"bob"_qs));
    must(moderation.restore(second));
    QCOMPARE(stored(ids.first()).moderatedBy, u"ann"_qs);
    QCOMPARE(stored(ids.first()).moderationReason, u"Rude"_qs);
}

void tst_Moderation::takingBackTwiceIsRefused()
{
    const auto id = pending(u"A comment"_qs);
    Moderation moderation(m_database->repo);
    const QList<Decision> decisions = must(moderation.decide({id}, ModerationState::Pending, ModerationState::Approved, u"ann"_qs));
    must(moderation.restore(decisions));
    must(moderation.decide({id}, ModerationState::Pending, ModerationState::Spam, u"bob"_qs));

    const db::Result<void> late = moderation.restore(decisions);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, db::Error::Kind::Stale);
    QCOMPARE(late.error().subject, u"bob"_qs);
    QCOMPARE(stored(id).state, ModerationState::Spam);
}

void tst_Moderation::aDecisionTakenBackIsMadeAgain()
{
    const auto id = pending(u"A comment"_qs);
    Moderation moderation(m_database->repo);
    const QList<Decision> decisions = must(moderation.decide({id}, ModerationState::Pending, ModerationState::Spam, u"ann"_qs));
    const Comment decided = stored(id);
    must(moderation.restore(decisions));
    must(moderation.restore({decisions.first().inverse()}));
    QVERIFY(moderation::verdictOf(stored(id)) == moderation::verdictOf(decided));
}

void tst_Moderation::overlongReasonsAreRefused()
{
    const auto id = pending(u"A comment"_qs);
    const auto refused = Moderation(m_database->repo).decide({id}, ModerationState::Pending, ModerationState::Spam, u"ann"_qs, QString(501, u'x'));
    QCOMPARE(refused.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(refused.error().changeset->errorsOn(u"moderation_reason"), QStringList{u"should be at most 500 character(s)"_qs});
}

void tst_Moderation::statesAreCounted()
{
    pending(u"One"_qs);
    pending(u"Two"_qs);
    const blog::CommentCounts expected{{ModerationState::Pending, 2}, {ModerationState::Approved, 0}, {ModerationState::Rejected, 0}, {ModerationState::Spam, 0}};
    QCOMPARE(must(Moderation(m_database->repo).countsByState()), expected);
}

void tst_Moderation::theContextShowsTheThread()
{
    Builders make(m_database->repo);
    const User bob = make.user(u"bob"_qs);
    QList<db::Id<Comment>> ids;
    for (int i = 0; i < 7; ++i)
        ids.append(make.comment(m_post, bob, u"Comment %1"_qs.arg(i), i < 3 ? ModerationState::Approved : ModerationState::Pending, noon.addDays(i / 2)).id);
    make.comment(make.post(bob, u"Another post"_qs), bob, u"Elsewhere"_qs);

    const auto context = must(Moderation(m_database->repo).context(ids.at(3), 2));
    QCOMPARE(context.comment.body, u"Comment 3"_qs);
    QCOMPARE(context.comment.user->username, u"bob"_qs);
    QCOMPARE(context.post.title, u"The post"_qs);
    QCOMPARE(context.post.author->username, u"ada"_qs);
    QCOMPARE(context.record.approved, 3);
    QCOMPARE(context.record.pending, 5);
    QCOMPARE(bodies(context.before), (QStringList{u"Comment 1"_qs, u"Comment 2"_qs}));
    QCOMPARE(bodies(context.after), (QStringList{u"Comment 4"_qs, u"Comment 5"_qs}));
    QCOMPARE(context.before.first().user->username, u"bob"_qs);
    QVERIFY(must(Moderation(m_database->repo).context(ids.first())).before.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Moderation)
#include "tst_moderation.moc"
