// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accounts.h"
#include "core/blog/blog.h"
#include "tests/support/records_window.h"
#include "ui/forms/form.h"
#include "ui/language/language.h"

#include <QMenu>
#include <QToolButton>

using blog::Post;
using namespace Qt::StringLiterals;

class tst_PostsPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void draftsComeFirstThenTheNewest();
    void aRowSaysWhatAPostIs();
    void tabsNarrowTheListAndCount();
    void searchingFindsTitlesAndAuthors();
    void aHeaderSortsAndItsThirdClickBringsTheUsualOrderBack();
    void oneCanGoToThePostsOfAnAuthorAndOfAMonth();
    void onlyThisAuthorCanBeChosenForARow();
    void deleteMovesAPostToTheTrashAndUndoBringsItBack();
    void thePostsInTheTrashCanBeRestored();
    void severalPostsArePublishedAsOneOperation();
    void whatIsSaidToBeSelectedIsWhatIsMoved();
    void aHeldDeleteKeyDeletesOnce();
    void theFirstPostIsWrittenUndisturbed();
    void enterOpensAPostAndAltLeftGoesBack();
    void nothingCanBeChangedInADatabaseThatIsReadOnly();
    void textsFollowTheLanguage();

private:
    void visit()
    {
        m_window->window().go({u"posts"_s});
        QTRY_COMPARE(m_window->column(0).size(), 4);
        QTRY_COMPARE(m_window->column(0).last().isEmpty(), false);
    }
    std::unique_ptr<RecordsWindow> m_window;
    qint64 m_ann = 0;
};

void tst_PostsPage::init()
{
    m_window = std::make_unique<RecordsWindow>();
    QVERIFY(m_window->open());
    m_ann = m_window->write([](db::Repo &repo) {
        Builders builders(repo);
        const accounts::User ann = builders.user(u"ann"_s);
        const accounts::User bob = builders.user(u"bob"_s);
        const Post old = builders.post(ann, u"Old post"_s, QDateTime(QDate(2024, 3, 1), QTime(12, 0), Qt::UTC), 7);
        builders.post(bob, u"New post"_s, QDateTime(QDate(2025, 3, 1), QTime(12, 0), Qt::UTC), 1234);
        builders.post(bob, u"Far post"_s, QDateTime(QDate(2125, 3, 1), QTime(12, 0), Qt::UTC));
        builders.post(ann, u"A draft"_s);
        builders.comment(old, bob, u"An approved comment"_s, blog::ModerationState::Approved);
        builders.comment(old, bob, u"A pending comment"_s);
        return ann.id.value;
    });
}

void tst_PostsPage::cleanup()
{
    m_window.reset();
}

void tst_PostsPage::draftsComeFirstThenTheNewest()
{
    visit();
    QCOMPARE(m_window->column(0), (QStringList{u"A draft"_s, u"Far post"_s, u"New post"_s, u"Old post"_s}));
}

void tst_PostsPage::aRowSaysWhatAPostIs()
{
    visit();
    QCOMPARE(m_window->column(1), (QStringList{u"ann"_s, u"bob"_s, u"bob"_s, u"ann"_s}));
    QCOMPARE(m_window->column(2), (QStringList{u"Draft"_s, u"Scheduled"_s, u"Published"_s, u"Published"_s}));
    QCOMPARE(m_window->column(4), (QStringList{u"0"_s, u"0"_s, u"1,234"_s, u"7"_s}));
    QCOMPARE(m_window->column(5), (QStringList{u"0"_s, u"0"_s, u"0"_s, u"1 +1 pending"_s}));
}

void tst_PostsPage::tabsNarrowTheListAndCount()
{
    visit();
    QTRY_COMPARE(m_window->tabs(), (QStringList{u"All (4)"_s, u"Published (2)"_s, u"Drafts (1)"_s, u"Scheduled (1)"_s, u"Trash (0)"_s}));
    m_window->chooseTab(1);
    QTRY_COMPARE(m_window->column(0), (QStringList{u"New post"_s, u"Old post"_s}));
    m_window->chooseTab(4);
    QTRY_COMPARE(m_window->text(u"posts.list.empty.text"_s), u"No posts here yet."_s);
    QVERIFY(m_window->find(u"posts.list.empty"_s)->isVisible());
}

void tst_PostsPage::searchingFindsTitlesAndAuthors()
{
    visit();
    m_window->key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"posts.list.search"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"bOb"_s);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_window->column(0), (QStringList{u"Far post"_s, u"New post"_s}));
    QTRY_COMPARE(m_window->tabs().first(), u"All (2)"_s);
    m_window->type(u"posts.list.search"_s, u"nothing like it"_s);
    QTRY_COMPARE(m_window->text(u"posts.list.empty.text"_s), u"No posts match."_s);
    m_window->click(u"posts.list.empty.clear"_s);
    QTRY_COMPARE(m_window->column(0).size(), 4);
}

void tst_PostsPage::aHeaderSortsAndItsThirdClickBringsTheUsualOrderBack()
{
    visit();
    m_window->clickHeader(4);
    QTRY_COMPARE(m_window->column(4), (QStringList{u"0"_s, u"0"_s, u"7"_s, u"1,234"_s}));
    m_window->clickHeader(4);
    QTRY_COMPARE(m_window->column(4), (QStringList{u"1,234"_s, u"7"_s, u"0"_s, u"0"_s}));
    m_window->clickHeader(4);
    QTRY_COMPARE(m_window->column(0), (QStringList{u"A draft"_s, u"Far post"_s, u"New post"_s, u"Old post"_s}));
}

void tst_PostsPage::oneCanGoToThePostsOfAnAuthorAndOfAMonth()
{
    const QDateTime from(QDate(2025, 3, 1), QTime(0, 0), Qt::UTC);
    m_window->window().go({u"posts"_s, 0, u"all"_s, {{u"author_id"_s, m_ann}}});
    QTRY_COMPARE(m_window->column(0), (QStringList{u"A draft"_s, u"Old post"_s}));
    QTRY_COMPARE(m_window->text(u"posts.list.chips.author_id"_s), u"Author: ann"_s);
    m_window->window().go({u"posts"_s, 0, u"all"_s, {{u"published_from"_s, from}, {u"published_to"_s, from.addMonths(1)}}});
    QTRY_COMPARE(m_window->column(0), QStringList{u"New post"_s});
    m_window->click(u"posts.list.chips.published_from"_s);
    QTRY_COMPARE(m_window->column(0), (QStringList{u"New post"_s, u"Old post"_s}));
}

void tst_PostsPage::onlyThisAuthorCanBeChosenForARow()
{
    visit();
    m_window->table()->selectRow(3);
    m_window->choose(u"posts.list.author"_s);
    QTRY_COMPARE(m_window->column(0), (QStringList{u"A draft"_s, u"Old post"_s}));
    QCOMPARE(m_window->text(u"posts.list.chips.author_id"_s), u"Author: ann"_s);
    m_window->key(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(m_window->column(0).size(), 4);
}

void tst_PostsPage::deleteMovesAPostToTheTrashAndUndoBringsItBack()
{
    visit();
    m_window->table()->selectRow(2);
    m_window->table()->setFocus();
    m_window->key(Qt::Key_Delete);
    QTRY_COMPARE(m_window->messages(), QStringList{u"“New post” is in the trash."_s});
    QTRY_COMPARE(m_window->column(0), (QStringList{u"A draft"_s, u"Far post"_s, u"Old post"_s}));
    m_window->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->column(0), (QStringList{u"A draft"_s, u"Far post"_s, u"New post"_s, u"Old post"_s}));
    m_window->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_window->column(0).size(), 3);
}

void tst_PostsPage::thePostsInTheTrashCanBeRestored()
{
    visit();
    m_window->table()->selectAll();
    m_window->choose(u"posts.list.delete"_s);
    QTRY_COMPARE(m_window->messages(), QStringList{u"4 posts are in the trash."_s});
    m_window->chooseTab(4);
    QTRY_COMPARE(m_window->column(2).size(), 4);
    QTRY_COMPARE(m_window->column(2).first(), u"In the trash"_s);
    m_window->table()->selectAll();
    m_window->choose(u"posts.list.restore"_s);
    QTRY_COMPARE(m_window->tabs().first(), u"All (4)"_s);
}

void tst_PostsPage::severalPostsArePublishedAsOneOperation()
{
    visit();
    m_window->table()->setFocus();
    m_window->table()->selectRow(0);
    QVERIFY(m_window->find(u"posts.list.selection"_s)->isHidden());
    m_window->key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_window->find<QToolButton>(u"posts.list.selection"_s)->text(), u"2 selected"_s);
    m_window->choose(u"posts.list.publish"_s);
    QTRY_COMPARE(m_window->messages(), QStringList{u"2 posts are published."_s});
    QTRY_COMPARE(m_window->tabs().at(1), u"Published (4)"_s);
    m_window->answer(1);
    QTRY_COMPARE(m_window->tabs(), (QStringList{u"All (4)"_s, u"Published (2)"_s, u"Drafts (1)"_s, u"Scheduled (1)"_s, u"Trash (0)"_s}));
}

void tst_PostsPage::whatIsSaidToBeSelectedIsWhatIsMoved()
{
    m_window->write([author = m_ann](db::Repo &repo) {
        Builders builders(repo);
        const accounts::User ann = must(accounts::Accounts(repo).fetchUser({author}));
        for (int number = 1; number <= 450; ++number)
            builders.post(ann, u"Post %1"_s.arg(number));
    });
    m_window->window().go({u"posts"_s});
    QTRY_COMPARE(m_window->table()->model()->rowCount(), 454);
    m_window->table()->setFocus();
    m_window->key(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(m_window->find<QToolButton>(u"posts.list.selection"_s)->text(), u"454 selected"_s);
    m_window->choose(u"posts.list.delete"_s);
    QTRY_COMPARE(m_window->messages(), QStringList{u"454 posts are in the trash."_s});
    QTRY_COMPARE(m_window->tabs().at(4), u"Trash (454)"_s);
}

void tst_PostsPage::aHeldDeleteKeyDeletesOnce()
{
    visit();
    QVERIFY(!m_window->window().findChild<QAction *>(u"posts.list.delete"_s)->autoRepeat());
    m_window->goToRow(2);
    m_window->key(Qt::Key_Delete);
    QTRY_COMPARE(m_window->column(0).size(), 3);
    m_window->key(Qt::Key_Delete);
    QCOMPARE(m_window->messages(), QStringList{u"“New post” is in the trash."_s});
    QCOMPARE(m_window->column(0).size(), 3);
    QVERIFY(m_window->session().activities().isEmpty());
}

void tst_PostsPage::theFirstPostIsWrittenUndisturbed()
{
    m_window->write([](db::Repo &repo) { must(repo.execute(u"UPDATE posts SET deleted_at = inserted_at"_s)); });
    m_window->window().go({u"posts"_s});
    QTRY_VERIFY(m_window->window().findChild<QWidget *>(u"posts.list.empty.new"_s));
    QTRY_VERIFY(m_window->find(u"posts.list.empty.new"_s)->isVisible());
    m_window->click(u"posts.list.empty.new"_s);
    m_window->type(u"posts.form.title"_s, u"The first post"_s);
    m_window->type(u"posts.form.author_id"_s, u"ann"_s);
    m_window->type(u"posts.form.body"_s, u"A body long enough for the rule that asks for fifty characters."_s);
    QTRY_COMPARE(m_window->find<ui::FormPage>(u"posts.form"_s)->form()->params().value(u"author_id"_s), m_ann);
    m_window->save();
    QTRY_COMPARE(m_window->messages(), QStringList{u"Saved “The first post”."_s});
    QTRY_COMPARE(m_window->table()->model()->rowCount(), 1);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"posts.form.body"_s);
}

void tst_PostsPage::enterOpensAPostAndAltLeftGoesBack()
{
    visit();
    m_window->table()->setFocus();
    m_window->table()->selectRow(3);
    m_window->key(Qt::Key_Return);
    QTRY_COMPARE(m_window->text(u"posts.form.title"_s), u"Old post"_s);
    QTRY_COMPARE(m_window->text(u"posts.form.facts.comments"_s), u"2 comments"_s);
    QVERIFY(m_window->window().windowTitle().startsWith(u"Old post - Posts[*] - "_s));
    m_window->click(u"posts.form.facts.comments"_s);
    QTRY_COMPARE(m_window->window().page()->id(), u"comments"_s);
    QTRY_COMPARE(m_window->column(0).size(), 2);
    QTRY_COMPARE(m_window->text(u"comments.list.chips.post_id"_s), u"Post: Old post"_s);
    m_window->key(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(m_window->text(u"posts.form.title"_s), u"Old post"_s);
    m_window->key(Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(m_window->table()->isVisible());
}

void tst_PostsPage::nothingCanBeChangedInADatabaseThatIsReadOnly()
{
    visit();
    m_window->session().setReadOnly(u"Only for reading."_s);
    for (const QString &action : {u"publish"_s, u"unpublish"_s, u"delete"_s})
        QVERIFY(!m_window->window().findChild<QAction *>(u"posts.list."_s + action)->isEnabled());
    QVERIFY(!m_window->find(u"posts.list.new"_s)->isEnabled());
}

void tst_PostsPage::textsFollowTheLanguage()
{
    visit();
    QTRY_COMPARE(m_window->tabs().first(), u"All (4)"_s);
    ui::Language::apply(u"de"_s);
    QTRY_COMPARE(m_window->tabs(), (QStringList{u"Alle (4)"_s, u"Veröffentlicht (2)"_s, u"Entwürfe (1)"_s, u"Geplant (1)"_s, u"Papierkorb (0)"_s}));
    QCOMPARE(m_window->text(u"posts.list.heading"_s), u"Beiträge"_s);
    QCOMPARE(m_window->column(2), (QStringList{u"Entwurf"_s, u"Geplant"_s, u"Veröffentlicht"_s, u"Veröffentlicht"_s}));
}

QTEST_MAIN(tst_PostsPage)
#include "tst_posts_page.moc"
