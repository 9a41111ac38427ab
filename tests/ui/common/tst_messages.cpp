// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui.h"
#include "ui/common/activities.h"
#include "ui/common/busy_indicator.h"
#include "ui/common/format.h"
#include "ui/common/message_bar.h"
#include "ui/common/message_stack.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using ui::Message;

class tst_Messages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { gui::reset(); }
    void init();
    void cleanup() { m_stack.reset(); }
    void theNewestIsOnTop();
    void thereAreThreeAtMost();
    void oneOnTheSameTopicIsReplaced();
    void aButtonDoesWhatItSays();
    void aMessageIsClosedByItsButton();
    void detailsAreShownAndCopiedOnDemand();
    void onlyDoneMessagesGoByThemselves();
    void keysKeepADoneMessage();
    void activitiesLastAsLongAsTheirHandle();
    void cancellingReachesEveryActivity();
    void agesReadLikePeopleSayThem_data();
    void agesReadLikePeopleSayThem();
    void longTextIsCutToOneLine();
    void aMessageOnShowFollowsTheTheme();

private:
    void add(const QString &text, Message::Kind kind = Message::Kind::Info, const QString &topic = {});
    QStringList texts() const;

    std::unique_ptr<ui::MessageStack> m_stack;
};

void tst_Messages::init()
{
    m_stack = std::make_unique<ui::MessageStack>();
    m_stack->show();
}

void tst_Messages::add(const QString &text, Message::Kind kind, const QString &topic)
{
    m_stack->add({kind, text, {}, {}, topic});
}

QStringList tst_Messages::texts() const
{
    QStringList texts;
    for (const ui::MessageBar *bar : m_stack->bars())
        texts.append(bar->message().text());
    return texts;
}

void tst_Messages::theNewestIsOnTop()
{
    add(u"first"_s);
    add(u"second"_s);
    QCOMPARE(texts(), QStringList({u"second"_s, u"first"_s}));
    QTRY_VERIFY(m_stack->bars().at(0)->y() < m_stack->bars().at(1)->y());
}

void tst_Messages::thereAreThreeAtMost()
{
    for (const QString &text : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
        add(text);
    QCOMPARE(texts(), QStringList({u"4"_s, u"3"_s, u"2"_s}));
}

void tst_Messages::oneOnTheSameTopicIsReplaced()
{
    add(u"2 are pending"_s, Message::Kind::Warning, u"migrations"_s);
    add(u"something else"_s);
    add(u"1 is pending"_s, Message::Kind::Warning, u"migrations"_s);
    QCOMPARE(texts(), QStringList({u"1 is pending"_s, u"something else"_s}));
    m_stack->remove(u"migrations"_s);
    QCOMPARE(texts(), QStringList({u"something else"_s}));
}

void tst_Messages::aButtonDoesWhatItSays()
{
    int undone = 0;
    m_stack->add({Message::Kind::Done, u"Saved."_s, {{u"Undo"_s, [&undone] { ++undone; }}}});
    QTest::keyClick(gui::find(m_stack.get(), u"message.action1"_s), Qt::Key_Space);
    QCOMPARE(undone, 1);
}

void tst_Messages::aMessageIsClosedByItsButton()
{
    add(u"text"_s);
    QTest::mouseClick(gui::find(m_stack.get(), u"message.close"_s), Qt::LeftButton);
    QVERIFY(texts().isEmpty());
}

void tst_Messages::detailsAreShownAndCopiedOnDemand()
{
    m_stack->add({Message::Kind::Error, u"It is locked."_s, {}, u"code 5"_s});
    auto *details = gui::find<QLabel>(m_stack.get(), u"message.detailsText"_s);
    QVERIFY(!details->isVisible());
    QCoreApplication::processEvents(); // a new bar gets its place
    QTest::mouseClick(gui::find(m_stack.get(), u"message.details"_s), Qt::LeftButton);
    QVERIFY(details->isVisible());
    QCOMPARE(details->text(), u"code 5"_s);
    QTest::mouseClick(gui::find(m_stack.get(), u"message.copy"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"code 5"_s);
}

void tst_Messages::onlyDoneMessagesGoByThemselves()
{
    add(u"info"_s);
    QVERIFY(!m_stack->bars().first()->findChild<QTimer *>());
    add(u"done"_s, Message::Kind::Done);
    auto *timer = m_stack->bars().first()->findChild<QTimer *>();
    QVERIFY(timer && timer->isActive());
    QCOMPARE(timer->interval(), 10'000);
    timer->start(0);
    QTRY_COMPARE(texts(), QStringList({u"info"_s}));
}

void tst_Messages::keysKeepADoneMessage()
{
    add(u"done"_s, Message::Kind::Done);
    auto *timer = m_stack->bars().first()->findChild<QTimer *>();
    timer->stop();
    QTest::keyClick(m_stack.get(), Qt::Key_Shift);
    QVERIFY(timer->isActive());
}

void tst_Messages::activitiesLastAsLongAsTheirHandle()
{
    ui::Activities activities;
    QSignalSpy changed(&activities, &ui::Activities::changed);
    QVERIFY(activities.isEmpty());
    {
        const auto handle = activities.start(u"Filtering posts"_s);
        QCOMPARE(activities.text(), u"Filtering posts"_s);
        QVERIFY(!activities.canCancel());
    }
    QVERIFY(activities.isEmpty());
    QCOMPARE(changed.size(), 2);
}

void tst_Messages::cancellingReachesEveryActivity()
{
    ui::Activities activities;
    int canceled = 0;
    const auto first = activities.start(u"a"_s, [&canceled] { ++canceled; });
    const auto second = activities.start(u"b"_s);
    const auto third = activities.start(u"c"_s, [&canceled] { ++canceled; });
    QVERIFY(activities.canCancel());
    activities.cancelAll();
    QCOMPARE(canceled, 2);
}

void tst_Messages::agesReadLikePeopleSayThem_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64(20) << u"just now"_s;
    QTest::newRow("in the future") << qint64(-500) << u"just now"_s;
    QTest::newRow("minutes") << qint64(5 * 60) << u"5 min"_s;
    QTest::newRow("hours") << qint64(2 * 3600 + 180) << u"2 h 3 min"_s;
    QTest::newRow("days") << qint64(3 * 86400 + 4 * 3600) << u"3 d 4 h"_s;
    QTest::newRow("months") << qint64(100) * 86400 << u"3 months"_s;
    QTest::newRow("years") << qint64(800) * 86400 << u"2 years"_s;
}

void tst_Messages::agesReadLikePeopleSayThem()
{
    QFETCH(qint64, seconds);
    const QDateTime now({2026, 3, 31}, {12, 0}, Qt::UTC);
    QTEST(ui::formatAge(now.addSecs(-seconds), now), "text");
}

void tst_Messages::longTextIsCutToOneLine()
{
    QCOMPARE(ui::firstLine(u"one\ntwo"_s, 20), u"one two"_s);
    QCOMPARE(ui::firstLine(u"abcdefgh"_s, 5), u"abcd…"_s);
    QCOMPARE(ui::firstLine(QString(100'000, u'x'), 10).size(), 10);
}

void tst_Messages::aMessageOnShowFollowsTheTheme()
{
    ui::Theme::apply(ui::Theme::Mode::Light);
    add(u"text"_s);
    const auto *text = gui::find<QLabel>(m_stack.get(), u"message.text"_s);
    ui::Theme::apply(ui::Theme::Mode::Dark);
    QTRY_COMPARE(text->palette().color(QPalette::WindowText), QApplication::palette().color(QPalette::WindowText));
    QCOMPARE(text->palette().color(QPalette::Window), ui::Theme::background(ui::Theme::Role::Accent));
    ui::Theme::apply(ui::Theme::Mode::Light);
}

QTEST_MAIN(tst_Messages)
#include "tst_messages.moc"
