// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/changeset.h"
#include "core/toolkit/schema.h"
#include "tests/support/test_database.h"

/// A small library: what the toolkit is tested with, apart from the program's own tables.
namespace library {

struct Book;
struct Genre;

enum class Mood {
    Calm,
    Wild,
};

struct Author
{
    db::Id<Author> id;
    QString name;
    QString email;
    std::optional<int> born;
    db::HasMany<Book> books;
    db::HasMany<Genre> genres; ///< of all the books
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Author> &schema)
    {
        schema.table("authors");
        schema.primaryKey("id", &Author::id);
        schema.field("name", &Author::name);
        schema.field("email", &Author::email);
        schema.field("born", &Author::born);
        schema.hasMany("books", &Author::books, "author_id");
        schema.hasManyThrough("genres", &Author::genres, {QStringLiteral("books"), QStringLiteral("genres")});
        schema.timestamps(&Author::insertedAt, &Author::updatedAt);
    }
};

struct Genre
{
    db::Id<Genre> id;
    QString name;

    static void describe(db::SchemaBuilder<Genre> &schema)
    {
        schema.table("genres");
        schema.primaryKey("id", &Genre::id);
        schema.field("name", &Genre::name);
    }
};

} // namespace library

template <>
struct db::EnumNames<library::Mood>
{
    static constexpr std::array names{"calm", "wild"};
};

namespace library {

struct Book
{
    db::Id<Book> id;
    QString title;
    std::optional<QDateTime> publishedAt;
    db::Decimal price;
    qint64 copies = 1;
    bool isLent = false;
    Mood mood = Mood::Calm;
    db::Id<Author> authorId;
    db::BelongsTo<Author> author;
    db::ManyToMany<Genre> genres;
    QString note; ///< typed, never stored
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Book> &schema)
    {
        schema.table("books");
        schema.primaryKey("id", &Book::id);
        schema.field("title", &Book::title);
        schema.field("published_at", &Book::publishedAt);
        schema.field("price", &Book::price);
        schema.field("copies", &Book::copies);
        schema.field("is_lent", &Book::isLent);
        schema.field("mood", &Book::mood);
        schema.belongsTo("author", &Book::author, "author_id", &Book::authorId);
        schema.manyToMany("genres", &Book::genres, "books_genres", "book_id", "genre_id").onReplace(db::OnReplace::Delete);
        schema.virtualField("note", &Book::note);
        schema.timestamps(&Book::insertedAt, &Book::updatedAt);
    }
};

inline QList<db::Migration> migrations()
{
    return {db::Migration{.change = [](db::SchemaChange &schema) {
                schema.createTable("authors", [](db::ColumnList &table) {
                    table.string("name").notNull();
                    table.string("email").notNull();
                    table.integer("born");
                    table.timestamps();
                });
                schema.createUniqueIndex("authors", {QStringLiteral("email")});
                schema.createUniqueIndex("authors", {QStringLiteral("name")});
                schema.createTable("genres", [](db::ColumnList &table) { table.string("name").notNull(); });
                schema.createTable("books", [](db::ColumnList &table) {
                    table.string("title").notNull();
                    table.utcDatetime("published_at");
                    table.decimal("price", 10, 2);
                    table.bigInteger("copies").notNull();
                    table.boolean("is_lent").notNull();
                    table.string("mood").notNull();
                    table.references("author_id", "authors").notNull();
                    table.timestamps();
                });
                schema.createJoinTable("books_genres", [](db::ColumnList &table) {
                    table.references("book_id", "books", db::OnDelete::DeleteAll).notNull();
                    table.references("genre_id", "genres", db::OnDelete::DeleteAll).notNull();
                });
                schema.createUniqueIndex("books_genres", {QStringLiteral("book_id"), QStringLiteral("genre_id")});
            }}.identified(20260101000000, QStringLiteral("create_library"))};
}

inline TestDatabase database()
{
    TestDatabase database = TestDatabase::empty();
    const auto migrated = db::Migrator(database.repo, migrations()).migrate({});
    if (!migrated)
        qFatal("%s: %s", qPrintable(migrated.error().message), qPrintable(migrated.error().sql));
    return database;
}

inline Author addAuthor(db::Repo &repo, const QString &name)
{
    const auto author = repo.insert(db::change(Author{}).put(&Author::name, name).put(&Author::email, name.toLower() + u"@example.com"));
    if (!author)
        qFatal("%s", qPrintable(author.error().message));
    return *author;
}

inline Book addBook(db::Repo &repo, const Author &author, const QString &title, const std::optional<QDateTime> &publishedAt = {})
{
    const auto book = repo.insert(
        db::change(Book{}).put(&Book::title, title).put(&Book::authorId, author.id).put(&Book::publishedAt, publishedAt));
    if (!book)
        qFatal("%s", qPrintable(book.error().message));
    return *book;
}

} // namespace library
