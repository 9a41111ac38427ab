// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/library.h"
#include "tests/support/reason.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using db::asc;
using db::col;
using db::desc;
using db::from;
using library::Author;
using library::Book;

/// What is computed from columns means the same on every engine.
class tst_QueryFunctions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void numbersAreComputed();
    void decimalsAreExact();
    void decimalsAreComparedByValue();
    void aggregatesCanBeFiltered();
    void valuesAreChosen();
    void textIsComputed();
    void likeMindsTheCase();
    void patternsIgnoreCase_data();
    void patternsIgnoreCase();
    void fragmentsTakeValues();
    void jsonIsReadByPath();
    void timesAreMoved();
    void timesAreCutInATimeZone_data();
    void timesAreCutInATimeZone();
    void rowsAreNumberedAndRanked();
    void windowsLookAtOtherRows();
    void windowsHaveFrames();
    void groupsOfComputedValuesAreCounted();
    void conditionsAreMadeAtRunTime();
    void conditionsThatMakeNoSenseAreRefused();

private:
    db::Repo &repo() { return m_db->repo; }
    /// The value of an expression for the book "Notes".
    template <typename M>
    M of(const db::Expr<M> &expression);
    template <typename Row>
    QList<Row> rows(const db::Selection<Row> &selection);
    qint64 count(const db::Condition &condition) { return repo().count(from<Book>().where(condition)).value_or(-1); }

    std::optional<TestDatabase> m_db;
};

static db::Decimal decimal(const QString &text)
{
    return *db::Decimal::fromString(text);
}

void tst_QueryFunctions::init()
{
    m_db.emplace(library::database());
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const Author bob = library::addAuthor(repo(), u"Bob"_s);
    const auto add = [&](const Author &author, const QString &title, const QString &price, qint64 copies) {
        const auto book = repo().insert(db::change(Book{})
                                            .put(&Book::title, title)
                                            .put(&Book::authorId, author.id)
                                            .put(&Book::price, decimal(price))
                                            .put(&Book::copies, copies)
                                            .put(&Book::publishedAt, db::parseUtc(u"2024-01-31T22:30:00Z")));
        QVERIFY2(book, reason(book).constData());
    };
    add(ada, u"Notes"_s, u"9.50"_s, 7);
    add(ada, u"Über Flüsse"_s, u"10.10"_s, 2);
    add(bob, u"Ärger 100%"_s, u"0.20"_s, 1);
}

template <typename M>
M tst_QueryFunctions::of(const db::Expr<M> &expression)
{
    return rows(from<Book>().where(&Book::title, u"Notes"_s).select(expression)).first();
}

template <typename Row>
QList<Row> tst_QueryFunctions::rows(const db::Selection<Row> &selection)
{
    const auto found = repo().all(selection);
    if (!found)
        qFatal("%s\n%s", qPrintable(found.error().message), qPrintable(found.error().sql));
    return *found;
}

void tst_QueryFunctions::numbersAreComputed()
{
    const auto copies = col(&Book::copies);
    QCOMPARE(of((copies + 3) * 2 - 1), 19);
    QCOMPARE(of(copies / 2), std::optional<qint64>(3));
    QCOMPARE(of(copies / (copies - 7)), std::nullopt);
    QCOMPARE(count(copies * 2 > 4), 1);
    QCOMPARE(count(copies < col(&Book::copies) + 1), 3);
    QCOMPARE(repo().aggregate(from<Book>(), db::sum(copies)).value_or(-1), std::optional<qint64>(10));
    QCOMPARE(repo().aggregate(from<Book>(), db::average(copies * 2)).value_or(-1).value_or(0), 20.0 / 3);
    QCOMPARE(repo().aggregate(from<Book>().orderBy({desc(&Book::copies)}).limit(2), db::sum(copies)).value_or(-1), std::optional<qint64>(9));
    QCOMPARE(repo().aggregate(from<Book>(), db::countDistinct(col(&Book::authorId))).value_or(-1), qint64(2));
}

void tst_QueryFunctions::decimalsAreExact()
{
    const auto price = col(&Book::price);
    QCOMPARE(repo().aggregate(from<Book>(), db::sum(price)).value_or(std::nullopt), std::optional(decimal(u"19.80"_s)));
    QCOMPARE(of(price + decimal(u"0.10"_s)), decimal(u"9.60"_s));
    QCOMPARE(of(price * decimal(u"3"_s)), decimal(u"28.50"_s));
    QCOMPARE(of(price / decimal(u"4"_s)), std::optional(decimal(u"2.375"_s)));
    QCOMPARE(repo().aggregate(from<Book>(), db::average(price)).value_or(std::nullopt), std::optional(decimal(u"6.6"_s)));
}

void tst_QueryFunctions::decimalsAreComparedByValue()
{
    const auto price = col(&Book::price);
    QCOMPARE(count(price == decimal(u"9.5"_s)), 1);
    QCOMPARE(count(price > decimal(u"9.5"_s)), 1);
    QCOMPARE(rows(from<Book>().orderBy({desc(price)}).select(col(&Book::title))).first(), u"Über Flüsse"_s);
    QCOMPARE(repo().aggregate(from<Book>(), db::maximum(price)).value_or(std::nullopt), std::optional(decimal(u"10.1"_s)));
    QCOMPARE(rows(from<Book>().groupBy(price).orderBy({asc(price)}).select(price)).first(), decimal(u"0.2"_s));
}

void tst_QueryFunctions::aggregatesCanBeFiltered()
{
    const auto isCheap = col(&Book::price) < decimal(u"10"_s);
    QCOMPARE(repo().aggregate(from<Book>(), db::countAll().filter(isCheap)).value_or(-1), qint64(2));
    QCOMPARE(repo().aggregate(from<Book>(), db::sum(col(&Book::copies)).filter(isCheap)).value_or(-1), std::optional<qint64>(8));
}

void tst_QueryFunctions::valuesAreChosen()
{
    const auto stock = db::caseWhen(col(&Book::copies) > 5, u"many"_s).when(col(&Book::copies) == 1, u"one"_s).otherwise(u"few"_s);
    QCOMPARE(rows(from<Book>().orderBy({desc(&Book::copies)}).select(stock)), (QList<QString>{u"many"_s, u"few"_s, u"one"_s}));
    QCOMPARE(of(db::caseWhen(col(&Book::copies) > 100, u"many"_s).orNull()), std::nullopt);
    QCOMPARE(of(db::coalesce(db::nullIf(col(&Book::copies), 7), 70)), 70);
    QCOMPARE(of(db::cast<QString>(col(&Book::copies))), u"7"_s);
    QCOMPARE(of(db::cast<qint64>(db::value(u"12"_s))), 12);
}

void tst_QueryFunctions::textIsComputed()
{
    const auto title = col(&Book::title);
    QCOMPARE(of(db::upper(title)), u"NOTES"_s);
    QCOMPARE(of(db::length(db::value(u"Flüsse"_s))), 6);
    QCOMPARE(of(db::trim(db::value(u"  x "_s))), u"x"_s);
    QCOMPARE(of(db::concat(title, db::value(u" of "_s), db::cast<QString>(col(&Book::copies)))), std::optional(u"Notes of 7"_s));
    QCOMPARE(of(db::concat(title, db::nullIf(title, u"Notes"_s))), std::nullopt);
}

void tst_QueryFunctions::likeMindsTheCase()
{
    const auto title = col(&Book::title);
    QCOMPARE(count(title.like(u"N_te%"_s)), 1);
    QCOMPARE(count(title.like(u"n%"_s)), 0);
    QCOMPARE(count(title.like(u"Ü%"_s)), 1);
    QCOMPARE(count(title.like(u"ü%"_s)), 0);
    QCOMPARE(count(title.like(u"U%"_s)), 0);
    QCOMPARE(count(title.like(u"%100\\%"_s)), 1);
}

void tst_QueryFunctions::patternsIgnoreCase_data()
{
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<int>("hits");
    QTest::newRow("ascii") << u"NOT"_s << u"TES"_s << u"n%S"_s << 1;
    QTest::newRow("other letters") << u"üBER"_s << u"FLÜSSE"_s << u"Über fLÜ%"_s << 1;
    QTest::newRow("an accent makes a letter") << u"ub"_s << u"flusse"_s << u"%flu%"_s << 0;
    QTest::newRow("wildcards mean themselves unless asked for") << u"ä%"_s << u"100_"_s << u"ä____\\%"_s << 0;
    QTest::newRow("one underscore for one character") << u"ä"_s << u"0%"_s << u"_RGER 100\\%"_s << 1;
}

void tst_QueryFunctions::patternsIgnoreCase()
{
    QFETCH(QString, begin);
    QFETCH(QString, end);
    QFETCH(QString, pattern);
    QFETCH(int, hits);
    QCOMPARE(count(col(&Book::title).startsWith(begin)), qint64(hits));
    QCOMPARE(count(col(&Book::title).endsWith(end)), qint64(hits));
    QCOMPARE(count(col(&Book::title).ilike(pattern)), qint64(hits));
}

void tst_QueryFunctions::fragmentsTakeValues()
{
    const auto spaced = db::fragment<QString>("replace(?, ?, ?)", col(&Book::title), db::value(u"o"_s), db::value(u"0"_s));
    QCOMPARE(of(spaced), u"N0tes"_s);
    QCOMPARE(count(spaced == u"N0tes"_s), 1);
}

void tst_QueryFunctions::jsonIsReadByPath()
{
    const auto at = [&](const QList<db::JsonStep> &path) {
        return of(db::jsonText(db::value(QJsonDocument::fromJson(R"({"a": {"b c": [1, "zwei", true, null, {"d": 2}]}})").object()), path));
    };
    QCOMPARE(at({u"a"_s, u"b c"_s, 0}), std::optional(u"1"_s));
    QCOMPARE(at({u"a"_s, u"b c"_s, 1}), std::optional(u"zwei"_s));
    QCOMPARE(at({u"a"_s, u"b c"_s, 2}), std::optional(u"true"_s));
    QCOMPARE(at({u"a"_s, u"b c"_s, 3}), std::nullopt);
    QCOMPARE(at({u"a"_s, u"b c"_s, 4, u"d"_s}), std::optional(u"2"_s));
    QCOMPARE(at({u"nothing"_s}), std::nullopt);
}

void tst_QueryFunctions::timesAreMoved()
{
    const auto time = col(&Book::publishedAt);
    QCOMPARE(of(time + db::months(1)), std::optional(db::parseUtc(u"2024-02-29T22:30:00Z")));
    QCOMPARE(of(time - db::hours(23)), std::optional(db::parseUtc(u"2024-01-30T23:30:00Z")));
    QCOMPARE(of(time + (db::years(1) + db::days(1))), std::optional(db::parseUtc(u"2025-02-01T22:30:00Z")));
    QCOMPARE(count(time + db::days(1) > col(&Book::publishedAt)), 3);
    QCOMPARE(count(time > db::ago(db::days(7))), 0);
    QCOMPARE(count(time < db::fromNow(db::minutes(1))), 3);
}

void tst_QueryFunctions::timesAreCutInATimeZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("start");
    const auto add = [](const char *name, const char *zone, db::Unit unit, const QString &time, const QString &start) {
        QTest::newRow(name) << QByteArray(zone) << int(unit) << time << start;
    };
    add("the next day over there", "Europe/Berlin", db::Unit::Day, u"2024-01-31T23:30:00Z"_s, u"2024-01-31T23:00:00Z"_s);
    add("the day before over there", "America/New_York", db::Unit::Day, u"2024-02-01T04:59:59Z"_s, u"2024-01-31T05:00:00Z"_s);
    add("a day of 23 hours", "Europe/Berlin", db::Unit::Day, u"2024-03-31T21:59:59Z"_s, u"2024-03-30T23:00:00Z"_s);
    add("the day after it", "Europe/Berlin", db::Unit::Day, u"2024-03-31T22:00:00Z"_s, u"2024-03-31T22:00:00Z"_s);
    add("a day of 25 hours", "Europe/Berlin", db::Unit::Day, u"2024-10-27T22:59:59Z"_s, u"2024-10-26T22:00:00Z"_s);
    add("the hour that comes twice", "Europe/Berlin", db::Unit::Day, u"2024-10-27T00:30:00Z"_s, u"2024-10-26T22:00:00Z"_s);
    add("a day that begins at one", "America/Santiago", db::Unit::Day, u"2024-09-08T12:00:00Z"_s, u"2024-09-08T04:00:00Z"_s);
    add("a midnight that comes twice", "America/Havana", db::Unit::Day, u"2024-11-03T04:30:00Z"_s, u"2024-11-03T04:00:00Z"_s);
    add("a week that holds the change", "Europe/Berlin", db::Unit::Week, u"2024-03-31T12:00:00Z"_s, u"2024-03-24T23:00:00Z"_s);
    add("a month that ends in summer", "Europe/Berlin", db::Unit::Month, u"2024-03-31T21:59:59Z"_s, u"2024-02-29T23:00:00Z"_s);
    add("a month by the local calendar", "Asia/Kolkata", db::Unit::Month, u"2024-01-31T18:30:00Z"_s, u"2024-01-31T18:30:00Z"_s);
    add("a quarter", "Europe/Berlin", db::Unit::Quarter, u"2024-06-30T21:59:59Z"_s, u"2024-03-31T22:00:00Z"_s);
    add("a year", "Europe/Berlin", db::Unit::Year, u"2024-07-01T00:00:00Z"_s, u"2023-12-31T23:00:00Z"_s);
    add("a zone without changes", "Etc/GMT-3", db::Unit::Day, u"2024-01-01T20:59:59Z"_s, u"2023-12-31T21:00:00Z"_s);
}

void tst_QueryFunctions::timesAreCutInATimeZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(int, unit);
    QFETCH(QString, time);
    QFETCH(QString, start);
    QVERIFY(repo().updateAll(from<Book>().where(&Book::title, u"Notes"_s), {db::set(&Book::publishedAt, db::parseUtc(time))}));
    const auto cut = db::truncate(db::Unit(unit), col(&Book::publishedAt), QTimeZone(zone));
    QCOMPARE(of(cut), std::optional(db::parseUtc(start)));
    QCOMPARE(repo().count(from<Book>().where(&Book::title, u"Notes"_s).where(cut == db::parseUtc(start))).value_or(-1), qint64(1));
}

void tst_QueryFunctions::rowsAreNumberedAndRanked()
{
    const auto byAuthor = db::Window().partitionBy(col(&Book::authorId)).orderBy({desc(&Book::copies)});
    const auto found = rows(from<Book>().orderBy({asc(&Book::title)}).select(col(&Book::title), db::over(db::rowNumber(), byAuthor), db::over(db::rank(), byAuthor)));
    QMap<QString, qint64> numbers;
    for (const auto &[title, number, rank] : found) {
        QCOMPARE(number, rank);
        numbers.insert(title, number);
    }
    QCOMPARE(numbers.value(u"Notes"_s), 1);
    QCOMPARE(numbers.value(u"Über Flüsse"_s), 2);
    QCOMPARE(numbers.value(u"Ärger 100%"_s), 1);
}

void tst_QueryFunctions::windowsLookAtOtherRows()
{
    const auto byCopies = db::Window().orderBy({asc(&Book::copies)});
    const auto found = rows(from<Book>().orderBy({asc(&Book::copies)}).select(db::over(db::lag(col(&Book::copies)), byCopies), db::over(db::lead(col(&Book::copies)), byCopies)));
    QVERIFY(found.at(0) == std::tuple(std::nullopt, std::optional<qint64>(2)));
    QVERIFY(found.at(2) == std::tuple(std::optional<qint64>(2), std::nullopt));
    const auto first = rows(from<Book>().orderBy({asc(&Book::copies)}).select(db::over(db::firstValue(col(&Book::copies)), byCopies)));
    QCOMPARE(first, (QList<std::optional<qint64>>{1, 1, 1}));
}

void tst_QueryFunctions::windowsHaveFrames()
{
    const auto running = db::Window().orderBy({asc(&Book::copies)}).rows(db::FrameEdge::unbounded(), db::FrameEdge::current());
    const auto sums = rows(from<Book>().orderBy({asc(&Book::copies)}).select(db::over(db::sum(col(&Book::copies)), running), db::over(db::sum(col(&Book::price)), running)));
    QVERIFY(sums.at(1) == std::tuple(std::optional<qint64>(3), std::optional(decimal(u"10.30"_s))));
    const auto pair = db::Window().orderBy({asc(&Book::copies)}).rows(db::FrameEdge::preceding(1), db::FrameEdge::current());
    const auto pairs = rows(from<Book>().orderBy({asc(&Book::copies)}).select(db::over(db::sum(col(&Book::copies)), pair), db::over(db::sum(col(&Book::price)), pair)));
    QVERIFY(pairs.at(2) == std::tuple(std::optional<qint64>(9), std::optional(decimal(u"19.60"_s))));
}

void tst_QueryFunctions::groupsOfComputedValuesAreCounted()
{
    const auto isExpensive = db::caseWhen(col(&Book::price) > decimal(u"5"_s), u"expensive"_s).otherwise(u"cheap"_s);
    const auto groups = rows(from<Book>().groupBy(isExpensive).orderBy({asc(isExpensive)}).select(isExpensive, db::countAll()));
    QCOMPARE(groups.size(), 2);
    QVERIFY(groups.last() == std::tuple(u"expensive"_s, 2));
}

void tst_QueryFunctions::conditionsAreMadeAtRunTime()
{
    const db::Schema &books = db::schemaOf<Book>();
    db::Condition all = db::always();
    all = all && *db::filter(books, u"copies", db::Comparison::Greater, u"1"_s);
    all = all && *db::filter(books, u"title", db::Comparison::Contains, u"S"_s);
    all = all && *db::filter(books, u"published_at", db::Comparison::IsNotNull);
    all = all && *db::filter(books, u"copies", db::Comparison::In, QVariantList{u"7"_s, 8});
    const auto order = *db::order(books, u"title", Qt::DescendingOrder);
    QCOMPARE(rows(from<Book>().where(all).orderBy({order}).select(col(&Book::title))), QList<QString>{u"Notes"_s});
    QCOMPARE(count(db::never() || *db::filter(books, u"is_lent", db::Comparison::Equal, u"false"_s)), 3);
}

void tst_QueryFunctions::conditionsThatMakeNoSenseAreRefused()
{
    const db::Schema &books = db::schemaOf<Book>();
    QCOMPARE(db::filter(books, u"colour", db::Comparison::Equal, u"red"_s).error().subject, u"colour"_s);
    QCOMPARE(db::filter(books, u"copies", db::Comparison::Equal, u"many"_s).error().subject, u"copies"_s);
    QCOMPARE(db::filter(books, u"copies", db::Comparison::Contains, u"1"_s).error().kind, db::Error::Kind::Refused);
    QCOMPARE(db::filter(books, u"note", db::Comparison::Equal, u"x"_s).error().kind, db::Error::Kind::Refused);
    QVERIFY(!db::filter(books, u"copies", db::Comparison::Equal));
    QVERIFY(!db::order(books, u"note"));
}

QTEST_GUILESS_MAIN(tst_QueryFunctions)
#include "tst_query_functions.moc"
