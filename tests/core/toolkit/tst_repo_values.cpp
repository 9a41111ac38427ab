// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/telemetry.h"
#include "tests/support/library.h"
#include "tests/support/reason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::col;
using db::from;
using library::Author;
using library::Book;

/// Values that are not what the program expects: what is stored already, and what is to be.
class tst_RepoValues : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void init() { m_db.emplace(library::database()); }

    void aStoredValueThatCannotBeReadIsAnError_data();
    void aStoredValueThatCannotBeReadIsAnError();
    void aRedactedValueIsNotShown();
    void aValueSpelledOtherwiseIsUnchanged_data();
    void aValueSpelledOtherwiseIsUnchanged();
    void whatCannotBeReadAnyMoreHasChanged();
    void nullIsNotStoredAsSomethingElse();
    void decimalsComeBackAsTheyAreStored();
    void anUpsertGivesBackTheDecimalsItWrote();

private:
    db::Repo &repo() { return m_db->repo; }

    std::optional<TestDatabase> m_db;
};

namespace {

struct Secret
{
    db::Id<Secret> id;
    int born = 0;

    static void describe(db::SchemaBuilder<Secret> &schema)
    {
        schema.table("authors");
        schema.primaryKey("id", &Secret::id);
        schema.field("born", &Secret::born).redacted();
    }
};

struct Birth
{
    int born = 0;
};

} // namespace

void tst_RepoValues::aStoredValueThatCannotBeReadIsAnError_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    QTest::newRow("an unknown name") << u"mood"_s << u"sad"_s;
    QTest::newRow("no decimal") << u"price"_s << u"cheap"_s;
    QTest::newRow("no time") << u"published_at"_s << u"soon"_s;
    QTest::newRow("no number") << u"copies"_s << u"many"_s;
    QTest::newRow("no whole number") << u"copies"_s << u"1.5"_s;
    QTest::newRow("neither true nor false") << u"is_lent"_s << u"perhaps"_s;
}

void tst_RepoValues::aStoredValueThatCannotBeReadIsAnError()
{
    QFETCH(QString, column);
    QFETCH(QString, value);
    if (testedEngine() != db::DatabaseUrl::Engine::Sqlite && column != u"mood")
        QSKIP("The type of the column refuses it");
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    library::addBook(repo(), ada, u"A"_s);
    const db::Id<Book> id = library::addBook(repo(), ada, u"B"_s).id;
    m_db->execute(u"UPDATE books SET %1 = '%2' WHERE title = 'B'"_s.arg(column, value));
    QString told;
    const int listener = db::Telemetry::addListener([&](const db::StatementEvent &event) { told = event.error; });
    const auto books = repo().all(from<Book>());
    db::Telemetry::removeListener(listener);
    QVERIFY(!books);
    QCOMPARE(told, u"books.%1 holds a value that cannot be read"_s.arg(column)); // listeners learn no values
    QCOMPARE(books.error().kind, db::Error::Kind::Unreadable);
    QCOMPARE(books.error().subject, QString(u"books." + column));
    QCOMPARE(books.error().message, u"books.%1 holds a value that cannot be read: \"%2\", in the row with the id %3"_s.arg(column, value).arg(id.value));
    QCOMPARE(repo().fetch(id).error().kind, db::Error::Kind::Unreadable);
    QCOMPARE(repo().all(from<Author>().preload(&Author::books)).error().subject, QString(u"books." + column));
    QVERIFY(repo().one(from<Book>().where(&Book::title, u"A"_s)));
}

void tst_RepoValues::aRedactedValueIsNotShown()
{
    library::addAuthor(repo(), u"Ada"_s);
    QCOMPARE(repo().all(from<Secret>())->first().born, 0);
    if (testedEngine() != db::DatabaseUrl::Engine::Sqlite)
        QSKIP("The type of the column refuses it");
    m_db->execute(u"UPDATE authors SET born = 4294967297"_s);
    const db::Error shown = repo().all(from<Secret>().select<Birth>({db::into(&Birth::born, col(&Secret::born))})).error();
    QVERIFY2(shown.message.contains(u"4294967297"), qPrintable(shown.message));
    const db::Error hidden = repo().all(from<Secret>()).error();
    QCOMPARE(hidden.message, u"authors.born holds a value that cannot be read, in the row with the id 1"_s);
}

void tst_RepoValues::aValueSpelledOtherwiseIsUnchanged_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("spelling");
    QTest::newRow("blank and no zone") << u"published_at"_s << u"2026-11-22 05:05:04"_s;
    QTest::newRow("fraction") << u"published_at"_s << u"2026-11-22T05:05:04.000Z"_s;
    QTest::newRow("offset") << u"published_at"_s << u"2026-11-22T06:05:04+01:00"_s;
    QTest::newRow("decimal") << u"price"_s << u"007.50"_s;
}

void tst_RepoValues::aValueSpelledOtherwiseIsUnchanged()
{
    QFETCH(QString, column);
    QFETCH(QString, spelling);
    if (testedEngine() == db::DatabaseUrl::Engine::MariaDb && spelling.contains(u'T'))
        QSKIP("The type of the column refuses it");
    const auto write = [&](const QString &text) { m_db->execute(u"UPDATE books SET %1 = '%2'"_s.arg(column, text)); };
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const db::Id<Book> id = library::addBook(repo(), ada, u"A"_s).id;
    write(spelling);
    const Book book = *repo().fetch(id);
    const auto changes = db::change(book).put(&Book::publishedAt, std::nullopt).put(&Book::price, 9).checkUnchanged();
    const auto updated = repo().update(changes);
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(repo().fetch(id)->price, db::Decimal(9));
    QCOMPARE(repo().update(changes).error().kind, db::Error::Kind::Stale);
}

void tst_RepoValues::whatCannotBeReadAnyMoreHasChanged()
{
    const Book book = library::addBook(repo(), library::addAuthor(repo(), u"Ada"_s), u"A"_s);
    m_db->execute(u"UPDATE books SET mood = 'sad'"_s);
    const auto refused = repo().update(db::change(book).put(&Book::mood, library::Mood::Wild).checkUnchanged());
    QCOMPARE(refused.error().kind, db::Error::Kind::Stale);
    QCOMPARE(m_db->texts(u"SELECT mood FROM books"_s), QStringList{u"sad"_s});
}

void tst_RepoValues::nullIsNotStoredAsSomethingElse()
{
    const Book book = library::addBook(repo(), library::addAuthor(repo(), u"Ada"_s), u"A"_s);
    for (const QString &name : {u"title"_s, u"copies"_s, u"is_lent"_s, u"mood"_s, u"price"_s, u"author_id"_s}) {
        const auto changes = db::cast(book, {{name, QVariant()}}, {&Book::title, &Book::copies, &Book::isLent, &Book::mood, &Book::price, &Book::authorId});
        const auto refused = repo().update(changes);
        QVERIFY2(!refused, qPrintable(name));
        QCOMPARE(refused.error().changeset->errorsOn(name), QStringList{u"can't be blank"_s});
    }
}

void tst_RepoValues::anUpsertGivesBackTheDecimalsItWrote()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const auto stored = repo().insert(Book{.title = u"A"_s, .price = 3, .authorId = ada.id});
    QVERIFY2(stored, reason(stored).constData());
    Book newer = *stored;
    newer.price = *db::Decimal::fromString(u"1.2345");
    const auto kept = repo().insert(newer, {.onConflict = db::OnConflict<Book>::replace({&Book::title}), .conflictTarget = {&Book::id}});
    QVERIFY2(kept, reason(kept).constData());
    QCOMPARE(kept->price, newer.price); // as was given: what was there already is not asked for
    const auto replaced = repo().insert(newer, {.onConflict = db::OnConflict<Book>::replace({&Book::price}), .conflictTarget = {&Book::id}});
    QVERIFY2(replaced, reason(replaced).constData());
    QCOMPARE(replaced->price, repo().fetch(newer.id)->price);
}

void tst_RepoValues::decimalsComeBackAsTheyAreStored()
{
    const auto stored = [&](const Book &book) { return repo().fetch(book.id)->price.toString(); };
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const auto made = repo().insert(db::change(Book{}).put(&Book::title, u"A"_s).put(&Book::authorId, ada.id).put(&Book::price, *db::Decimal::fromString(u"1.2345")));
    QVERIFY2(made, reason(made).constData());
    QCOMPARE(made->price.toString(), stored(*made));
    const auto dearer = repo().update(db::change(*made).put(&Book::price, *db::Decimal::fromString(u"2.3456")).checkUnchanged());
    QVERIFY2(dearer, reason(dearer).constData());
    QCOMPARE(dearer->price.toString(), stored(*dearer));
    const auto round = repo().update(db::change(*dearer).put(&Book::price, 3).checkUnchanged());
    QVERIFY2(round, reason(round).constData());
    QCOMPARE(round->price.toString(), stored(*round));
}

QTEST_GUILESS_MAIN(tst_RepoValues)
#include "tst_repo_values.moc"
