// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/analytics.h"
#include "core/blog/blog.h"
#include "tests/support/builders.h"
#include "tests/support/community_database.h"
#include "tests/support/statement_count.h"

#include <QTest>

using accounts::User;
using analytics::Analytics;
using analytics::Bucket;
using analytics::DateRange;
using analytics::Granularity;
using blog::ModerationState;

namespace {

QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
}

const QTimeZone berlin("Europe/Berlin");

} // namespace

class tst_Analytics : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void bucketsBeginWhereDaysBeginInTheZone_data();
    void bucketsBeginWhereDaysBeginInTheZone();
    void bucketsCoverARangeWithoutGapsOrOverlaps_data();
    void bucketsCoverARangeWithoutGapsOrOverlaps();
    void daysAreCountedInTheZone();
    void granularityFitsTheRange_data();
    void granularityFitsTheRange();
    void viewsOfAllPostsAreAdded();
    void anEmptyDatabaseHasFiguresToo();
    void monthsAreThoseOfUtc();
    void authorsWithTheMostViewsComeFirst();
    void postsFallIntoTheBucketOfTheirInstant();
    void oneStatementPerBucket();
    void tooManyBucketsAreRefused();
    void commentsOfARangeAreCountedByState();
    void numbersOfARange();
    void bigViewCountsAreAddedExactly();

private:
    std::unique_ptr<TestDatabase> m_database;
    User m_ada;
};

void tst_Analytics::init()
{
    m_database = std::make_unique<TestDatabase>(communityDatabase());
    m_ada = Builders(m_database->repo).user(u"ada"_qs, utc(2025, 6, 1));
}

void tst_Analytics::bucketsBeginWhereDaysBeginInTheZone_data()
{
    QTest::addColumn<DateRange>("range");
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QList<QDateTime>>("edges");
    QTest::newRow("days in UTC") << DateRange{utc(2026, 1, 1), utc(2026, 1, 3)} << Granularity::Day << QByteArray("UTC")
                                 << QList{utc(2026, 1, 1), utc(2026, 1, 2), utc(2026, 1, 3)};
    QTest::newRow("days in Berlin") << DateRange{utc(2025, 12, 31, 23), utc(2026, 1, 2, 23)} << Granularity::Day << QByteArray("Europe/Berlin")
                                    << QList{utc(2025, 12, 31, 23), utc(2026, 1, 1, 23), utc(2026, 1, 2, 23)};
    QTest::newRow("clocks go forward: 23 hours") << DateRange{utc(2026, 3, 28, 23), utc(2026, 3, 29, 22)} << Granularity::Day << QByteArray("Europe/Berlin")
                                                 << QList{utc(2026, 3, 28, 23), utc(2026, 3, 29, 22)};
    QTest::newRow("clocks go back: 25 hours") << DateRange{utc(2026, 10, 24, 22), utc(2026, 10, 25, 23)} << Granularity::Day << QByteArray("Europe/Berlin")
                                              << QList{utc(2026, 10, 24, 22), utc(2026, 10, 25, 23)};
    QTest::newRow("a day without midnight") << DateRange{utc(2018, 11, 3, 3), utc(2018, 11, 5, 2)} << Granularity::Day << QByteArray("America/Sao_Paulo")
                                            << QList{utc(2018, 11, 3, 3), utc(2018, 11, 4, 3), utc(2018, 11, 5, 2)};
    QTest::newRow("weeks begin on Monday") << DateRange{utc(2026, 1, 1), utc(2026, 1, 14)} << Granularity::Week << QByteArray("UTC")
                                           << QList{utc(2026, 1, 1), utc(2026, 1, 5), utc(2026, 1, 12), utc(2026, 1, 14)};
    QTest::newRow("months over summer time") << DateRange{utc(2026, 2, 28, 23), utc(2026, 4, 30, 22)} << Granularity::Month << QByteArray("Europe/Berlin")
                                             << QList{utc(2026, 2, 28, 23), utc(2026, 3, 31, 22), utc(2026, 4, 30, 22)};
    QTest::newRow("cut at both ends") << DateRange{utc(2026, 1, 15, 8), utc(2026, 2, 10, 9)} << Granularity::Month << QByteArray("UTC")
                                      << QList{utc(2026, 1, 15, 8), utc(2026, 2, 1), utc(2026, 2, 10, 9)};
    QTest::newRow("years in Berlin") << DateRange{utc(1940, 6, 1), utc(1942, 1, 1)} << Granularity::Year << QByteArray("Europe/Berlin")
                                     << QList{utc(1940, 6, 1), utc(1940, 12, 31, 22), utc(1941, 12, 31, 22), utc(1942, 1, 1)}; // on summer time
    QTest::newRow("nothing") << DateRange{utc(2026, 1, 1), utc(2026, 1, 1)} << Granularity::Day << QByteArray("UTC") << QList<QDateTime>();
}

void tst_Analytics::bucketsBeginWhereDaysBeginInTheZone()
{
    QFETCH(DateRange, range);
    QFETCH(Granularity, granularity);
    QFETCH(QByteArray, zone);
    QFETCH(QList<QDateTime>, edges);
    const QList<DateRange> buckets = analytics::bucketsOf(range, granularity, QTimeZone(zone));
    QCOMPARE(buckets.size(), qMax<qsizetype>(0, edges.size() - 1));
    QCOMPARE(analytics::bucketCount(range, granularity, QTimeZone(zone)), buckets.size());
    for (qsizetype i = 0; i < buckets.size(); ++i) {
        QCOMPARE(buckets.at(i).from, edges.at(i));
        QCOMPARE(buckets.at(i).to, edges.at(i + 1));
        QCOMPARE(buckets.at(i).from.timeSpec(), Qt::UTC);
    }
}

void tst_Analytics::bucketsCoverARangeWithoutGapsOrOverlaps_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"})
        QTest::newRow(zone) << QByteArray(zone);
}

void tst_Analytics::bucketsCoverARangeWithoutGapsOrOverlaps()
{
    QFETCH(QByteArray, zone);
    const DateRange range{utc(2010, 12, 20, 7, 31), utc(2012, 2, 3, 4, 5)}; // Apia had no 30 December 2011
    for (const Granularity granularity : {Granularity::Day, Granularity::Week, Granularity::Month, Granularity::Year}) {
        const QList<DateRange> buckets = analytics::bucketsOf(range, granularity, QTimeZone(zone));
        QVERIFY(analytics::bucketCount(range, granularity, QTimeZone(zone)) >= buckets.size());
        QCOMPARE(buckets.first().from, range.from);
        QCOMPARE(buckets.last().to, range.to);
        for (qsizetype i = 0; i < buckets.size(); ++i) {
            QVERIFY(buckets.at(i).from < buckets.at(i).to);
            QVERIFY(i == 0 || buckets.at(i).from == buckets.at(i - 1).to);
        }
    }
}

void tst_Analytics::daysAreCountedInTheZone()
{
    const DateRange range = analytics::daysBetween(QDate(2026, 3, 29), QDate(2026, 3, 29), berlin);
    QCOMPARE(range.from, utc(2026, 3, 28, 23));
    QCOMPARE(range.to, utc(2026, 3, 29, 22));
}

void tst_Analytics::granularityFitsTheRange_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<Granularity>("granularity");
    QTest::newRow("a week") << 7 << Granularity::Day;
    QTest::newRow("two months") << 62 << Granularity::Day;
    QTest::newRow("a quarter") << 92 << Granularity::Week;
    QTest::newRow("a year") << 365 << Granularity::Month;
    QTest::newRow("ten years") << 3653 << Granularity::Month;
    QTest::newRow("a life") << 30000 << Granularity::Year;
}

void tst_Analytics::granularityFitsTheRange()
{
    QFETCH(int, days);
    QTEST(analytics::suitableGranularity({utc(2026, 1, 1), utc(2026, 1, 1).addDays(days)}), "granularity");
}

void tst_Analytics::viewsOfAllPostsAreAdded()
{
    Builders make(m_database->repo);
    make.post(m_ada, u"One"_qs, utc(2026, 1, 1), 10);
    make.post(m_ada, u"Draft"_qs, std::nullopt, 5);
    must(blog::Blog(m_database->repo).softDeletePost(make.post(m_ada, u"Gone"_qs, utc(2026, 1, 1), 100)));
    QCOMPARE(must(Analytics(m_database->repo).totalViews()), 15);
}

void tst_Analytics::anEmptyDatabaseHasFiguresToo()
{
    const Analytics analytics(m_database->repo);
    const DateRange range{utc(2026, 1, 1), utc(2026, 1, 3)};
    QCOMPARE(must(analytics.totalViews()), 0);
    QVERIFY(must(analytics.postsPerMonth()).isEmpty());
    QVERIFY(must(analytics.topAuthors()).isEmpty());
    QVERIFY(!must(analytics.publishedRange()));
    QCOMPARE(must(analytics.buckets(range, Granularity::Day, berlin)).size(), 3);
    QCOMPARE(must(analytics.numbers(range)).totalViews, 0);
}

void tst_Analytics::monthsAreThoseOfUtc()
{
    Builders make(m_database->repo);
    make.post(m_ada, u"Silvester"_qs, utc(2025, 12, 31, 23, 30), 1);
    make.post(m_ada, u"New Year"_qs, utc(2026, 1, 1, 0, 0), 2);
    make.post(m_ada, u"January"_qs, utc(2026, 1, 31, 23, 59), 4);
    make.post(m_ada, u"Draft"_qs, std::nullopt, 8);
    make.post(m_ada, u"Scheduled"_qs, QDateTime::currentDateTimeUtc().addDays(40), 16);

    const auto months = must(Analytics(m_database->repo).postsPerMonth());
    QCOMPARE(months.size(), 2);
    QCOMPARE(months.at(0).month, utc(2026, 1, 1));
    QCOMPARE(months.at(0).count, 2);
    QCOMPARE(months.at(0).totalViews, 6);
    QCOMPARE(months.at(1).month, utc(2025, 12, 1));
    QCOMPARE(months.at(1).totalViews, 1);
}

void tst_Analytics::authorsWithTheMostViewsComeFirst()
{
    Builders make(m_database->repo);
    const User bob = make.user(u"bob"_qs);
    make.user(u"silent"_qs);
    make.post(m_ada, u"One"_qs, utc(2026, 1, 1), 10);
    make.post(m_ada, u"Two"_qs, utc(2026, 2, 1), 10);
    make.post(bob, u"Three"_qs, utc(2026, 2, 1), 15);

    const Analytics analytics(m_database->repo);
    const auto all = must(analytics.topAuthors());
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().author.username, u"ada"_qs);
    QCOMPARE(all.first().postCount, 2);
    QCOMPARE(all.first().totalViews, 20);
    QCOMPARE(must(analytics.topAuthors(1)).size(), 1);
    QCOMPARE(must(analytics.topAuthors(10, DateRange{utc(2026, 2, 1), utc(2026, 3, 1)})).first().author.username, u"bob"_qs);
    QVERIFY(must(analytics.topAuthors(10, DateRange{utc(2026, 2, 2), utc(2026, 3, 1)})).isEmpty());
}

void tst_Analytics::postsFallIntoTheBucketOfTheirInstant()
{
    Builders make(m_database->repo);
    make.post(m_ada, u"Silvester in UTC, New Year in Berlin"_qs, utc(2025, 12, 31, 23, 30), 1);
    make.post(m_ada, u"At midnight in Berlin"_qs, utc(2026, 1, 31, 23), 2);
    make.post(m_ada, u"A second before"_qs, utc(2026, 1, 31, 23).addSecs(-1), 4);
    must(blog::Blog(m_database->repo).softDeletePost(make.post(m_ada, u"Gone"_qs, utc(2026, 1, 5), 8)));
    const DateRange range = analytics::daysBetween(QDate(2026, 1, 1), QDate(2026, 3, 31), berlin);

    const QList<Bucket> buckets = must(Analytics(m_database->repo).buckets(range, Granularity::Month, berlin));
    QCOMPARE(buckets.size(), 3);
    QCOMPARE(buckets.at(0).posts, 2);
    QCOMPARE(buckets.at(0).views, 5);
    QCOMPARE(buckets.at(1).posts, 1);
    QCOMPARE(buckets.at(1).views, 2);
    QCOMPARE(buckets.at(2).posts, 0);
    QCOMPARE(buckets.at(2).views, 0);

    // The list behind a bar shows as many posts.
    const DateRange first = buckets.first().range;
    QCOMPARE(must(blog::Blog(m_database->repo).postCount({.scope = blog::PostScope::Published, .publishedFrom = first.from, .publishedTo = first.to})), 2);
    QCOMPARE(must(Analytics(m_database->repo).publishedRange()), (DateRange{utc(2025, 12, 31, 23, 30), utc(2026, 1, 31, 23).addSecs(1)}));
}

void tst_Analytics::oneStatementPerBucket()
{
    const StatementCount statements;
    must(Analytics(m_database->repo).buckets({utc(2026, 1, 1), utc(2026, 1, 11)}, Granularity::Day, QTimeZone::utc()));
    QCOMPARE(statements.value(), 10);
}

void tst_Analytics::tooManyBucketsAreRefused()
{
    const auto refused = Analytics(m_database->repo).buckets({utc(2000, 1, 1), utc(2026, 1, 1)}, Granularity::Day, berlin);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
}

void tst_Analytics::commentsOfARangeAreCountedByState()
{
    Builders make(m_database->repo);
    const blog::Post post = make.post(m_ada, u"One"_qs, utc(2026, 1, 1));
    make.comment(post, m_ada, u"In time"_qs, ModerationState::Approved, utc(2026, 1, 1));
    make.comment(post, m_ada, u"Too late"_qs, ModerationState::Approved, utc(2026, 2, 1));
    make.comment(post, m_ada, u"Spam"_qs, ModerationState::Spam, utc(2026, 1, 31, 23, 59));
    const blog::CommentCounts expected{{ModerationState::Pending, 0}, {ModerationState::Approved, 1}, {ModerationState::Rejected, 0}, {ModerationState::Spam, 1}};
    QCOMPARE(must(Analytics(m_database->repo).commentsByState({utc(2026, 1, 1), utc(2026, 2, 1)})), expected);
}

void tst_Analytics::numbersOfARange()
{
    Builders make(m_database->repo);
    const User bob = make.user(u"bob"_qs, utc(2026, 1, 15));
    const blog::Post post = make.post(bob, u"One"_qs, utc(2026, 1, 20), 7);
    make.post(bob, u"Before"_qs, utc(2025, 12, 20), 70);
    make.comment(post, m_ada, u"Inside"_qs, ModerationState::Approved, utc(2026, 1, 21));
    make.comment(post, m_ada, u"Waits since last year"_qs, ModerationState::Pending, utc(2025, 12, 24));

    const analytics::Numbers numbers = must(Analytics(m_database->repo).numbers({utc(2026, 1, 1), utc(2026, 2, 1)}));
    QCOMPARE(numbers.totalViews, 7);
    QCOMPARE(numbers.postsPublished, 1);
    QCOMPARE(numbers.comments, 1);
    QCOMPARE(numbers.newUsers, 1);
    QCOMPARE(numbers.pending, 1);
}

void tst_Analytics::bigViewCountsAreAddedExactly()
{
    Builders make(m_database->repo);
    for (int i = 0; i < 3; ++i)
        make.post(m_ada, u"Post %1"_qs.arg(i), utc(2026, 1, 1), 2'000'000'000);
    QCOMPARE(must(Analytics(m_database->repo).totalViews()), 6'000'000'000);
    QCOMPARE(must(Analytics(m_database->repo).topAuthors()).first().totalViews, 6'000'000'000);
}

QTEST_GUILESS_MAIN(tst_Analytics)
#include "tst_analytics.moc"
