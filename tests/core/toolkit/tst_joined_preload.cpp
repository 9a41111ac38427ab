// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/library.h"
#include "tests/support/reason.h"
#include "tests/support/statement_count.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::asc;
using db::col;
using db::from;
using library::Author;
using library::Book;
using library::Genre;

/// Associations are filled from the rows of a join.
class tst_JoinedPreload : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void ownersAndRowsComeInOneStatement();
    void ownersWithoutRowsComeFromALeftJoin();
    void theConditionChoosesTheRows();
    void aPathIsFilledAtEachStep();
    void pathsThatBeginAlikeShareTheirRows();
    void crossedAssociationsAreNotRepeated();
    void manyRowsShareOneOwner();
    void anAliasTellsWhichJoinIsMeant();
    void moreIsLoadedBehindTheRows();
    void aComputedValueComesAlong();
    void oneOwnerIsOneRow();
    void aPreloadIsTakenAway();
    void whatHasNoWholeOwnerIsRefused();

private:
    db::Repo &repo() { return m_db->repo; }
    template <typename T>
    QList<T> all(const db::Query<T> &query);
    static QStringList titles(const Author &author);

    std::optional<TestDatabase> m_db;
};

void tst_JoinedPreload::init()
{
    m_db.emplace(library::database());
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const Author bob = library::addAuthor(repo(), u"Bob"_s);
    library::addAuthor(repo(), u"Eve"_s);
    const auto a = library::addBook(repo(), ada, u"A"_s).id;
    const auto b = library::addBook(repo(), ada, u"B"_s).id;
    library::addBook(repo(), ada, u"C"_s);
    const auto d = library::addBook(repo(), bob, u"D"_s).id;
    QVERIFY(repo().insertAll(QList<Genre>{{.name = u"maths"_s}, {.name = u"nature"_s}}));
    const QList<Genre> genres = *repo().all(from<Genre>().orderBy({asc(&Genre::name)}));
    const auto maths = genres.at(0).id;
    const auto nature = genres.at(1).id;
    QVERIFY(repo().insertAllJoined(&Book::genres, {{a, maths}, {a, nature}, {b, nature}, {d, nature}}));
}

template <typename T>
QList<T> tst_JoinedPreload::all(const db::Query<T> &query)
{
    const auto found = repo().all(query);
    if (!found)
        qFatal("%s\n%s", qPrintable(found.error().message), qPrintable(found.error().sql));
    return *found;
}

QStringList tst_JoinedPreload::titles(const Author &author)
{
    QStringList list;
    for (const Book &book : *author.books)
        list.append(book.title);
    return list;
}

void tst_JoinedPreload::ownersAndRowsComeInOneStatement()
{
    const StatementCount statements;
    const QList<Author> found = all(from<Author>().join(&Author::books).orderBy({asc(&Author::name), asc(&Book::title)}).preloadJoined(&Author::books));
    QCOMPARE(statements.value(), 1);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).name, u"Ada"_s);
    QCOMPARE(titles(found.at(0)), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(titles(found.at(1)), QStringList{u"D"_s});
    QVERIFY(!found.at(0).genres.isLoaded());
}

void tst_JoinedPreload::ownersWithoutRowsComeFromALeftJoin()
{
    const QList<Author> found = all(from<Author>().leftJoin(&Author::books).orderBy({asc(&Author::name)}).preloadJoined(&Author::books));
    QCOMPARE(found.size(), 3);
    QVERIFY(found.at(2).books.isLoaded());
    QCOMPARE(found.at(2).books->size(), 0);
}

void tst_JoinedPreload::theConditionChoosesTheRows()
{
    const QList<Author> found = all(from<Author>().join(&Author::books).where(col(&Book::title) > u"B"_s).orderBy({asc(&Book::title)}).preloadJoined(&Author::books));
    QCOMPARE(titles(found.at(0)), QStringList{u"C"_s});
    QCOMPARE(titles(found.at(1)), QStringList{u"D"_s});
}

void tst_JoinedPreload::aPathIsFilledAtEachStep()
{
    const auto query = from<Author>()
                           .leftJoin(&Author::books)
                           .leftJoin(&Book::genres)
                           .orderBy({asc(&Author::name), asc(&Book::title), asc(&Genre::name)})
                           .preloadJoined(&Author::books, &Book::genres);
    const QList<Author> found = all(query);
    QCOMPARE(found.size(), 3);
    QCOMPARE(titles(found.at(0)), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(found.at(0).books->at(0).genres->size(), 2);
    QCOMPARE(found.at(0).books->at(0).genres->at(1).name, u"nature"_s);
    QVERIFY(found.at(0).books->at(2).genres.isLoaded());
    QCOMPARE(found.at(0).books->at(2).genres->size(), 0);
    QCOMPARE(found.at(1).books->at(0).genres->at(0).name, u"nature"_s);
}

void tst_JoinedPreload::pathsThatBeginAlikeShareTheirRows()
{
    const auto query = from<Author>()
                           .join(&Author::books)
                           .join(&Book::genres)
                           .join(&Book::author, u"writer"_s)
                           .orderBy({asc(&Author::name), asc(&Book::title), asc(&Genre::name)})
                           .preloadJoined(&Author::books, &Book::genres)
                           .preloadJoined(&Author::books, &Book::author, u"writer"_s);
    const QList<Author> found = all(query);
    QCOMPARE(titles(found.at(0)), (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(found.at(0).books->at(0).genres->size(), 2);
    QCOMPARE(found.at(0).books->at(0).author->name, u"Ada"_s);
}

void tst_JoinedPreload::crossedAssociationsAreNotRepeated()
{
    const auto query = from<Author>()
                           .join(&Author::books)
                           .join(&Author::genres)
                           .orderBy({asc(&Author::name), asc(&Book::title), asc(&Genre::name)})
                           .preloadJoined(&Author::books)
                           .preloadJoined(&Author::genres);
    const QList<Author> found = all(query);
    QCOMPARE(titles(found.at(0)), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(found.at(0).genres->size(), 2);
    QCOMPARE(found.at(1).genres->size(), 1);
}

void tst_JoinedPreload::manyRowsShareOneOwner()
{
    const QList<Book> found = all(from<Book>().join(&Book::author).orderBy({asc(&Book::title)}).preloadJoined(&Book::author));
    QCOMPARE(found.size(), 4);
    QCOMPARE(found.at(0).author->name, u"Ada"_s);
    QCOMPARE(found.at(3).author->name, u"Bob"_s);
    QCOMPARE(&*found.at(0).author, &*found.at(1).author);
}

void tst_JoinedPreload::anAliasTellsWhichJoinIsMeant()
{
    const auto query = from<Author>()
                           .join(&Author::books, u"first"_s)
                           .join<Book>(col(&Book::authorId, u"second"_s) == col(&Author::id) && col(&Book::title, u"second"_s) > col(&Book::title, u"first"_s), u"second"_s)
                           .orderBy({asc(col(&Book::title, u"second"_s))})
                           .preloadJoined(&Author::books, u"second"_s);
    const QList<Author> found = all(query);
    QCOMPARE(found.size(), 1);
    QCOMPARE(titles(found.first()), (QStringList{u"B"_s, u"C"_s}));
    const QList<Author> deeper = all(from<Author>()
                                         .join(&Author::books, u"b"_s)
                                         .join(&Book::genres, u"g"_s)
                                         .where(col(&Genre::name, u"g"_s) == u"maths"_s)
                                         .preloadJoined(&Author::books, u"b"_s, &Book::genres, u"g"_s));
    QCOMPARE(deeper.first().books->first().genres->first().name, u"maths"_s);
}

void tst_JoinedPreload::moreIsLoadedBehindTheRows()
{
    const StatementCount statements;
    const QList<Author> found = all(from<Author>()
                                        .join(&Author::books)
                                        .orderBy({asc(&Author::name), asc(&Book::title)})
                                        .preloadJoined(&Author::books)
                                        .preload(&Author::books, &Book::genres));
    QCOMPARE(statements.value(), 2);
    QCOMPARE(titles(found.at(0)), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(found.at(0).books->at(0).genres->size(), 2);
}

void tst_JoinedPreload::aComputedValueComesAlong()
{
    const QList<Book> found = all(from<Book>()
                                      .join(&Book::author)
                                      .where(&Book::title, u"D"_s)
                                      .selectMerge(&Book::note, db::upper(col(&Author::name)))
                                      .preloadJoined(&Book::author));
    QCOMPARE(found.first().note, u"BOB"_s);
    QCOMPARE(found.first().author->name, u"Bob"_s);
}

void tst_JoinedPreload::oneOwnerIsOneRow()
{
    const auto ada = repo().one(from<Author>().join(&Author::books).where(&Author::name, u"Ada"_s).preloadJoined(&Author::books));
    QVERIFY2(ada, reason(ada).constData());
    QCOMPARE(titles(**ada).size(), 3);
}

void tst_JoinedPreload::aPreloadIsTakenAway()
{
    const auto query = from<Author>().join(&Author::books).where(&Author::name, u"Bob"_s).preloadJoined(&Author::books);
    QVERIFY(!all(query.exclude(db::Part::Preload)).first().books.isLoaded());
}

void tst_JoinedPreload::whatHasNoWholeOwnerIsRefused()
{
    const auto query = from<Author>().join(&Author::books).preloadJoined(&Author::books);
    const auto partly = repo().all(query.select({&Author::name}));
    QCOMPARE(partly.error().kind, db::Error::Kind::Refused);
    const auto united = repo().all(query.unite(from<Author>()));
    QCOMPARE(united.error().kind, db::Error::Kind::Refused);
    const auto streamed = repo().stream<Author>(query, [](const Author &) { return true; });
    QCOMPARE(streamed.error().kind, db::Error::Kind::Refused);
}

QTEST_GUILESS_MAIN(tst_JoinedPreload)
#include "tst_joined_preload.moc"
