// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/telemetry.h"
#include "tests/support/library.h"
#include "tests/support/reason.h"

#include <QTest>

using namespace Qt::StringLiterals;
using library::Author;
using library::Book;
using library::Genre;

/// What the database refuses lands on its field.
class tst_RepoConstraints : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void init() { m_db.emplace(library::database()); }

    void allTakenFieldsAreReportedTogether();
    void aMissingParentLandsOnItsField();
    void anUndeclaredViolationIsAnError();
    void ofAStatementWrittenByHandNoTableIsNamed();
    void aParentWithChildrenIsNotDeleted();
    void aRestrictedParentIsNotDeleted();
    void aBrokenCheckLandsOnItsField();
    void whatCannotBeLookedUpIsSaid();
    void violationsOfAllKindsAreReportedTogether();
    void whatWasNotDeclaredLandsOnItsFieldToo();
    void theLastFittingDeclarationWins();
    void aNameMayBeKnownInPart();
    void anErrorMayStandElsewhere();
    void theAssociationCanCarryTheError();
    void theRefusedRemovalNamesTheChildren();
    void theFirstWriteOfATransactionIsExplainedInFull();
    void laterWritesOfATransactionAreExplainedInFullToo();
    void anUpdateIsAskedOnlyAboutWhatItChanges();

private:
    db::Repo &repo() { return m_db->repo; }

    std::optional<TestDatabase> m_db;
};

void tst_RepoConstraints::allTakenFieldsAreReportedTogether()
{
    library::addAuthor(repo(), u"Ada"_s);
    const auto twin = repo().insert(db::change(Author{})
                                        .put(&Author::name, u"Ada"_s)
                                        .put(&Author::email, u"ada@example.com"_s)
                                        .uniqueConstraint(&Author::name)
                                        .uniqueConstraint(&Author::email));
    QVERIFY(!twin);
    QCOMPARE(twin.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(twin.error().changeset->errorsOn(u"name"), QStringList{u"has already been taken"_s});
    QCOMPARE(twin.error().changeset->errorsOn(u"email"), QStringList{u"has already been taken"_s});
    QCOMPARE(twin.error().changeset->errors().first().options.value(u"constraint_name"_s), QVariant(u"authors_email_index"_s));
}

void tst_RepoConstraints::aMissingParentLandsOnItsField()
{
    const auto orphan = repo().insert(db::change(Book{})
                                          .put(&Book::title, u"T"_s)
                                          .put(&Book::authorId, db::Id<Author>{99})
                                          .foreignKeyConstraint(&Book::authorId));
    QVERIFY(!orphan);
    QCOMPARE(orphan.error().changeset->errorsOn(u"author_id"), QStringList{u"does not exist"_s});
}

void tst_RepoConstraints::anUndeclaredViolationIsAnError()
{
    library::addAuthor(repo(), u"Ada"_s);
    const auto twin = repo().insert(db::change(Author{}).put(&Author::name, u"Ada"_s).put(&Author::email, u"other"_s));
    QVERIFY(!twin);
    QCOMPARE(twin.error().kind, db::Error::Kind::Unique);
    QVERIFY(twin.error().message.contains(u"name"));
    QVERIFY(!twin.error().sql.contains(u"Ada"));
}

void tst_RepoConstraints::ofAStatementWrittenByHandNoTableIsNamed()
{
    TestDatabase database = TestDatabase::empty();
    database.execute(u"CREATE TABLE jars (a int NOT NULL UNIQUE, CONSTRAINT full_jars CHECK (a > 0))"_s);
    database.execute(u"INSERT INTO jars VALUES (1)"_s);
    const auto twin = database.repo.execute(u"INSERT INTO jars VALUES (1)"_s);
    const bool tellsColumns = testedEngine() != db::DatabaseUrl::Engine::MariaDb;
    QCOMPARE(twin.error().message, tellsColumns ? u"A row with the same a exists already"_s : u"A row with the same values in the index a exists already"_s);
    QCOMPARE(database.repo.execute(u"INSERT INTO jars VALUES (0)"_s).error().message, u"A row breaks the rule full_jars"_s);
}

void tst_RepoConstraints::aParentWithChildrenIsNotDeleted()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    library::addBook(repo(), ada, u"Notes"_s);
    QCOMPARE(repo().remove(ada).error().kind, db::Error::Kind::ForeignKey);
    const auto refused = repo().remove(db::change(ada).noAssocConstraint());
    QCOMPARE(refused.error().changeset->errorsOn(u"id"), QStringList{u"are still associated with this entry"_s});
}

void tst_RepoConstraints::aRestrictedParentIsNotDeleted()
{
    const QString key = testedEngine() == db::DatabaseUrl::Engine::MariaDb ? u"BIGINT UNSIGNED"_s : u"BIGINT"_s;
    m_db->execute(u"CREATE TABLE prizes (author_id %1 REFERENCES authors(id) ON DELETE RESTRICT)"_s.arg(key));
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    m_db->execute(u"INSERT INTO prizes VALUES (%1)"_s.arg(ada.id.value));
    QCOMPARE(repo().remove(ada).error().kind, db::Error::Kind::ForeignKey);
    const auto refused = repo().remove(db::change(ada).noAssocConstraint());
    QCOMPARE(refused.error().changeset->errorsOn(u"id"), QStringList{u"are still associated with this entry"_s});
}

void tst_RepoConstraints::aBrokenCheckLandsOnItsField()
{
    m_db->execute(u"DROP TABLE books_genres"_s);
    m_db->execute(u"DROP TABLE genres"_s);
    const QString key = testedEngine() == db::DatabaseUrl::Engine::Sqlite ? u"INTEGER"_s : u"SERIAL"_s;
    m_db->execute(u"CREATE TABLE genres (id %1 PRIMARY KEY, name TEXT, CONSTRAINT name_is_lower CHECK (name = lower(name)))"_s.arg(key));
    const auto loud = db::change(Genre{}).put(&Genre::name, u"MATHS"_s);
    QCOMPARE(repo().insert(loud).error().kind, db::Error::Kind::Check);
    QCOMPARE(repo().insert(loud.checkConstraint(&Genre::name, u"another"_s)).error().kind, db::Error::Kind::Check);
    const auto refused = repo().insert(loud.checkConstraint(&Genre::name, u"name_is_lower"_s));
    QCOMPARE(refused.error().changeset->errorsOn(u"name"), QStringList{u"is invalid"_s});
}

void tst_RepoConstraints::whatCannotBeLookedUpIsSaid()
{
    library::addAuthor(repo(), u"Ada"_s);
    const auto token = std::make_shared<db::CancelToken>();
    m_db->connection->setToken(token);
    const int handle = db::Telemetry::addListener([&](const db::StatementEvent &event) {
        if (!event.error.isEmpty())
            token->cancel();
    });
    const auto twin = repo().insert(db::change(Author{})
                                        .put(&Author::name, u"Ada"_s)
                                        .put(&Author::email, u"ada@example.com"_s)
                                        .uniqueConstraint(&Author::name)
                                        .uniqueConstraint(&Author::email));
    db::Telemetry::removeListener(handle);
    m_db->connection->setToken({});
    QVERIFY(!twin);
    QCOMPARE(twin.error().kind, db::Error::Kind::Unique);
    QVERIFY2(twin.error().message.endsWith(db::Error::canceled().message), qPrintable(twin.error().message));
}

void tst_RepoConstraints::violationsOfAllKindsAreReportedTogether()
{
    m_db->execute(u"CREATE UNIQUE INDEX one_title ON books (title)"_s);
    library::addBook(repo(), library::addAuthor(repo(), u"Ada"_s), u"Notes"_s);
    const auto refused = repo().insert(db::change(Book{})
                                           .put(&Book::title, u"Notes"_s)
                                           .put(&Book::authorId, db::Id<Author>{99})
                                           .uniqueConstraint(&Book::title)
                                           .foreignKeyConstraint(&Book::authorId));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(refused.error().changeset->errorsOn(u"title"), QStringList{u"has already been taken"_s});
    QCOMPARE(refused.error().changeset->errorsOn(u"author_id"), QStringList{u"does not exist"_s});
}

void tst_RepoConstraints::whatWasNotDeclaredLandsOnItsFieldToo()
{
    const auto orphan = repo().insert(db::change(Book{}).put(&Book::title, u"T"_s).put(&Book::authorId, db::Id<Author>{99}));
    QVERIFY(!orphan);
    QCOMPARE(orphan.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(orphan.error().changeset->errorsOn(u"author_id"), QStringList{u"does not exist"_s});
    const auto homeless = repo().insert(db::change(Book{}).put(&Book::title, u"T"_s));
    QVERIFY(!homeless);
    QCOMPARE(homeless.error().changeset->errorsOn(u"author_id"), QStringList{u"can't be blank"_s});
    if (m_db->engine() == db::DatabaseUrl::Engine::Sqlite)
        return; // which enforces no widths
    const auto wordy = repo().insert(db::change(Author{}).put(&Author::name, QString(300, u'x')).put(&Author::email, QString(256, u'y')).put(&Author::born, 5));
    QVERIFY(!wordy);
    QCOMPARE(wordy.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(wordy.error().changeset->errorsOn(u"name"), QStringList{u"should be at most 255 character(s)"_s});
    QCOMPARE(wordy.error().changeset->errorsOn(u"email"), QStringList{u"should be at most 255 character(s)"_s});
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const auto dear = repo().insert(db::change(Book{}).put(&Book::title, u"T"_s).put(&Book::authorId, ada.id).put(&Book::price, *db::Decimal::fromString(u"123456789.00")));
    QVERIFY(!dear);
    QCOMPARE(dear.error().kind, db::Error::Kind::Invalid);
    QCOMPARE(dear.error().changeset->errorsOn(u"price"), QStringList{u"must be less than or equal to 99999999.99"_s});
}

void tst_RepoConstraints::theLastFittingDeclarationWins()
{
    library::addAuthor(repo(), u"Ada"_s);
    const auto twin = repo().insert(db::change(Author{})
                                        .put(&Author::name, u"Ada"_s)
                                        .put(&Author::email, u"other"_s)
                                        .uniqueConstraint(&Author::name, "first")
                                        .uniqueConstraint(&Author::name, db::Message("second", {{u"hint"_s, 2}})));
    QCOMPARE(twin.error().changeset->errorsOn(u"name"), QStringList{u"second"_s});
    QCOMPARE(twin.error().changeset->errors().first().options,
             (QVariantMap{{u"constraint"_s, u"unique"_s}, {u"constraint_name"_s, u"authors_name_index"_s}, {u"hint"_s, 2}}));
}

void tst_RepoConstraints::aNameMayBeKnownInPart()
{
    library::addAuthor(repo(), u"Ada"_s);
    const auto twin = db::change(Author{}).put(&Author::name, u"Ada"_s).put(&Author::email, u"other"_s);
    QCOMPARE(repo().insert(twin.uniqueConstraint(&Author::born, {.name = u"name_index"_s, .match = db::Match::Suffix})).error().changeset->errorsOn(u"born").size(), 1);
    QCOMPARE(repo().insert(twin.uniqueConstraint(&Author::born, {.name = u"authors_name"_s, .match = db::Match::Prefix})).error().changeset->errorsOn(u"born").size(), 1);
    QCOMPARE(repo().insert(twin.uniqueConstraint(&Author::name, {.name = u"name_index"_s})).error().kind, db::Error::Kind::Unique);
}

void tst_RepoConstraints::anErrorMayStandElsewhere()
{
    library::addAuthor(repo(), u"Ada"_s);
    const auto twin = repo().insert(db::change(Author{}).put(&Author::name, u"Ada"_s).put(&Author::email, u"other"_s).uniqueConstraint(&Author::name, {.message = "is known", .errorOn = &Author::email}));
    QCOMPARE(twin.error().changeset->errorsOn(u"email"), QStringList{u"is known"_s});
}

void tst_RepoConstraints::theAssociationCanCarryTheError()
{
    const auto orphan = repo().insert(db::change(Book{}).put(&Book::title, u"T"_s).put(&Book::authorId, db::Id<Author>{99}).assocConstraint(&Book::author));
    QCOMPARE(orphan.error().changeset->errorsOn(u"author"), QStringList{u"does not exist"_s});
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    library::addBook(repo(), ada, u"Notes"_s);
    const auto kept = repo().remove(db::change(ada).noAssocConstraint(&Author::books));
    QCOMPARE(kept.error().changeset->errorsOn(u"books"), QStringList{u"are still associated with this entry"_s});
    QCOMPARE(kept.error().changeset->errors().first().options.value(u"constraint"_s), QVariant(u"no_assoc"_s));
}

void tst_RepoConstraints::theRefusedRemovalNamesTheChildren()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    library::addBook(repo(), ada, u"Notes"_s);
    const auto refused = repo().remove(ada);
    QCOMPARE(refused.error().kind, db::Error::Kind::ForeignKey);
    QCOMPARE(refused.error().message, u"Rows of books still refer to this row of authors"_s);
}

void tst_RepoConstraints::theFirstWriteOfATransactionIsExplainedInFull()
{
    library::addAuthor(repo(), u"Ada"_s);
    const auto twin = db::change(Author{}).put(&Author::name, u"Ada"_s).put(&Author::email, u"ada@example.com"_s).uniqueConstraint(&Author::name).uniqueConstraint(&Author::email);
    const auto refused = repo().transaction([&] { return repo().insert(twin); });
    QCOMPARE(refused.error().changeset->errors().size(), 2);
    const auto later = repo().transaction([&]() -> db::Result<Author> {
        library::addAuthor(repo(), u"Bob"_s);
        return repo().transaction(db::Nested::Savepoint, [&] { return repo().insert(twin); });
    });
    QCOMPARE(later.error().changeset->errors().size(), 2);
    QCOMPARE(repo().count(db::from<Author>()).value_or(-1), qint64(1));
}

void tst_RepoConstraints::laterWritesOfATransactionAreExplainedInFullToo()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const auto expected = [](const db::Changeset<Author> &changeset) { return changeset.uniqueConstraint(&Author::name).uniqueConstraint(&Author::email); };
    const auto twin = expected(db::change(Author{}).put(&Author::name, u"Bob"_s).put(&Author::email, u"ada@example.com"_s));
    // What was refused is taken back alone, and what was written before counts.
    const auto done = repo().transaction([&]() -> db::Result<qint64> {
        const Author bob = library::addAuthor(repo(), u"Bob"_s);
        const auto inserted = repo().insert(twin);
        const auto updated = repo().update(expected(db::change(ada).put(&Author::name, u"Bob"_s).put(&Author::email, u"bob@example.com"_s)));
        library::addBook(repo(), bob, u"Rivers"_s);
        const auto removed = repo().remove(db::change(bob).noAssocConstraint(&Author::books));
        return inserted.error().changeset->errors().size() + 10 * updated.error().changeset->errors().size()
            + 100 * removed.error().changeset->errors().size();
    });
    QVERIFY2(done, reason(done).constData());
    QCOMPARE(*done, qint64(122));
    QCOMPARE(repo().count(db::from<Author>()).value_or(-1), qint64(2));
}

void tst_RepoConstraints::anUpdateIsAskedOnlyAboutWhatItChanges()
{
    const Author ada = library::addAuthor(repo(), u"Ada"_s);
    const Author bob = library::addAuthor(repo(), u"Bob"_s);
    const auto twin = repo().update(db::change(bob).put(&Author::name, ada.name).uniqueConstraint(&Author::name).uniqueConstraint(&Author::email));
    QCOMPARE(twin.error().changeset->errors().size(), 1);
    QCOMPARE(twin.error().changeset->errorsOn(u"name"), QStringList{u"has already been taken"_s});
}

QTEST_GUILESS_MAIN(tst_RepoConstraints)
#include "tst_repo_constraints.moc"
