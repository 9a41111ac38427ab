// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/blog/blog.h"
#include "migrations/migrations.h"
#include "tests/support/builders.h"
#include "tests/support/gui.h"
#include "ui/charts/bar_line_chart.h"
#include "ui/charts/chart_panel.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/session.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using blog::ModerationState;
using ui::ChartPanel;
using ui::Destination;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(QString(text + u'Z'), Qt::ISODate);
}

} // namespace

/// The dashboard over real databases. The tests' zone is Europe/Berlin.
class tst_DashboardPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theFiguresAreThoseOfTheRange();
    void anotherRangeIsCountedAnew();
    void theLastOfTwoQuickChoicesIsShown();
    void aQuietCommunityIsShownWhole();
    void partsBeginWhereTheyDoInTheZone();
    void theRunningPartIsMarked();
    void theGranularityFollowsTheChoice();
    void partsTooFineCannotBeChosen();
    void manyYearsAreShownYearByYear();
    void aBarOpensThePostsBehindIt();
    void aPartOfSummerTimeIsAsLongAsItIs();
    void anAuthorOpensTheirPosts();
    void aStateOpensItsComments();
    void pendingOpensModeration();
    void anEmptyDatabaseSaysSo();
    void anErrorIsSaidAndCanBeTriedAgain();
    void stoppingKeepsTheFiguresThereAre();
    void whatWasWrittenIsCounted();
    void theZoneAndTheTimeOfReadingAreShown();
    void comingBackTheBarHasTheFocus();
    void textsFollowTheLanguage();

private:
    void open(std::unique_ptr<db::Database> database);
    template <typename Fill>
    void fill(Fill fill);
    void fillOldYears();
    void chooseMonths();
    void show();
    QString figure(const QString &name) const;
    ChartPanel *panel(const QString &name) const { return m_page->findChild<ChartPanel *>(QString(u"dashboard." + name)); }
    const ui::ChartData &data(const QString &name) const { return panel(name)->chart()->data(); }
    QComboBox *list(const QString &name) const { return gui::find<QComboBox>(m_page.get(), u"dashboard." + name); }
    Destination opened(const QString &panelName, int category);
    qint64 postsBehind(const Destination &destination);

    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::DashboardPage> m_page;
};

void tst_DashboardPage::init()
{
    gui::reset();
    open(gui::databaseWithUsers(0));
}

void tst_DashboardPage::cleanup()
{
    m_page.reset();
    m_session.reset();
}

void tst_DashboardPage::open(std::unique_ptr<db::Database> database)
{
    m_page.reset();
    m_session = std::make_unique<ui::Session>(std::move(database), u"ann"_qs);
    m_page = std::make_unique<ui::DashboardPage>(*m_session);
}

template <typename Fill>
void tst_DashboardPage::fill(Fill fill)
{
    const auto filled = m_session->database().write([fill](db::Repo &repo) -> db::Result<bool> {
        Builders builders(repo);
        fill(builders);
        return true;
    });
    QVERIFY(filled.result());
}

/// Two authors; posts of 2019 and 2020, so that nothing depends on today.
void tst_DashboardPage::fillOldYears()
{
    fill([](Builders &make) {
        const auto ann = make.user(u"ann"_qs, utc(u"2019-01-01T10:00:00"_qs));
        const auto bob = make.user(u"bob"_qs, utc(u"2019-02-01T10:00:00"_qs));
        // Already the new year in Berlin.
        const auto first = make.post(ann, u"New year"_qs, utc(u"2018-12-31T23:30:00"_qs), 5);
        make.post(bob, u"Winter"_qs, utc(u"2019-03-01T12:00:00"_qs), 100);
        make.post(bob, u"Just in March"_qs, utc(u"2019-03-31T21:59:59"_qs), 20);
        make.post(ann, u"Just in April"_qs, utc(u"2019-03-31T22:00:00"_qs), 1);
        make.post(ann, u"A draft"_qs, std::nullopt, 1000);
        make.post(ann, u"Scheduled"_qs, QDateTime::currentDateTimeUtc().addYears(1), 1000);
        make.comment(first, bob, u"The first of all comments"_qs, ModerationState::Approved, utc(u"2019-01-01T12:00:00"_qs));
        make.comment(first, bob, u"The second of all comments"_qs, ModerationState::Spam, utc(u"2019-02-01T12:00:00"_qs));
        make.comment(first, bob, u"The third of all comments"_qs, ModerationState::Pending);
    });
}

void tst_DashboardPage::chooseMonths()
{
    QTest::keyClick(list(u"granularity"_qs), Qt::Key_End);
    QTest::keyClick(list(u"granularity"_qs), Qt::Key_Up);
}

void tst_DashboardPage::show()
{
    m_page->resize(1100, 1300);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->visit({u"dashboard"_qs});
    for (const QString &name : {u"posts"_qs, u"authors"_qs, u"states"_qs})
        QTRY_COMPARE(panel(name)->state(), ChartPanel::State::Data);
    QTRY_VERIFY(figure(u"views"_qs) != u" ");
}

QString tst_DashboardPage::figure(const QString &name) const
{
    return m_page->findChild<QLabel *>(QString(u"dashboard.numbers." + name + u".value"))->text();
}

Destination tst_DashboardPage::opened(const QString &panelName, int category)
{
    QSignalSpy spy(m_session.get(), &ui::Session::navigationRequested);
    ui::Chart *chart = panel(panelName)->chart();
    chart->setFocus();
    chart->setCurrent({category, 0});
    QTest::keyClick(chart, Qt::Key_Return);
    return spy.isEmpty() ? Destination() : spy.first().first().value<Destination>();
}

qint64 tst_DashboardPage::postsBehind(const Destination &destination)
{
    blog::PostFilter filter{.scope = blog::PostScope::Published};
    filter.publishedFrom = destination.filter.value(u"published_from"_qs).toDateTime();
    filter.publishedTo = destination.filter.value(u"published_to"_qs).toDateTime();
    const auto count = m_session->database().read([filter](db::Repo &repo) { return blog::Blog(repo).postCount(filter); }).result();
    return count.value_or(-1);
}

void tst_DashboardPage::theFiguresAreThoseOfTheRange()
{
    fill([](Builders &make) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto ann = make.user(u"ann"_qs, now.addDays(-1));
        const auto bob = make.user(u"bob"_qs, now.addYears(-2));
        const auto post = make.post(ann, u"Today"_qs, now.addSecs(-60), 12'000);
        make.post(bob, u"Last month"_qs, now.addDays(-40), 345);
        make.post(bob, u"Long ago"_qs, now.addYears(-2), 50'000);
        make.comment(post, bob, u"Waiting since two years"_qs, ModerationState::Pending, now.addYears(-2));
        make.comment(post, bob, u"Approved just now"_qs, ModerationState::Approved, now.addSecs(-60));
    });
    show();
    QCOMPARE(list(u"period"_qs)->currentText(), u"Last 12 months"_qs);
    QCOMPARE(figure(u"views"_qs), u"12,345"_qs);
    QCOMPARE(figure(u"posts"_qs), u"2"_qs);
    QCOMPARE(figure(u"comments"_qs), u"1"_qs);
    QCOMPARE(figure(u"users"_qs), u"1"_qs);
    // What waits does so now, whenever it came.
    QCOMPARE(figure(u"pending"_qs), u"1"_qs);
    QCOMPARE(data(u"posts"_qs).categories.size(), 12);
    QCOMPARE(data(u"authors"_qs).categories, QStringList({u"ann"_qs, u"bob"_qs}));
    QCOMPARE(data(u"authors"_qs).series.first().values, QList<double>({12'000, 345}));
    QCOMPARE(data(u"states"_qs).categories, QStringList({u"Pending"_qs, u"Approved"_qs, u"Rejected"_qs, u"Spam"_qs}));
    QCOMPARE(data(u"states"_qs).series.first().values, QList<double>({0, 1, 0, 0}));
}

void tst_DashboardPage::anotherRangeIsCountedAnew()
{
    fill([](Builders &make) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto ann = make.user(u"ann"_qs, now.addYears(-2));
        make.post(ann, u"Today"_qs, now.addSecs(-60), 7);
        make.post(ann, u"Last month"_qs, now.addDays(-40), 30);
        make.post(ann, u"Long ago"_qs, now.addYears(-2), 200);
    });
    show();
    list(u"period"_qs)->setFocus();
    QTest::keyClick(list(u"period"_qs), Qt::Key_Up);
    QTest::keyClick(list(u"period"_qs), Qt::Key_Up);
    QCOMPARE(list(u"period"_qs)->currentText(), u"Last 7 days"_qs);
    QTRY_COMPARE(figure(u"views"_qs), u"7"_qs);
    QTRY_COMPARE(data(u"posts"_qs).title, u"Posts per day"_qs);
    QCOMPARE(data(u"posts"_qs).categories.size(), 7);

    QTest::keyClick(list(u"period"_qs), Qt::Key_End);
    QCOMPARE(list(u"period"_qs)->currentText(), u"All"_qs);
    QTRY_COMPARE(figure(u"views"_qs), u"237"_qs);
    QTRY_COMPARE(data(u"authors"_qs).series.first().values, QList<double>({237}));
    // The choice outlives a refresh.
    QTest::mouseClick(gui::find<QToolButton>(m_page.get(), u"dashboard.refresh"_qs), Qt::LeftButton);
    QCOMPARE(panel(u"posts"_qs)->state(), ChartPanel::State::Loading);
    QTRY_COMPARE(panel(u"posts"_qs)->state(), ChartPanel::State::Data);
    QCOMPARE(list(u"period"_qs)->currentText(), u"All"_qs);
}

void tst_DashboardPage::theLastOfTwoQuickChoicesIsShown()
{
    fillOldYears();
    show();
    list(u"period"_qs)->setFocus();
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End, Qt::Key_Home, Qt::Key_End})
        QTest::keyClick(list(u"period"_qs), key);
    for (const QString &name : {u"posts"_qs, u"authors"_qs, u"states"_qs})
        QTRY_COMPARE(panel(name)->state(), ChartPanel::State::Data);
    QTRY_VERIFY(m_session->activities().isEmpty());
    QCOMPARE(figure(u"posts"_qs), u"4"_qs);
    QCOMPARE(data(u"posts"_qs).title, u"Posts per week"_qs);
}

void tst_DashboardPage::aQuietCommunityIsShownWhole()
{
    fillOldYears();
    show();
    QCOMPARE(list(u"period"_qs)->currentText(), u"All"_qs);
    QCOMPARE(figure(u"posts"_qs), u"4"_qs);
    QCOMPARE(figure(u"views"_qs), u"126"_qs);
    // All of time, not just between the first and the last post.
    QCOMPARE(figure(u"comments"_qs), u"3"_qs);
    QCOMPARE(figure(u"users"_qs), u"2"_qs);
    QCOMPARE(data(u"states"_qs).series.first().values, QList<double>({1, 1, 0, 1}));
}

void tst_DashboardPage::partsBeginWhereTheyDoInTheZone()
{
    fillOldYears();
    show();
    list(u"granularity"_qs)->setFocus();
    chooseMonths();
    QTRY_COMPARE(data(u"posts"_qs).title, u"Posts per month"_qs);
    QCOMPARE(data(u"posts"_qs).longCategories, QStringList({u"January 2019"_qs, u"February 2019"_qs, u"March 2019"_qs, u"April 2019"_qs}));
    QCOMPARE(data(u"posts"_qs).series.at(0).values, QList<double>({1, 0, 2, 1}));
    QCOMPARE(data(u"posts"_qs).series.at(1).values, QList<double>({5, 0, 120, 1}));
    QVERIFY(!data(u"posts"_qs).lastIsPartial);
}

void tst_DashboardPage::theRunningPartIsMarked()
{
    fill([](Builders &make) {
        make.post(make.user(u"ann"_qs), u"Today"_qs, QDateTime::currentDateTimeUtc().addSecs(-60), 7);
    });
    show();
    QVERIFY(data(u"posts"_qs).lastIsPartial);
    QCOMPARE(data(u"posts"_qs).longCategories.last(), QLocale().toString(QDate::currentDate(), u"MMMM yyyy"));
}

void tst_DashboardPage::theGranularityFollowsTheChoice()
{
    fillOldYears();
    show();
    QComboBox *parts = list(u"granularity"_qs);
    QCOMPARE(parts->currentText(), u"Automatic"_qs);
    // Three months suit weeks.
    QCOMPARE(data(u"posts"_qs).title, u"Posts per week"_qs);
    QCOMPARE(data(u"posts"_qs).longCategories.first(), u"Jan 1, 2019 – Jan 6, 2019"_qs);
    parts->setFocus();
    QTest::keyClick(parts, Qt::Key_Down);
    QTRY_COMPARE(data(u"posts"_qs).title, u"Posts per day"_qs);
    QCOMPARE(data(u"posts"_qs).categories.size(), 91);
    QCOMPARE(data(u"posts"_qs).longCategories.first(), u"Jan 1, 2019"_qs);
    QTest::keyClick(parts, Qt::Key_Home);
    QTRY_COMPARE(data(u"posts"_qs).title, u"Posts per week"_qs);
}

void tst_DashboardPage::partsTooFineCannotBeChosen()
{
    fillOldYears();
    fill([](Builders &make) { make.post(make.user(u"cid"_qs), u"Years later"_qs, utc(u"2022-05-01T10:00:00"_qs)); });
    show();
    const auto *items = qobject_cast<QStandardItemModel *>(list(u"granularity"_qs)->model());
    QVERIFY(!items->item(1)->isEnabled());
    QVERIFY(items->item(2)->isEnabled());
    // A day is possible again in a shorter range, and given up in a longer one.
    list(u"period"_qs)->setFocus();
    QTest::keyClick(list(u"period"_qs), Qt::Key_Home);
    QVERIFY(items->item(1)->isEnabled());
    QTest::keyClick(list(u"granularity"_qs), Qt::Key_Down);
    QCOMPARE(list(u"granularity"_qs)->currentText(), u"By day"_qs);
    QTest::keyClick(list(u"period"_qs), Qt::Key_End);
    QCOMPARE(list(u"granularity"_qs)->currentText(), u"Automatic"_qs);
    QTRY_COMPARE(data(u"posts"_qs).title, u"Posts per month"_qs);
}

void tst_DashboardPage::manyYearsAreShownYearByYear()
{
    fillOldYears();
    fill([](Builders &make) { make.post(make.user(u"cid"_qs), u"A long time ago"_qs, utc(u"1919-05-01T10:00:00"_qs)); });
    show();
    QTRY_COMPARE(data(u"posts"_qs).title, u"Posts per year"_qs);
    QCOMPARE(data(u"posts"_qs).categories.size(), 101);
    QCOMPARE(data(u"posts"_qs).categories.first(), u"1919"_qs);
    QCOMPARE(data(u"posts"_qs).longCategories.first(), u"May 1, 1919 – Dec 31, 1919"_qs); // from the first post on
    QCOMPARE(data(u"posts"_qs).longCategories.last(), u"2019"_qs);
    QCOMPARE(data(u"posts"_qs).series.first().values.last(), 4.0);
    // A thousand months can be counted, but not be read.
    const auto *items = qobject_cast<QStandardItemModel *>(list(u"granularity"_qs)->model());
    QVERIFY(!items->item(3)->isEnabled());
    QVERIFY(items->item(4)->isEnabled());
}

void tst_DashboardPage::aBarOpensThePostsBehindIt()
{
    fillOldYears();
    show();
    chooseMonths();
    QTRY_COMPARE(data(u"posts"_qs).categories.size(), 4);
    const Destination january = opened(u"posts"_qs, 0);
    QCOMPARE(january.page, u"posts"_qs);
    QCOMPARE(january.scope, u"published"_qs);
    QCOMPARE(january.filter, QVariantMap({{u"published_from"_qs, utc(u"2018-12-31T23:00:00"_qs)}, {u"published_to"_qs, utc(u"2019-01-31T23:00:00"_qs)}}));
    for (int month = 0; month < 4; ++month)
        QCOMPARE(double(postsBehind(opened(u"posts"_qs, month))), data(u"posts"_qs).series.first().values.at(month));

    // The same by a click, and by the point of the line.
    QSignalSpy spy(m_session.get(), &ui::Session::navigationRequested);
    ui::Chart *chart = panel(u"posts"_qs)->chart();
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->itemRect({2, 0}).center().toPoint());
    chart->activate({2, 1});
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.at(0).first().value<Destination>(), opened(u"posts"_qs, 2));
    QCOMPARE(spy.at(1).first().value<Destination>(), spy.at(0).first().value<Destination>());
}

void tst_DashboardPage::aPartOfSummerTimeIsAsLongAsItIs()
{
    fillOldYears();
    show();
    QTest::keyClick(list(u"granularity"_qs), Qt::Key_Down);
    QTRY_COMPARE(data(u"posts"_qs).categories.size(), 91);
    // The last Sunday of March has 23 hours.
    const int sunday = int(data(u"posts"_qs).longCategories.indexOf(u"Mar 31, 2019"_qs));
    const QVariantMap filter = opened(u"posts"_qs, sunday).filter;
    QCOMPARE(filter.value(u"published_from"_qs).toDateTime(), utc(u"2019-03-30T23:00:00"_qs));
    QCOMPARE(filter.value(u"published_to"_qs).toDateTime(), utc(u"2019-03-31T22:00:00"_qs));
    QCOMPARE(data(u"posts"_qs).series.first().values.at(sunday), 1.0);
}

void tst_DashboardPage::anAuthorOpensTheirPosts()
{
    fillOldYears();
    show();
    QCOMPARE(data(u"authors"_qs).categories, QStringList({u"bob"_qs, u"ann"_qs}));
    const Destination bob = opened(u"authors"_qs, 0);
    QCOMPARE(bob, (Destination{u"posts"_qs, 0, u"published"_qs, {{u"author_id"_qs, qint64(2)}}}));

    fill([](Builders &make) { make.post(make.user(u"cid"_qs), u"Today"_qs, QDateTime::currentDateTimeUtc().addSecs(-60), 7); });
    QTest::keyClick(list(u"period"_qs), Qt::Key_Home);
    QTRY_COMPARE(data(u"authors"_qs).categories, QStringList({u"cid"_qs}));
    const QVariantMap filter = opened(u"authors"_qs, 0).filter;
    QCOMPARE(filter.value(u"author_id"_qs).toLongLong(), 3);
    QCOMPARE(filter.value(u"published_to"_qs).toDateTime(), QDate::currentDate().addDays(1).startOfDay().toUTC());
    QCOMPARE(filter.value(u"published_from"_qs).toDateTime(), QDate::currentDate().addDays(-6).startOfDay().toUTC());
}

void tst_DashboardPage::aStateOpensItsComments()
{
    fillOldYears();
    show();
    QCOMPARE(opened(u"states"_qs, 3), (Destination{u"comments"_qs, 0, u"spam"_qs, {}}));
    QTest::keyClick(list(u"period"_qs), Qt::Key_Home);
    QTRY_COMPARE(data(u"states"_qs).series.first().values, QList<double>({1, 0, 0, 0}));
    const Destination pending = opened(u"states"_qs, 0);
    QCOMPARE(pending.scope, u"pending"_qs);
    QCOMPARE(pending.filter, QVariantMap({{u"inserted_from"_qs, QDate::currentDate().addDays(-6).startOfDay().toUTC()}, {u"inserted_to"_qs, QDate::currentDate().addDays(1).startOfDay().toUTC()}}));
}

void tst_DashboardPage::pendingOpensModeration()
{
    fillOldYears();
    show();
    QSignalSpy spy(m_session.get(), &ui::Session::navigationRequested);
    auto *button = gui::find<QToolButton>(m_page.get(), u"dashboard.numbers.pending.open"_qs);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTest::mouseClick(gui::find(m_page.get(), u"dashboard.numbers.pending"_qs), Qt::LeftButton);
    QTest::mouseClick(gui::find(m_page.get(), u"dashboard.numbers.views"_qs), Qt::LeftButton);
    QCOMPARE(spy.size(), 2);
    for (const QList<QVariant> &arguments : spy)
        QCOMPARE(arguments.first().value<Destination>(), Destination{u"moderation"_qs});
}

void tst_DashboardPage::anEmptyDatabaseSaysSo()
{
    show();
    for (const QString &name : {u"views"_qs, u"posts"_qs, u"comments"_qs, u"pending"_qs, u"users"_qs})
        QCOMPARE(figure(name), u"0"_qs);
    QVERIFY(data(u"posts"_qs).isEmpty());
    QCOMPARE(panel(u"posts"_qs)->chart()->emptyText(), u"No posts in this range"_qs);
    QTest::keyClick(list(u"period"_qs), Qt::Key_End);
    QTRY_COMPARE(panel(u"posts"_qs)->state(), ChartPanel::State::Data);
    QVERIFY(data(u"authors"_qs).isEmpty());
    QCOMPARE(panel(u"states"_qs)->chart()->emptyText(), u"No comments in this range"_qs);
}

void tst_DashboardPage::anErrorIsSaidAndCanBeTriedAgain()
{
    open(std::make_unique<db::Database>(db::DatabaseUrl::inMemory()));
    m_page->resize(1100, 1300);
    m_page->show();
    m_page->visit({u"dashboard"_qs});
    for (const QString &name : {u"posts"_qs, u"authors"_qs, u"states"_qs})
        QTRY_COMPARE(panel(name)->state(), ChartPanel::State::Error);
    const auto *error = gui::find<QLabel>(m_page.get(), u"dashboard.numbers.error"_qs);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(u"posts") && error->text().contains(u"migrations"), qPrintable(error->text()));
    QVERIFY(m_session->activities().isEmpty());

    const auto migrated = m_session->database().write([](db::Repo &repo) { return db::Migrator(repo, migrations::all()).migrate({}); }).result();
    QVERIFY(migrated);
    QTest::mouseClick(gui::find<QPushButton>(m_page.get(), u"dashboard.numbers.retry"_qs), Qt::LeftButton);
    QTRY_COMPARE(figure(u"views"_qs), u"0"_qs);
    QVERIFY(!error->isVisible());
    for (const QString &name : {u"posts"_qs, u"authors"_qs, u"states"_qs})
        QTRY_COMPARE(panel(name)->state(), ChartPanel::State::Data);
}

void tst_DashboardPage::stoppingKeepsTheFiguresThereAre()
{
    fillOldYears();
    show();
    const QString views = figure(u"views"_qs);
    const ui::ChartData posts = data(u"posts"_qs);
    // The worker is busy, so that the questions wait until they are stopped.
    const auto gate = std::make_shared<QSemaphore>();
    const auto busy = m_session->write([gate](db::Repo &) -> db::Result<void> {
        gate->acquire();
        return {};
    });
    m_page->refresh();
    m_session->activities().cancelAll();
    gate->release();
    QTRY_VERIFY(m_session->activities().isEmpty());
    QCOMPARE(figure(u"views"_qs), views);
    for (const QString &name : {u"posts"_qs, u"authors"_qs, u"states"_qs}) {
        QCOMPARE(panel(name)->state(), ChartPanel::State::Data);
        QVERIFY(!panel(name)->chart()->isDimmed());
    }
    QCOMPARE(data(u"posts"_qs).categories, posts.categories);
}

void tst_DashboardPage::whatWasWrittenIsCounted()
{
    fillOldYears();
    show();
    fill([](Builders &make) { make.post(make.user(u"cid"_qs), u"Another"_qs, utc(u"2019-02-01T10:00:00"_qs), 1000); });
    m_session->announce(ui::DataKind::Posts);
    QTRY_COMPARE(figure(u"views"_qs), u"1,126"_qs);
    QTRY_COMPARE(data(u"authors"_qs).categories.first(), u"cid"_qs);
}

void tst_DashboardPage::theZoneAndTheTimeOfReadingAreShown()
{
    show();
    const QString status = gui::find<QLabel>(m_page.get(), u"dashboard.status"_qs)->text();
    QVERIFY2(status.startsWith(u"Europe/Berlin · as of "), qPrintable(status));
}

void tst_DashboardPage::comingBackTheBarHasTheFocus()
{
    fillOldYears();
    show();
    m_page->focusFirst();
    QVERIFY(list(u"period"_qs)->hasFocus());
    QVERIFY(!opened(u"states"_qs, 0).page.isEmpty());
    list(u"granularity"_qs)->setFocus();
    m_page->visit({u"dashboard"_qs});
    m_page->focusFirst();
    QVERIFY(panel(u"states"_qs)->chart()->hasFocus());
    QCOMPARE(panel(u"states"_qs)->chart()->current(), (ui::Chart::Item{0, 0}));
}

void tst_DashboardPage::textsFollowTheLanguage()
{
    fillOldYears();
    show();
    chooseMonths();
    QTRY_COMPARE(data(u"posts"_qs).title, u"Posts per month"_qs);
    ui::Language::apply(u"de"_qs);
    QTRY_COMPARE(data(u"posts"_qs).title, u"Beiträge pro Monat"_qs);
    QCOMPARE(data(u"posts"_qs).longCategories.at(2), u"März 2019"_qs);
    QCOMPARE(list(u"period"_qs)->currentText(), u"Alles"_qs);
    QCOMPARE(data(u"states"_qs).categories.first(), u"Offen"_qs);
    QCOMPARE(panel(u"states"_qs)->chart()->emptyText(), u"Keine Kommentare in diesem Zeitraum"_qs);
}

QTEST_MAIN(tst_DashboardPage)
#include "tst_dashboard_page.moc"
