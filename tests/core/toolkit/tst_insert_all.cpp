// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/telemetry.h"
#include "tests/support/library.h"
#include "tests/support/reason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::from;
using library::Author;
using library::Book;
using library::Genre;

/// Many rows at once, which take another way to the database than single ones.
class tst_InsertAll : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void init() { m_db.emplace(library::database()); }

    void rowsComeBackAsTheyWere();
    void manyRowsKeepTheirValuesAndTheirNulls();
    void rowsWithAndWithoutKeysMayBeMixed();
    void keysGoOnBehindThoseThatRowsBring();
    void nothingIsLeftOfRowsThatAreRefused();
    void pairsThatExistAreLeftAlone();
    void aCancelEndsThem();

private:
    db::Repo &repo() { return m_db->repo; }
    static Author author(const QString &name, qint64 id = 0);

    std::optional<TestDatabase> m_db;
};

Author tst_InsertAll::author(const QString &name, qint64 id)
{
    Author author;
    author.id = {id};
    author.name = name;
    author.email = QString(name + u"@example.com");
    author.insertedAt = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    author.updatedAt = author.insertedAt;
    return author;
}

void tst_InsertAll::rowsComeBackAsTheyWere()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    Book book;
    book.title = u"Näherung an ∞ 😀"_s;
    book.publishedAt = QDateTime(QDate(2024, 3, 31), QTime(1, 30), Qt::UTC);
    book.price = *db::Decimal::fromString(u"12345.60");
    book.copies = 6'000'000'000;
    book.isLent = true;
    book.mood = library::Mood::Wild;
    book.authorId = ada.id;
    book.insertedAt = book.updatedAt = *book.publishedAt;
    Book plain = book;
    plain.title.clear();
    plain.publishedAt.reset();
    plain.isLent = false;

    const auto inserted = repo().insertAll<Book>({book, plain});
    QVERIFY2(inserted, reason(inserted).constData());
    QCOMPARE(*inserted, qint64(2));
    const QList<Book> stored = *repo().all(from<Book>().orderBy({db::asc(&Book::id)}));
    QCOMPARE(stored.size(), 2);
    QCOMPARE(stored.at(0).title, book.title);
    QCOMPARE(stored.at(0).publishedAt, book.publishedAt);
    QCOMPARE(stored.at(0).price, book.price);
    QCOMPARE(stored.at(0).copies, book.copies);
    QCOMPARE(stored.at(0).isLent, true);
    QCOMPARE(stored.at(0).mood, library::Mood::Wild);
    QCOMPARE(stored.at(0).insertedAt, book.insertedAt);
    QCOMPARE(stored.at(1).title, QString());
    QVERIFY(!stored.at(1).publishedAt);
    // Single rows are stored in the same form.
    const Book single = *repo().insert(db::change(book));
    QCOMPARE(m_db->texts(u"SELECT DISTINCT published_at, price, copies, is_lent, mood FROM books WHERE title <> ''"_s).size(), 1);
    QVERIFY(single.id.value > 2);
}

void tst_InsertAll::manyRowsKeepTheirValuesAndTheirNulls()
{
    QList<Author> authors;
    for (int i = 0; i < 4500; ++i) {
        authors.append(author(u"author %1"_s.arg(i, 4, 10, QChar(u'0'))));
        if (i % 3 > 0)
            authors.last().born = i;
    }
    const auto inserted = repo().insertAll(authors);
    QVERIFY2(inserted, reason(inserted).constData());
    QCOMPARE(*inserted, authors.size());
    const QList<Author> stored = *repo().all(from<Author>().orderBy({db::asc(&Author::name)}));
    QCOMPARE(stored.size(), authors.size());
    for (qsizetype i = 0; i < stored.size(); ++i) {
        QCOMPARE(stored.at(i).name, authors.at(i).name);
        QCOMPARE(stored.at(i).born, authors.at(i).born);
        QCOMPARE(stored.at(i).insertedAt, authors.at(i).insertedAt);
    }
}

void tst_InsertAll::rowsWithAndWithoutKeysMayBeMixed()
{
    QVERIFY(repo().insertAll<Author>({author(u"a"_s), author(u"b"_s, 7), author(u"c"_s, 5), author(u"d"_s)}));
    QCOMPARE(m_db->texts(u"SELECT id FROM authors ORDER BY name"_s), QStringList({u"1"_s, u"7"_s, u"5"_s, u"8"_s}));
    QCOMPARE(repo().insertAll(QList<Author>()).value_or(-1), qint64(0));
}

void tst_InsertAll::keysGoOnBehindThoseThatRowsBring()
{
    QVERIFY(repo().insertAll(QList<Author>{author(u"Ada"_s, 1), author(u"Bo"_s, 7)}));
    QVERIFY(library::addAuthor(repo(), u"Cy"_s).id.value > 7);
    QVERIFY(repo().insertAll(QList<Author>{author(u"Di"_s, 3), author(u"Ed"_s)}));
    QCOMPARE(repo().count(from<Author>()).value_or(-1), qint64(5));
}

void tst_InsertAll::nothingIsLeftOfRowsThatAreRefused()
{
    const auto twin = repo().insertAll<Author>({author(u"a"_s), author(u"b"_s), author(u"a"_s)});
    QVERIFY(!twin);
    QCOMPARE(twin.error().kind, db::Error::Kind::Unique);
    QCOMPARE(repo().count(from<Author>()).value_or(-1), qint64(0));

    Book orphan;
    orphan.title = u"Nobody's"_s;
    orphan.authorId = {99};
    orphan.insertedAt = orphan.updatedAt = QDateTime::currentDateTimeUtc();
    QCOMPARE(repo().insertAll<Book>({orphan}).error().kind, db::Error::Kind::ForeignKey);
    orphan.insertedAt = {};
    QCOMPARE(repo().insertAll<Book>({orphan}).error().kind, db::Error::Kind::NotNull);

    // The statement is as good as new.
    QVERIFY(repo().insertAll<Author>({author(u"a"_s), author(u"b"_s)}));
    QCOMPARE(repo().count(from<Author>()).value_or(-1), qint64(2));
}

void tst_InsertAll::pairsThatExistAreLeftAlone()
{
    const Book book = library::addBook(repo(), library::addAuthor(repo(), u"Ada"_s), u"T"_s);
    QList<Genre> genres;
    for (const QString &name : {u"maths"_s, u"poetry"_s})
        genres.append(*repo().insert(db::change(Genre{}).put(&Genre::name, name)));
    QCOMPARE(repo().insertAllJoined(&Book::genres, {{book.id, genres[0].id}}).value_or(-1), qint64(1));
    QCOMPARE(repo().insertAllJoined(&Book::genres, {{book.id, genres[0].id}, {book.id, genres[1].id}}).value_or(-1), qint64(1));
    QCOMPARE(repo().insertAllJoined(&Book::genres, {}).value_or(-1), qint64(0));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM books_genres"_s), QStringList{u"2"_s});
}

void tst_InsertAll::aCancelEndsThem()
{
    auto token = std::make_shared<db::CancelToken>();
    m_db->connection->setToken(token);
    const int handle = db::Telemetry::addListener([&](const db::StatementEvent &event) {
        if (event.sql.startsWith(u"BEGIN"))
            token->cancel();
    });
    const auto inserted = repo().insertAll<Author>({author(u"a"_s)});
    db::Telemetry::removeListener(handle);
    m_db->connection->setToken({});
    QCOMPARE(inserted.error().kind, db::Error::Kind::Canceled);
    QCOMPARE(repo().count(from<Author>()).value_or(-1), qint64(0));
}

QTEST_GUILESS_MAIN(tst_InsertAll)
#include "tst_insert_all.moc"
