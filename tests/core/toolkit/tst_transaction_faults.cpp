// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/site.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = db::Error::Kind;
using Engine = db::DatabaseUrl::Engine;
using library::Author;
using library::Book;

/// Transactions in which something fails: they are stored wholly or not at all, and the answer says which.
class tst_TransactionFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void twoTransactionsThatReadBeforeTheyWriteBothSucceed();
    void aDeadlockEndsOneTransactionWholly();
    void aLockThatIsNotGivenBackIsNotWaitedForLongerThanItMay();
    void aTransactionThatTheEngineEndedTakesNoMoreWrites();
    void aDefinitionDoesNotEndATransactionUnnoticed_data();
    void aDefinitionDoesNotEndATransactionUnnoticed();
    void whatIsNoDefinitionEndsNoTransaction();
    void anInterruptedWriteLeavesNoHalfTransaction();
    void aCommitAfterAFailedStatementIsNoSuccess();
    void aViolationFoundAtTheCommitIsAnError();
    void whatWasReadHoldsNothing();

private:
    static db::Result<qint64> countAuthors(db::Repo &repo) { return repo.count(db::from<Author>()); }
    static db::Result<Author> addAuthor(db::Repo &repo, const QString &name);
    static db::Result<qint64> setBorn(db::Repo &repo, const QString &name, int year);
};

db::Result<Author> tst_TransactionFaults::addAuthor(db::Repo &repo, const QString &name)
{
    return repo.insert(db::change(Author{}).put(&Author::name, name).put(&Author::email, name));
}

db::Result<qint64> tst_TransactionFaults::setBorn(db::Repo &repo, const QString &name, int year)
{
    return repo.updateAll(db::from<Author>().where(db::col(&Author::name) == name), {db::set(&Author::born, year)});
}

void tst_TransactionFaults::twoTransactionsThatReadBeforeTheyWriteBothSucceed()
{
    const Site site;
    db::Database one(site.url);
    db::Database two(site.url);
    const auto ask = [](db::Database &database, const QString &name) {
        return database.write([name](db::Repo &repo) {
            return repo.transaction([&]() -> db::Result<Author> {
                if (const auto count = countAuthors(repo); !count)
                    return db::Failure(count.error());
                return addAuthor(repo, name);
            });
        });
    };
    for (int i = 0; i < 50; ++i) {
        const auto first = ask(one, u"one %1"_s.arg(i));
        const auto second = ask(two, u"two %1"_s.arg(i));
        const auto both = std::pair(first.result(), second.result());
        QVERIFY(both.first);
        QVERIFY(both.second);
    }
    QCOMPARE(one.read(countAuthors).result().value_or(-1), 100);
}

void tst_TransactionFaults::aDeadlockEndsOneTransactionWholly()
{
    if (testedEngine() == Engine::Sqlite)
        QSKIP("Transactions of SQLite wait for their turn before they begin");
    const Site site;
    db::Database database(site.url);
    QVERIFY(database.write([](db::Repo &repo) { return addAuthor(repo, u"Ada"_s); }).result());
    QVERIFY(database.write([](db::Repo &repo) { return addAuthor(repo, u"Bob"_s); }).result());
    QSemaphore haveLocks;
    // Each takes the row that the other one wants.
    const auto ask = [&](const QString &mine, const QString &other, int year) {
        return database.write([&haveLocks, mine, other, year](db::Repo &repo) {
            return repo.transaction([&]() -> db::Result<qint64> {
                const auto first = setBorn(repo, mine, year);
                haveLocks.release();
                while (haveLocks.available() < 2)
                    QThread::yieldCurrentThread();
                const auto second = first ? setBorn(repo, other, year) : first;
                if (!second) {
                    // Who goes on regardless would write outside of any transaction.
                    static_cast<void>(addAuthor(repo, u"After"_s));
                    return db::Failure(second.error());
                }
                return second;
            });
        });
    };
    const auto one = ask(u"Ada"_s, u"Bob"_s, 1815);
    const auto two = ask(u"Bob"_s, u"Ada"_s, 1900);
    const auto first = one.result();
    const auto second = two.result();
    QVERIFY(first.has_value() != second.has_value());
    const db::Error error = first ? second.error() : first.error();
    QCOMPARE(error.kind, Kind::Locked);
    QVERIFY(error.message.contains(u"Another program is writing to the same rows"));
    const auto found = database.read([](db::Repo &repo) { return repo.all(db::from<Author>()); }).result();
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    for (const Author &author : *found)
        QCOMPARE(author.born, first ? 1815 : 1900);
}

void tst_TransactionFaults::aLockThatIsNotGivenBackIsNotWaitedForLongerThanItMay()
{
    const Site site;
    const auto holder = db::Connection::open(site.url);
    QVERIFY(holder);
    db::Repo holding(**holder);
    QVERIFY(addAuthor(holding, u"Ada"_s));
    db::Database database(site.url);
    QVERIFY((*holder)->begin());
    QCOMPARE(setBorn(holding, u"Ada"_s, 1815).value_or(-1), 1);
    const auto set = [](db::Repo &repo) { return setBorn(repo, u"Ada"_s, 1900); };
    const auto late = database.write(set, 200ms).result();
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Kind::TimedOut);
    QVERIFY(late.error().message.contains(u"longer than it may"));
    QVERIFY((*holder)->commit());
    QCOMPARE(holding.getBy(&Author::name, u"Ada"_s).value().value().born, 1815);
    QCOMPARE(database.write(set).result().value_or(-1), 1);
}

void tst_TransactionFaults::aTransactionThatTheEngineEndedTakesNoMoreWrites()
{
    if (testedEngine() != Engine::Sqlite)
        QSKIP("Only SQLite lets a connection have less room; see tst_full_disk");
    const Site site;
    const auto connection = db::Connection::open(site.url);
    QVERIFY(connection);
    db::Repo repo(**connection);
    QVERIFY(addAuthor(repo, u"Before"_s));
    QVERIFY(repo.execute(u"PRAGMA max_page_count = 40"_s));
    const QString long1 = QString(100'000, u'x');
    const auto full = repo.transaction([&]() -> db::Result<Author> {
        if (const auto small = addAuthor(repo, u"Ada"_s); !small)
            return small;
        const auto refused = addAuthor(repo, long1);
        if (refused || refused.error().kind != Kind::DiskFull)
            return db::Failure(db::Error::refused(u"the disk was not full"_s));
        // Who goes on regardless would write outside of any transaction.
        const auto after = addAuthor(repo, u"After"_s);
        if (after)
            return db::Failure(db::Error::refused(u"written after the end"_s));
        return after;
    });
    QCOMPARE(full.error().kind, Kind::DiskFull);
    QCOMPARE(countAuthors(repo).value_or(-1), 1);
    QVERIFY(repo.execute(u"PRAGMA max_page_count = 4000"_s));
    QVERIFY(addAuthor(repo, long1));
}

void tst_TransactionFaults::aDefinitionDoesNotEndATransactionUnnoticed_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("that succeeds") << u"CREATE TABLE notes (id int)"_s << true;
    QTest::newRow("that fails") << u"CREATE TABLE authors (id int)"_s << false;
}

void tst_TransactionFaults::aDefinitionDoesNotEndATransactionUnnoticed()
{
    QFETCH(QString, definition);
    QFETCH(bool, succeeds);
    const Site site;
    const auto connection = db::Connection::open(site.url);
    QVERIFY2(connection, reason(connection).constData());
    db::Repo repo(**connection);
    QVERIFY((*connection)->begin());
    QVERIFY(addAuthor(repo, u"Ada"_s));
    QCOMPARE(repo.execute(definition).has_value(), succeeds);
    const auto after = addAuthor(repo, u"Bob"_s);
    const auto committed = (*connection)->commit();
    if (testedEngine() != Engine::MariaDb) {
        const bool goesOn = succeeds || testedEngine() == Engine::Sqlite;
        QCOMPARE(after.has_value(), goesOn);
        QCOMPARE(committed.has_value(), goesOn);
        QCOMPARE(countAuthors(repo).value_or(-1), goesOn ? 2 : 0);
        return;
    }
    for (const auto &error : {after.error(), committed.error()}) {
        QCOMPARE(error.kind, Kind::Refused);
        QVERIFY2(error.message.contains(u"A change of tables has ended the transaction"), qPrintable(error.message));
        QCOMPARE(error.sql, definition);
    }
    // Only what came before it is stored, as the error says.
    QCOMPARE(countAuthors(repo).value_or(-1), 1);
    QVERIFY(repo.transaction([&] { return addAuthor(repo, u"Cid"_s); }));
}

void tst_TransactionFaults::whatIsNoDefinitionEndsNoTransaction()
{
    const Site site;
    const auto connection = db::Connection::open(site.url);
    QVERIFY2(connection, reason(connection).constData());
    db::Repo repo(**connection);
    const auto stored = repo.transaction([&]() -> db::Result<Author> {
        if (const auto done = repo.execute(u"UPDATE authors SET name = 'Eve'"_s); !done)
            return db::Failure(done.error());
        return addAuthor(repo, u"Ada"_s);
    });
    QVERIFY2(stored, reason(stored).constData());
}

void tst_TransactionFaults::anInterruptedWriteLeavesNoHalfTransaction()
{
    const Site site;
    const auto connection = db::Connection::open(site.url);
    QVERIFY(connection);
    db::Repo repo(**connection);
    QVERIFY((*connection)->begin());
    QVERIFY(addAuthor(repo, u"Ada"_s));
    QString rows = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i, '2026-01-01', '2026-01-01' FROM n"_s;
    if (testedEngine() == Engine::Postgres)
        rows = u"SELECT 'x', 'x', TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-01' FROM pg_sleep(60)"_s;
    else if (testedEngine() == Engine::MariaDb)
        rows = u"SELECT 'x', SLEEP(60), '2026-01-01', '2026-01-01'"_s;
    (*connection)->setToken(std::make_shared<db::CancelToken>(std::chrono::steady_clock::now() + 50ms));
    const auto late = repo.execute(u"INSERT INTO authors (name, email, inserted_at, updated_at) "_s + rows);
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Kind::TimedOut);
    (*connection)->setToken({});
    // SQLite ends the transaction, PostgreSQL lets it fail, MariaDB takes back the one statement.
    const bool goesOn = addAuthor(repo, u"Bob"_s).has_value();
    QCOMPARE(goesOn, testedEngine() == Engine::MariaDb);
    QCOMPARE((*connection)->commit().has_value(), goesOn);
    QCOMPARE(countAuthors(repo).value_or(-1), goesOn ? 2 : 0);
    QVERIFY(repo.transaction([&] { return addAuthor(repo, u"Cid"_s); }));
}

void tst_TransactionFaults::aCommitAfterAFailedStatementIsNoSuccess()
{
    const Site site;
    const auto connection = db::Connection::open(site.url);
    QVERIFY(connection);
    db::Repo repo(**connection);
    QVERIFY((*connection)->begin());
    QVERIFY(addAuthor(repo, u"Ada"_s));
    QVERIFY(!(*connection)->select({.sql = u"SELECT nonsense FROM authors"_s}, [](const db::RowReader &) { return true; }));
    // PostgreSQL keeps nothing of such a transaction; the others keep what went well. Either way the answer is true.
    const bool isStored = (*connection)->commit().has_value();
    QCOMPARE(isStored, testedEngine() != Engine::Postgres);
    QCOMPARE(countAuthors(repo).value_or(-1), isStored ? 1 : 0);
}

void tst_TransactionFaults::aViolationFoundAtTheCommitIsAnError()
{
    if (testedEngine() == Engine::MariaDb)
        QSKIP("MariaDB finds all of them at once");
    const Site site;
    const auto connection = db::Connection::open(site.url);
    QVERIFY(connection);
    db::Repo repo(**connection);
    if (testedEngine() == Engine::Postgres)
        QVERIFY(repo.execute(u"ALTER TABLE books ALTER CONSTRAINT books_author_id_fkey DEFERRABLE INITIALLY DEFERRED"_s));
    const auto broken = repo.transaction([&]() -> db::Result<Book> {
        if (testedEngine() == Engine::Sqlite) {
            if (const auto deferred = repo.execute(u"PRAGMA defer_foreign_keys = ON"_s); !deferred)
                return db::Failure(deferred.error());
        }
        return repo.insert(db::change(Book{}).put(&Book::title, u"Nobody's"_s).put(&Book::authorId, db::Id<Author>(999)));
    });
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, Kind::ForeignKey);
    QCOMPARE(repo.count(db::from<Book>()).value_or(-1), 0);
    QVERIFY(repo.transaction([&] { return addAuthor(repo, u"Ada"_s); }));
}

void tst_TransactionFaults::whatWasReadHoldsNothing()
{
    const Site site;
    const auto connection = db::Connection::open(site.url);
    const auto other = db::Connection::open(site.url);
    QVERIFY(connection && other);
    db::Repo repo(**connection);
    const auto ada = addAuthor(repo, u"Ada"_s);
    QVERIFY(ada);
    QVERIFY(addAuthor(repo, u"Bob"_s));
    // A row that is found before the end of the result, and a result that is left half-way.
    QVERIFY(repo.fetch(ada->id));
    int read = 0;
    QVERIFY(repo.stream<Author>(db::from<Author>(), [&](const Author &) {
        ++read;
        return false;
    }));
    QCOMPARE(read, 1);
    db::Repo changing(**other);
    QVERIFY(changing.execute(u"ALTER TABLE authors ADD COLUMN nickname VARCHAR(20)"_s));
    if (testedEngine() != Engine::Sqlite)
        return;
    qint64 isBusy = -1;
    QVERIFY((*other)->select({.sql = u"PRAGMA wal_checkpoint(TRUNCATE)"_s}, [&](const db::RowReader &row) {
        isBusy = row.value(0, db::Type::Integer).toLongLong();
        return true;
    }));
    QCOMPARE(isBusy, 0);
}

QTEST_GUILESS_MAIN(tst_TransactionFaults)
#include "tst_transaction_faults.moc"
