// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/library.h"
#include "tests/support/reason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::asc;
using db::col;
using db::desc;
using db::from;
using library::Author;
using library::Book;
using library::Genre;

/// Where the rows of a query come from: joins, subqueries, unions and common tables.
class tst_QuerySources : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void valuesAreSelectedIntoTuples();
    void someFieldsOfAStructAreRead();
    void aComputedValueFillsAVirtualField();
    void aStructThatALeftJoinMissesIsAbsent();
    void rightAndFullJoinsKeepTheOtherSide();
    void aCrossJoinPairsAllRows();
    void anAliasTellsTwoSourcesOfOneTableApart();
    void joinsLeadThroughAssociations();
    void aLateralSubqueryUsesTheRowBeforeIt();
    void subqueriesAreSources();
    void aSelectionIsASource();
    void valuesAreLookedForInASubquery();
    void aSubqueryIsAValue();
    void anInnerQueryNamesTheOuterOne();
    void rowsOfTwoQueriesArePutTogether();
    void combinationsApplyFromLeftToRight();
    void unitedRowsAreOrderedByWhatIsSelected();
    void namedQueriesAreJoined();
    void aNamedQueryMayNameItself();
    void theFirstOfEachGroupIsTaken();
    void firstLastAndReverseFollowTheOrder();
    void partsAreTakenAway();
    void lockedRowsAreFound();

private:
    db::Repo &repo() { return m_db->repo; }
    template <typename Q>
    QStringList titles(const Q &query);
    template <typename Row>
    QList<Row> rows(const db::Selection<Row> &selection);

    std::optional<TestDatabase> m_db;
    Author m_ada;
    Author m_bob;
    Author m_eve;
};

void tst_QuerySources::init()
{
    m_db.emplace(library::database());
    m_ada = library::addAuthor(repo(), u"Ada"_s);
    m_bob = library::addAuthor(repo(), u"Bob"_s);
    m_eve = library::addAuthor(repo(), u"Eve"_s);
    const Book notes = library::addBook(repo(), m_ada, u"Notes"_s, db::parseUtc(u"2024-01-15T10:00:00Z"));
    library::addBook(repo(), m_ada, u"Drafts"_s);
    const Book rivers = library::addBook(repo(), m_bob, u"Rivers"_s, db::parseUtc(u"2024-02-29T23:59:59Z"));
    QVERIFY(repo().insertAll(QList<Genre>{{.name = u"maths"_s}, {.name = u"nature"_s}}));
    const QList<Genre> genres = *repo().all(from<Genre>().orderBy({asc(&Genre::name)}));
    QVERIFY(repo().insertAllJoined(&Book::genres, {{notes.id, genres.at(0).id}, {notes.id, genres.at(1).id}, {rivers.id, genres.at(1).id}}));
}

template <typename Q>
QStringList tst_QuerySources::titles(const Q &query)
{
    const auto books = repo().all(query);
    if (!books)
        qFatal("%s\n%s", qPrintable(books.error().message), qPrintable(books.error().sql));
    QStringList list;
    for (const Book &book : *books)
        list.append(book.title);
    return list;
}

template <typename Row>
QList<Row> tst_QuerySources::rows(const db::Selection<Row> &selection)
{
    const auto found = repo().all(selection);
    if (!found)
        qFatal("%s\n%s", qPrintable(found.error().message), qPrintable(found.error().sql));
    return *found;
}

void tst_QuerySources::valuesAreSelectedIntoTuples()
{
    const auto booksOfAuthors = from<Author>().leftJoin(&Author::books).groupBy(col(&Author::name)).orderBy({asc(&Author::name)});
    const QList<std::tuple<QString, qint64>> counts = rows(booksOfAuthors.select(col(&Author::name), db::count(col(&Book::id))));
    QCOMPARE(counts.size(), 3);
    QVERIFY(counts.at(0) == std::tuple(u"Ada"_s, 2));
    QVERIFY(counts.at(2) == std::tuple(u"Eve"_s, 0));

    const QList<QString> names = rows(from<Author>().orderBy({desc(&Author::name)}).select(col(&Author::name)));
    QCOMPARE(names, (QList<QString>{u"Eve"_s, u"Bob"_s, u"Ada"_s}));
}

void tst_QuerySources::someFieldsOfAStructAreRead()
{
    const auto book = repo().one(from<Book>().where(&Book::title, u"Notes"_s).select({&Book::title, &Book::publishedAt}));
    QVERIFY2(book, reason(book).constData());
    QCOMPARE((*book)->title, u"Notes"_s);
    QVERIFY((*book)->publishedAt);
    QVERIFY((*book)->id.isNull());
    QVERIFY((*book)->authorId.isNull());
}

void tst_QuerySources::aComputedValueFillsAVirtualField()
{
    const auto book = repo().one(from<Book>().where(&Book::title, u"Notes"_s).join(&Book::author).selectMerge(&Book::note, db::upper(col(&Author::name))));
    QVERIFY2(book, reason(book).constData());
    QCOMPARE((*book)->note, u"ADA"_s);
    QCOMPARE((*book)->title, u"Notes"_s);
}

void tst_QuerySources::aStructThatALeftJoinMissesIsAbsent()
{
    const auto drafts = from<Author>()
                            .leftJoin<Book>(col(&Book::authorId) == col(&Author::id) && col(&Book::publishedAt).isNull())
                            .orderBy({asc(&Author::name)});
    const QList<std::tuple<Author, std::optional<Book>>> found = rows(drafts.select(db::whole<Author>(), db::maybe<Book>()));
    QCOMPARE(found.size(), 3);
    QCOMPARE(std::get<1>(found.at(0))->title, u"Drafts"_s);
    QCOMPARE(std::get<0>(found.at(1)).name, u"Bob"_s);
    QVERIFY(!std::get<1>(found.at(1)));

    struct AuthorAndDraft
    {
        QString name;
        std::optional<Book> draft;
    };
    const auto into = rows(drafts.select({db::into(&AuthorAndDraft::name, col(&Author::name)), db::into(&AuthorAndDraft::draft)}));
    QCOMPARE(into.at(0).draft->title, u"Drafts"_s);
    QVERIFY(!into.at(2).draft);
}

void tst_QuerySources::rightAndFullJoinsKeepTheOtherSide()
{
    const auto pair = [](const auto &query) {
        return query.orderBy({asc(&Author::name), asc(&Book::title)}).select(col(&Author::name), db::maybe<Book>());
    };
    const auto right = rows(pair(from<Book>().rightJoin(&Book::author)));
    QCOMPARE(right.size(), 4);
    QCOMPARE(std::get<0>(right.last()), u"Eve"_s);
    QVERIFY(!std::get<1>(right.last()));

    const auto full = repo().all(pair(from<Book>().fullJoin<Author>(col(&Author::id) == col(&Book::authorId) && col(&Author::name) != u"Bob"_s)));
    if (!m_db->connection->dialect().has(db::Dialect::Feature::FullJoin)) {
        QCOMPARE(full.error().kind, db::Error::Kind::Refused);
        return;
    }
    QVERIFY2(full, reason(full).constData());
    QCOMPARE(full->size(), 5);
}

void tst_QuerySources::aCrossJoinPairsAllRows()
{
    QCOMPARE(repo().count(from<Book>().crossJoin<Genre>()).value_or(-1), qint64(6));
}

void tst_QuerySources::anAliasTellsTwoSourcesOfOneTableApart()
{
    const auto siblings = from<Book>().as(u"mine"_s).join<Book>(
        col(&Book::authorId, u"other"_s) == col(&Book::authorId, u"mine"_s) && col(&Book::id, u"other"_s) != col(&Book::id, u"mine"_s), u"other"_s);
    const auto pairs = rows(siblings.orderBy({asc(col(&Book::title, u"mine"_s))})
                                .select(db::whole<Book>(u"mine"_s), col(&Book::title, u"other"_s)));
    QCOMPARE(pairs.size(), 2);
    QCOMPARE(std::get<0>(pairs.first()).title, u"Drafts"_s);
    QCOMPARE(std::get<1>(pairs.first()), u"Notes"_s);
}

void tst_QuerySources::joinsLeadThroughAssociations()
{
    const auto naturalists = from<Author>().join(&Author::genres).where(col(&Genre::name) == u"nature"_s).orderBy({asc(&Author::name)});
    QCOMPARE(rows(naturalists.select(col(&Author::name))), (QList<QString>{u"Ada"_s, u"Bob"_s}));
}

void tst_QuerySources::aLateralSubqueryUsesTheRowBeforeIt()
{
    const auto newest = from<Book>()
                            .where(col(&Book::authorId) == col(&Author::id))
                            .orderBy({desc(&Book::publishedAt)})
                            .limit(1)
                            .select(col(&Book::title).named(u"title"_s));
    const auto found = repo().all(from<Author>()
                                      .leftJoinLateral(newest, u"newest"_s, db::always())
                                      .orderBy({asc(&Author::name)})
                                      .select(col(&Author::name), db::derived<std::optional<QString>>(u"newest"_s, u"title"_s)));
    if (!m_db->connection->dialect().has(db::Dialect::Feature::Lateral)) {
        QCOMPARE(found.error().kind, db::Error::Kind::Refused);
        return;
    }
    QVERIFY2(found, reason(found).constData());
    QCOMPARE(std::get<1>(found->at(0)), std::optional(u"Notes"_s));
    QCOMPARE(std::get<1>(found->at(2)), std::nullopt);
}

void tst_QuerySources::subqueriesAreSources()
{
    const auto firstTwo = from<Book>().orderBy({asc(&Book::title)}).limit(2);
    QCOMPARE(titles(from(firstTwo).where(col(&Book::publishedAt).isNotNull())), QStringList{u"Notes"_s});
    QCOMPARE(repo().count(from(firstTwo)).value_or(-1), qint64(2));
}

void tst_QuerySources::aSelectionIsASource()
{
    const auto perAuthor = from<Book>().groupBy(col(&Book::authorId)).select(db::countAll().named(u"books"_s));
    const auto books = db::derived<qint64>(u"counts"_s, u"books"_s);
    const auto found = repo().one(from(perAuthor, u"counts"_s).select(db::maximum(books), db::sum(books)));
    QVERIFY2(found, reason(found).constData());
    QVERIFY(**found == std::tuple(std::optional<qint64>(2), std::optional<qint64>(3)));
}

void tst_QuerySources::valuesAreLookedForInASubquery()
{
    const auto writers = from<Book>().where(col(&Book::publishedAt).isNull()).select(col(&Book::authorId));
    QCOMPARE(rows(from<Author>().where(col(&Author::id).in(writers)).select(col(&Author::name))), QList<QString>{u"Ada"_s});
    const auto one = from<Book>().orderBy({desc(&Book::title)}).limit(1).select(col(&Book::authorId));
    QCOMPARE(rows(from<Author>().where(col(&Author::id).in(one)).select(col(&Author::name))), QList<QString>{u"Bob"_s});
    QCOMPARE(repo().count(from<Author>().where(!col(&Author::id).in(from<Book>().select(col(&Book::authorId))))).value_or(-1), qint64(1));
}

void tst_QuerySources::aSubqueryIsAValue()
{
    const auto newest = from<Book>().select(db::maximum(col(&Book::publishedAt)));
    QCOMPARE(titles(from<Book>().where(col(&Book::publishedAt) == db::scalar(newest))), QStringList{u"Rivers"_s});
    const auto count = from<Book>().where(col(&Book::authorId) == col(&Author::id)).select(db::countAll());
    const auto counted = rows(from<Author>().orderBy({asc(&Author::name)}).select(db::scalar(count)));
    QCOMPARE(counted, (QList<std::optional<qint64>>{2, 1, 0}));
}

void tst_QuerySources::anInnerQueryNamesTheOuterOne()
{
    const auto older = from<Book>().as(u"older"_s).where(col(&Book::publishedAt, u"older"_s) < col(&Book::publishedAt, u"book"_s));
    QCOMPARE(titles(from<Book>().as(u"book"_s).where(db::exists(older))), QStringList{u"Rivers"_s});
}

void tst_QuerySources::rowsOfTwoQueriesArePutTogether()
{
    const auto ada = from<Book>().where(&Book::authorId, m_ada.id);
    const auto published = from<Book>().where(col(&Book::publishedAt).isNotNull());
    const auto sorted = [&](const db::Query<Book> &query) { return titles(query.orderBy({asc(&Book::title)})); };
    QCOMPARE(sorted(ada.unite(published)), (QStringList{u"Drafts"_s, u"Notes"_s, u"Rivers"_s}));
    QCOMPARE(sorted(ada.unionAll(published)), (QStringList{u"Drafts"_s, u"Notes"_s, u"Notes"_s, u"Rivers"_s}));
    QCOMPARE(sorted(ada.except(published)), QStringList{u"Drafts"_s});
    QCOMPARE(sorted(ada.intersect(published)), QStringList{u"Notes"_s});
    QCOMPARE(repo().count(ada.unionAll(published)).value_or(-1), qint64(4));
    QVERIFY(*repo().exists(ada.intersect(published)));
    QVERIFY(!*repo().exists(ada.intersect(from<Book>().where(&Book::authorId, m_bob.id))));

    const auto twice = repo().all(ada.exceptAll(published));
    QCOMPARE(twice.has_value(), m_db->connection->dialect().has(db::Dialect::Feature::CombineAll));
}

void tst_QuerySources::combinationsApplyFromLeftToRight()
{
    const auto named = [](const QString &title) { return from<Book>().where(&Book::title, title); };
    // INTERSECT would bind more tightly than UNION on some engines.
    QCOMPARE(titles(named(u"Notes"_s).unite(named(u"Drafts"_s)).intersect(named(u"Drafts"_s))), QStringList{u"Drafts"_s});
    const auto limited = from<Book>().orderBy({asc(&Book::title)}).limit(1);
    QCOMPARE(titles(named(u"Rivers"_s).unionAll(limited).orderBy({desc(&Book::title)})), (QStringList{u"Rivers"_s, u"Drafts"_s}));
}

void tst_QuerySources::unitedRowsAreOrderedByWhatIsSelected()
{
    const auto named = [](const QString &name) { return from<Author>().where(&Author::name, name); };
    const auto length = db::length(col(&Author::name));
    const auto names = named(u"Bob"_s).orderBy({desc(&Author::name)}).select(col(&Author::name)).unite(named(u"Eve"_s).select(col(&Author::name)));
    QCOMPARE(rows(names), (QList<QString>{u"Eve"_s, u"Bob"_s}));
    const auto refused = repo().all(named(u"Bob"_s).orderBy({asc(length)}).unite(named(u"Eve"_s)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
}

void tst_QuerySources::namedQueriesAreJoined()
{
    const auto counts = from<Book>().groupBy(col(&Book::authorId)).select(col(&Book::authorId).named(u"author_id"_s), db::countAll().named(u"books"_s));
    const auto found = rows(from<Author>()
                                .named(u"counts"_s, counts)
                                .joinNamed(u"counts"_s, u"c"_s, col(&Author::id) == db::derived<db::Id<Author>>(u"c"_s, u"author_id"_s))
                                .orderBy({asc(&Author::name)})
                                .select(col(&Author::name), db::derived<qint64>(u"c"_s, u"books"_s)));
    QCOMPARE(found.size(), 2);
    QVERIFY(found.first() == std::tuple(u"Ada"_s, 2));
    QCOMPARE(titles(db::fromNamed<Book>(u"drafts"_s).named(u"drafts"_s, from<Book>().where(col(&Book::publishedAt).isNull()))), QStringList{u"Drafts"_s});
}

void tst_QuerySources::aNamedQueryMayNameItself()
{
    const auto start = from<Author>().where(&Author::name, u"Ada"_s).select(db::value(qint64(1)).named(u"n"_s));
    const auto n = db::derived<qint64>(u"before"_s, u"n"_s);
    const auto next = from<Author>().where(&Author::name, u"Ada"_s).joinNamed(u"numbers"_s, u"before"_s, n < 5).select((n + 1).named(u"n"_s));
    const auto numbers = from<Author>()
                             .where(&Author::name, u"Ada"_s)
                             .named(u"numbers"_s, start.unionAll(next))
                             .joinNamed(u"numbers"_s, u"before"_s, db::always());
    QCOMPARE(rows(numbers.orderBy({asc(n)}).select(n)), (QList<qint64>{1, 2, 3, 4, 5}));
}

void tst_QuerySources::theFirstOfEachGroupIsTaken()
{
    const auto newest = from<Book>().distinctOn(col(&Book::authorId)).orderBy({asc(&Book::authorId), desc(&Book::publishedAt)});
    QCOMPARE(titles(newest), (QStringList{u"Notes"_s, u"Rivers"_s}));
    QCOMPARE(titles(newest.limit(1)), QStringList{u"Notes"_s});
    QCOMPARE(repo().count(newest).value_or(-1), qint64(2));
}

void tst_QuerySources::firstLastAndReverseFollowTheOrder()
{
    const auto byTitle = from<Book>().orderBy({asc(&Book::title)});
    QCOMPARE(titles(byTitle.first()), QStringList{u"Drafts"_s});
    QCOMPARE(titles(byTitle.last()), QStringList{u"Rivers"_s});
    QCOMPARE(titles(byTitle.reverseOrder()), (QStringList{u"Rivers"_s, u"Notes"_s, u"Drafts"_s}));
    QCOMPARE(titles(from<Book>().first()), QStringList{u"Notes"_s});
    QCOMPARE(titles(from<Book>().last()), QStringList{u"Rivers"_s});
}

void tst_QuerySources::partsAreTakenAway()
{
    const auto query = from<Book>().where(&Book::title, u"Notes"_s).orderBy({asc(&Book::title)}).limit(1);
    QCOMPARE(titles(query.exclude(db::Part::Where).exclude(db::Part::Limit)), (QStringList{u"Drafts"_s, u"Notes"_s, u"Rivers"_s}));
    QCOMPARE(titles(query.exclude(db::Part::Where)), QStringList{u"Drafts"_s});
}

void tst_QuerySources::lockedRowsAreFound()
{
    const auto found = repo().transaction([&] { return repo().all(from<Book>().where(&Book::title, u"Notes"_s).lock(db::Lock::Update, db::LockWait::SkipLocked)); });
    QVERIFY2(found, reason(found).constData());
    QCOMPARE(found->size(), 1);
    const auto shared = repo().transaction([&] { return repo().all(from<Book>().lock(db::Lock::Share)); });
    QVERIFY2(shared, reason(shared).constData());
    QCOMPARE(shared->size(), 3);
}

QTEST_GUILESS_MAIN(tst_QuerySources)
#include "tst_query_sources.moc"
