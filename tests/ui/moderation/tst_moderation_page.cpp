// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/moderation/moderation_bench.h"
#include "ui/moderation/queue_model.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QTextBrowser>

using blog::ModerationState;

/// What a moderator sees and does, one comment after the other.
class tst_ModerationPage : public QObject
{
    Q_OBJECT

private slots:
    void showsTheOldestCommentFirst();
    void aKeyDecides_data();
    void aKeyDecides();
    void aButtonDoesWhatItsKeyDoes();
    void theDecidedCommentLeavesBeforeItIsStored();
    void aDecidedCommentCanGoBackToPending();
    void aHeldKeyDecidesOnce();
    void aBurstOfKeysLosesNone();
    void lettersInTheReasonAreText();
    void aReasonIsForOneComment();
    void keysMoveTheCursor();
    void aSelectionIsOneDecision();
    void digitsChooseTheScope();
    void countsFollowTheDecisions();
    void recordsOfAuthorsFollowTheDecisions();
    void furtherPagesAreFetchedWhileScrolling();
    void newArrivalsComeLast();
    void whatOthersWroteIsReadAgain();
    void nothingToModerateLeadsToTheApproved();
    void theFirstCommentAfterAnEmptyQueueIsShown();
    void nothingIsDecidedBehindAnError();
    void aHiddenPageLeavesTheFocusAlone();
    void keysLeadToTheCommentThePostAndTheAuthor_data();
    void keysLeadToTheCommentThePostAndTheAuthor();
    void nothingIsDecidedWhereNothingCanBeWritten();
    void theCommentIsShownWithItsSurroundings();
    void textsFollowTheLanguage();
    void whatCanBeReachedHasAName();
};

void tst_ModerationPage::showsTheOldestCommentFirst()
{
    const ModerationBench bench(3);
    QCOMPARE(bench.rows(), 3);
    QCOMPARE(bench.current(), bench.body(1));
    QCOMPARE(bench.rowText(2), bench.body(3));
    QCOMPARE(QApplication::focusWidget(), bench.list);
}

void tst_ModerationPage::aKeyDecides_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<ModerationState>("state");
    QTest::newRow("A") << int(Qt::Key_A) << ModerationState::Approved;
    QTest::newRow("R") << int(Qt::Key_R) << ModerationState::Rejected;
    QTest::newRow("S") << int(Qt::Key_S) << ModerationState::Spam;
}

void tst_ModerationPage::aKeyDecides()
{
    QFETCH(const int, key);
    QFETCH(const ModerationState, state);
    ModerationBench bench(3);
    bench.press(Qt::Key(key));
    QCOMPARE(bench.current(), bench.body(2));
    QTRY_COMPARE(bench.lastMessage().section(u' ', -2), u"2 left."_qs);
    const blog::Comment comment = bench.stored(1);
    QCOMPARE(comment.state, state);
    QCOMPARE(comment.isApproved, state == ModerationState::Approved);
    QCOMPARE(comment.moderatedBy.value_or(QString()), u"operator"_qs);
    QCOMPARE(bench.state(2), ModerationState::Pending);
}

void tst_ModerationPage::aButtonDoesWhatItsKeyDoes()
{
    ModerationBench bench(4);
    bench.click(u"moderation.approve"_qs);
    bench.click(u"moderation.reject"_qs);
    bench.click(u"moderation.spam"_qs);
    QCOMPARE(bench.current(), bench.body(4));
    QCOMPARE(QApplication::focusWidget(), bench.list);
    QTRY_COMPARE(bench.messages->size(), 3);
    QCOMPARE(bench.state(1), ModerationState::Approved);
    QCOMPARE(bench.state(2), ModerationState::Rejected);
    QCOMPARE(bench.state(3), ModerationState::Spam);
    QVERIFY(!bench.find(u"moderation.putBack"_qs)->isEnabled());
}

void tst_ModerationPage::theDecidedCommentLeavesBeforeItIsStored()
{
    ModerationBench bench(3);
    bench.press(Qt::Key_A);
    QCOMPARE(bench.rows(), 2);
    QVERIFY(bench.messages->isEmpty());
    QTRY_COMPARE(bench.lastMessage(), u"Approved. 2 left."_qs);
}

void tst_ModerationPage::aDecidedCommentCanGoBackToPending()
{
    ModerationBench bench(2);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    QVERIFY(bench.stored(1).isApproved);
    bench.press(Qt::Key_2);
    QTRY_COMPARE(bench.current(), bench.body(1));
    bench.press(Qt::Key_U);
    QTRY_COMPARE(bench.lastMessage(), u"Back to pending. 2 left."_qs);
    QCOMPARE(bench.state(1), ModerationState::Pending);
    QVERIFY(!bench.stored(1).isApproved);
    QVERIFY(!bench.stored(1).moderatedBy);
}

void tst_ModerationPage::aHeldKeyDecidesOnce()
{
    ModerationBench bench(5);
    bench.press(Qt::Key_A);
    for (int repeat = 0; repeat < 3; ++repeat) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_qs, true);
        QApplication::sendEvent(bench.list, &held);
    }
    QCOMPARE(bench.rows(), 4);
    QTRY_COMPARE(bench.messages->size(), 1);
    QCOMPARE(bench.count(ModerationState::Approved), 1);
}

void tst_ModerationPage::aBurstOfKeysLosesNone()
{
    constexpr int decisions = 200;
    ModerationBench bench(decisions + 5);
    // As fast as no one types: what is not there yet is waited for, as the eye would.
    for (int number = 1; number <= decisions; ++number) {
        if (bench.current() != bench.body(number))
            QTRY_COMPARE(bench.current(), bench.body(number));
        bench.press(number % 2 ? Qt::Key_A : Qt::Key_R);
    }
    QTRY_COMPARE(bench.messages->size(), decisions);
    QCOMPARE(bench.count(ModerationState::Approved), decisions / 2);
    QCOMPARE(bench.count(ModerationState::Rejected), decisions / 2);
    QCOMPARE(bench.rows(), 5);
    QCOMPARE(bench.tabs().first(), u"Pending (5)"_qs);
}

void tst_ModerationPage::lettersInTheReasonAreText()
{
    ModerationBench bench(3);
    bench.press(Qt::Key_N);
    auto *note = bench.find<QLineEdit>(u"moderation.note"_qs);
    QCOMPARE(QApplication::focusWidget(), note);
    QTest::keyClicks(note, u"a rude answer 1"_qs);
    QCOMPARE(note->text(), u"a rude answer 1"_qs);
    QCOMPARE(bench.rows(), 3);
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), bench.list);
    bench.press(Qt::Key_R);
    QTRY_COMPARE(bench.messages->size(), 1);
    QCOMPARE(bench.stored(1).moderationReason.value_or(QString()), u"a rude answer 1"_qs);
    QVERIFY(note->text().isEmpty());
}

void tst_ModerationPage::aReasonIsForOneComment()
{
    ModerationBench bench(3);
    auto *note = bench.find<QLineEdit>(u"moderation.note"_qs);
    note->setText(u"rude"_qs);
    bench.press(Qt::Key_J);
    QVERIFY(note->text().isEmpty());
    note->setFocus();
    QTest::keyClicks(note, u"off topic"_qs);
    QTest::keyClick(note, Qt::Key_Escape);
    QVERIFY(note->text().isEmpty());
    QCOMPARE(QApplication::focusWidget(), bench.list);
}

void tst_ModerationPage::keysMoveTheCursor()
{
    ModerationBench bench(3);
    bench.press(Qt::Key_J);
    QCOMPARE(bench.current(), bench.body(2));
    bench.press(Qt::Key_Down);
    QCOMPARE(bench.current(), bench.body(3));
    bench.press(Qt::Key_J);
    QCOMPARE(bench.current(), bench.body(3));
    bench.press(Qt::Key_K);
    QCOMPARE(bench.current(), bench.body(2));
    bench.press(Qt::Key_Up);
    bench.press(Qt::Key_K);
    QCOMPARE(bench.current(), bench.body(1));
    bench.click(u"moderation.next"_qs);
    QCOMPARE(bench.current(), bench.body(2));
    // The same from the text beside the list.
    QTest::keyClick(bench.find(u"moderation.pane.body"_qs), Qt::Key_K);
    QCOMPARE(bench.current(), bench.body(1));
    // The last one decided, the cursor goes up.
    bench.press(Qt::Key_End);
    bench.press(Qt::Key_A);
    QCOMPARE(bench.current(), bench.body(2));
}

void tst_ModerationPage::aSelectionIsOneDecision()
{
    ModerationBench bench(5);
    bench.press(Qt::Key_J);
    bench.press(Qt::Key_J, Qt::ShiftModifier);
    bench.press(Qt::Key_J, Qt::ShiftModifier);
    bench.press(Qt::Key_J, Qt::ShiftModifier);
    bench.press(Qt::Key_K, Qt::ShiftModifier);
    bench.press(Qt::Key_S);
    QCOMPARE(bench.rows(), 2);
    QCOMPARE(bench.current(), bench.body(5));
    QTRY_COMPARE(bench.lastMessage(), u"3 comments marked as spam. 2 left."_qs);
    QCOMPARE(bench.session->history().undoText(), u"Mark 3 comments as spam"_qs);
    QCOMPARE(bench.count(ModerationState::Spam), 3);
    QCOMPARE(bench.state(1), ModerationState::Pending);
}

void tst_ModerationPage::digitsChooseTheScope()
{
    ModerationBench bench([](db::Repo &repo) {
        ModerationBench::fill(repo, 2);
        Builders builders(repo);
        const accounts::User cal = builders.user(u"cal"_qs);
        const blog::Post post = must(repo.fetch(db::Id<blog::Post>{1}));
        builders.comment(post, cal, u"An approved comment"_qs, ModerationState::Approved);
        builders.comment(post, cal, u"A rejected comment"_qs, ModerationState::Rejected);
        builders.comment(post, cal, u"An unwanted comment"_qs, ModerationState::Spam);
    });
    bench.press(Qt::Key_2);
    QTRY_COMPARE(bench.current(), u"An approved comment"_qs);
    QVERIFY(!bench.find(u"moderation.approve"_qs)->isEnabled());
    QVERIFY(bench.find(u"moderation.putBack"_qs)->isEnabled());
    bench.press(Qt::Key_3);
    QTRY_COMPARE(bench.current(), u"A rejected comment"_qs);
    bench.press(Qt::Key_4);
    QTRY_COMPARE(bench.current(), u"An unwanted comment"_qs);
    QCOMPARE(bench.page->location().scope, u"spam"_qs);
    bench.press(Qt::Key_1);
    QTRY_COMPARE(bench.current(), bench.body(1));
}

void tst_ModerationPage::countsFollowTheDecisions()
{
    ModerationBench bench(4);
    QCOMPARE(bench.tabs(), QStringList({u"Pending (4)"_qs, u"Approved (0)"_qs, u"Rejected (0)"_qs, u"Spam (0)"_qs}));
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_R);
    QCOMPARE(bench.tabs(), QStringList({u"Pending (1)"_qs, u"Approved (2)"_qs, u"Rejected (1)"_qs, u"Spam (0)"_qs}));
    QTRY_COMPARE(bench.messages->size(), 3);
    QCOMPARE(must(ui::ModerationPage::badge(*bench.session).result()), 1);
}

void tst_ModerationPage::recordsOfAuthorsFollowTheDecisions()
{
    ModerationBench bench(4);
    const auto record = [&bench](int row) { return bench.list->model()->index(row, 0).data(ui::QueueModel::EntryRole).value<ui::QueueEntry>().item.record; };
    QVERIFY(record(2).isNewcomer());
    bench.press(Qt::Key_A);
    QCOMPARE(record(1).approved, 1); // ann's other one
    QVERIFY(record(0).isNewcomer()); // ben's
    QTRY_COMPARE(bench.messages->size(), 1);
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bench.rows(), 4);
    QVERIFY(record(0).isNewcomer());
    QVERIFY(record(2).isNewcomer());
}

void tst_ModerationPage::furtherPagesAreFetchedWhileScrolling()
{
    constexpr int comments = 3 * ui::QueueModel::PageSize + 7;
    ModerationBench bench(comments);
    QCOMPARE(bench.rows(), ui::QueueModel::PageSize);
    for (int page = 0; page < 3; ++page) {
        const int before = bench.rows();
        bench.press(Qt::Key_End);
        QTRY_VERIFY(bench.rows() > before);
    }
    QTRY_COMPARE(bench.rows(), comments);
    for (int row = 0; row < comments; ++row)
        QCOMPARE(bench.rowText(row), bench.body(row + 1));
}

void tst_ModerationPage::newArrivalsComeLast()
{
    ModerationBench bench(2);
    bench.press(Qt::Key_J);
    must(bench.session->database().write([](db::Repo &repo) -> db::Result<void> {
                                      Builders builders(repo);
                                      builders.comment(must(repo.fetch(db::Id<blog::Post>{1})), must(repo.fetch(db::Id<accounts::User>{1})), u"A new comment"_qs);
                                      return {};
                                  })
             .result());
    bench.page->visit({u"moderation"_qs});
    QTRY_COMPARE(bench.rows(), 3);
    QCOMPARE(bench.current(), bench.body(2));
    QCOMPARE(bench.rowText(2), u"A new comment"_qs);
    QTRY_COMPARE(bench.tabs().first(), u"Pending (3)"_qs);
}

void tst_ModerationPage::whatOthersWroteIsReadAgain()
{
    ModerationBench bench(3);
    auto *model = bench.page->findChild<ui::QueueModel *>();
    QSignalSpy loaded(model, &ui::QueueModel::loaded);
    bench.press(Qt::Key_J);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bench.messages->size(), 2);
    QCOMPARE(loaded.size(), 0);
    must(bench.session->database().write([](db::Repo &repo) { return moderation::Moderation(repo).decide({{1}}, ModerationState::Pending, ModerationState::Spam, u"ann"_qs); }).result());
    bench.session->announce(ui::DataKind::Comments);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(bench.rows(), 2);
    QCOMPARE(bench.current(), bench.body(2));
}

void tst_ModerationPage::nothingToModerateLeadsToTheApproved()
{
    ModerationBench bench(1);
    QVERIFY(!bench.find(u"moderation.empty"_qs)->isVisible());
    bench.press(Qt::Key_A);
    QVERIFY(bench.find(u"moderation.empty"_qs)->isVisible());
    QCOMPARE(bench.find<QLabel>(u"moderation.empty.text"_qs)->text(), u"Nothing to moderate."_qs);
    QVERIFY(!bench.find(u"moderation.approve"_qs)->isEnabled());
    auto *button = bench.find<QPushButton>(u"moderation.empty.showApproved"_qs);
    QCOMPARE(QApplication::focusWidget(), button);
    QTRY_COMPARE(bench.messages->size(), 1);
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE(bench.current(), bench.body(1));
    QCOMPARE(QApplication::focusWidget(), bench.list);
    QCOMPARE(bench.page->location().scope, u"approved"_qs);
}

void tst_ModerationPage::theFirstCommentAfterAnEmptyQueueIsShown()
{
    ModerationBench bench(1);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    QTest::keyClick(bench.find(u"moderation.empty.showApproved"_qs), Qt::Key_Space);
    QTRY_COMPARE(bench.current(), bench.body(1));
    QVERIFY(bench.find<QLabel>(u"moderation.pane.author"_qs)->isVisible());
    QCOMPARE(bench.find<QLabel>(u"moderation.pane.author"_qs)->text(), u"ann"_qs);
    QVERIFY(bench.find(u"moderation.putBack"_qs)->isEnabled());
}

void tst_ModerationPage::nothingIsDecidedBehindAnError()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"community.sqlite"_qs);
    {
        TestDatabase::file(file);
    }
    ModerationBench bench(3, db::DatabaseUrl::sqliteFile(file));
    TestDatabase other = TestDatabase::file(file);
    other.execute(u"ALTER TABLE posts RENAME TO hidden"_qs);
    bench.press(Qt::Key_2);
    QTRY_VERIFY(bench.page->findChild<QWidget *>(u"moderation.empty.retry"_qs));
    QVERIFY(!bench.list->isVisible());
    auto *retry = bench.find(u"moderation.empty.retry"_qs);
    QCOMPARE(QApplication::focusWidget(), retry);
    QVERIFY(!bench.find(u"moderation.approve"_qs)->isEnabled());
    other.execute(u"ALTER TABLE hidden RENAME TO posts"_qs);
    QTest::keyClick(retry->parentWidget(), Qt::Key_A);
    QVERIFY(!bench.session->isSaving());
    QTest::keyClick(retry, Qt::Key_Space);
    QTRY_VERIFY(bench.find<QLabel>(u"moderation.empty.text"_qs)->text() == u"There are no such comments.");
    QCOMPARE(bench.count(ModerationState::Pending), 3);
}

void tst_ModerationPage::aHiddenPageLeavesTheFocusAlone()
{
    ModerationBench bench(1);
    QStackedWidget window;
    auto *elsewhere = new QLineEdit;
    window.addWidget(bench.page.get());
    window.addWidget(elsewhere);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bench.page->focusFirst();
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    QCOMPARE(QApplication::focusWidget(), bench.find(u"moderation.empty.showApproved"_qs));
    window.setCurrentWidget(elsewhere);
    elsewhere->setFocus();
    bench.session->history().undo();
    QTRY_COMPARE(bench.rows(), 1);
    QCOMPARE(QApplication::focusWidget(), elsewhere);
    QTest::keyClicks(QApplication::focusWidget(), u"a"_qs);
    QCOMPARE(elsewhere->text(), u"a"_qs);
    QCOMPARE(bench.rows(), 1);
    window.removeWidget(bench.page.get());
    bench.page->setParent(nullptr);
}

void tst_ModerationPage::keysLeadToTheCommentThePostAndTheAuthor_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("page");
    QTest::addColumn<qint64>("record");
    QTest::newRow("E") << int(Qt::Key_E) << u"moderation.edit"_qs << u"comments"_qs << qint64(2);
    QTest::newRow("P") << int(Qt::Key_P) << u"moderation.post"_qs << u"posts"_qs << qint64(1);
    QTest::newRow("T") << int(Qt::Key_T) << u"moderation.author"_qs << u"users"_qs << qint64(2);
}

void tst_ModerationPage::keysLeadToTheCommentThePostAndTheAuthor()
{
    QFETCH(const int, key);
    QFETCH(const QString, button);
    QFETCH(const QString, page);
    QFETCH(const qint64, record);
    ModerationBench bench(3);
    const QSignalSpy left(bench.session.get(), &ui::Session::navigationRequested);
    bench.press(Qt::Key_J);
    bench.press(Qt::Key(key));
    bench.click(button);
    QCOMPARE(left.size(), 2);
    for (const QList<QVariant> &arguments : left) {
        const auto destination = arguments.first().value<ui::Destination>();
        QCOMPARE(destination.page, page);
        QCOMPARE(destination.record, record);
    }
    // Back from there.
    bench.page->visit(bench.page->location());
    QCOMPARE(bench.current(), bench.body(2));
}

void tst_ModerationPage::nothingIsDecidedWhereNothingCanBeWritten()
{
    ModerationBench bench(2);
    bench.session->setReadOnly(u"The file is write-protected."_qs);
    QVERIFY(!bench.find(u"moderation.approve"_qs)->isEnabled());
    QCOMPARE(bench.find(u"moderation.approve"_qs)->toolTip(), u"The file is write-protected."_qs);
    bench.press(Qt::Key_A);
    QCOMPARE(bench.lastMessage(), u"The file is write-protected."_qs);
    QCOMPARE(bench.rows(), 2);
    QCOMPARE(bench.state(1), ModerationState::Pending);
}

void tst_ModerationPage::theCommentIsShownWithItsSurroundings()
{
    ModerationBench bench([](db::Repo &repo) {
        Builders builders(repo);
        const accounts::User ann = builders.user(u"ann"_qs);
        blog::Post post = builders.post(ann, u"A post about something"_qs, QDateTime::currentDateTimeUtc().addDays(-20));
        post = must(repo.update(db::change(post).put(&blog::Post::body, u"<p>First <b>line</b> of the post.</p><p>Second line.</p>"_qs)));
        const QDateTime start = QDateTime::currentDateTimeUtc().addDays(-10).addSecs(-1800);
        builders.comment(post, ann, u"What was said before"_qs, ModerationState::Approved, start);
        builders.comment(post, ann, u"See <b>this</b>: https://example.org/a?b=1. "_qs + QString(400, u'x') + u" The end.", ModerationState::Pending, start.addSecs(1));
        builders.comment(post, ann, u"What was said after"_qs, ModerationState::Approved, start.addSecs(2));
    });
    const auto text = [&bench](const QString &name) { return bench.find<QTextBrowser>(name)->toPlainText(); };
    QTRY_VERIFY(text(u"moderation.pane.body"_qs).endsWith(u"The end."));
    QVERIFY(text(u"moderation.pane.body"_qs).startsWith(u"See <b>this</b>: https://example.org/a?b=1."));
    QCOMPARE(text(u"moderation.pane.post"_qs), u"First line of the post.\nSecond line."_qs);
    const QString thread = text(u"moderation.pane.thread"_qs);
    QVERIFY(thread.contains(u"What was said before"));
    QVERIFY(thread.indexOf(u"What was said after") > thread.indexOf(u"What was said before"));
    QCOMPARE(bench.find<QLabel>(u"moderation.pane.author"_qs)->text(), u"ann"_qs);
    QCOMPARE(bench.find<QLabel>(u"moderation.pane.postTitle"_qs)->text(), u"A post about something"_qs);
    const QString facts = bench.find<QLabel>(u"moderation.pane.facts"_qs)->text();
    QVERIFY2(facts.startsWith(u"2 approved · User · joined "), qPrintable(facts));
    QVERIFY2(facts.endsWith(u" · 1 link"), qPrintable(facts));
    const QString spoken = bench.list->currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(u"ann, 2 approved. 10 d 0 h ago. A post about something. See "), qPrintable(spoken));
}

void tst_ModerationPage::textsFollowTheLanguage()
{
    ModerationBench bench(1);
    QCOMPARE(bench.find<QPushButton>(u"moderation.approve"_qs)->text(), u"Approve (A)"_qs);
    ui::Language::apply(u"de"_qs);
    QTRY_COMPARE(bench.find<QPushButton>(u"moderation.approve"_qs)->text(), u"Freigeben (A)"_qs);
    QCOMPARE(bench.tabs().first(), u"Offen (1)"_qs);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.lastMessage(), u"Freigegeben. Noch 0 übrig."_qs);
    QCOMPARE(bench.find<QLabel>(u"moderation.empty.text"_qs)->text(), u"Nichts zu moderieren."_qs);
    gui::reset();
}

void tst_ModerationPage::whatCanBeReachedHasAName()
{
    const ModerationBench bench(3);
    for (const QWidget *widget : bench.page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->objectName().startsWith(u"qt_"))
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QLabel *>(widget), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(tst_ModerationPage)
#include "tst_moderation_page.moc"
