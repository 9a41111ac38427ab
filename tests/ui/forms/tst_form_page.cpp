// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gate.h"
#include "tests/support/gui.h"
#include "tests/support/people_page.h"
#include "ui/page_stack.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// The form of a person in a stack of pages, as the window has it.
class tst_FormPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { gui::reset(); }
    void init();
    void cleanup();
    void aRecordIsReadIntoItsForm();
    void saveIsPossibleOnceSomethingDiffers();
    void savingWritesAndStays();
    void aTakenEmailIsSaidUnderItsFieldAndNothingIsLost();
    void aNewRecordGetsItsKey();
    void aRecordThatIsGoneIsSaidWithAWayBack();
    void leavingUnchangedAsksNothing();
    void leavingWithChangesAsksByName();
    void discardingLeavesAndForgets();
    void cancellingStays();
    void savingOnLeavingLeavesAfterwards();
    void savingOnLeavingStaysWhenItIsRefused();
    void backAndForwardRetraceTheWay();
    void nothingIsSavedWhileReadOnly();
    void theReasonNotToSaveGoesWhenWritingIsPossibleAgain();
    void whatIsBeingSavedCannotBeTypedInto();
    void theFocusIsBackAfterSaving();
    void leavingWhileSavingWaitsForItsEnd();
    void leavingWhileARefusedSaveRunsStays();
    void aSlowSaveLeavesTheNextRecordAlone();
    void aSlowRefusalLeavesTheNextRecordAlone();
    void savingOnLeavingWhileReadOnlySaysWhy();
    void aBadFieldOutOfViewIsScrolledTo();

private:
    PeoplePage *page() const { return static_cast<PeoplePage *>(m_pages->page()); }
    QLineEdit *line(const QString &field) const { return gui::find<QLineEdit>(m_pages.get(), u"people.form."_s + field); }
    QWidget *save() const { return gui::find(m_pages.get(), u"people.form.save"_s); }
    void type(const QString &field, const QString &text);
    void openRecord(qint64 key);
    void answer(QMessageBox::StandardButton button);
    QString storedName(qint64 key) const;

    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::PageStack> m_pages;
    QList<ui::Message> m_messages;
};

void tst_FormPage::init()
{
    m_messages.clear();
    m_session = std::make_unique<ui::Session>(gui::databaseWithUsers(20), u"ann"_s);
    m_pages = std::make_unique<ui::PageStack>(peopleEntries(), *m_session);
    connect(m_session.get(), &ui::Session::navigationRequested, m_pages.get(), &ui::PageStack::go);
    connect(m_session.get(), &ui::Session::messagePosted, this, [this](const ui::Message &message) { m_messages.append(message); });
    m_pages->resize(900, 700);
    m_pages->setVisible(true);
    QVERIFY(QTest::qWaitForWindowActive(m_pages.get()));
    m_pages->go({u"people"_s});
    QTRY_COMPARE(page()->list()->model()->rowCount(), 20);
}

void tst_FormPage::cleanup()
{
    m_pages.reset();
    m_session.reset();
}

void tst_FormPage::type(const QString &field, const QString &text)
{
    line(field)->setFocus();
    line(field)->selectAll();
    QTest::keyClicks(line(field), text);
}

void tst_FormPage::openRecord(qint64 key)
{
    m_pages->go({u"people"_s, key});
    QTRY_VERIFY(!line(u"username"_s)->text().isEmpty());
    QTRY_COMPARE(page()->form()->key(), key);
}

void tst_FormPage::answer(QMessageBox::StandardButton button)
{
    auto *box = m_pages->findChild<QMessageBox *>(u"unsaved"_s);
    QVERIFY(box && box->isVisible());
    QTest::mouseClick(box->button(button), Qt::LeftButton);
}

QString tst_FormPage::storedName(qint64 key) const
{
    const auto user = m_session->database().read([key](db::Repo &repo) { return accounts::Accounts(repo).fetchUser({key}); }).result();
    return user ? user->username : QString();
}

void tst_FormPage::aRecordIsReadIntoItsForm()
{
    openRecord(3);
    QTRY_COMPARE(line(u"username"_s)->text(), u"user003"_s);
    QCOMPARE(gui::find<QLabel>(m_pages.get(), u"people.form.heading"_s)->text(), u"user003"_s);
    QCOMPARE(page()->title(), u"user003 - People"_s);
    QVERIFY(!page()->isModified());
}

void tst_FormPage::saveIsPossibleOnceSomethingDiffers()
{
    openRecord(3);
    QVERIFY(!save()->isEnabled());
    type(u"username"_s, u"renamed"_s);
    QVERIFY(save()->isEnabled());
    QVERIFY(page()->canSave());
    type(u"username"_s, u"user003"_s);
    QVERIFY(!save()->isEnabled());
}

void tst_FormPage::savingWritesAndStays()
{
    openRecord(3);
    QSignalSpy announced(m_session.get(), &ui::Session::dataChanged);
    type(u"username"_s, u"renamed"_s);
    page()->save();
    QTRY_COMPARE(announced.size(), 1);
    QCOMPARE(storedName(3), u"renamed"_s);
    QVERIFY(!page()->isModified());
    QCOMPARE(gui::find<QLabel>(m_pages.get(), u"people.form.heading"_s)->text(), u"renamed"_s);
}

void tst_FormPage::aTakenEmailIsSaidUnderItsFieldAndNothingIsLost()
{
    openRecord(3);
    type(u"email"_s, u"user004@example.org"_s);
    page()->save();
    QTRY_COMPARE(gui::find<QLabel>(m_pages.get(), u"people.form.email.message"_s)->text(), u"has already been taken"_s);
    QCOMPARE(line(u"email"_s)->text(), u"user004@example.org"_s);
    QVERIFY(page()->isModified());
    QVERIFY(m_messages.isEmpty());
}

void tst_FormPage::aNewRecordGetsItsKey()
{
    page()->createRecord();
    QCOMPARE(page()->location().record, ui::Destination::NewRecord);
    type(u"username"_s, u"newcomer"_s);
    type(u"email"_s, u"newcomer@example.org"_s);
    type(u"password"_s, u"correct horse"_s);
    type(u"password_confirmation"_s, u"correct horse"_s);
    page()->save();
    QTRY_VERIFY_WITH_TIMEOUT(page()->location().record > 0, 20'000);
    QCOMPARE(storedName(page()->location().record), u"newcomer"_s);
}

void tst_FormPage::aRecordThatIsGoneIsSaidWithAWayBack()
{
    m_pages->go({u"people"_s, 999});
    QTRY_VERIFY(gui::find(m_pages.get(), u"people.form.problem"_s)->isVisible());
    QTest::mouseClick(gui::find(m_pages.get(), u"people.form.problem.back"_s), Qt::LeftButton);
    QVERIFY(page()->list()->isVisible());
}

void tst_FormPage::leavingUnchangedAsksNothing()
{
    openRecord(3);
    QTest::mouseClick(gui::find(m_pages.get(), u"people.form.back"_s), Qt::LeftButton);
    QVERIFY(!m_pages->findChild<QMessageBox *>());
    QVERIFY(page()->list()->isVisible());
}

void tst_FormPage::leavingWithChangesAsksByName()
{
    openRecord(3);
    QTRY_COMPARE(line(u"username"_s)->text(), u"user003"_s);
    type(u"username"_s, u"renamed"_s);
    m_pages->go({u"people"_s});
    auto *box = m_pages->findChild<QMessageBox *>(u"unsaved"_s);
    QVERIFY(box);
    QVERIFY(box->text().contains(u"user003"_s));
    QVERIFY(box->informativeText().contains(u"Username"_s));
    QVERIFY(page()->form()->isVisible());
    answer(QMessageBox::Cancel);
}

void tst_FormPage::discardingLeavesAndForgets()
{
    leavingWithChangesAsksByName();
    QTRY_VERIFY(!m_pages->findChild<QMessageBox *>());
    m_pages->go({u"people"_s});
    answer(QMessageBox::Discard);
    QVERIFY(page()->list()->isVisible());
    QVERIFY(!m_pages->isModified());
    QCOMPARE(storedName(3), u"user003"_s);
}

void tst_FormPage::cancellingStays()
{
    leavingWithChangesAsksByName();
    QVERIFY(page()->form()->isVisible());
    QCOMPARE(line(u"username"_s)->text(), u"renamed"_s);
}

void tst_FormPage::savingOnLeavingLeavesAfterwards()
{
    leavingWithChangesAsksByName();
    QTRY_VERIFY(!m_pages->findChild<QMessageBox *>());
    m_pages->go({u"people"_s});
    answer(QMessageBox::Save);
    QTRY_VERIFY(page()->list()->isVisible());
    QCOMPARE(storedName(3), u"renamed"_s);
}

void tst_FormPage::savingOnLeavingStaysWhenItIsRefused()
{
    openRecord(3);
    type(u"email"_s, u"user004@example.org"_s);
    m_pages->go({u"people"_s});
    answer(QMessageBox::Save);
    QTRY_COMPARE(gui::find<QLabel>(m_pages.get(), u"people.form.email.message"_s)->text(), u"has already been taken"_s);
    QVERIFY(page()->form()->isVisible());
    QCOMPARE(line(u"email"_s)->text(), u"user004@example.org"_s);
}

void tst_FormPage::backAndForwardRetraceTheWay()
{
    QVERIFY(!m_pages->canGoBack());
    openRecord(3);
    m_pages->back();
    QVERIFY(page()->list()->isVisible());
    QVERIFY(!m_pages->canGoBack());
    m_pages->forward();
    QTRY_COMPARE(line(u"username"_s)->text(), u"user003"_s);
    QVERIFY(page()->form()->isVisible());
    QVERIFY(!m_pages->canGoForward());
}

void tst_FormPage::nothingIsSavedWhileReadOnly()
{
    openRecord(3);
    m_session->setReadOnly(u"The file is write-protected."_s);
    QTest::keyClicks(line(u"username"_s), u"x"_s);
    QTRY_COMPARE(line(u"username"_s)->text(), u"user003"_s);
    QVERIFY(!page()->canSave());
    QCOMPARE(save()->toolTip(), u"The file is write-protected."_s);
}

void tst_FormPage::theReasonNotToSaveGoesWhenWritingIsPossibleAgain()
{
    openRecord(3);
    m_session->setReadOnly(u"Migrations are running…"_s);
    QCOMPARE(save()->toolTip(), u"Migrations are running…"_s);
    m_session->setReadOnly({});
    QCOMPARE(save()->toolTip(), u"Save (Ctrl+S)"_s);
}

void tst_FormPage::whatIsBeingSavedCannotBeTypedInto()
{
    openRecord(3);
    type(u"username"_s, u"renamed"_s);
    Gate gate(*m_session);
    page()->save();
    QTest::keyClicks(line(u"username"_s), u" more"_s);
    QTest::keyClicks(line(u"email"_s), u"x"_s);
    QCOMPARE(line(u"username"_s)->text(), u"renamed"_s);
    QVERIFY(!save()->isEnabled());
    gate.open();
    QTRY_VERIFY(!page()->isModified());
    QCOMPARE(storedName(3), u"renamed"_s);
    QCOMPARE(line(u"email"_s)->text(), u"user003@example.org"_s);
    QTest::keyClicks(line(u"username"_s), u"2"_s);
    QCOMPARE(line(u"username"_s)->text().size(), 8);
}

void tst_FormPage::theFocusIsBackAfterSaving()
{
    openRecord(3);
    QWidget *active = gui::find(m_pages.get(), u"people.form.is_active"_s);
    active->setFocus();
    QTest::keyClick(active, Qt::Key_Space);
    page()->save();
    QTRY_VERIFY(!page()->isModified());
    QVERIFY(active->hasFocus());
}

void tst_FormPage::leavingWhileSavingWaitsForItsEnd()
{
    openRecord(3);
    type(u"username"_s, u"renamed"_s);
    Gate gate(*m_session);
    page()->save();
    QTest::mouseClick(gui::find(m_pages.get(), u"people.form.back"_s), Qt::LeftButton);
    QVERIFY(!m_pages->findChild<QMessageBox *>());
    QVERIFY(page()->form()->isVisible());
    page()->save(); // pressing Ctrl+S once more does not keep one here
    gate.open();
    QTRY_VERIFY(page()->list()->isVisible());
    QCOMPARE(storedName(3), u"renamed"_s);
}

void tst_FormPage::leavingWhileARefusedSaveRunsStays()
{
    openRecord(3);
    type(u"email"_s, u"user004@example.org"_s);
    Gate gate(*m_session);
    page()->save();
    QTest::mouseClick(gui::find(m_pages.get(), u"people.form.back"_s), Qt::LeftButton);
    gate.open();
    QTRY_COMPARE(gui::find<QLabel>(m_pages.get(), u"people.form.email.message"_s)->text(), u"has already been taken"_s);
    QVERIFY(page()->form()->isVisible());
    QCOMPARE(line(u"email"_s)->text(), u"user004@example.org"_s);
    type(u"email"_s, u"free@example.org"_s);
    page()->save();
    QTRY_VERIFY(!page()->isModified());
    QVERIFY(page()->form()->isVisible());
}

void tst_FormPage::aSlowSaveLeavesTheNextRecordAlone()
{
    openRecord(3);
    type(u"username"_s, u"renamed"_s);
    QSignalSpy announced(m_session.get(), &ui::Session::dataChanged);
    Gate gate(*m_session);
    page()->save();
    page()->visit({u"people"_s, ui::Destination::NewRecord});
    type(u"username"_s, u"somebody else"_s);
    gate.open();
    QTRY_COMPARE(announced.size(), 1);
    QCOMPARE(storedName(3), u"renamed"_s);
    QCOMPARE(line(u"username"_s)->text(), u"somebody else"_s);
    QCOMPARE(page()->location().record, ui::Destination::NewRecord);
    QVERIFY(page()->canSave());
}

void tst_FormPage::aSlowRefusalLeavesTheNextRecordAlone()
{
    openRecord(3);
    type(u"email"_s, u"user004@example.org"_s);
    Gate gate(*m_session);
    page()->save();
    page()->visit({u"people"_s, ui::Destination::NewRecord});
    gate.open();
    QTRY_COMPARE(m_messages.size(), 1);
    QCOMPARE(gui::find<QLabel>(m_pages.get(), u"people.form.email.message"_s)->text(), QString());
}

void tst_FormPage::savingOnLeavingWhileReadOnlySaysWhy()
{
    openRecord(3);
    type(u"username"_s, u"renamed"_s);
    m_session->setReadOnly(u"Migrations are running…"_s);
    m_pages->go({u"people"_s});
    answer(QMessageBox::Save);
    QCOMPARE(m_messages.size(), 1);
    QCOMPARE(m_messages.first().text(), u"Migrations are running…"_s);
    QVERIFY(page()->form()->isVisible());
    QCOMPARE(line(u"username"_s)->text(), u"renamed"_s);
}

void tst_FormPage::aBadFieldOutOfViewIsScrolledTo()
{
    m_pages->resize(700, 250);
    openRecord(3);
    type(u"username"_s, u"a"_s);
    QWidget *last = line(u"password_confirmation"_s);
    auto *scroll = gui::find<QScrollArea>(m_pages.get(), u"people.form.scroll"_s);
    const auto isInView = [scroll](QWidget *widget) { return scroll->viewport()->rect().contains(QRect(widget->mapTo(scroll->viewport(), QPoint()), widget->size())); };
    last->setFocus();
    QTRY_VERIFY((scroll->ensureWidgetVisible(last), !isInView(line(u"username"_s))));
    QTest::keyClicks(last, u"x"_s);
    page()->save();
    QVERIFY(line(u"username"_s)->hasFocus());
    QTRY_VERIFY(isInView(line(u"username"_s)));
}

QTEST_MAIN(tst_FormPage)
#include "tst_form_page.moc"
