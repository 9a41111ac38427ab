// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/library.h"
#include "tests/support/reason.h"
#include "tests/support/statement_count.h"

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using db::asc;
using db::col;
using db::desc;
using db::from;
using library::Author;
using library::Book;
using library::Genre;

/// Associations are loaded with few statements, as often as needed and no more.
class tst_Preload : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void oneStatementLoadsALevel();
    void whatIsLoadedIsNotAskedForAgain();
    void onlyThoseThatLackItAreAsked();
    void forcedLoadsAskAgain();
    void aQueryChoosesTheRows();
    void aLimitCountsForEachOwner();
    void aQueryLoadsMoreBehindItsRows();
    void associationsLeadThroughOthers();
    void ownersWithoutRowsAreLoadedToo();
    void rowsOfSomeOwnersAreAQuery();
    void aNewChildKnowsItsOwner();
    void rowsAreReloaded();
    void streamsKeepNoRows();
    void aStreamMayTakeLongerThanAStatement();
    void theTextOfAQueryIsShown();
    void updatesReachRowsOfAJoin();

private:
    db::Repo &repo() { return m_db->repo; }
    QList<Author> authors(const db::Query<Author> &query = from<Author>());
    static QStringList titles(const Author &author);

    std::optional<TestDatabase> m_db;
    Author m_ada;
    Author m_bob;
};

void tst_Preload::init()
{
    m_db.emplace(library::database());
    m_ada = library::addAuthor(repo(), u"Ada"_s);
    m_bob = library::addAuthor(repo(), u"Bob"_s);
    library::addAuthor(repo(), u"Eve"_s);
    const auto add = [&](const Author &author, const QString &title) { return library::addBook(repo(), author, title).id; };
    const auto a = add(m_ada, u"A"_s);
    const auto b = add(m_ada, u"B"_s);
    const auto c = add(m_ada, u"C"_s);
    const auto d = add(m_bob, u"D"_s);
    QVERIFY(repo().insertAll(QList<Genre>{{.name = u"maths"_s}, {.name = u"nature"_s}}));
    const QList<Genre> genres = *repo().all(from<Genre>().orderBy({asc(&Genre::name)}));
    QVERIFY(repo().insertAllJoined(&Book::genres, {{a, genres.at(0).id}, {b, genres.at(0).id}, {c, genres.at(1).id}, {d, genres.at(1).id}}));
}

QList<Author> tst_Preload::authors(const db::Query<Author> &query)
{
    const auto found = repo().all(query.orderBy({asc(&Author::name)}));
    if (!found)
        qFatal("%s\n%s", qPrintable(found.error().message), qPrintable(found.error().sql));
    return *found;
}

QStringList tst_Preload::titles(const Author &author)
{
    QStringList list;
    for (const Book &book : *author.books)
        list.append(book.title);
    return list;
}

void tst_Preload::oneStatementLoadsALevel()
{
    const StatementCount statements;
    const QList<Author> found = authors(from<Author>().preload(&Author::books, &Book::genres));
    QCOMPARE(statements.value(), 3);
    QCOMPARE(titles(found.first()), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(found.first().books->first().genres->first().name, u"maths"_s);
}

void tst_Preload::whatIsLoadedIsNotAskedForAgain()
{
    QList<Author> found = authors(from<Author>().preload(&Author::books));
    const StatementCount statements;
    QVERIFY(repo().preload(found, &Author::books));
    QCOMPARE(statements.value(), 0);
    QVERIFY(repo().preload(found, &Author::books, &Book::genres));
    QCOMPARE(statements.value(), 1);
    QCOMPARE(found.at(1).books->first().genres->first().name, u"nature"_s);
}

void tst_Preload::onlyThoseThatLackItAreAsked()
{
    QList<Author> found = authors(from<Author>().preload(&Author::books));
    const QList<Author> bare = authors();
    QVERIFY(repo().deleteAll(from<Book>().where(&Book::title, u"A"_s)));
    found.append(bare.first());
    QVERIFY(repo().preload(found, &Author::books));
    QCOMPARE(titles(found.first()).size(), 3);
    QCOMPARE(titles(found.last()).size(), 2);
}

void tst_Preload::forcedLoadsAskAgain()
{
    QList<Author> found = authors(from<Author>().preload(&Author::books));
    QVERIFY(repo().deleteAll(from<Book>().where(&Book::title, u"A"_s)));
    QVERIFY(repo().forcePreload(found, &Author::books));
    QCOMPARE(titles(found.first()), (QStringList{u"B"_s, u"C"_s}));
}

void tst_Preload::aQueryChoosesTheRows()
{
    const auto later = from<Book>().where(col(&Book::title) > u"A"_s).orderBy({desc(&Book::title)});
    const QList<Author> found = authors(from<Author>().preload(&Author::books, later));
    QCOMPARE(titles(found.at(0)), (QStringList{u"C"_s, u"B"_s}));
    QCOMPARE(titles(found.at(1)), QStringList{u"D"_s});
}

void tst_Preload::aLimitCountsForEachOwner()
{
    const StatementCount statements;
    const auto lastTwo = from<Book>().orderBy({desc(&Book::title)}).limit(2);
    QList<Author> found = authors(from<Author>().preload(&Author::books, lastTwo));
    QCOMPARE(statements.value(), 2);
    QCOMPARE(titles(found.at(0)), (QStringList{u"C"_s, u"B"_s}));
    QCOMPARE(titles(found.at(1)), QStringList{u"D"_s});
    QVERIFY(repo().forcePreload(found, &Author::books, from<Book>().orderBy({asc(&Book::title)}).limit(1).offset(1).select({&Book::title})));
    QCOMPARE(titles(found.at(0)), QStringList{u"B"_s});
    QCOMPARE(titles(found.at(1)), QStringList{});
}

void tst_Preload::aQueryLoadsMoreBehindItsRows()
{
    const QList<Author> found = authors(from<Author>().preload(&Author::books, from<Book>().where(&Book::title, u"C"_s).preload(&Book::genres)));
    QCOMPARE(found.first().books->first().genres->first().name, u"nature"_s);
}

void tst_Preload::associationsLeadThroughOthers()
{
    const StatementCount statements;
    QList<Author> found = authors(from<Author>().preload(&Author::genres));
    QCOMPARE(statements.value(), 2);
    QCOMPARE(found.at(0).genres->size(), 2);
    QCOMPARE(found.at(1).genres->size(), 1);
    QCOMPARE(found.at(1).genres->first().name, u"nature"_s);
    QCOMPARE(found.at(2).genres->size(), 0);
    QVERIFY(repo().forcePreload(found, &Author::genres, from<Genre>().orderBy({asc(&Genre::name)}).limit(2)));
    QCOMPARE(found.at(0).genres->size(), 2);
    QCOMPARE(found.at(0).genres->last().name, u"nature"_s);
}

void tst_Preload::ownersWithoutRowsAreLoadedToo()
{
    const QList<Author> found = authors(from<Author>().where(&Author::name, u"Eve"_s).preload(&Author::books));
    QVERIFY(found.first().books.isLoaded());
    QCOMPARE(found.first().books->size(), 0);
    QList<Author> none;
    const StatementCount statements;
    QVERIFY(repo().preload(none, &Author::books));
    QCOMPARE(statements.value(), 0);
}

void tst_Preload::rowsOfSomeOwnersAreAQuery()
{
    const auto books = repo().all(db::assoc(QList<Author>{m_ada, m_bob}, &Author::books).where(col(&Book::title) != u"A"_s));
    QVERIFY2(books, reason(books).constData());
    QCOMPARE(books->size(), 3);
    const auto genres = repo().all(db::assoc(m_ada, &Author::genres).orderBy({asc(&Genre::name)}));
    QVERIFY2(genres, reason(genres).constData());
    QCOMPARE(genres->size(), 2);
    QCOMPARE(repo().count(db::assoc(books->first(), &Book::author)).value_or(-1), qint64(1));
}

void tst_Preload::aNewChildKnowsItsOwner()
{
    const Book book = db::buildAssoc(m_ada, &Author::books);
    QCOMPARE(book.authorId, m_ada.id);
    QVERIFY(book.id.isNull());
}

void tst_Preload::rowsAreReloaded()
{
    QVERIFY(repo().updateAll(from<Author>().where(&Author::name, u"Ada"_s), {db::set(&Author::born, 1815)}));
    const auto again = repo().reload(m_ada);
    QVERIFY2(again, reason(again).constData());
    QCOMPARE((*again)->born, std::optional(1815));
    QVERIFY(!*repo().reload(Author{.id = {999}}));
    QCOMPARE(repo().allBy(&Book::authorId, m_ada.id)->size(), 3);
}

void tst_Preload::streamsKeepNoRows()
{
    QStringList seen;
    const auto done = repo().stream<Book>(from<Book>().orderBy({asc(&Book::title)}), [&](const Book &book) {
        seen.append(book.title);
        return seen.size() < 2;
    });
    QVERIFY2(done, reason(done).constData());
    QCOMPARE(seen, (QStringList{u"A"_s, u"B"_s}));
    int rows = 0;
    QVERIFY(repo().stream<QString>(from<Book>().select(col(&Book::title)), [&](const QString &) { return ++rows > 0; }));
    QCOMPARE(rows, 4);
    const auto refused = repo().stream<Book>(from<Book>().preload(&Book::author), [](const Book &) { return true; });
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
}

void tst_Preload::aStreamMayTakeLongerThanAStatement()
{
    if (m_db->engine() == db::DatabaseUrl::Engine::Sqlite)
        QSKIP("SQLite has no such clock");
    constexpr int many = 6000; // more than fits on the way from a server
    QList<Author> crowd(many, m_ada);
    for (int i = 0; i < many; ++i) {
        crowd[i].id = {};
        crowd[i].name = u"author %1"_s.arg(i, 100);
        crowd[i].email = crowd[i].name;
    }
    QVERIFY(repo().insertAll(crowd));
    const auto hurried = db::Connection::open(m_db->connection->url().withOption(u"timeout"_s, u"200"_s));
    QVERIFY2(hurried, reason(hurried).constData());
    db::Repo other(**hurried);
    int rows = 0;
    const auto done = other.stream<Author>(from<Author>(), [&](const Author &) {
        if (++rows == 1)
            QThread::msleep(500);
        return true;
    });
    QVERIFY2(done, reason(done).constData());
    QCOMPARE(qint64(rows), repo().count(from<Author>()).value_or(-1));
}

void tst_Preload::theTextOfAQueryIsShown()
{
    const auto statement = repo().toSql(from<Book>().where(&Book::title, u"A"_s).limit(3));
    QVERIFY2(statement, reason(statement).constData());
    QVERIFY(statement->sql.startsWith(u"SELECT "));
    QCOMPARE(statement->binds.first().value, QVariant(u"A"_s));
    QCOMPARE(statement->binds.last().value.toInt(), 3);
}

void tst_Preload::updatesReachRowsOfAJoin()
{
    const auto adas = from<Book>().join(&Book::author).where(col(&Author::name) == u"Ada"_s);
    QCOMPARE(repo().updateAll(adas, {db::set(&Book::title, db::lower(col(&Book::title))), db::inc(&Book::copies, 2)}).value_or(-1), qint64(3));
    QCOMPARE(repo().count(from<Book>().where(col(&Book::title).in({u"a"_s, u"b"_s, u"c"_s})).where(&Book::copies, 3)).value_or(-1), qint64(3));
    QCOMPARE(repo().deleteAll(adas.orderBy({asc(&Book::title)}).limit(2)).value_or(-1), qint64(2));
    QCOMPARE(repo().deleteAll(from<Book>().where(col(&Book::authorId).in(from<Author>().where(&Author::name, u"Bob"_s).select(col(&Author::id))))).value_or(-1), qint64(1));
    QCOMPARE(repo().count(from<Book>()).value_or(-1), qint64(1));
}

QTEST_GUILESS_MAIN(tst_Preload)
#include "tst_preload.moc"
