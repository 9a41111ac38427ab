// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/period.h"

#include <QTest>

using analytics::DateRange;
using analytics::Granularity;
using ui::Period;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(QString(text + u'Z'), Qt::ISODate);
}

} // namespace

class tst_Period : public QObject
{
    Q_OBJECT

private slots:
    void aPeriodIsMadeOfDaysOfTheZone_data();
    void aPeriodIsMadeOfDaysOfTheZone();
    void allRunsFromTheFirstToTheLastPost();
    void withoutPostsAllIsToday();
    void theFirstLookIsNotAnEmptyOne();
    void onlyThePartThatHoldsNowIsRunning();
    void daysOfManyYearsAreTooFine();

private:
    const QTimeZone m_zone{"Europe/Berlin"};
    // Already the first of November in Berlin.
    const QDateTime m_now = utc(u"2026-10-31T23:30:00"_qs);
};

void tst_Period::aPeriodIsMadeOfDaysOfTheZone_data()
{
    QTest::addColumn<Period>("period");
    QTest::addColumn<DateRange>("range");

    const QDateTime tomorrow = utc(u"2026-11-01T23:00:00"_qs);
    // The clocks went back on 25 October.
    QTest::newRow("7 days") << Period::SevenDays << DateRange{utc(u"2026-10-25T23:00:00"_qs), tomorrow};
    QTest::newRow("30 days") << Period::ThirtyDays << DateRange{utc(u"2026-10-02T22:00:00"_qs), tomorrow};
    QTest::newRow("12 months") << Period::TwelveMonths << DateRange{utc(u"2025-11-30T23:00:00"_qs), tomorrow};
    QTest::newRow("this year") << Period::ThisYear << DateRange{utc(u"2025-12-31T23:00:00"_qs), tomorrow};
}

void tst_Period::aPeriodIsMadeOfDaysOfTheZone()
{
    QFETCH(Period, period);
    QFETCH(DateRange, range);
    const DateRange found = ui::rangeOf(period, std::nullopt, m_now, m_zone);
    QCOMPARE(found.from, range.from);
    QCOMPARE(found.to, range.to);
}

void tst_Period::allRunsFromTheFirstToTheLastPost()
{
    // Half past midnight on New Year's Day in Berlin; half an hour before it at the end.
    const DateRange published{utc(u"2018-12-31T23:30:00"_qs), utc(u"2019-12-31T22:30:01"_qs)};
    const DateRange all = ui::rangeOf(Period::All, published, m_now, m_zone);
    QCOMPARE(all.from, utc(u"2018-12-31T23:00:00"_qs));
    QCOMPARE(all.to, utc(u"2019-12-31T23:00:00"_qs));
}

void tst_Period::withoutPostsAllIsToday()
{
    const DateRange all = ui::rangeOf(Period::All, std::nullopt, m_now, m_zone);
    QCOMPARE(all.from, utc(u"2026-10-31T23:00:00"_qs));
    QCOMPARE(all.to, utc(u"2026-11-01T23:00:00"_qs));
}

void tst_Period::theFirstLookIsNotAnEmptyOne()
{
    const QDateTime first = utc(u"2018-01-01T00:00:00"_qs);
    const QDateTime start = ui::rangeOf(Period::TwelveMonths, std::nullopt, m_now, m_zone).from;
    QCOMPARE(ui::suitablePeriod(std::nullopt, m_now, m_zone), Period::TwelveMonths);
    QCOMPARE(ui::suitablePeriod(DateRange{first, start}, m_now, m_zone), Period::All);
    QCOMPARE(ui::suitablePeriod(DateRange{first, start.addSecs(1)}, m_now, m_zone), Period::TwelveMonths);
}

void tst_Period::onlyThePartThatHoldsNowIsRunning()
{
    const DateRange month{utc(u"2026-10-31T23:00:00"_qs), utc(u"2026-11-01T23:00:00"_qs)};
    QVERIFY(ui::isRunning(month, Granularity::Month, m_now, m_zone));
    const DateRange october{utc(u"2026-09-30T22:00:00"_qs), month.from};
    QVERIFY(!ui::isRunning(october, Granularity::Month, m_now, m_zone));
    QVERIFY(ui::isRunning(october, Granularity::Month, month.from.addSecs(-1), m_zone));
    QVERIFY(!ui::isRunning(october, Granularity::Month, month.from, m_zone));
    QVERIFY(!ui::isRunning(month, Granularity::Month, october.from, m_zone));
}

void tst_Period::daysOfManyYearsAreTooFine()
{
    const DateRange years{utc(u"2018-01-01T00:00:00"_qs), utc(u"2022-01-01T00:00:00"_qs)};
    QVERIFY(ui::isTooFine(years, Granularity::Day, m_zone));
    QVERIFY(!ui::isTooFine(years, Granularity::Week, m_zone));
    QVERIFY(!ui::isTooFine(years, Granularity::Month, m_zone));
    QVERIFY(ui::isTooFine(ui::allOfTime(), Granularity::Month, m_zone));
    QVERIFY(!ui::isTooFine(ui::allOfTime(), Granularity::Year, m_zone));
}

QTEST_GUILESS_MAIN(tst_Period)
#include "tst_period.moc"
