// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui.h"
#include "tests/support/people_page.h"
#include "ui/common/empty_state.h"
#include "ui/lists/record_table.h"
#include "ui/lists/scope_tabs.h"
#include "ui/lists/search_field.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// A list of people in a database in memory, driven by keys and clicks.
class tst_ListPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { gui::reset(); }
    void init() { open(250); }
    void cleanup();
    void rowsAreShownWithTheirNumber();
    void searchingNarrowsTheList();
    void enterSearchesAtOnceAndEscClears();
    void whenNothingMatchesFiltersCanBeCleared();
    void anEmptyListOffersToMakeTheFirst();
    void aHeaderIsClickedForUpDownAndDefault();
    void aColumnWithoutSortKeyChangesNothing();
    void scopesNarrowTheList();
    void scopesShowTheirNumbers();
    void aChipRemovesItsCondition();
    void enterOpensTheCurrentRow();
    void thePageMayGoWhileItsMenuIsOpen();
    void theCurrentRowIsFoundAgainAfterAReload();
    void recordsThatAreGoneAreNotReplacedInTheSelection();
    void selectedRecordsStaySelectedWhereverTheyGo();
    void theCursorStaysOnItsRecordWhenTheListShrinks();
    void everythingIsSelectedEvenWhatWasNotFetched();
    void aSearchWhileEverythingIsFetchedSelectsNothing();
    void ofTooManyRowsOnlyThoseFetchedAreSelected();
    void aRangeSelectsNoRowThatNobodyHasSeen();
    void aHiddenListLeavesTheFocusAlone();
    void theFocusGoesToWhatIsShown();
    void aWriteReloadsTheList();
    void anErrorIsSaidWithAWayOut();
    void nothingCanBeMadeWhileReadOnly();
    void farRowsAreFetchedWhenScrolledTo();

private:
    void open(int users);
    void write(const std::function<db::Result<void>(db::Repo &)> &work);
    ui::RecordTable *table() const { return m_page->list()->table(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    int rows() const { return table()->model()->rowCount(); }
    ui::SearchField *search() const { return gui::find<ui::SearchField>(m_page.get(), u"people.list.search"_s); }
    void clickHeader(int column);
    void goToRow(int row);

    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<PeoplePage> m_page;
};

void tst_ListPage::open(int users)
{
    cleanup();
    m_session = std::make_unique<ui::Session>(gui::databaseWithUsers(users), u"ann"_s);
    m_page = std::make_unique<PeoplePage>(*m_session);
    m_page->resize(900, 500);
    m_page->visit({u"people"_s});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_COMPARE(rows(), users);
}

void tst_ListPage::cleanup()
{
    m_page.reset();
    m_session.reset();
}

void tst_ListPage::write(const std::function<db::Result<void>(db::Repo &)> &work)
{
    const auto result = m_session->database().write(work).result();
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
}

void tst_ListPage::clickHeader(int column)
{
    QHeaderView *header = table()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {header->sectionViewportPosition(column) + 20, header->height() / 2});
}

/// By keys, which leave no modifier behind.
void tst_ListPage::goToRow(int row)
{
    table()->setFocus();
    table()->selectionModel()->clear();
    for (int step = 0; step <= row; ++step)
        QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(table()->currentIndex().row(), row);
}

void tst_ListPage::rowsAreShownWithTheirNumber()
{
    QTRY_COMPARE(cell(0, 0), u"user001"_s);
    QVERIFY(m_page->list()->statusText().startsWith(u"1–"_s));
    QVERIFY2(m_page->list()->statusText().endsWith(u" of 250"_s), qPrintable(m_page->list()->statusText()));
    QCOMPARE(table()->verticalHeader()->sectionSize(0), table()->verticalHeader()->sectionSize(100));
}

void tst_ListPage::searchingNarrowsTheList()
{
    QTest::keyClicks(search(), u"user24"_s);
    QTRY_COMPARE(rows(), 10);
    QCOMPARE(cell(0, 0), u"user240"_s);
    QCOMPARE(m_page->list()->query().search, u"user24"_s);
}

void tst_ListPage::enterSearchesAtOnceAndEscClears()
{
    QTest::keyClicks(search(), u"user001"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(m_page->list()->query().search, u"user001"_s);
    QTRY_COMPARE(rows(), 1);
    QTest::keyClick(search(), Qt::Key_Escape);
    QCOMPARE(search()->text(), QString());
    QTRY_COMPARE(rows(), 250);
}

void tst_ListPage::whenNothingMatchesFiltersCanBeCleared()
{
    QTest::keyClicks(search(), u"nobody"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    QTRY_VERIFY(gui::find<ui::EmptyState>(m_page.get(), u"people.list.empty"_s)->isVisible());
    QCOMPARE(gui::find<QLabel>(m_page.get(), u"people.list.empty.text"_s)->text(), u"Nobody matches."_s);
    QTest::mouseClick(gui::find(m_page.get(), u"people.list.empty.clear"_s), Qt::LeftButton);
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(rows(), 250);
    QCOMPARE(search()->text(), QString());
}

void tst_ListPage::anEmptyListOffersToMakeTheFirst()
{
    open(0);
    QTRY_COMPARE(gui::find<QLabel>(m_page.get(), u"people.list.empty.text"_s)->text(), u"Nobody yet."_s);
    QSignalSpy created(m_page->list(), &ui::ListPage::createRequested);
    QTest::keyClick(gui::find(m_page.get(), u"people.list.empty.new"_s), Qt::Key_Space);
    QCOMPARE(created.size(), 1);
}

void tst_ListPage::aHeaderIsClickedForUpDownAndDefault()
{
    QTRY_COMPARE(cell(0, 1), u"user001@example.org"_s);
    const QHeaderView *header = table()->horizontalHeader();
    clickHeader(1);
    QCOMPARE(m_page->list()->query().sortKey, u"email"_s);
    QCOMPARE(header->sortIndicatorSection(), 1);
    clickHeader(1);
    QCOMPARE(m_page->list()->query().order, Qt::DescendingOrder);
    QTRY_COMPARE(cell(0, 1), u"user250@example.org"_s);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    clickHeader(1);
    QCOMPARE(m_page->list()->query().sortKey, QString());
    QCOMPARE(header->sortIndicatorSection(), -1);
    QTRY_COMPARE(cell(0, 1), u"user001@example.org"_s);
}

void tst_ListPage::aColumnWithoutSortKeyChangesNothing()
{
    clickHeader(1);
    clickHeader(2);
    QCOMPARE(m_page->list()->query().sortKey, u"email"_s);
    QCOMPARE(m_page->list()->query().order, Qt::AscendingOrder);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 1);
}

void tst_ListPage::scopesNarrowTheList()
{
    auto *scopes = gui::find<ui::ScopeTabs>(m_page.get(), u"people.list.scopes"_s);
    QTest::mouseClick(scopes, Qt::LeftButton, {}, scopes->tabRect(1).center());
    QTRY_COMPARE(rows(), 25);
    QCOMPARE(m_page->list()->query().scope, u"inactive"_s);
    QCOMPARE(m_page->location().scope, u"inactive"_s);
}

void tst_ListPage::scopesShowTheirNumbers()
{
    m_page->list()->setScopeCounts({{u"inactive"_s, 1025}});
    auto *scopes = gui::find<ui::ScopeTabs>(m_page.get(), u"people.list.scopes"_s);
    QCOMPARE(scopes->tabText(0), u"All"_s);
    QCOMPARE(scopes->tabText(1), u"Inactive (1,025)"_s);
}

void tst_ListPage::aChipRemovesItsCondition()
{
    m_page->visit({u"people"_s, 0, {}, {{u"since"_s, QDateTime::currentDateTimeUtc().addYears(1)}}});
    QTRY_COMPARE(rows(), 0);
    QTest::mouseClick(gui::find(m_page.get(), u"people.list.chips.since"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 250);
    QVERIFY(m_page->list()->query().filter.isEmpty());
    QVERIFY(!gui::find(m_page.get(), u"people.list.chips"_s)->isVisible());
}

void tst_ListPage::enterOpensTheCurrentRow()
{
    QSignalSpy navigated(m_session.get(), &ui::Session::navigationRequested);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    const qint64 key = m_page->list()->currentKey();
    QVERIFY(key > 0);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(navigated.size(), 1);
    QCOMPARE(navigated.first().first().value<ui::Destination>(), (ui::Destination{u"people"_s, key, u"all"_s, {}}));
}

void tst_ListPage::thePageMayGoWhileItsMenuIsOpen()
{
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(table()->viewport(), &asked);
    const QPointer<QMenu> menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->isVisible());
    m_page.reset();
    QVERIFY(!menu);
}

void tst_ListPage::theCurrentRowIsFoundAgainAfterAReload()
{
    table()->selectRow(4);
    const qint64 key = m_page->list()->currentKey();
    write([](db::Repo &repo) -> db::Result<void> {
        accounts::User user;
        const auto stored = repo.insert(db::change(user).put(&accounts::User::username, u"aaa"_s).put(&accounts::User::email, u"a@example.org"_s).put(&accounts::User::passwordHash, u"none"_s));
        return stored ? db::Result<void>() : db::Result<void>(db::Failure(stored.error()));
    });
    m_page->refresh();
    QTRY_COMPARE(rows(), 251);
    QCOMPARE(cell(0, 0), u"aaa"_s);
    QCOMPARE(m_page->list()->currentKey(), key);
    QCOMPARE(table()->currentIndex().row(), 5);
    QCOMPARE(m_page->list()->selectedKeys(), QList<qint64>({key}));
}

void tst_ListPage::recordsThatAreGoneAreNotReplacedInTheSelection()
{
    goToRow(2);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_page->list()->selectedKeys(), QList<qint64>({3, 4, 5}));
    write([](db::Repo &repo) { return repo.execute(u"DELETE FROM users WHERE id IN (3, 4, 5)"_s); });
    m_page->refresh();
    QTRY_COMPARE(rows(), 247);
    QCOMPARE(m_page->list()->selectedKeys(), QList<qint64>());
    QCOMPARE(m_page->list()->currentKey(), 8);
}

void tst_ListPage::selectedRecordsStaySelectedWhereverTheyGo()
{
    goToRow(2);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    write([](db::Repo &repo) { return repo.execute(u"DELETE FROM users WHERE id IN (1, 4)"_s); });
    m_page->refresh();
    QTRY_COMPARE(rows(), 248);
    QCOMPARE(m_page->list()->selectedKeys(), QList<qint64>({3}));
    QCOMPARE(cell(1, 0), u"user003"_s);
    QVERIFY(table()->selectionModel()->isRowSelected(1));
}

void tst_ListPage::theCursorStaysOnItsRecordWhenTheListShrinks()
{
    open(5);
    goToRow(4);
    write([](db::Repo &repo) { return repo.execute(u"DELETE FROM users WHERE id = 1"_s); });
    m_page->refresh();
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(m_page->list()->currentKey(), 5);
    QCOMPARE(m_page->list()->selectedKeys(), QList<qint64>({5}));
}

void tst_ListPage::everythingIsSelectedEvenWhatWasNotFetched()
{
    QVERIFY(!m_page->list()->model()->isComplete());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(!m_session->activities().isEmpty());
    QTRY_COMPARE(m_page->list()->selectedKeys().size(), 250);
    QVERIFY(m_session->activities().isEmpty());
}

void tst_ListPage::aSearchWhileEverythingIsFetchedSelectsNothing()
{
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(search(), u"user24"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    QTRY_COMPARE(rows(), 10);
    QCOMPARE(m_page->list()->selectedKeys().size(), 1); // the current row
}

void tst_ListPage::ofTooManyRowsOnlyThoseFetchedAreSelected()
{
    write([](db::Repo &repo) {
        return repo.execute(u"INSERT INTO users (username, email, password_hash, role, is_active, inserted_at, updated_at) "
                            "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 9751) "
                            "SELECT 'z' || n, 'z' || n, password_hash, role, is_active, inserted_at, updated_at FROM users, numbers WHERE id = 1"_s);
    });
    m_page->refresh();
    QTRY_COMPARE(rows(), ui::PagedModel::MostRows + 1);
    QSignalSpy told(m_session.get(), &ui::Session::messagePosted);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    const qsizetype selected = m_page->list()->selectedKeys().size();
    QVERIFY(selected >= 200 && selected < 1000);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), selected);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().first().value<ui::Message>().text().contains(QString::number(selected)));
}

void tst_ListPage::aRangeSelectsNoRowThatNobodyHasSeen()
{
    goToRow(0);
    table()->scrollToBottom();
    const QRect last = table()->visualRect(table()->model()->index(249, 0));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::ShiftModifier, last.center());
    QCOMPARE(table()->currentIndex().row(), 249);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 200);
    QTRY_COMPARE(cell(249, 0), u"user250"_s);
    QCOMPARE(m_page->list()->selectedKeys().size(), 200);
}

void tst_ListPage::aHiddenListLeavesTheFocusAlone()
{
    open(0);
    QTRY_VERIFY(m_page->findChild<QWidget *>(u"people.list.empty.new"_s));
    QTRY_VERIFY(gui::find(m_page.get(), u"people.list.empty.new"_s)->isVisible());
    gui::find(m_page.get(), u"people.list.empty.new"_s)->setFocus();
    m_page->visit({u"people"_s, ui::Destination::NewRecord});
    QWidget *username = gui::find(m_page.get(), u"people.form.username"_s);
    username->setFocus();
    write([](db::Repo &repo) { return repo.execute(u"INSERT INTO users (username, email, password_hash, role, is_active, inserted_at, updated_at) VALUES ('ann', 'a', 'x', 'user', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')"_s); });
    m_session->announce(ui::DataKind::Users);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(QApplication::focusWidget(), username);
}

void tst_ListPage::theFocusGoesToWhatIsShown()
{
    m_page->focusFirst();
    QVERIFY(table()->hasFocus());
    open(0);
    QTRY_VERIFY(m_page->findChild<QWidget *>(u"people.list.empty.new"_s));
    QTRY_VERIFY(gui::find(m_page.get(), u"people.list.empty.new"_s)->isVisible());
    m_page->focusFirst();
    QCOMPARE(QApplication::focusWidget()->objectName(), u"people.list.empty.new"_s);
    m_session->setReadOnly(u"The file is write-protected."_s);
    m_page->list()->reload();
    m_page->focusFirst();
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"people.list.search"_s);
}

void tst_ListPage::aWriteReloadsTheList()
{
    QSignalSpy loaded(m_page->list(), &ui::ListPage::loaded);
    m_session->announce(ui::DataKind::Posts);
    QVERIFY(!m_page->list()->model()->isLoading());
    m_session->announce(ui::DataKind::Users);
    QVERIFY(loaded.wait());
}

void tst_ListPage::anErrorIsSaidWithAWayOut()
{
    write([](db::Repo &repo) { return repo.execute(u"ALTER TABLE users RENAME TO people"_s); });
    QTest::keyClicks(search(), u"user"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    auto *empty = gui::find<ui::EmptyState>(m_page.get(), u"people.list.empty"_s);
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(gui::find<QLabel>(empty, u"people.list.empty.text"_s)->text().contains(u"users"_s));
    write([](db::Repo &repo) { return repo.execute(u"ALTER TABLE people RENAME TO users"_s); });
    QTest::mouseClick(gui::find(empty, u"people.list.empty.retry"_s), Qt::LeftButton);
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(rows(), 250);
}

void tst_ListPage::nothingCanBeMadeWhileReadOnly()
{
    auto *button = gui::find(m_page.get(), u"people.list.new"_s);
    QVERIFY(button->isEnabled());
    m_session->setReadOnly(u"The file is write-protected."_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"The file is write-protected."_s);
    QVERIFY(!m_page->canCreate());
}

void tst_ListPage::farRowsAreFetchedWhenScrolledTo()
{
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(cell(249, 0), u"user250"_s);
    QVERIFY(m_page->list()->statusText().contains(u"–250 of 250"_s));
}

QTEST_MAIN(tst_ListPage)
#include "tst_list_page.moc"
