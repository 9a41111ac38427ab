// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/operations/history.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// Operations whose answers the test gives itself.
class tst_History : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theLastOperationIsUndoneFirst();
    void whatWasUndoneCanBeRedone();
    void aNewOperationEndsRedoing();
    void anUndoThatTheDataRuleOutFreesTheWayToTheOneBefore();
    void aRedoThatTheDataRuleOutLeavesTheOthers();
    void anUndoThatMayWorkLaterStays();
    void aSecondUndoWaitsForTheFirst();
    void anUndoBehindOneThatStaysIsForgotten();
    void anUndoWaitsForTheOperationItMeans();
    void anUndoGoesWithTheOperationThatFailed();
    void cancellingForgetsWhatWaits();
    void anAnswerAfterClearingIsDropped();
    void emptyHistoryHasNothingToDo();

private:
    ui::Operation operation(const QString &text);
    void answer(const db::Result<void> &result = {});

    std::unique_ptr<ui::History> m_history;
    QStringList m_log;
    std::shared_ptr<QPromise<db::Result<void>>> m_promise;
};

void tst_History::init()
{
    m_history = std::make_unique<ui::History>();
    m_log.clear();
}

ui::Operation tst_History::operation(const QString &text)
{
    const auto step = [this, text](const QString &verb) {
        return [this, text, verb] {
            m_log.append(verb + u' ' + text);
            m_promise = std::make_shared<QPromise<db::Result<void>>>();
            m_promise->start();
            return db::Request<db::Result<void>>(m_promise->future(), nullptr);
        };
    };
    return {text, {}, step(u"undo"_s), step(u"redo"_s)};
}

void tst_History::answer(const db::Result<void> &result)
{
    m_promise->addResult(result);
    m_promise->finish();
    QCoreApplication::processEvents();
}

void tst_History::theLastOperationIsUndoneFirst()
{
    QSignalSpy undone(m_history.get(), &ui::History::undone);
    m_history->add(operation(u"A"_s));
    m_history->add(operation(u"B"_s));
    QCOMPARE(m_history->undoText(), u"B"_s);
    m_history->undo();
    answer();
    QCOMPARE(undone.size(), 1);
    QCOMPARE(m_history->undoText(), u"A"_s);
    m_history->undo();
    answer();
    QVERIFY(!m_history->canUndo());
    QCOMPARE(m_log, QStringList({u"undo B"_s, u"undo A"_s}));
}

void tst_History::whatWasUndoneCanBeRedone()
{
    QSignalSpy redone(m_history.get(), &ui::History::redone);
    m_history->add(operation(u"A"_s));
    QVERIFY(!m_history->canRedo());
    m_history->undo();
    answer();
    QCOMPARE(m_history->redoText(), u"A"_s);
    m_history->redo();
    answer();
    QCOMPARE(redone.size(), 1);
    QVERIFY(m_history->canUndo());
    QVERIFY(!m_history->canRedo());
    QCOMPARE(m_log, QStringList({u"undo A"_s, u"redo A"_s}));
}

void tst_History::aNewOperationEndsRedoing()
{
    m_history->add(operation(u"A"_s));
    m_history->undo();
    answer();
    m_history->add(operation(u"B"_s));
    QVERIFY(!m_history->canRedo());
    QCOMPARE(m_history->undoText(), u"B"_s);
}

void tst_History::anUndoThatTheDataRuleOutFreesTheWayToTheOneBefore()
{
    QSignalSpy refused(m_history.get(), &ui::History::refused);
    QSignalSpy undone(m_history.get(), &ui::History::undone);
    m_history->add(operation(u"A"_s));
    m_history->add(operation(u"B"_s));
    m_history->undo();
    answer(db::Failure(db::Error{.kind = db::Error::Kind::Stale, .message = u"decided by bob"_s}));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().at(0).value<ui::Operation>().text(), u"B"_s);
    QCOMPARE(refused.first().at(1).value<db::Error>().message, u"decided by bob"_s);
    QCOMPARE(undone.size(), 0);
    QVERIFY(!m_history->canRedo());
    QCOMPARE(m_history->undoText(), u"A"_s);
}

void tst_History::aRedoThatTheDataRuleOutLeavesTheOthers()
{
    m_history->add(operation(u"A"_s));
    m_history->add(operation(u"B"_s));
    m_history->add(operation(u"C"_s));
    for (int i = 0; i < 2; ++i) {
        m_history->undo();
        answer();
    }
    m_history->redo();
    answer(db::Failure(db::Error{.kind = db::Error::Kind::Stale}));
    QCOMPARE(m_history->undoText(), u"A"_s);
    QCOMPARE(m_history->redoText(), u"C"_s);
}

void tst_History::anUndoThatMayWorkLaterStays()
{
    QSignalSpy refused(m_history.get(), &ui::History::refused);
    m_history->add(operation(u"A"_s));
    m_history->undo();
    answer(db::Failure(db::Error{.kind = db::Error::Kind::Locked}));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(m_history->undoText(), u"A"_s);
    QVERIFY(!m_history->canRedo());
}

void tst_History::aSecondUndoWaitsForTheFirst()
{
    m_history->add(operation(u"A"_s));
    m_history->add(operation(u"B"_s));
    m_history->undo();
    QCOMPARE(m_history->undoText(), u"A"_s);
    m_history->undo();
    QVERIFY(!m_history->canUndo());
    QCOMPARE(m_log, QStringList({u"undo B"_s}));
    answer();
    QCOMPARE(m_log, QStringList({u"undo B"_s, u"undo A"_s}));
    answer();
    QVERIFY(!m_history->canUndo());
    QCOMPARE(m_history->redoText(), u"A"_s);
}

void tst_History::anUndoBehindOneThatStaysIsForgotten()
{
    m_history->add(operation(u"A"_s));
    m_history->add(operation(u"B"_s));
    m_history->undo();
    m_history->undo();
    answer(db::Failure(db::Error{.kind = db::Error::Kind::Locked}));
    QCOMPARE(m_log, QStringList({u"undo B"_s}));
    QCOMPARE(m_history->undoText(), u"B"_s);
}

void tst_History::anUndoWaitsForTheOperationItMeans()
{
    m_history->add(operation(u"A"_s));
    const auto ticket = m_history->expect(u"B"_s);
    QCOMPARE(m_history->undoText(), u"B"_s);
    m_history->undo();
    const auto later = m_history->expect(u"C"_s);
    QVERIFY(m_log.isEmpty());
    m_history->add(operation(u"B"_s), ticket);
    m_history->add(operation(u"C"_s), later);
    QCOMPARE(m_log, QStringList({u"undo B"_s}));
    answer();
    QCOMPARE(m_log, QStringList({u"undo B"_s}));
    QCOMPARE(m_history->undoText(), u"C"_s);
}

void tst_History::anUndoGoesWithTheOperationThatFailed()
{
    m_history->add(operation(u"A"_s));
    auto first = m_history->expect(u"B"_s);
    auto second = m_history->expect(u"C"_s);
    m_history->undo();
    m_history->undo();
    second.reset();
    QVERIFY(m_log.isEmpty());
    m_history->add(operation(u"B"_s), first);
    QCOMPARE(m_log, QStringList({u"undo B"_s}));
    answer();
    QCOMPARE(m_log, QStringList({u"undo B"_s}));
    QCOMPARE(m_history->undoText(), u"A"_s);
}

void tst_History::cancellingForgetsWhatWaits()
{
    m_history->add(operation(u"A"_s));
    m_history->add(operation(u"B"_s));
    m_history->undo();
    m_history->undo();
    m_history->cancel();
    answer();
    QCOMPARE(m_log, QStringList({u"undo B"_s}));
    QCOMPARE(m_history->undoText(), u"A"_s);
}

void tst_History::anAnswerAfterClearingIsDropped()
{
    QSignalSpy undone(m_history.get(), &ui::History::undone);
    m_history->add(operation(u"A"_s));
    m_history->undo();
    m_history->clear();
    m_history->add(operation(u"B"_s));
    answer();
    QCOMPARE(undone.size(), 0);
    QCOMPARE(m_history->undoText(), u"B"_s);
}

void tst_History::emptyHistoryHasNothingToDo()
{
    QVERIFY(!m_history->canUndo());
    QVERIFY(!m_history->canRedo());
    QVERIFY(m_history->undoText().isEmpty());
    m_history->undo();
    m_history->redo();
    QVERIFY(m_log.isEmpty());
}

QTEST_MAIN(tst_History)
#include "tst_history.moc"
