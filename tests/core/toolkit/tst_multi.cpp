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
static constexpr db::Step<Author> theSecond{"second"};
static constexpr db::Step<qint64> theWritten{"written"};
static constexpr db::Step<qint64> theRenamed{"renamed"};
static constexpr db::Step<qint64> theDeleted{"deleted"};
static constexpr db::Step<std::optional<Author>> theFound{"found"};
static constexpr db::Step<QList<Author>> theAuthors{"authors"};
static constexpr db::Step<bool> theAnswer{"answer"};

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
    void everyOperationLeavesItsResult();
    void stepsAreMadeFromWhatWasDone();
    void anErrorFailsBeforeAnythingRuns();
    void twoStepsOfOneNameAreRefused();
    void whatWasDoneIsInspected();

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

void tst_Multi::everyOperationLeavesItsResult()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<Author> two{{.name = u"Bob"_s, .email = u"b@c"_s, .insertedAt = now, .updatedAt = now},
                            {.name = u"Cy"_s, .email = u"c@d"_s, .insertedAt = now, .updatedAt = now}};
    const db::Query<Author> bobs = db::from<Author>().where(&Author::name, u"Bob"_s);
    const auto done = db::Multi()
                          .put(theNumber, 7)
                          .insertOrUpdate(theAuthor, ada())
                          .insertAll(theWritten, two)
                          .updateAll(theRenamed, bobs, {db::set(&Author::born, 1900)})
                          .one(theFound, bobs)
                          .exists(theAnswer, bobs)
                          .deleteAll(theDeleted, bobs)
                          .all(theAuthors, db::from<Author>().orderBy({db::asc(&Author::name)}))
                          .runIn(m_db->repo);
    QVERIFY2(done, done ? "" : done.error().error.message.toUtf8().constData());
    QCOMPARE((*done)[theNumber], 7);
    QVERIFY(!(*done)[theAuthor].id.isNull());
    QCOMPARE((*done)[theWritten], qint64(2));
    QCOMPARE((*done)[theRenamed], qint64(1));
    QCOMPARE((*done)[theFound]->born, std::optional(1900));
    QVERIFY((*done)[theAnswer]);
    QCOMPARE((*done)[theDeleted], qint64(1));
    QCOMPARE((*done)[theAuthors].size(), 2);
}

void tst_Multi::stepsAreMadeFromWhatWasDone()
{
    const auto more = [](const db::MultiResults &done) {
        return db::Multi().update(theSecond, db::change(done[theAuthor]).put(&Author::born, done[theNumber]));
    };
    const auto done = db::Multi().insert(theAuthor, ada()).merge(more).prepend(db::Multi().put(theNumber, 1815)).runIn(m_db->repo);
    QVERIFY2(done, done ? "" : done.error().error.message.toUtf8().constData());
    QCOMPARE((*done)[theSecond].born, std::optional(1815));

    const auto clash = [](const db::MultiResults &) { return db::Multi().put(theNumber, 1); };
    const auto refused = db::Multi().put(theNumber, 0).merge(clash).runIn(m_db->repo);
    QVERIFY(!refused);
    QCOMPARE(refused.error().step, u"number"_s);
    const auto removed = db::Multi()
                             .one(theFound, [](const db::MultiResults &) { return db::from<Author>(); })
                             .remove(theAuthor, [](const db::MultiResults &done) { return done[theFound].value(); })
                             .runIn(m_db->repo);
    QVERIFY(removed);
    QCOMPARE(m_db->repo.count(db::from<Author>()).value_or(-1), qint64(0));
}

void tst_Multi::anErrorFailsBeforeAnythingRuns()
{
    const StatementCount statements;
    const auto done = db::Multi().insert(theAuthor, ada()).error("closed", db::Error::refused(u"we are closed"_s)).runIn(m_db->repo);
    QVERIFY(!done);
    QCOMPARE(done.error().step, u"closed"_s);
    QCOMPARE(done.error().error.message, u"we are closed"_s);
    QVERIFY(done.error().changesSoFar.names().isEmpty());
    QCOMPARE(statements.value(), 0);
}

void tst_Multi::twoStepsOfOneNameAreRefused()
{
    const StatementCount statements;
    const auto done = db::Multi().insert(theAuthor, ada()).append(db::Multi().insert(theAuthor, ada())).runIn(m_db->repo);
    QVERIFY(!done);
    QCOMPARE(done.error().step, u"author"_s);
    QCOMPARE(done.error().error.kind, db::Error::Kind::Refused);
    QCOMPARE(statements.value(), 0);
}

void tst_Multi::whatWasDoneIsInspected()
{
    QStringList seen;
    const auto show = [&](const db::MultiResults &done) { seen.append(done.names().join(u' ')); };
    QVERIFY(authorAndBook().inspect(show).put(theNumber, 1).inspect(show).runIn(m_db->repo));
    QCOMPARE(seen, (QStringList{u"author book"_s, u"author book number"_s}));
}

QTEST_GUILESS_MAIN(tst_Multi)
#include "tst_multi.moc"
