// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/sql_compiler.h"
#include "tests/support/library.h"
#include "tests/support/reason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::col;
using db::from;
using library::Author;
using library::Book;
using library::Genre;

/// Queries mean the same whatever they are made of.
class tst_Query : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void aColumnOfATableThatIsNotJoinedIsRefused();

    void init();

    void conditionsCompose();
    void orWhereIsOrWithEverythingBefore();
    void joinsFollowAssociations();
    void aJoinedTableCanBeAskedTwice();
    void valuesAreSelectedIntoAStruct();
    void groupsAreFilteredByHaving();
    void whatAGroupHasNoSingleValueOfIsRefused_data();
    void whatAGroupHasNoSingleValueOfIsRefused();
    void whatTheGroupsDecideIsSelected();
    void aSubqueryIsJoined();
    void existsLooksOutward();
    void containsIgnoresCaseInEveryScript_data();
    void containsIgnoresCaseInEveryScript();
    void ilikeKeepsItsWildcards();
    void timesAreCutToUnits_data();
    void timesAreCutToUnits();
    void sumsOfNothingAreNull();
    void nullsAreTheSmallest();
    void rowsThatAreTheSameAreTakenOnce();
    void comparingWithNullIsRefused_data();
    void comparingWithNullIsRefused();
    void theTextHoldsNoValues();
    void allPagesShareOneText();

private:
    db::Repo &repo() { return m_db->repo; }
    QStringList titles(const db::Query<Book> &query);

    std::optional<TestDatabase> m_db;
};

Q_DECLARE_METATYPE(db::QueryCore)

struct TitleAndAuthor
{
    QString title;
    QString author;
    std::optional<int> born;
};
struct AuthorStats
{
    Author author;
    qint64 books = 0;
    qint64 copies = 0;
};
struct BookCount
{
    db::Id<Author> authorId;
    qint64 count = 0;
};
struct Moment
{
    std::optional<QDateTime> start;
};
struct Total
{
    std::optional<qint64> copies;
};

static QDateTime utc(const QString &text)
{
    return db::parseUtc(text);
}

void tst_Query::init()
{
    m_db.emplace(library::database());
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const Author bob = library::addAuthor(repo(), u"Bob"_s);
    library::addBook(repo(), ada, u"Notes"_s, utc(u"2024-01-15T10:00:00Z"_s));
    library::addBook(repo(), ada, u"Drafts"_s);
    library::addBook(repo(), bob, u"Über Flüsse"_s, utc(u"2024-02-29T23:59:59Z"_s));
}

QStringList tst_Query::titles(const db::Query<Book> &query)
{
    const auto books = repo().all(query.orderBy({db::asc(&Book::title)}));
    if (!books)
        qFatal("%s", qPrintable(books.error().message));
    QStringList list;
    for (const Book &book : *books)
        list.append(book.title);
    return list;
}

void tst_Query::conditionsCompose()
{
    QCOMPARE(titles(from<Book>().where(col(&Book::publishedAt).isNotNull()).where(!(col(&Book::title) == u"Notes"_s))), QStringList{u"Über Flüsse"_s});
    QCOMPARE(titles(from<Book>().where(col(&Book::publishedAt).isNull() || col(&Book::publishedAt) < utc(u"2024-02-01T00:00:00Z"_s))),
             (QStringList{u"Drafts"_s, u"Notes"_s}));
    QCOMPARE(titles(from<Book>().where(col(&Book::title).in({u"Notes"_s, u"Nothing"_s}))), QStringList{u"Notes"_s});
}

void tst_Query::orWhereIsOrWithEverythingBefore()
{
    const auto query = from<Book>().where(&Book::title, u"Notes"_s).where(&Book::copies, 99).orWhere(col(&Book::title) == u"Drafts"_s);
    QCOMPARE(titles(query), QStringList{u"Drafts"_s});
}

void tst_Query::joinsFollowAssociations()
{
    QCOMPARE(titles(from<Book>().join(&Book::author).where(col(&Author::name) == u"Bob"_s)), QStringList{u"Über Flüsse"_s});
    QCOMPARE(titles(from<Book>().join(&Book::genres).where(col(&Genre::name) == u"maths"_s)), QStringList{});
    QCOMPARE(titles(from<Book>().leftJoin(&Book::genres).where(col(&Genre::name).isNull())).size(), 3);
}

void tst_Query::aJoinedTableCanBeAskedTwice()
{
    const auto siblings = from<Book>()
                              .leftJoin<Book>(col(&Book::authorId, u"other"_s).equals(col(&Book::authorId)), u"other"_s)
                              .where(col(&Book::title, u"other"_s) == u"Notes"_s);
    QCOMPARE(titles(siblings), (QStringList{u"Drafts"_s, u"Notes"_s}));
}

void tst_Query::valuesAreSelectedIntoAStruct()
{
    const auto rows = repo().all(from<Book>()
                                     .join(&Book::author)
                                     .orderBy({db::desc(&Book::title)})
                                     .select<TitleAndAuthor>({db::into(&TitleAndAuthor::title, db::left(col(&Book::title), 4)),
                                                              db::into(&TitleAndAuthor::author, col(&Author::name)),
                                                              db::into(&TitleAndAuthor::born, col(&Author::born))}));
    QVERIFY2(rows, reason(rows).constData());
    QCOMPARE(rows->first().title, u"Über"_s);
    QCOMPARE(rows->first().author, u"Bob"_s);
    QVERIFY(!rows->first().born);
}

void tst_Query::groupsAreFilteredByHaving()
{
    const auto stats = repo().all(from<Book>()
                                      .join(&Book::author)
                                      .groupBy(col(&Author::id))
                                      .having(db::count(col(&Book::id)) > 1)
                                      .select<AuthorStats>({db::into(&AuthorStats::author),
                                                            db::into(&AuthorStats::books, db::count(col(&Book::id))),
                                                            db::into(&AuthorStats::copies, db::sum(col(&Book::copies)))}));
    QVERIFY2(stats, reason(stats).constData());
    QCOMPARE(stats->size(), 1);
    QCOMPARE(stats->first().author.name, u"Ada"_s);
    QCOMPARE(stats->first().books, 2);
    QCOMPARE(stats->first().copies, 2);
}

void tst_Query::whatAGroupHasNoSingleValueOfIsRefused_data()
{
    const auto byAuthor = from<Book>().groupBy(col(&Book::authorId));
    QTest::addColumn<db::QueryCore>("query");
    QTest::addColumn<QString>("column");
    QTest::newRow("column") << byAuthor.select(col(&Book::title), db::countAll()).core() << u"books.title"_s;
    QTest::newRow("inside an expression") << byAuthor.select(db::upper(col(&Book::title))).core() << u"books.title"_s;
    QTest::newRow("beside an aggregate") << from<Book>().select(col(&Book::title), db::countAll()).core() << u"books.title"_s;
    QTest::newRow("struct") << byAuthor.core() << u"books.id"_s;
    QTest::newRow("joined struct") << byAuthor.join(&Book::author).select(col(&Book::authorId), db::whole<Author>()).core() << u"authors.id"_s;
    QTest::newRow("order") << byAuthor.orderBy({db::asc(&Book::copies)}).select(db::countAll()).core() << u"books.copies"_s;
    QTest::newRow("window") << byAuthor.select(col(&Book::authorId), over(db::rank(), db::Window().orderBy({db::asc(&Book::title)}))).core() << u"books.title"_s;
    QTest::newRow("looked up") << byAuthor.having(col(&Book::title).in(from<Author>().select(col(&Author::name)))).select(db::countAll()).core() << u"books.title"_s;
    QTest::newRow("beside the order") << from<Book>().orderBy({db::asc(db::countAll())}).select(col(&Book::title)).core() << u"books.title"_s;
    QTest::newRow("having") << byAuthor.having(col(&Book::copies) > 1).select(db::countAll()).core() << u"books.copies"_s;
}

void tst_Query::whatAGroupHasNoSingleValueOfIsRefused()
{
    QFETCH(db::QueryCore, query);
    QFETCH(QString, column);
    const auto refused = db::SqlCompiler(*db::Dialect::forEngine(testedEngine())).select(query);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    QCOMPARE(refused.error().subject, column);
    QCOMPARE(refused.error().message, u"A group has no single %1: group by it too, or select an aggregate of it"_s.arg(column));
}

void tst_Query::whatTheGroupsDecideIsSelected()
{
    const auto folded = db::lower(col(&Author::name));
    const auto written = from<Author>().leftJoin(&Author::books);
    const auto byKey = repo().all(written.groupBy(col(&Author::id)).orderBy({db::asc(&Author::name)}).select(db::upper(col(&Author::name)), db::count(col(&Book::id))));
    QVERIFY2(byKey, reason(byKey).constData());
    QCOMPARE(byKey->size(), 2);
    const auto byExpression = repo().all(written.groupBy(folded).orderBy({db::asc(folded)}).select(db::concat(folded, db::value(u"."_s)), db::countAll()));
    QVERIFY2(byExpression, reason(byExpression).constData());
    const auto ranked = repo().all(from<Book>().groupBy(col(&Book::authorId)).select(col(&Book::authorId), over(db::rank(), db::Window().orderBy({db::desc(db::countAll())}))));
    QVERIFY2(ranked, reason(ranked).constData());
    const auto counted = repo().exists(from<Book>().groupBy(col(&Book::authorId)).having(db::countAll() > 1));
    QVERIFY2(counted, reason(counted).constData());
    QVERIFY(*counted);
    // A column of the query around it has one value there.
    const auto copies = from<Book>().where(col(&Book::authorId).equals(col(&Author::id))).select(db::coalesce(db::sum(col(&Book::copies)), 0) + db::length(col(&Author::name)));
    const auto outer = repo().all(from<Author>().orderBy({db::asc(&Author::name)}).select(db::scalar(copies)));
    QVERIFY2(outer, reason(outer).constData());
    QCOMPARE(outer->first(), std::optional<qint64>(2 + 3));
}

void tst_Query::aSubqueryIsJoined()
{
    const auto counts = from<Book>()
                            .where(col(&Book::publishedAt).isNotNull())
                            .groupBy(col(&Book::authorId))
                            .select<BookCount>({db::into(&BookCount::authorId, col(&Book::authorId), u"author_id"_s),
                                                db::into(&BookCount::count, db::countAll(), u"count"_s)});
    const auto stats = repo().all(from<Author>()
                                      .leftJoin(counts, u"c"_s, col(&Author::id).equals(db::derived<db::Id<Author>>(u"c"_s, u"author_id"_s)))
                                      .orderBy({db::asc(&Author::name)})
                                      .select<AuthorStats>({db::into(&AuthorStats::author),
                                                            db::into(&AuthorStats::books, db::coalesce(db::derived<std::optional<qint64>>(u"c"_s, u"count"_s), 0))}));
    QVERIFY2(stats, reason(stats).constData());
    QCOMPARE(stats->at(0).books, 1);
    QCOMPARE(stats->at(1).books, 1);
}

void tst_Query::existsLooksOutward()
{
    const auto drafts = from<Book>().where(col(&Book::authorId).equals(col(&Author::id)) && col(&Book::publishedAt).isNull());
    const auto authors = repo().all(from<Author>().where(db::exists(drafts)));
    QVERIFY2(authors, reason(authors).constData());
    QCOMPARE(authors->size(), 1);
    QCOMPARE(authors->first().name, u"Ada"_s);
}

void tst_Query::containsIgnoresCaseInEveryScript_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<int>("hits");
    QTest::newRow("ascii") << u"NOTE"_s << 1;
    QTest::newRow("umlaut") << u"ÜBER"_s << 1;
    QTest::newRow("lower umlaut") << u"flüss"_s << 1;
    QTest::newRow("a wildcard means itself") << u"%"_s << 0;
    QTest::newRow("an underscore means itself") << u"_otes"_s << 0;
    QTest::newRow("the escape means itself") << u"\\"_s << 0;
}

void tst_Query::containsIgnoresCaseInEveryScript()
{
    QFETCH(QString, needle);
    QFETCH(int, hits);
    QCOMPARE(repo().count(from<Book>().where(col(&Book::title).contains(needle))).value_or(-1), qint64(hits));
}

void tst_Query::ilikeKeepsItsWildcards()
{
    QCOMPARE(titles(from<Book>().where(col(&Book::title).ilike(u"n_te%"_s))), QStringList{u"Notes"_s});
}

void tst_Query::timesAreCutToUnits_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("start");
    QTest::newRow("day") << int(db::Unit::Day) << u"2024-02-29T00:00:00Z"_s;
    QTest::newRow("week") << int(db::Unit::Week) << u"2024-02-26T00:00:00Z"_s;
    QTest::newRow("month") << int(db::Unit::Month) << u"2024-02-01T00:00:00Z"_s;
    QTest::newRow("quarter") << int(db::Unit::Quarter) << u"2024-01-01T00:00:00Z"_s;
    QTest::newRow("year") << int(db::Unit::Year) << u"2024-01-01T00:00:00Z"_s;
}

void tst_Query::timesAreCutToUnits()
{
    QFETCH(int, unit);
    QFETCH(QString, start);
    const auto moments = repo().all(from<Book>()
                                        .where(col(&Book::title) == u"Über Flüsse"_s)
                                        .select<Moment>({db::into(&Moment::start, db::truncate(db::Unit(unit), col(&Book::publishedAt)))}));
    QVERIFY2(moments, reason(moments).constData());
    QCOMPARE(moments->first().start, std::optional(utc(start)));
}

void tst_Query::sumsOfNothingAreNull()
{
    const auto total = repo().one(from<Book>().where(&Book::copies, 99).select<Total>({db::into(&Total::copies, db::sum(col(&Book::copies)))}));
    QVERIFY2(total, reason(total).constData());
    QVERIFY(!(*total)->copies);
}

void tst_Query::nullsAreTheSmallest()
{
    const auto first = [&](const db::Ordering &order) { return repo().all(from<Book>().orderBy({order}).limit(1))->first().title; };
    QCOMPARE(first(db::asc(&Book::publishedAt)), u"Drafts"_s);
    QCOMPARE(first(db::desc(&Book::publishedAt)), u"Über Flüsse"_s);
}

void tst_Query::rowsThatAreTheSameAreTakenOnce()
{
    const auto writers = from<Author>().join(&Author::books);
    QCOMPARE(repo().all(writers)->size(), 3);
    QCOMPARE(repo().all(writers.distinct())->size(), 2);
    QCOMPARE(repo().count(writers.distinct()).value_or(-1), qint64(2));
}

void tst_Query::comparingWithNullIsRefused_data()
{
    QTest::addColumn<db::QueryCore>("query");
    QTest::newRow("where") << from<Book>().where(&Book::authorId, {}).core();
    QTest::newRow("or where") << from<Book>().where(&Book::copies, 1).orWhere(col(&Book::authorId) != db::Id<Author>()).core();
    QTest::newRow("inside not") << from<Book>().where(!(col(&Book::authorId) == db::Id<Author>())).core();
    QTest::newRow("having") << from<Book>().groupBy(col(&Book::authorId)).having(col(&Book::authorId) > db::Id<Author>()).core();
    QTest::newRow("exists") << from<Author>().where(db::exists(from<Book>().where(&Book::authorId, {}))).core();
}

void tst_Query::comparingWithNullIsRefused()
{
    QFETCH(db::QueryCore, query);
    db::SqlCompiler compiler(*db::Dialect::forEngine(db::DatabaseUrl::Engine::Sqlite));
    const auto statement = compiler.select(query);
    QVERIFY(!statement);
    QCOMPARE(statement.error().kind, db::Error::Kind::Refused);
    QCOMPARE(statement.error().subject, u"author_id"_s);
    QVERIFY(!compiler.aggregate(query, db::countAll().node()));
    QVERIFY(!compiler.exists(query));
    QVERIFY(!compiler.deleteAll(query));
    QVERIFY(!compiler.updateAll(query, {{u"copies"_s, db::value(qint64(1)).node()}}));
    QVERIFY(compiler.select(from<Book>().core()));
    QCOMPARE(repo().get(db::Id<Book>()).error().kind, db::Error::Kind::Refused);
}

void tst_Query::theTextHoldsNoValues()
{
    db::SqlCompiler compiler(*db::Dialect::forEngine(db::DatabaseUrl::Engine::Sqlite));
    const db::Statement statement = *compiler.select(
        from<Book>().where(col(&Book::title) == u"secret"_s && col(&Book::authorId).in({db::Id<Author>{7}})).limit(5).core());
    QVERIFY(!statement.sql.contains(u"secret"));
    QVERIFY(!statement.sql.contains(u'7'));
    QCOMPARE(statement.binds.size(), 3);
    QVERIFY(statement.sql.endsWith(u"WHERE ((b0.\"title\" = ?) AND b0.\"author_id\" IN (SELECT value FROM json_each(?))) LIMIT ?"));
}

void tst_Query::allPagesShareOneText()
{
    const auto page = [](qint64 offset) { return from<Book>().orderBy({db::asc(&Book::title)}).limit(1).offset(offset); };
    db::SqlCompiler compiler(*db::Dialect::forEngine(db::DatabaseUrl::Engine::Sqlite));
    QCOMPARE(compiler.select(page(1).core())->sql, compiler.select(page(2).core())->sql);
    QCOMPARE(titles(page(1)), QStringList{u"Notes"_s});
    QCOMPARE(titles(page(2)), QStringList{u"Über Flüsse"_s});
    QCOMPARE(titles(from<Book>().offset(2)), QStringList{u"Über Flüsse"_s});
}

void tst_Query::aColumnOfATableThatIsNotJoinedIsRefused()
{
    const auto found = repo().all(from<Book>().where(col(&Author::name) == u"Ada"_s));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, db::Error::Kind::Refused);
    QCOMPARE(found.error().subject, u"authors.name"_s);
}

QTEST_GUILESS_MAIN(tst_Query)
#include "tst_query.moc"
