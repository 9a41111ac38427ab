// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/moderation/moderation_bench.h"

using blog::ModerationState;

/// Decisions that are taken back, that others made first, and that cannot be stored.
class tst_ModerationUndo : public QObject
{
    Q_OBJECT

private slots:
    void undoTakesDecisionsBackOneAfterTheOther();
    void undoWaitsForWhatIsBeingWritten();
    void undoMeansTheDecisionBeforeIt();
    void undoGoesWithTheDecisionThatFails();
    void undoIsSaidToBeGoingOn();
    void redoDecidesAgain();
    void undoOfASelectionSelectsItAgain();
    void undoBringsTheLastCommentBack();
    void undoShowsTheCommentWhereItIs();
    void undoWorksWithoutThePageInFront();
    void aCommentThatSomebodyElseDecidedIsSkipped();
    void theRestOfASelectionIsDecided();
    void aDeletedCommentStaysAway();
    void aWriteThatFailsPutsTheRowBack();

private:
    void undo(ModerationBench &bench)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        Q_UNUSED(bench)
    }
    /// Of a file for each test: the one before is closed in the background.
    QString path() const { return m_folder.filePath(QString(QLatin1String(QTest::currentTestFunction()) + u".sqlite")); }

    QTemporaryDir m_folder;
};

void tst_ModerationUndo::undoTakesDecisionsBackOneAfterTheOther()
{
    ModerationBench bench(6);
    bench.press(Qt::Key_J);
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_R);
    bench.press(Qt::Key_S);
    QCOMPARE(bench.current(), bench.body(5));
    QTRY_COMPARE(bench.messages->size(), 3);

    undo(bench);
    QTRY_COMPARE(bench.current(), bench.body(4));
    QCOMPARE(bench.rows(), 4);
    undo(bench);
    QTRY_COMPARE(bench.current(), bench.body(3));
    undo(bench);
    QTRY_COMPARE(bench.current(), bench.body(2));
    QCOMPARE(bench.rows(), 6);
    for (int row = 0; row < 6; ++row)
        QCOMPARE(bench.rowText(row), bench.body(row + 1));
    QCOMPARE(bench.count(ModerationState::Pending), 6);
    QVERIFY(!bench.stored(2).isApproved);
    QCOMPARE(bench.tabs().first(), u"Pending (6)"_qs);
}

void tst_ModerationUndo::undoWaitsForWhatIsBeingWritten()
{
    ModerationBench bench(4);
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_R);
    bench.press(Qt::Key_S);
    for (int times = 0; times < 3; ++times)
        undo(bench);
    QTRY_COMPARE(bench.rows(), 4);
    QCOMPARE(bench.current(), bench.body(1));
    QCOMPARE(bench.count(ModerationState::Pending), 4);
    QVERIFY(!bench.session->history().canUndo());
}

void tst_ModerationUndo::undoMeansTheDecisionBeforeIt()
{
    ModerationBench bench(4);
    bench.press(Qt::Key_A);
    undo(bench);
    bench.press(Qt::Key_R);
    QTRY_COMPARE(bench.rows(), 3);
    QTRY_VERIFY(!bench.session->isSaving());
    QCOMPARE(bench.state(1), ModerationState::Pending);
    QCOMPARE(bench.state(2), ModerationState::Rejected);
}

void tst_ModerationUndo::undoGoesWithTheDecisionThatFails()
{
    {
        TestDatabase::file(path());
    }
    ModerationBench bench(3, db::DatabaseUrl::sqliteFile(path()));
    TestDatabase other = TestDatabase::file(path());
    other.execute(u"CREATE TRIGGER refuse BEFORE UPDATE ON comments WHEN NEW.id = 2 BEGIN SELECT RAISE(ABORT, 'no'); END"_qs);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    bench.press(Qt::Key_R);
    bench.session->history().undo(); // as Edit > Undo does
    QTRY_COMPARE(bench.messages->size(), 2);
    QTRY_VERIFY(!bench.session->isSaving());
    QCOMPARE(bench.state(1), ModerationState::Approved);
    QCOMPARE(bench.state(2), ModerationState::Pending);
    QCOMPARE(bench.rows(), 2);
    QCOMPARE(bench.session->history().undoText(), u"Approve 1 comment"_qs);
}

void tst_ModerationUndo::undoIsSaidToBeGoingOn()
{
    ModerationBench bench(2);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    undo(bench);
    QCOMPARE(bench.session->activities().text(), u"Taking back: Approve 1 comment"_qs);
    QVERIFY(bench.session->activities().canCancel());
    QTRY_COMPARE(bench.rows(), 2);
    QTRY_VERIFY(bench.session->activities().isEmpty());
}

void tst_ModerationUndo::redoDecidesAgain()
{
    ModerationBench bench(3);
    bench.press(Qt::Key_R);
    QTRY_COMPARE(bench.messages->size(), 1);
    undo(bench);
    QTRY_COMPARE(bench.rows(), 3);
    bench.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.rows(), 2);
    QCOMPARE(bench.current(), bench.body(2));
    QCOMPARE(bench.state(1), ModerationState::Rejected);
    QCOMPARE(bench.tabs().first(), u"Pending (2)"_qs);
    undo(bench);
    QTRY_COMPARE(bench.current(), bench.body(1));
    QCOMPARE(bench.state(1), ModerationState::Pending);
}

void tst_ModerationUndo::undoOfASelectionSelectsItAgain()
{
    ModerationBench bench(4);
    bench.press(Qt::Key_J, Qt::ShiftModifier);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    undo(bench);
    QTRY_COMPARE(bench.rows(), 4);
    QCOMPARE(bench.list->selectionModel()->selectedIndexes().size(), 2);
    QCOMPARE(bench.current(), bench.body(1));
}

void tst_ModerationUndo::undoBringsTheLastCommentBack()
{
    ModerationBench bench(1);
    bench.press(Qt::Key_A);
    QVERIFY(bench.find(u"moderation.empty"_qs)->isVisible());
    undo(bench);
    QTRY_COMPARE(bench.current(), bench.body(1));
    QVERIFY(bench.list->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.list);
}

void tst_ModerationUndo::undoShowsTheCommentWhereItIs()
{
    ModerationBench bench(3);
    bench.press(Qt::Key_J);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    bench.press(Qt::Key_2);
    QTRY_COMPARE(bench.rows(), 1);
    undo(bench);
    QTRY_COMPARE(bench.rows(), 3);
    QCOMPARE(bench.current(), bench.body(2));
    QCOMPARE(bench.page->location().scope, u"pending"_qs);
}

void tst_ModerationUndo::undoWorksWithoutThePageInFront()
{
    ModerationBench bench(3);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 1);
    bench.page->hide();
    bench.session->history().undo();
    QTRY_COMPARE(bench.rows(), 3);
    QCOMPARE(bench.state(1), ModerationState::Pending);
}

void tst_ModerationUndo::aCommentThatSomebodyElseDecidedIsSkipped()
{
    {
        TestDatabase::file(path());
    }
    ModerationBench bench(3, db::DatabaseUrl::sqliteFile(path()));
    TestDatabase other = TestDatabase::file(path());
    must(moderation::Moderation(other.repo).decide({{1}}, ModerationState::Pending, ModerationState::Rejected, u"eve"_qs, u"rude"_qs));
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.lastMessage(), u"The comment by ann was left as it is: Rejected by eve just now."_qs);
    QCOMPARE(bench.state(1), ModerationState::Rejected);
    QCOMPARE(bench.stored(1).moderationReason.value_or(QString()), u"rude"_qs);
    QCOMPARE(bench.rowText(0), bench.body(1));
    QVERIFY(bench.list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Rejected by eve just now"));
    QCOMPARE(bench.current(), bench.body(2));
    QCOMPARE(bench.find<QLabel>(u"moderation.skipped"_qs)->text(), u"1 skipped: somebody else was faster"_qs);
    QTRY_COMPARE(bench.tabs().first(), u"Pending (2)"_qs);
    QVERIFY(!bench.session->history().canUndo());
}

void tst_ModerationUndo::theRestOfASelectionIsDecided()
{
    {
        TestDatabase::file(path());
    }
    ModerationBench bench(3, db::DatabaseUrl::sqliteFile(path()));
    TestDatabase other = TestDatabase::file(path());
    must(moderation::Moderation(other.repo).decide({{2}}, ModerationState::Pending, ModerationState::Spam, u"eve"_qs));
    QTest::keyClick(bench.list, Qt::Key_A, Qt::ControlModifier);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.messages->size(), 2);
    QCOMPARE(bench.state(1), ModerationState::Approved);
    QCOMPARE(bench.state(2), ModerationState::Spam);
    QCOMPARE(bench.state(3), ModerationState::Approved);
    QCOMPARE(bench.rows(), 1);
    QCOMPARE(bench.session->history().undoText(), u"Approve 2 comments"_qs);
}

void tst_ModerationUndo::aDeletedCommentStaysAway()
{
    {
        TestDatabase::file(path());
    }
    ModerationBench bench(2, db::DatabaseUrl::sqliteFile(path()));
    TestDatabase other = TestDatabase::file(path());
    other.execute(u"DELETE FROM comments WHERE id = 1"_qs);
    bench.press(Qt::Key_A);
    QTRY_COMPARE(bench.lastMessage(), u"The comment by ann was left as it is: it has been deleted meanwhile."_qs);
    QCOMPARE(bench.rows(), 1);
    QTRY_COMPARE(bench.tabs(), QStringList({u"Pending (1)"_qs, u"Approved (0)"_qs, u"Rejected (0)"_qs, u"Spam (0)"_qs}));
}

void tst_ModerationUndo::aWriteThatFailsPutsTheRowBack()
{
    {
        TestDatabase::file(path());
    }
    ModerationBench bench(3, db::DatabaseUrl::sqliteFile(path()));
    TestDatabase other = TestDatabase::file(path());
    other.execute(u"CREATE TRIGGER refuse BEFORE UPDATE ON comments WHEN NEW.id = 2 BEGIN SELECT RAISE(ABORT, 'no'); END"_qs);
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_R);
    QTRY_COMPARE(bench.messages->size(), 3);
    QCOMPARE(bench.rows(), 1);
    QCOMPARE(bench.rowText(0), bench.body(2));
    QCOMPARE(bench.state(1), ModerationState::Approved);
    QCOMPARE(bench.state(2), ModerationState::Pending);
    QCOMPARE(bench.state(3), ModerationState::Rejected);
    const auto failed = bench.messages->at(1).first().value<ui::Message>();
    QCOMPARE(failed.kind, ui::Message::Kind::Error);
    QVERIFY2(failed.text().startsWith(u"1 comment could not be decided about."), qPrintable(failed.text()));
    QCOMPARE(bench.tabs(), QStringList({u"Pending (1)"_qs, u"Approved (1)"_qs, u"Rejected (1)"_qs, u"Spam (0)"_qs}));
}

QTEST_MAIN(tst_ModerationUndo)
#include "tst_moderation_undo.moc"
