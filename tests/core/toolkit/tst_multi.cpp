// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/multi.h"
#include "tests/support/library.h"
#include "tests/support/statement_count.h"

#include <QTest>

using namespace Qt::StringLiterals;
using library::Author;
using library::Book;

static constexpr db::Step<Author> theAuthor{"author"};
static constexpr db::Step<Book> theBook{"book"};
static constexpr db::Step<int> theNumber{"number"};

/// Named steps that succeed or fail together.
class tst_Multi : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void init() { m_db.emplace(library::database()); }

    void laterStepsSeeEarlierResults();
    void aKnownInvalidChangesetStopsEverythingBeforeItStarts();
    void aFailingStepIsNamedAndAllIsRolledBack();
    void noStepsTouchNothing();
    void stepsAreAppended();
    void aStepRemovesARow();
    void itCanBeReadBeforeItRuns();

private:
    static db::Changeset<Author> ada() { return db::change(Author{}).put(&Author::name, u"Ada"_s).put(&Author::email, u"a@b"_s); }
    static db::Multi authorAndBook()
    {
        return db::Multi().insert(theAuthor, ada()).insert(theBook, [](const db::MultiResults &done) {
            return db::change(Book{}).put(&Book::title, u"Notes"_s).put(&Book::authorId, done[theAuthor].id);
        });
    }

    std::optional<TestDatabase> m_db;
};

void tst_Multi::laterStepsSeeEarlierResults()
{
    const auto done = authorAndBook().runIn(m_db->repo);
    QVERIFY(done);
    QCOMPARE((*done)[theBook].authorId, (*done)[theAuthor].id);
}

void tst_Multi::aKnownInvalidChangesetStopsEverythingBeforeItStarts()
{
    const StatementCount statements;
    const auto done = db::Multi()
                          .run(theNumber, [](db::Repo &, const db::MultiResults &) -> db::Result<int> { return 1; })
                          .insert(theAuthor, ada().put(&Author::name, QString()).validateRequired({&Author::name}))
                          .runIn(m_db->repo);
    QVERIFY(!done);
    QCOMPARE(done.error().step, u"author"_s);
    QCOMPARE(done.error().error.changeset->errorsOn(u"name"), QStringList{u"can't be blank"_s});
    QVERIFY(!done.error().changesSoFar.contains(theNumber));
    QCOMPARE(statements.value(), 0);
}

void tst_Multi::aFailingStepIsNamedAndAllIsRolledBack()
{
    const auto done = authorAndBook()
                          .run(theNumber, [](db::Repo &, const db::MultiResults &) -> db::Result<int> { return db::Failure(db::Error::refused(u"no more"_s)); })
                          .runIn(m_db->repo);
    QVERIFY(!done);
    QCOMPARE(done.error().step, u"number"_s);
    QCOMPARE(done.error().error.message, u"no more"_s);
    QCOMPARE(done.error().changesSoFar[theAuthor].name, u"Ada"_s);
    QCOMPARE(m_db->repo.count(db::from<Author>()).value_or(-1), qint64(0));
}

void tst_Multi::noStepsTouchNothing()
{
    const StatementCount statements;
    QVERIFY(db::Multi().runIn(m_db->repo));
    QCOMPARE(statements.value(), 0);
}

void tst_Multi::stepsAreAppended()
{
    const db::Multi more = db::Multi().run(theNumber, [](db::Repo &repo, const db::MultiResults &done) -> db::Result<int> {
        return int(repo.count(db::from<Book>().where(&Book::authorId, done[theAuthor].id)).value_or(-1));
    });
    const auto done = authorAndBook().append(more).runIn(m_db->repo);
    QVERIFY(done);
    QCOMPARE((*done)[theNumber], 1);
}

void tst_Multi::aStepRemovesARow()
{
    const Author bob = library::addAuthor(m_db->repo, u"Bob"_s);
    const auto done = db::Multi().remove(theAuthor, bob).runIn(m_db->repo);
    QVERIFY(done);
    QCOMPARE((*done)[theAuthor].name, u"Bob"_s);
    QCOMPARE(m_db->repo.count(db::from<Author>()).value_or(-1), qint64(0));
    QCOMPARE(db::Multi().remove(theAuthor, bob).runIn(m_db->repo).error().error.kind, db::Error::Kind::Stale);
}

void tst_Multi::itCanBeReadBeforeItRuns()
{
    QCOMPARE(authorAndBook().toString(), u"author: insert into authors\nbook: insert into books"_s);
}

QTEST_GUILESS_MAIN(tst_Multi)
#include "tst_multi.moc"
