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
    void aParentWithChildrenIsNotDeleted();
    void aRestrictedParentIsNotDeleted();
    void aBrokenCheckLandsOnItsField();
    void whatCannotBeLookedUpIsSaid();

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

QTEST_GUILESS_MAIN(tst_RepoConstraints)
#include "tst_repo_constraints.moc"
