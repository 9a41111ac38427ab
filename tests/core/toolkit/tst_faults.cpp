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

/// What goes wrong while a database is used: afterwards nothing is half written, and it can be used as before.
class tst_Faults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void aCanceledStatementEndsAndTheConnectionLivesOn();
    void aCanceledTransactionIsRolledBack();
    void aResultThatIsCutShortIsAnError();
    void anInterruptedStatementHoldsNothing();
    void answersComeInTheOrderOfContinuations();
    void aLateRequestIsGivenUp();
    void aStatementWithoutAnAnswerIsGivenUp();
    void aWaitForAnothersLockCanBeCanceled();
    void aPoolThatIsUsedUpSaysSo();

private:
    static db::Result<qint64> sleep(db::Repo &repo);
    static db::Result<qint64> countAuthors(db::Repo &repo) { return repo.count(db::from<Author>()); }
    static db::Result<Author> addAuthor(db::Repo &repo, const QString &name);
};

/// A statement that takes a minute, unless it is ended.
db::Result<qint64> tst_Faults::sleep(db::Repo &repo)
{
    QString sql = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s;
    if (testedEngine() == Engine::Postgres)
        sql = u"SELECT 1 FROM pg_sleep(60)"_s;
    else if (testedEngine() == Engine::MariaDb)
        sql = u"SELECT SLEEP(60)"_s;
    qint64 value = 0;
    const auto done = repo.connection().select({.sql = sql}, [&](const db::RowReader &row) {
        value = row.value(0, db::Type::Integer).toLongLong();
        return true;
    });
    if (!done)
        return db::Failure(done.error());
    return value;
}

db::Result<Author> tst_Faults::addAuthor(db::Repo &repo, const QString &name)
{
    return repo.insert(db::change(Author{}).put(&Author::name, name).put(&Author::email, name));
}

void tst_Faults::aCanceledStatementEndsAndTheConnectionLivesOn()
{
    const Site site;
    db::Database database(site.url);
    for (int i = 0; i < 3; ++i) {
        QSemaphore started;
        const auto request = database.read([&](db::Repo &repo) {
            started.release();
            return sleep(repo);
        });
        started.acquire();
        request.cancel();
        QCOMPARE(request.result().error().kind, Kind::Canceled);
        QCOMPARE(database.read(countAuthors).result().value_or(-1), 0);
    }
}

void tst_Faults::aCanceledTransactionIsRolledBack()
{
    const Site site;
    db::Database database(site.url);
    QSemaphore started;
    const auto request = database.write([&](db::Repo &repo) {
        return repo.transaction([&]() -> db::Result<qint64> {
            if (const auto added = addAuthor(repo, u"Ada"_s); !added)
                return db::Failure(added.error());
            started.release();
            return sleep(repo);
        });
    });
    started.acquire();
    request.cancel();
    QCOMPARE(request.result().error().kind, Kind::Canceled);
    QCOMPARE(database.read(countAuthors).result().value_or(-1), 0);
    const auto added = database.write([](db::Repo &repo) { return addAuthor(repo, u"Ada"_s); }).result();
    QVERIFY2(added, reason(added).constData());
}

void tst_Faults::aResultThatIsCutShortIsAnError()
{
    const Site site;
    const auto connection = db::Connection::open(site.url);
    QVERIFY(connection);
    db::Repo repo(**connection);
    QList<Author> authors(5000);
    for (int i = 0; i < authors.size(); ++i) {
        authors[i].name = u"author %1"_s.arg(i);
        authors[i].email = authors[i].name;
        authors[i].insertedAt = authors[i].updatedAt = QDateTime::currentDateTimeUtc();
    }
    QVERIFY(repo.insertAll(authors));
    const auto token = std::make_shared<db::CancelToken>();
    (*connection)->setToken(token);
    int read = 0;
    const auto cut = repo.stream<Author>(db::from<Author>(), [&](const Author &) {
        if (++read == 10)
            token->cancel();
        return true;
    });
    (*connection)->setToken({});
    QVERIFY(!cut);
    QCOMPARE(cut.error().kind, Kind::Canceled);
    QVERIFY(read < authors.size());
    QCOMPARE(countAuthors(repo).value_or(-1), authors.size());
}

void tst_Faults::anInterruptedStatementHoldsNothing()
{
    const Site site;
    const auto connection = db::Connection::open(site.url);
    const auto other = db::Connection::open(site.url);
    QVERIFY(connection && other);
    db::Repo repo(**connection);
    const auto token = std::make_shared<db::CancelToken>(std::chrono::steady_clock::now() + 20ms);
    (*connection)->setToken(token);
    QCOMPARE(sleep(repo).error().kind, Kind::TimedOut);
    (*connection)->setToken({});
    // Neither a lock nor a snapshot is left: others may change the table, and this connection sees it.
    db::Repo changing(**other);
    QVERIFY(addAuthor(changing, u"Ada"_s));
    QVERIFY(changing.execute(u"ALTER TABLE authors ADD COLUMN nickname VARCHAR(20)"_s));
    QCOMPARE(countAuthors(repo).value_or(-1), 1);
    QVERIFY(addAuthor(repo, u"Bob"_s));
}

void tst_Faults::answersComeInTheOrderOfContinuations()
{
    const Site site;
    db::Database database(site.url);
    QStringList order;
    QThread *answeredIn = nullptr;
    QSemaphore started;
    const auto request = database.read([&](db::Repo &repo) {
        started.release();
        return sleep(repo);
    });
    const auto note = [&](const QString &name) {
        return [&, name](const db::Result<qint64> &answer) {
            answeredIn = QThread::currentThread();
            order.append(name + (!answer && answer.error().kind == Kind::Canceled ? u": canceled"_s : u": answered"_s));
        };
    };
    request.then(this, note(u"first"_s)).then(this, note(u"second"_s));
    started.acquire();
    request.cancel();
    request.cancel();
    request.then(this, note(u"third"_s));
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order, (QStringList{u"first: canceled"_s, u"second: canceled"_s, u"third: canceled"_s}));
    QCOMPARE(answeredIn, QThread::currentThread());
}

void tst_Faults::aLateRequestIsGivenUp()
{
    const Site site;
    db::Database database(site.url);
    const auto late = database
                          .write(
                              [](db::Repo &repo) {
                                  return repo.transaction([&]() -> db::Result<qint64> {
                                      if (const auto added = addAuthor(repo, u"Ada"_s); !added)
                                          return db::Failure(added.error());
                                      return sleep(repo);
                                  });
                              },
                              300ms)
                          .result();
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Kind::TimedOut);
    QVERIFY(late.error().message.contains(u"the request took longer than it may"));
    QCOMPARE(database.read(countAuthors).result().value_or(-1), 0);
}

void tst_Faults::aStatementWithoutAnAnswerIsGivenUp()
{
    if (testedEngine() == Engine::Sqlite)
        QSKIP("There is no other program that could be slow");
    const Site site;
    db::Database database(site.url.withOption(u"timeout"_s, u"200"_s));
    const auto late = database.read(sleep).result();
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Kind::TimedOut);
    QVERIFY(late.error().message.contains(u"did not answer a statement within 0.2 s"));
    QCOMPARE(database.read(countAuthors).result().value_or(-1), 0);
}

void tst_Faults::aWaitForAnothersLockCanBeCanceled()
{
    const Site site;
    const auto holder = db::Connection::open(site.url);
    QVERIFY(holder);
    db::Repo holding(**holder);
    QVERIFY(addAuthor(holding, u"Ada"_s));
    db::Database database(site.url);
    QVERIFY((*holder)->begin());
    QCOMPARE(holding.updateAll(db::from<Author>(), {db::set(&Author::born, 1815)}).value_or(-1), 1);
    QSemaphore started;
    const auto request = database.write([&](db::Repo &repo) {
        started.release();
        return repo.updateAll(db::from<Author>(), {db::set(&Author::born, 1900)});
    });
    started.acquire();
    request.cancel();
    QCOMPARE(request.result().error().kind, Kind::Canceled);
    QVERIFY((*holder)->commit());
    const auto ada = database.read([](db::Repo &repo) { return repo.fetch(db::from<Author>()); }).result();
    QVERIFY(ada);
    QCOMPARE(ada->born, 1815);
}

void tst_Faults::aPoolThatIsUsedUpSaysSo()
{
    const Site site;
    db::Database database(testedEngine() == Engine::Sqlite ? site.url : site.url.withOption(u"pool_size"_s, u"2"_s));
    QSemaphore go;
    QList<db::Request<db::Result<qint64>>> running;
    for (int i = 0; i < 2; ++i) {
        running.append(database.read([&](db::Repo &repo) {
            go.acquire();
            return countAuthors(repo);
        }));
    }
    const db::Error error = database.read(countAuthors, 20ms).result().error();
    QCOMPARE(error.kind, Kind::TimedOut);
    QVERIFY(error.message.contains(u"no connection was free within"));
    QVERIFY(error.message.endsWith(u"all 2 are in use"));
    go.release(2);
    for (const auto &request : std::as_const(running))
        QVERIFY(request.result());
    QCOMPARE(database.read(countAuthors).result().value_or(-1), 0);
}

QTEST_GUILESS_MAIN(tst_Faults)
#include "tst_faults.moc"
