// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accounts.h"
#include "core/blog/blog.h"
#include "core/moderation/moderation.h"
#include "tests/support/records_window.h"

using blog::Comment;
using blog::ModerationState;
using namespace Qt::StringLiterals;

class tst_CommentsPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theNewestCommentsComeFirst();
    void tabsNarrowTheListByState();
    void theTextIsSearchedAndTheListSorted();
    void oneCanGoToTheCommentsOfAPostAndOfAUser();
    void severalCommentsAreApprovedAsOneOperation();
    void theTextIsEditedUnderItsRuleAndTakenBack();
    void aDecisionNotesItsReasonAndIsTakenBack();
    void whoeverWasFasterIsNamed();
    void textThatIsNotSavedSurvivesADecision();
    void postAndUserAreLinks();
    void nothingCanBeDecidedInADatabaseThatIsReadOnly();
    void decidedCommentsLeaveNobodyElseSelected();
    void aDoubleClickDecidesOnce();
    void aReasonIsAsLongAsItsRuleAllows();
    void aCommentOfNobodyIsShown();

private:
    Comment stored(db::Id<Comment> id)
    {
        return m_window->write([id](db::Repo &repo) { return must(blog::Blog(repo).fetchComment(id)); });
    }
    void visit()
    {
        m_window->window().go({u"comments"_s});
        QTRY_COMPARE(m_window->column(0).size(), 3);
    }
    void openComment()
    {
        m_window->window().go({u"comments"_s, m_pending.id.value});
        QTRY_COMPARE(m_window->text(u"comments.form.body"_s), m_pending.body);
    }

    std::unique_ptr<RecordsWindow> m_window;
    Comment m_pending;
    qint64 m_bob = 0;
};

void tst_CommentsPage::init()
{
    m_window = std::make_unique<RecordsWindow>();
    QVERIFY(m_window->open());
    std::tie(m_pending, m_bob) = m_window->write([](db::Repo &repo) {
        Builders builders(repo);
        const accounts::User ann = builders.user(u"ann"_s);
        const accounts::User bob = builders.user(u"bob"_s);
        const blog::Post cats = builders.post(ann, u"About cats"_s);
        const blog::Post dogs = builders.post(ann, u"About dogs"_s);
        const QDateTime noon(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
        builders.comment(cats, ann, u"Yes, I have seen them"_s, ModerationState::Approved, noon);
        builders.comment(dogs, ann, u"Are there any dogs?"_s, ModerationState::Pending, noon.addDays(1));
        return std::pair(builders.comment(cats, bob, u"Cats are\nwonderful"_s, ModerationState::Pending, noon.addDays(2)), bob.id.value);
    });
}

void tst_CommentsPage::cleanup()
{
    m_window.reset();
}

void tst_CommentsPage::theNewestCommentsComeFirst()
{
    visit();
    QCOMPARE(m_window->column(0), (QStringList{u"Cats are wonderful"_s, u"Are there any dogs?"_s, u"Yes, I have seen them"_s}));
    QCOMPARE(m_window->column(1), (QStringList{u"About cats"_s, u"About dogs"_s, u"About cats"_s}));
    QCOMPARE(m_window->column(2), (QStringList{u"bob"_s, u"ann"_s, u"ann"_s}));
    QCOMPARE(m_window->column(3), (QStringList{u"Pending"_s, u"Pending"_s, u"Approved"_s}));
}

void tst_CommentsPage::tabsNarrowTheListByState()
{
    visit();
    QTRY_COMPARE(m_window->tabs(), (QStringList{u"All (3)"_s, u"Pending (2)"_s, u"Approved (1)"_s, u"Rejected (0)"_s, u"Spam (0)"_s}));
    m_window->chooseTab(2);
    QTRY_COMPARE(m_window->column(0), QStringList{u"Yes, I have seen them"_s});
}

void tst_CommentsPage::theTextIsSearchedAndTheListSorted()
{
    visit();
    m_window->clickHeader(0);
    QTRY_COMPARE(m_window->column(0).first(), u"Are there any dogs?"_s);
    m_window->type(u"comments.list.search"_s, u"WONDER"_s);
    QTRY_COMPARE(m_window->column(2), QStringList{u"bob"_s});
}

void tst_CommentsPage::oneCanGoToTheCommentsOfAPostAndOfAUser()
{
    visit();
    m_window->window().go({u"comments"_s, 0, u"all"_s, {{u"user_id"_s, m_bob}}});
    QTRY_COMPARE(m_window->column(2), QStringList{u"bob"_s});
    QTRY_COMPARE(m_window->text(u"comments.list.chips.user_id"_s), u"User: bob"_s);
    m_window->window().go({u"comments"_s});
    QTRY_COMPARE(m_window->column(0).size(), 3);
    m_window->table()->selectRow(0);
    m_window->choose(u"comments.list.post"_s);
    QTRY_COMPARE(m_window->column(1), (QStringList{u"About cats"_s, u"About cats"_s}));
    QCOMPARE(m_window->text(u"comments.list.chips.post_id"_s), u"Post: About cats"_s);
}

void tst_CommentsPage::severalCommentsAreApprovedAsOneOperation()
{
    visit();
    m_window->table()->selectAll();
    m_window->choose(u"comments.list.approved"_s);
    QTRY_COMPARE(m_window->messages(), QStringList{u"2 comments are approved."_s});
    QTRY_COMPARE(m_window->tabs().at(2), u"Approved (3)"_s);
    QCOMPARE(stored(m_pending.id).moderatedBy, u"judy"_s);
    m_window->table()->setFocus();
    m_window->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->tabs().at(1), u"Pending (2)"_s);
    QVERIFY(!stored(m_pending.id).isApproved);
}

void tst_CommentsPage::theTextIsEditedUnderItsRuleAndTakenBack()
{
    openComment();
    m_window->type(u"comments.form.body"_s, u"Short"_s);
    QCOMPARE(m_window->text(u"comments.form.body.counter"_s), u"5 more needed"_s);
    m_window->save();
    QCOMPARE(m_window->text(u"comments.form.body.message"_s), u"should be at least 10 characters"_s);
    m_window->type(u"comments.form.body"_s, u"Cats are quite nice"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved the comment by bob."_s});
    QCOMPARE(stored(m_pending.id).body, u"Cats are quite nice"_s);
    m_window->answer(1);
    QTRY_COMPARE(m_window->text(u"comments.form.body"_s), m_pending.body);
    QCOMPARE(stored(m_pending.id).body, m_pending.body);
}

void tst_CommentsPage::aDecisionNotesItsReasonAndIsTakenBack()
{
    openComment();
    QCOMPARE(m_window->text(u"comments.form.badge"_s), u"Pending"_s);
    m_window->type(u"comments.form.reason"_s, u"off topic"_s);
    m_window->click(u"comments.form.rejected"_s);
    QTRY_COMPARE(m_window->text(u"comments.form.badge"_s), u"Rejected"_s);
    QVERIFY(m_window->text(u"comments.form.decided"_s).startsWith(u"Rejected by judy"_s));
    QVERIFY(m_window->text(u"comments.form.decided"_s).endsWith(u"Reason: off topic"_s));
    QCOMPARE(stored(m_pending.id).state, ModerationState::Rejected);
    m_window->answer(1);
    QTRY_COMPARE(m_window->text(u"comments.form.badge"_s), u"Pending"_s);
    QCOMPARE(stored(m_pending.id).moderationReason, std::nullopt);
}

void tst_CommentsPage::whoeverWasFasterIsNamed()
{
    openComment();
    m_window->write([id = m_pending.id](db::Repo &repo) {
        must(moderation::Moderation(repo).decide({id}, ModerationState::Pending, ModerationState::Spam, u"carl"_s));
    });
    m_window->click(u"comments.form.approved"_s);
    QTRY_COMPARE(m_window->messages(), QStringList{u"carl has decided about it in the meantime. Nothing was changed."_s});
    QTRY_COMPARE(m_window->text(u"comments.form.badge"_s), u"Spam"_s);
}

void tst_CommentsPage::textThatIsNotSavedSurvivesADecision()
{
    openComment();
    m_window->type(u"comments.form.body"_s, u"A better text for it"_s);
    m_window->click(u"comments.form.approved"_s);
    QTRY_COMPARE(m_window->text(u"comments.form.badge"_s), u"Approved"_s);
    QCOMPARE(m_window->text(u"comments.form.body"_s), u"A better text for it"_s);
    QVERIFY(m_window->window().page()->isModified());
    m_window->find(u"comments.form.body"_s)->setFocus();
    m_window->save();
    QTRY_COMPARE(stored(m_pending.id).body, u"A better text for it"_s);
    QCOMPARE(stored(m_pending.id).state, ModerationState::Approved);
}

void tst_CommentsPage::postAndUserAreLinks()
{
    openComment();
    m_window->click(u"comments.form.facts.post"_s);
    QTRY_COMPARE(m_window->window().page()->id(), u"posts"_s);
    QTRY_COMPARE(m_window->text(u"posts.form.title"_s), u"About cats"_s);
    m_window->key(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(m_window->window().page()->id(), u"comments"_s);
    m_window->find(u"comments.form.facts.user"_s)->setFocus();
    m_window->key(Qt::Key_Space);
    QTRY_COMPARE(m_window->window().page()->id(), u"users"_s);
    QTRY_COMPARE(m_window->text(u"users.form.username"_s), u"bob"_s);
}

void tst_CommentsPage::nothingCanBeDecidedInADatabaseThatIsReadOnly()
{
    openComment();
    m_window->session().setReadOnly(u"Only for reading."_s);
    QVERIFY(!m_window->find(u"comments.form.approved"_s)->isEnabled());
    QVERIFY(m_window->find<QPlainTextEdit>(u"comments.form.body"_s)->isReadOnly());
    QVERIFY(!m_window->window().page()->canCreate());
}

void tst_CommentsPage::decidedCommentsLeaveNobodyElseSelected()
{
    m_window->write([user = m_bob, post = m_pending.postId](db::Repo &repo) {
        Builders builders(repo);
        const accounts::User bob = must(accounts::Accounts(repo).fetchUser({user}));
        const blog::Post cats = must(blog::Blog(repo).fetchPost(post));
        for (int number = 1; number <= 6; ++number)
            builders.comment(cats, bob, u"One more comment, number %1"_s.arg(number));
    });
    m_window->window().go({u"comments"_s});
    QTRY_COMPARE(m_window->tabs().value(1), u"Pending (8)"_s);
    m_window->chooseTab(1);
    QTRY_COMPARE(m_window->column(0).size(), 8);
    m_window->goToRow(0);
    m_window->key(Qt::Key_Down, Qt::ShiftModifier);
    m_window->key(Qt::Key_Down, Qt::ShiftModifier);
    m_window->choose(u"comments.list.approved"_s);
    QTRY_COMPARE(m_window->messages(), QStringList{u"3 comments are approved."_s});
    QTRY_COMPARE(m_window->column(0).size(), 5);
    QCOMPARE(m_window->table()->selectedKeys(), QList<qint64>());
    QVERIFY(m_window->table()->currentKey() > 0);
    QVERIFY(m_window->find(u"comments.list.selection"_s)->isHidden());
    m_window->choose(u"comments.list.approved"_s);
    QVERIFY(m_window->session().activities().isEmpty());
}

void tst_CommentsPage::aDoubleClickDecidesOnce()
{
    openComment();
    QWidget *approve = m_window->find(u"comments.form.approved"_s);
    QTest::mouseClick(approve, Qt::LeftButton);
    QVERIFY(!approve->isEnabled());
    QVERIFY(!m_window->find(u"comments.form.spam"_s)->isEnabled());
    QTest::mouseClick(approve, Qt::LeftButton);
    QTRY_COMPARE(m_window->text(u"comments.form.badge"_s), u"Approved"_s);
    QCOMPARE(m_window->messages(), QStringList{u"1 comment is approved."_s});
    QVERIFY(m_window->find(u"comments.form.spam"_s)->isEnabled());
}

void tst_CommentsPage::aReasonIsAsLongAsItsRuleAllows()
{
    openComment();
    m_window->type(u"comments.form.reason"_s, QString(510, u'x'));
    QCOMPARE(m_window->text(u"comments.form.reason"_s).size(), 500);
    m_window->click(u"comments.form.rejected"_s);
    QTRY_COMPARE(m_window->text(u"comments.form.badge"_s), u"Rejected"_s);
    QCOMPARE(stored(m_pending.id).moderationReason->size(), 500);
}

void tst_CommentsPage::aCommentOfNobodyIsShown()
{
    m_window->write([](db::Repo &repo) {
        must(repo.execute(u"PRAGMA foreign_keys = OFF"_s));
        must(repo.execute(u"DELETE FROM users"_s));
        must(repo.execute(u"DELETE FROM posts"_s));
        must(repo.execute(u"PRAGMA foreign_keys = ON"_s));
    });
    visit();
    m_window->goToRow(0);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_window->text(u"comments.form.body"_s), m_pending.body);
    QCOMPARE(m_window->text(u"comments.form.facts.post"_s), u"The post is gone"_s);
    QVERIFY(!m_window->find(u"comments.form.facts.user"_s)->isEnabled());
    m_window->type(u"comments.form.body"_s, u"A text of its own, edited"_s);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved the comment by #%1."_s.arg(m_bob)});
}

QTEST_MAIN(tst_CommentsPage)
#include "tst_comments_page.moc"
