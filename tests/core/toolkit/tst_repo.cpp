// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/library.h"
#include "tests/support/reason.h"
#include "tests/support/statement_count.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::col;
using db::from;
using library::Author;
using library::Book;
using library::Genre;
using library::Mood;

/// What comes back from the database is what went in.
class tst_Repo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void init() { m_db.emplace(library::database()); }

    void anInsertedRowComesBackAsItWas();
    void anEmptyTextIsNotNull();
    void rowsOfOneTableMayFillDifferentColumns();
    void nothingIsWrittenWhenNothingChanges();
    void anUpdateTouchesOnlyWhatChanges();
    void aRowThatIsGoneIsStale();
    void aForeignChangeOfTheSameFieldIsStale();
    void aRemovalCanInsistOnTheRowAsItWasRead();
    void aForeignChangeOfAnAssociationIsStale();
    void oneRefusesToChoose();
    void missingRowsAreNothingOrNotFound();
    void rowsAreFoundBySeveralValues();
    void updateAllAndDeleteAllCount();
    void aTransactionIsAllOrNothing();
    void aFailedInnerTransactionDoomsTheOuterOne();
    void rowsThatAJoinRepeatsAreDeletedOnce();
    void aRehearsalLeavesNothing();
    void aRehearsalInsideATransactionTakesOnlyItselfBack();
    void aManyToManyIsReplaced();
    void preloadsTakeOneStatementEach();
    void preloadsGoDeep();
    void loadedAssociationsAreNotAskedForAgain();
    void hostileTextStaysText();
    void aStreamEndsWhenItIsToldTo();
    void anAssociationThatWasNotLoadedIsNotReplaced();

private:
    db::Repo &repo() { return m_db->repo; }
    qint64 statements(const std::function<void()> &work);

    std::optional<TestDatabase> m_db;
};

qint64 tst_Repo::statements(const std::function<void()> &work)
{
    const StatementCount count;
    work();
    return count.value();
}

void tst_Repo::anInsertedRowComesBackAsItWas()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const QDateTime when(QDate(2024, 3, 31), QTime(1, 30), Qt::UTC);
    const auto inserted = repo().insert(db::change(Book{})
                                            .put(&Book::title, u"Näherung an ∞"_s)
                                            .put(&Book::publishedAt, when)
                                            .put(&Book::price, *db::Decimal::fromString(u"12345.60"))
                                            .put(&Book::mood, Mood::Wild)
                                            .put(&Book::isLent, true)
                                            .put(&Book::note, u"secret"_s)
                                            .put(&Book::authorId, ada.id));
    QVERIFY2(inserted, reason(inserted).constData());
    QVERIFY(!inserted->id.isNull());
    QVERIFY(inserted->insertedAt.isValid());
    QCOMPARE(inserted->insertedAt, inserted->updatedAt);

    const auto book = repo().fetch(inserted->id);
    QVERIFY(book);
    QCOMPARE(book->title, u"Näherung an ∞"_s);
    QCOMPARE(book->publishedAt, std::optional(when));
    QCOMPARE(book->price.toString(), u"12345.60"_s);
    QCOMPARE(int(book->mood), int(Mood::Wild));
    QVERIFY(book->isLent);
    QCOMPARE(book->copies, 1);
    QCOMPARE(book->note, QString());
    QCOMPARE(book->insertedAt, inserted->insertedAt);
    QVERIFY(!book->author.isLoaded());
}

void tst_Repo::anEmptyTextIsNotNull()
{
    const auto author = repo().insert(db::change(Author{}).put(&Author::email, u"x"_s));
    QVERIFY2(author, reason(author).constData());
    QCOMPARE(repo().fetch(author->id)->name, QString());
}

void tst_Repo::rowsOfOneTableMayFillDifferentColumns()
{
    const auto ada = repo().insert(Author{.name = u"Ada"_s, .email = u"ada@x"_s, .born = 1815});
    const auto bob = repo().insert(Author{.name = u"Bob"_s, .email = u"bob@x"_s});
    const auto cy = repo().insert(Author{.name = u"Cy"_s, .email = u"cy@x"_s}, {.returning = db::Returning<Author>::all()});
    const auto eve = repo().insert(Author{.name = u"Eve"_s, .email = u"eve@x"_s, .born = 1900});
    QVERIFY2(ada && bob && cy && eve, "not all rows were inserted");
    QCOMPARE(repo().get(cy->id).value()->name, u"Cy"_s);
    QCOMPARE(repo().get(bob->id).value()->born, std::nullopt);
    QCOMPARE(repo().get(bob->id).value()->name, u"Bob"_s);
    QCOMPARE(repo().get(eve->id).value()->born, std::optional(1900));
}

void tst_Repo::nothingIsWrittenWhenNothingChanges()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    QCOMPARE(statements([&] { QVERIFY(repo().update(db::change(ada).put(&Author::name, u"Ada"_s))); }), 0);
}

void tst_Repo::anUpdateTouchesOnlyWhatChanges()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    m_db->execute(u"UPDATE authors SET email = 'elsewhere@example.com'"_s);
    QVERIFY(repo().update(db::change(ada).put(&Author::name, u"Ada L."_s)));
    QCOMPARE(repo().fetch(ada.id)->email, u"elsewhere@example.com"_s);
    QCOMPARE(repo().fetch(ada.id)->name, u"Ada L."_s);
}

void tst_Repo::aRowThatIsGoneIsStale()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    QVERIFY(repo().remove(ada));
    const auto refused = repo().update(db::change(ada).put(&Author::name, u"A"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Stale);
    QCOMPARE(refused.error().subject, u"authors"_s);
    QCOMPARE(refused.error().message, u"The row of authors with the key %1 was changed or deleted since it was read"_s.arg(ada.id.value));
    QCOMPARE(repo().remove(ada).error().kind, db::Error::Kind::Stale);
    QCOMPARE(repo().update(db::change(ada).put(&Author::name, u"A"_s).checkUnchanged()).error().message, refused.error().message);
}

void tst_Repo::aForeignChangeOfTheSameFieldIsStale()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    m_db->execute(u"UPDATE authors SET born = 1815"_s);
    QVERIFY(repo().update(db::change(ada).put(&Author::name, u"A"_s).checkUnchanged()));
    const auto refused = repo().update(db::change(ada).put(&Author::born, 1900).checkUnchanged());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Stale);
    QCOMPARE(repo().fetch(ada.id)->born, std::optional(1815));
}

void tst_Repo::aRemovalCanInsistOnTheRowAsItWasRead()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    m_db->execute(u"UPDATE authors SET born = 1815"_s);
    QCOMPARE(repo().remove(db::change(ada).checkUnchanged()).error().kind, db::Error::Kind::Stale);
    const Author read = *repo().fetch(ada.id);
    m_db->execute(u"UPDATE authors SET updated_at = '2030-01-01T00:00:00'"_s); // nothing else: nothing would be lost
    QVERIFY(repo().remove(db::change(read).checkUnchanged()));
    QVERIFY(!*repo().exists(from<Author>()));
}

void tst_Repo::aForeignChangeOfAnAssociationIsStale()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    QList<Genre> genres;
    for (const QString &name : {u"maths"_s, u"poetry"_s})
        genres.append(*repo().insert(db::change(Genre{}).put(&Genre::name, name)));
    const Book read = *repo().insert(db::change(Book{}).put(&Book::title, u"T"_s).put(&Book::authorId, ada.id).putAssoc(&Book::genres, {}));
    QVERIFY(repo().insertAllJoined(&Book::genres, {{read.id, genres[0].id}}));

    Book loaded = read;
    loaded.genres.set(std::make_shared<QList<Genre>>());
    QCOMPARE(repo().update(db::change(loaded).putAssoc(&Book::genres, {genres[1]}).checkUnchanged()).error().kind, db::Error::Kind::Stale);
    QVERIFY(repo().update(db::change(loaded).put(&Book::title, u"New"_s).putAssoc(&Book::genres, {}).checkUnchanged()));
    QCOMPARE(m_db->texts(u"SELECT genre_id FROM books_genres"_s), QStringList{QString::number(genres[0].id.value)});
}

void tst_Repo::oneRefusesToChoose()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    library::addBook(repo(), ada, u"A"_s);
    library::addBook(repo(), ada, u"B"_s);
    const auto refused = repo().one(from<Book>());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::MultipleResults);
    QCOMPARE(refused.error().subject, u"books"_s);
    QCOMPARE(refused.error().message, u"At most one row of books was expected, but 2 were found"_s);
    QCOMPARE(repo().one(from<Book>().select(col(&Book::title))).error().subject, u"books"_s);
    QCOMPARE((*repo().one(from<Book>().where(&Book::title, u"B"_s)))->title, u"B"_s);
}

void tst_Repo::missingRowsAreNothingOrNotFound()
{
    QVERIFY(!*repo().get(db::Id<Author>{1}));
    const auto byKey = repo().fetch(db::Id<Author>{17});
    QVERIFY(!byKey);
    QCOMPARE(byKey.error().kind, db::Error::Kind::NotFound);
    QCOMPARE(byKey.error().subject, u"authors"_s);
    QCOMPARE(byKey.error().message, u"There is no row with the key 17 in authors"_s);
    const auto byName = repo().fetch(from<Author>().where(&Author::name, u"nobody"_s));
    QVERIFY(!byName);
    QCOMPARE(byName.error().kind, db::Error::Kind::NotFound);
    QCOMPARE(byName.error().message, u"There is no such row in authors"_s);
    QVERIFY(!*repo().getBy(&Author::name, u"nobody"_s));
    QVERIFY(!*repo().exists(from<Author>()));
}

void tst_Repo::rowsAreFoundBySeveralValues()
{
    library::addAuthor(repo(), u"Ada"_s);
    library::addAuthor(repo(), u"Bob"_s);
    QCOMPARE((*repo().getBy(&Author::name, u"Ada"_s, &Author::email, u"ada@example.com"_s))->name, u"Ada"_s);
    QVERIFY(!*repo().getBy(&Author::name, u"Ada"_s, &Author::email, u"bob@example.com"_s));
    QCOMPARE((*repo().getBy<Author>(col(&Author::name) == u"Bob"_s || col(&Author::name) == u"nobody"_s))->name, u"Bob"_s);
    QCOMPARE(repo().fetchBy(&Author::name, u"Bob"_s)->email, u"bob@example.com"_s);
    QCOMPARE(repo().fetchBy(&Author::name, u"nobody"_s).error().kind, db::Error::Kind::NotFound);
    QCOMPARE(repo().allBy<Author>(col(&Author::name) != u"nobody"_s)->size(), 2);
}

void tst_Repo::updateAllAndDeleteAllCount()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    for (int i = 0; i < 3; ++i)
        library::addBook(repo(), ada, u"B%1"_s.arg(i));
    const auto some = from<Book>().where(col(&Book::title).in({u"B1"_s, u"B2"_s}));
    QCOMPARE(repo().updateAll(some, {db::inc(&Book::copies, 5), db::set(&Book::mood, Mood::Wild)}).value_or(-1), qint64(2));
    QCOMPARE((*repo().one(from<Book>().where(&Book::title, u"B2"_s)))->copies, 6);
    QCOMPARE(repo().deleteAll(some.limit(1)).value_or(-1), qint64(1));
    QCOMPARE(repo().count(from<Book>()).value_or(-1), qint64(2));
    QCOMPARE(repo().count(from<Book>().limit(1)).value_or(-1), qint64(1));
    QCOMPARE(repo().deleteAll(from<Book>().where(col(&Book::title).in({}))).value_or(-1), qint64(0));
}

void tst_Repo::aTransactionIsAllOrNothing()
{
    const auto outcome = repo().transaction([&]() -> db::Result<void> {
        library::addAuthor(repo(), u"Ada"_s);
        return db::Failure(db::Error::refused(u"no"_s));
    });
    QCOMPARE(outcome.error().message, u"no"_s);
    QCOMPARE(repo().count(from<Author>()).value_or(-1), qint64(0));
}

void tst_Repo::aFailedInnerTransactionDoomsTheOuterOne()
{
    const auto outcome = repo().transaction([&]() -> db::Result<void> {
        library::addAuthor(repo(), u"Ada"_s);
        static_cast<void>(repo().transaction([]() -> db::Result<void> { return db::Failure(db::Error::refused(u"no"_s)); }));
        return {};
    });
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, db::Error::Kind::Refused);
    QCOMPARE(repo().count(from<Author>()).value_or(-1), qint64(0));
    library::addAuthor(repo(), u"Ada"_s);
    QCOMPARE(repo().count(from<Author>()).value_or(-1), qint64(1));
}

void tst_Repo::rowsThatAJoinRepeatsAreDeletedOnce()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const QList<Genre> genres{Genre{.name = u"maths"_s}, Genre{.name = u"poetry"_s}};
    QVERIFY(repo().insert(db::change(Book{.title = u"T"_s, .authorId = ada.id}).putAssoc(&Book::genres, genres)));
    const auto deleted = repo().deleteAllReturning(from<Book>().join(&Book::genres));
    QVERIFY2(deleted, reason(deleted).constData());
    QCOMPARE(deleted->size(), 1);
    QCOMPARE(deleted->first().title, u"T"_s);
    QVERIFY(!*repo().exists(from<Book>()));
}

void tst_Repo::aRehearsalLeavesNothing()
{
    const auto outcome = repo().rehearsal([&]() -> db::Result<qint64> {
        library::addAuthor(repo(), u"Ada"_s);
        return repo().count(from<Author>());
    });
    QCOMPARE(outcome.value_or(-1), qint64(1));
    QCOMPARE(repo().count(from<Author>()).value_or(-1), qint64(0));
}

void tst_Repo::aRehearsalInsideATransactionTakesOnlyItselfBack()
{
    const auto outcome = repo().transaction([&]() -> db::Result<void> {
        library::addAuthor(repo(), u"Ada"_s);
        return repo().rehearsal([&]() -> db::Result<void> {
            library::addAuthor(repo(), u"Ben"_s);
            return {};
        });
    });
    QVERIFY2(outcome, reason(outcome).constData());
    QCOMPARE(m_db->texts(u"SELECT name FROM authors"_s), QStringList{u"Ada"_s});
}

void tst_Repo::aManyToManyIsReplaced()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    QList<Genre> genres;
    for (const QString &name : {u"maths"_s, u"poetry"_s, u"travel"_s})
        genres.append(*repo().insert(db::change(Genre{}).put(&Genre::name, name)));
    const auto book = repo().insert(db::change(Book{}).put(&Book::title, u"T"_s).put(&Book::authorId, ada.id).putAssoc(&Book::genres, {genres[0], genres[1], genres[0]}));
    QVERIFY2(book, reason(book).constData());
    QCOMPARE(book->genres->size(), 2);

    const auto changed = repo().update(db::change(*book).putAssoc(&Book::genres, {genres[1], genres[2]}));
    QVERIFY(changed);
    Book stored = *repo().fetch(book->id);
    QVERIFY(repo().preload(stored, &Book::genres));
    QCOMPARE(stored.genres->size(), 2);
    QCOMPARE(stored.genres->at(0).name, u"poetry"_s);
    QCOMPARE(stored.genres->at(1).name, u"travel"_s);
    QVERIFY(!db::change(stored).putAssoc(&Book::genres, {genres[2], genres[1]}).core().isChanged());
}

void tst_Repo::preloadsTakeOneStatementEach()
{
    for (const QString &name : {u"Ada"_s, u"Bob"_s, u"Cy"_s}) {
        const Author author = library::addAuthor(repo(), name);
        library::addBook(repo(), author, name + u" 1");
        library::addBook(repo(), author, name + u" 2");
    }
    const qint64 count = statements([&] {
        const auto books = repo().all(from<Book>().orderBy({db::asc(&Book::title)}).preload(&Book::author).preload(&Book::genres));
        QCOMPARE(books->size(), 6);
        QCOMPARE(books->at(3).author->name, u"Bob"_s);
        QVERIFY(books->at(3).genres.isLoaded());
        QVERIFY(books->at(3).genres->isEmpty());
    });
    QCOMPARE(count, 3);
}

void tst_Repo::preloadsGoDeep()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    library::addAuthor(repo(), u"Bob"_s);
    library::addBook(repo(), ada, u"A"_s);
    library::addBook(repo(), ada, u"B"_s);
    const auto authors = repo().all(from<Author>().orderBy({db::asc(&Author::name)}).preload(&Author::books, &Book::author));
    QVERIFY(authors);
    QCOMPARE(authors->at(0).books->size(), 2);
    QCOMPARE(authors->at(0).books->at(1).author->name, u"Ada"_s);
    QVERIFY(authors->at(1).books->isEmpty());
}

void tst_Repo::loadedAssociationsAreNotAskedForAgain()
{
    library::addBook(repo(), library::addAuthor(repo(), u"Ada"_s), u"A"_s);
    QList<Book> books = *repo().all(from<Book>().preload(&Book::author));
    QCOMPARE(statements([&] { QVERIFY(repo().preload(books, &Book::author)); }), 0);
}

void tst_Repo::hostileTextStaysText()
{
    const QString hostile = u"'; DROP TABLE authors; -- \" ` \\ %_ \u202e \U0001F4A3"_s;
    const auto author = repo().insert(db::change(Author{}).put(&Author::name, hostile).put(&Author::email, u"h"_s));
    QVERIFY(author);
    QCOMPARE((*repo().getBy(&Author::name, hostile))->email, u"h"_s);
    QCOMPARE(repo().count(from<Author>().where(col(&Author::name).contains(u"\\ %_"_s))).value_or(-1), qint64(1));
}

void tst_Repo::aStreamEndsWhenItIsToldTo()
{
    for (const QString &name : {u"Ada"_s, u"Bob"_s, u"Cy"_s})
        library::addAuthor(repo(), name);
    QStringList names;
    const auto query = from<Author>().orderBy({db::asc(&Author::name)});
    QVERIFY(repo().stream<Author>(query, [&](const Author &author) {
        names.append(author.name);
        return names.size() < 2;
    }));
    QCOMPARE(names, (QStringList{u"Ada"_s, u"Bob"_s}));
    QVERIFY(repo().stream<Author>(query, [&](const Author &author) {
        names.append(author.name);
        return true;
    }));
    QCOMPARE(names.size(), 5);
}

void tst_Repo::anAssociationThatWasNotLoadedIsNotReplaced()
{
    const Genre genre = *repo().insert(db::change(Genre{}).put(&Genre::name, u"maths"_s));
    const Book book = library::addBook(repo(), library::addAuthor(repo(), u"Ada"_s), u"A"_s);
    const auto refused = repo().update(db::change(book).putAssoc(&Book::genres, {genre}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    QCOMPARE(refused.error().subject, u"genres"_s);
}

QTEST_GUILESS_MAIN(tst_Repo)
#include "tst_repo.moc"
