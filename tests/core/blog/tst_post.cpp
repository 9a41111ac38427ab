// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/blog/post.h"
#include "core/blog/slug.h"
#include "core/toolkit/changeset.h"

#include <QTest>

using blog::Comment;
using blog::ModerationState;
using blog::Post;
using blog::PostState;

namespace {

const QString body = u"A body long enough for the rule that asks for fifty characters."_qs;

Post stored()
{
    Post post;
    post.id = {3};
    post.title = u"Old title"_qs;
    post.body = body;
    post.slug = u"old-slug"_qs;
    post.authorId = {1};
    return post;
}

} // namespace

/// The changesets of posts and comments, which need no database.
class tst_Post : public QObject
{
    Q_OBJECT

private slots:
    void slugsAreMadeFromTitles_data();
    void slugsAreMadeFromTitles();
    void slugsEndAfterAHundredCharacters();
    void titlesOfSignsOnlyStillGetASlug();
    void tagsOfOneSlugAreOneTag();
    void postsComplainAboutBadInput_data();
    void postsComplainAboutBadInput();
    void theSlugFollowsTheTitle();
    void aChosenSlugStays();
    void aBlankSlugIsMadeAnew();
    void aBadSlugIsRefused_data();
    void aBadSlugIsRefused();
    void dataNobodyMayGiveIsIgnored();
    void postsHaveAState_data();
    void postsHaveAState();
    void commentsComplainAboutBadInput_data();
    void commentsComplainAboutBadInput();
    void nobodyApprovesTheirOwnComment();
    void moderationKeepsTheBooleanTrueToTheState_data();
    void moderationKeepsTheBooleanTrueToTheState();
    void moderationNotesWhoWhenAndWhy();
    void backToPendingForgetsTheDecision();
    void unknownStatesAreRefused();
};

void tst_Post::slugsAreMadeFromTitles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("slug");
    QTest::newRow("plain") << u"Hello World"_qs << u"hello-world"_qs;
    QTest::newRow("signs go") << u"What's new, C++?"_qs << u"whats-new-c"_qs;
    QTest::newRow("blanks count once") << u"two   blanks\tand tabs"_qs << u"two-blanks-and-tabs"_qs;
    QTest::newRow("hyphens and underscores stay") << u"well-known snake_case"_qs << u"well-known-snake_case"_qs;
    QTest::newRow("digits") << u"Top 10 of 2026"_qs << u"top-10-of-2026"_qs;
    QTest::newRow("umlauts") << u"Über Öl"_qs << u"über-öl"_qs;
    QTest::newRow("other scripts") << u"Привет мир"_qs << u"привет-мир"_qs;
    QTest::newRow("vowel signs") << u"हिन्दी लेख"_qs << u"हिन्दी-लेख"_qs;
    QTest::newRow("accents in two characters become one") << QString(u"cafe"_qs + QChar(0x0301)) << u"café"_qs;
    QTest::newRow("emoji go") << u"Rocket 🚀 launch"_qs << u"rocket-launch"_qs;
}

void tst_Post::slugsAreMadeFromTitles()
{
    QFETCH(QString, title);
    QTEST(blog::slugFor(title), "slug");
}

void tst_Post::slugsEndAfterAHundredCharacters()
{
    QCOMPARE(blog::slugFor(QString(150, u'a')), QString(100, u'a'));
    QCOMPARE(blog::slugFor(u"𠀀"_qs.repeated(150)), u"𠀀"_qs.repeated(100)); // two code units each
}

void tst_Post::titlesOfSignsOnlyStillGetASlug()
{
    const QString slug = blog::slugFor(u"?!?!?"_qs);
    QVERIFY2(slug.startsWith(u"post-") && slug.size() == 13, qPrintable(slug));
    QCOMPARE(blog::slugFor(u"?!?!?"_qs), slug);
    QVERIFY(blog::slugFor(u"!!!!!"_qs) != slug);
    QVERIFY(blog::slugFor(u"- - -"_qs).startsWith(u"post-"));
}

void tst_Post::tagsOfOneSlugAreOneTag()
{
    QCOMPARE(blog::tagSlugFor(u"Elixir Lang"_qs), u"elixir-lang"_qs);
    QCOMPARE(blog::tagSlugFor(u" elixir  lang "_qs), u"elixir-lang"_qs);
    QVERIFY(blog::tagSlugFor(u"C++"_qs) != blog::tagSlugFor(u"C"_qs));
}

void tst_Post::postsComplainAboutBadInput_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("error");
    QTest::newRow("blank title") << u"title"_qs << QVariant(u" "_qs) << u"can't be blank"_qs;
    QTest::newRow("short title") << u"title"_qs << QVariant(u"Hey!"_qs) << u"should be at least 5 character(s)"_qs;
    QTest::newRow("long title") << u"title"_qs << QVariant(QString(201, u'a')) << u"should be at most 200 character(s)"_qs;
    QTest::newRow("short body") << u"body"_qs << QVariant(QString(49, u'a')) << u"should be at least 50 character(s)"_qs;
    QTest::newRow("no author") << u"author_id"_qs << QVariant() << u"can't be blank"_qs;
    QTest::newRow("nonsense author") << u"author_id"_qs << QVariant(u"ada"_qs) << u"is invalid"_qs;
    QTest::newRow("nonsense date") << u"published_at"_qs << QVariant(u"tomorrow"_qs) << u"is invalid"_qs;
}

void tst_Post::postsComplainAboutBadInput()
{
    QFETCH(QString, field);
    QFETCH(QVariant, value);
    QFETCH(QString, error);
    QVariantMap params{{u"title"_qs, u"A good title"_qs}, {u"body"_qs, body}, {u"author_id"_qs, 1}};
    QVERIFY(Post::changeset({}, params).isValid());
    params[field] = value;
    const auto changeset = Post::changeset({}, params);
    QCOMPARE(changeset.core().errorsOn(field), QStringList{error});
    QCOMPARE(changeset.core().errors().size(), 1);
}

void tst_Post::theSlugFollowsTheTitle()
{
    QCOMPARE(Post::changeset(stored(), {{u"title"_qs, u"New title"_qs}}).applied().slug, u"new-title"_qs);
    QCOMPARE(Post::changeset(stored(), {{u"body"_qs, QString(body + body)}}).applied().slug, u"old-slug"_qs);
    QVERIFY(!Post::changeset(stored(), {{u"title"_qs, u"Old title"_qs}}).core().isChanged());
}

void tst_Post::aChosenSlugStays()
{
    QCOMPARE(Post::changeset(stored(), {{u"title"_qs, u"New title"_qs}, {u"slug"_qs, u"mine"_qs}}).applied().slug, u"mine"_qs);
    QCOMPARE(Post::changeset(stored(), {{u"title"_qs, u"New title"_qs}, {u"slug"_qs, u"old-slug"_qs}}).applied().slug, u"old-slug"_qs);
}

void tst_Post::aBlankSlugIsMadeAnew()
{
    QCOMPARE(Post::changeset(stored(), {{u"slug"_qs, u" "_qs}}).applied().slug, u"old-title"_qs);
}

void tst_Post::aBadSlugIsRefused_data()
{
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("error");
    QTest::newRow("blank inside") << u"my slug"_qs << u"has invalid format"_qs;
    QTest::newRow("slash") << u"../etc"_qs << u"has invalid format"_qs;
    QTest::newRow("line break at the end") << u"slug\n"_qs << u"has invalid format"_qs;
    QTest::newRow("too long") << QString(101, u'a') << u"should be at most 100 character(s)"_qs;
}

void tst_Post::aBadSlugIsRefused()
{
    QFETCH(QString, slug);
    QFETCH(QString, error);
    QCOMPARE(Post::changeset(stored(), {{u"slug"_qs, slug}}).errorsOn(&Post::slug), QStringList{error});
}

void tst_Post::dataNobodyMayGiveIsIgnored()
{
    const auto changeset = Post::changeset(stored(), {{u"view_count"_qs, 1000}, {u"deleted_at"_qs, u"2026-01-01T00:00:00Z"_qs}, {u"id"_qs, 9}});
    QVERIFY(!changeset.core().isChanged());
}

void tst_Post::postsHaveAState_data()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    QTest::addColumn<QDateTime>("published");
    QTest::addColumn<QDateTime>("deleted");
    QTest::addColumn<PostState>("state");
    QTest::newRow("draft") << QDateTime() << QDateTime() << PostState::Draft;
    QTest::newRow("now") << now << QDateTime() << PostState::Published;
    QTest::newRow("in a second") << now.addSecs(1) << QDateTime() << PostState::Scheduled;
    QTest::newRow("deleted") << now << now << PostState::Deleted;
    QTest::newRow("deleted draft") << QDateTime() << now << PostState::Deleted;
}

void tst_Post::postsHaveAState()
{
    QFETCH(QDateTime, published);
    QFETCH(QDateTime, deleted);
    const auto given = [](const QDateTime &time) { return time.isValid() ? std::optional(time) : std::nullopt; };
    QTEST(blog::postState(given(published), given(deleted), QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC)), "state");
}

void tst_Post::commentsComplainAboutBadInput_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("error");
    QTest::newRow("blank") << u"   "_qs << u"can't be blank"_qs;
    QTest::newRow("short") << u"Too short"_qs << u"should be at least 10 character(s)"_qs;
    QTest::newRow("just long enough") << u"Ten signs."_qs << QString();
    QTest::newRow("as long as can be") << QString(5000, u'x') << QString();
    QTest::newRow("long") << QString(5001, u'x') << u"should be at most 5000 character(s)"_qs;
}

void tst_Post::commentsComplainAboutBadInput()
{
    QFETCH(QString, body);
    QFETCH(QString, error);
    const QStringList expected = error.isEmpty() ? QStringList() : QStringList{error};
    QCOMPARE(Comment::creation({}, {{u"body"_qs, body}, {u"post_id"_qs, 1}, {u"user_id"_qs, 1}}).errorsOn(&Comment::body), expected);
    Comment comment;
    comment.body = u"What stands there so far"_qs;
    QCOMPARE(Comment::editing(comment, {{u"body"_qs, body}}).errorsOn(&Comment::body), expected);
}

void tst_Post::nobodyApprovesTheirOwnComment()
{
    const QVariantMap params{{u"body"_qs, u"Long enough a text"_qs}, {u"post_id"_qs, 1}, {u"user_id"_qs, 1}, {u"is_approved"_qs, true}, {u"moderation_state"_qs, u"approved"_qs}};
    const Comment comment = Comment::creation({}, params).applied();
    QVERIFY(!comment.isApproved);
    QCOMPARE(comment.state, ModerationState::Pending);
}

void tst_Post::moderationKeepsTheBooleanTrueToTheState_data()
{
    QTest::addColumn<ModerationState>("before");
    QTest::addColumn<QVariantMap>("params");
    QTest::addColumn<ModerationState>("after");
    const auto state = [](const QString &name) { return QVariantMap{{u"moderation_state"_qs, name}}; };
    const auto approved = [](const QVariant &value) { return QVariantMap{{u"is_approved"_qs, value}}; };
    QTest::newRow("approve") << ModerationState::Pending << state(u"approved"_qs) << ModerationState::Approved;
    QTest::newRow("reject") << ModerationState::Pending << state(u"rejected"_qs) << ModerationState::Rejected;
    QTest::newRow("spam after all") << ModerationState::Approved << state(u"spam"_qs) << ModerationState::Spam;
    QTest::newRow("the guide's approval") << ModerationState::Pending << approved(u"true"_qs) << ModerationState::Approved;
    QTest::newRow("the guide's refusal") << ModerationState::Approved << approved(false) << ModerationState::Rejected;
    QTest::newRow("not approving what is not approved") << ModerationState::Pending << approved(false) << ModerationState::Pending;
    QTest::newRow("blank is false") << ModerationState::Spam << approved(u""_qs) << ModerationState::Spam;
    QTest::newRow("the state leads") << ModerationState::Pending << QVariantMap{{u"is_approved"_qs, true}, {u"moderation_state"_qs, u"spam"_qs}} << ModerationState::Spam;
}

void tst_Post::moderationKeepsTheBooleanTrueToTheState()
{
    QFETCH(ModerationState, before);
    QFETCH(QVariantMap, params);
    QFETCH(ModerationState, after);
    Comment comment;
    comment.state = before;
    comment.isApproved = before == ModerationState::Approved;
    const auto changeset = Comment::moderation(comment, params, u"ann"_qs);
    QVERIFY(changeset.isValid());
    QCOMPARE(changeset.applied().state, after);
    QCOMPARE(changeset.applied().isApproved, after == ModerationState::Approved);
}

void tst_Post::moderationNotesWhoWhenAndWhy()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0, 5, 678), Qt::UTC);
    const Comment comment = Comment::moderation({}, {{u"moderation_state"_qs, u"rejected"_qs}, {u"moderation_reason"_qs, u"Rude"_qs}, {u"moderated_by"_qs, u"eve"_qs}}, u"ann"_qs, now).applied();
    QCOMPARE(comment.moderatedBy, u"ann"_qs);
    QCOMPARE(comment.moderatedAt, QDateTime(QDate(2026, 11, 22), QTime(12, 0, 5), Qt::UTC));
    QCOMPARE(comment.moderationReason, u"Rude"_qs);
}

void tst_Post::backToPendingForgetsTheDecision()
{
    const Comment rejected = Comment::moderation({}, {{u"moderation_state"_qs, u"rejected"_qs}, {u"moderation_reason"_qs, u"Rude"_qs}}, u"ann"_qs).applied();
    const Comment pending = Comment::moderation(rejected, {{u"moderation_state"_qs, u"pending"_qs}, {u"moderation_reason"_qs, u"Sorry"_qs}}, u"bob"_qs).applied();
    QCOMPARE(pending.state, ModerationState::Pending);
    QVERIFY(!pending.moderatedBy);
    QVERIFY(!pending.moderatedAt);
    QVERIFY(!pending.moderationReason);
}

void tst_Post::unknownStatesAreRefused()
{
    const auto changeset = Comment::moderation({}, {{u"moderation_state"_qs, u"adored"_qs}}, u"ann"_qs);
    QCOMPARE(changeset.errorsOn(&Comment::state), QStringList{u"is invalid"_qs});
}

QTEST_GUILESS_MAIN(tst_Post)
#include "tst_post.moc"
