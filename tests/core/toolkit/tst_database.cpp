// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/database.h"
#include "tests/support/library.h"
#include "tests/support/reason.h"

#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using library::Author;

/// The asynchronous face: answers come to the asker's thread, can be withdrawn, and errors are values.
class tst_Database : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void answersArriveInTheThreadOfTheAsker();
    void anAskerThatIsGoneHearsNothing();
    void aRunningStatementIsInterruptedAndTheConnectionLivesOn();
    void aCanceledWriteLeavesNothing();
    void whatWaitsIsCanceledWithTheDatabase();
    void readersCannotWrite();
    void aDatabaseInMemoryIsOne();
    void aUrlIsReadAsItWasWritten_data();
    void aUrlIsReadAsItWasWritten();
    void whatCannotBeOpenedSaysWhy_data();
    void whatCannotBeOpenedSaysWhy();
    void aDatabaseThatComesBackIsFound();
    void aDatabaseIsMadeWithItsFolder();
    void onlyAWriteAheadLogIsSyncedLess();
    void aSecondWriterIsWaitedForAndThenNamed();
    void aWaitForAnotherWriterCanBeCanceled();
    void aDatabaseThatWaitsCanBeClosed();
    void whatIsAskedOfAClosingDatabaseIsCanceled();
    void aRequestThatTakesTooLongEnds();
    void aRequestThatNobodyCanBeginNamesThePool();
    void whatWaitsIsCanceledAtOnce();
    void requestsOfOneWorkerAreAnsweredInTheirOrder();
    void aTransactionLeftOpenIsRolledBack();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    static db::Result<qint64> endless(db::Repo &repo);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_Database::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    TestDatabase database = TestDatabase::file(path(u"library.sqlite"_s));
    QVERIFY(db::Migrator(database.repo, library::migrations()).migrate({}));
}

/// A statement that would take hours.
db::Result<qint64> tst_Database::endless(db::Repo &repo)
{
    qint64 value = 0;
    const auto done = repo.connection().select(
        {.sql = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s}, [&](const db::RowReader &row) {
            value = row.value(0, db::Type::Integer).toLongLong();
            return true;
        });
    if (!done)
        return db::Failure(done.error());
    return value;
}

void tst_Database::answersArriveInTheThreadOfTheAsker()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    QThread *answered = nullptr;
    QThread *worked = nullptr;
    database
        .write([&](db::Repo &repo) {
            worked = QThread::currentThread();
            return repo.insert(db::change(Author{}).put(&Author::name, u"Ada"_s).put(&Author::email, u"a"_s));
        })
        .then(this, [&](const db::Result<Author> &author) {
            QVERIFY(author);
            answered = QThread::currentThread();
        });
    QTRY_COMPARE(answered, QThread::currentThread());
    QVERIFY(worked != answered);
    const auto count = database.read([](db::Repo &repo) { return repo.count(db::from<Author>()); }).result();
    QCOMPARE(count.value_or(-1), qint64(1));
}

void tst_Database::anAskerThatIsGoneHearsNothing()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    const auto request = database.read([](db::Repo &repo) { return repo.count(db::from<Author>()); });
    bool called = false;
    {
        QObject asker;
        request.then(&asker, [&](const db::Result<qint64> &) { called = true; });
    }
    // Whoever asked first would hear first.
    bool answered = false;
    request.then(this, [&](const db::Result<qint64> &) { answered = true; });
    QTRY_VERIFY(answered);
    QVERIFY(!called);
}

void tst_Database::aRunningStatementIsInterruptedAndTheConnectionLivesOn()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    std::atomic<bool> started = false;
    const auto request = database.write([&](db::Repo &repo) {
        started = true;
        return endless(repo);
    });
    QTRY_VERIFY(started);
    request.cancel();
    QCOMPARE(request.result().error().kind, db::Error::Kind::Canceled);
    QVERIFY(database.write([](db::Repo &repo) { return repo.count(db::from<Author>()); }).result());
}

void tst_Database::aCanceledWriteLeavesNothing()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    std::atomic<bool> started = false;
    const auto request = database.write([&](db::Repo &repo) {
        return repo.transaction([&]() -> db::Result<qint64> {
            library::addAuthor(repo, u"Ada"_s);
            started = true;
            return endless(repo);
        });
    });
    QTRY_VERIFY(started);
    request.cancel();
    QCOMPARE(request.result().error().kind, db::Error::Kind::Canceled);
    QCOMPARE(database.write([](db::Repo &repo) { return repo.count(db::from<Author>()); }).result().value_or(-1), qint64(0));
}

void tst_Database::whatWaitsIsCanceledWithTheDatabase()
{
    auto database = std::make_unique<db::Database>(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    std::atomic<bool> started = false;
    const auto running = database->write([&](db::Repo &repo) {
        started = true;
        return endless(repo);
    });
    const auto waiting = database->write([](db::Repo &repo) { return repo.count(db::from<Author>()); });
    QTRY_VERIFY(started);
    database.reset();
    QCOMPARE(running.result().error().kind, db::Error::Kind::Canceled);
    QCOMPARE(waiting.result().error().kind, db::Error::Kind::Canceled);
}

void tst_Database::readersCannotWrite()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    const auto refused = database.read([](db::Repo &repo) { return repo.deleteAll(db::from<Author>()); }).result();
    QCOMPARE(refused.error().kind, db::Error::Kind::ReadOnly);
}

void tst_Database::aDatabaseInMemoryIsOne()
{
    db::Database database(db::DatabaseUrl::inMemory());
    QVERIFY(database.write([](db::Repo &repo) { return db::Migrator(repo, library::migrations()).migrate({}); }).result());
    QCOMPARE(database.read([](db::Repo &repo) { return repo.count(db::from<Author>()); }).result().value_or(-1), qint64(0));
}

void tst_Database::aUrlIsReadAsItWasWritten_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"blog.sqlite", "a?b.sqlite", "50%25.sqlite", "50%.sqlite", "a#b c.sqlite", "t\303\251.sqlite", "?%3F"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void tst_Database::aUrlIsReadAsItWasWritten()
{
    QFETCH(QString, name);
    const db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(path(name));
    QCOMPARE(url.displayName(), name);
    const auto read = db::DatabaseUrl::parse(url.toString());
    QVERIFY(read);
    QCOMPARE(read->path(), url.path());
    QCOMPARE(db::DatabaseUrl::parse(db::DatabaseUrl::inMemory().toString())->path(), u":memory:"_s);
}

void tst_Database::whatCannotBeOpenedSaysWhy_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    QTest::newRow("missing") << QByteArray() << int(db::Error::Kind::CannotOpen);
    QTest::newRow("text") << QByteArray("Dear diary, today I opened a text file as a database.\n").repeated(50) << int(db::Error::Kind::NotADatabase);
    QTest::newRow("truncated") << QByteArray("SQLite format 3\0\x10\x00\x01\x01", 20) << int(db::Error::Kind::NotADatabase);
}

void tst_Database::whatCannotBeOpenedSaysWhy()
{
    QFETCH(QByteArray, content);
    QFETCH(int, kind);
    if (!content.isEmpty()) {
        QFile file(path(u"odd.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto opened = db::Connection::open(db::DatabaseUrl::sqliteFile(path(u"odd.sqlite"_s)));
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().kind), kind);
    QVERIFY(opened.error().message.contains(u"odd.sqlite") || opened.error().subject.contains(u"odd.sqlite"));
    QCOMPARE(QFile(path(u"odd.sqlite"_s)).size(), content.size());
}

void tst_Database::aDatabaseThatComesBackIsFound()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"later.sqlite"_s)));
    const auto ask = [&] { return database.write([](db::Repo &repo) { return db::Migrator(repo, library::migrations()).migrate({}); }).result(); };
    QCOMPARE(ask().error().kind, db::Error::Kind::CannotOpen);
    QVERIFY(db::Connection::create(database.url()));
    QVERIFY(ask());
}

void tst_Database::aSecondWriterIsWaitedForAndThenNamed()
{
    TestDatabase other = TestDatabase::file(path(u"library.sqlite"_s));
    QVERIFY(other.connection->begin());
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    const auto refused = database.write([](db::Repo &repo) { return repo.deleteAll(db::from<Author>()); }).result();
    QCOMPARE(refused.error().kind, db::Error::Kind::Locked);
    QVERIFY(database.read([](db::Repo &repo) { return repo.count(db::from<Author>()); }).result());
    other.connection->rollback();
    QVERIFY(database.write([](db::Repo &repo) { return repo.deleteAll(db::from<Author>()); }).result());
}

void tst_Database::aDatabaseIsMadeWithItsFolder()
{
    const auto url = db::DatabaseUrl::sqliteFile(path(u"some/where/new.sqlite"_s));
    QVERIFY(db::Connection::create(url));
    QVERIFY(db::Connection::open(url));
    QCOMPARE(db::Connection::create(url).error().message, u"new.sqlite: there is such a file already"_s);

    const auto belowFile = db::Connection::create(db::DatabaseUrl::sqliteFile(url.path() + u"/x.sqlite"));
    QVERIFY(!belowFile);
    const QString noFolder = u"x.sqlite: the folder %1 cannot be made: "_s.arg(url.path());
    QVERIFY2(belowFile.error().message.startsWith(noFolder) && belowFile.error().message.size() > noFolder.size(), reason(belowFile).constData());
    // Nobody may make files there, not even the administrator.
    const auto inSystem = db::Connection::create(db::DatabaseUrl::sqliteFile(u"/proc/x.sqlite"_s));
    QVERIFY(!inSystem);
    const QString noFile = u"x.sqlite: no file can be made in the folder /proc: "_s;
    QVERIFY2(inSystem.error().message.startsWith(noFile) && inSystem.error().message.size() > noFile.size(), reason(inSystem).constData());
    QVERIFY(db::Connection::drop(url));
    QVERIFY(!QFile::exists(url.path()));
}

void tst_Database::onlyAWriteAheadLogIsSyncedLess()
{
    const QString file = path(u"library.sqlite"_s);
    const auto synchronous = [&] { return TestDatabase::file(file).texts(u"PRAGMA synchronous"_s); };
    QCOMPARE(TestDatabase::file(file).texts(u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
    QCOMPARE(synchronous(), QStringList{u"1"_s});
    QCOMPARE(TestDatabase::file(file).texts(u"PRAGMA journal_mode = DELETE"_s), QStringList{u"delete"_s});
    QCOMPARE(synchronous(), QStringList{u"2"_s});
}

void tst_Database::aWaitForAnotherWriterCanBeCanceled()
{
    TestDatabase other = TestDatabase::file(path(u"library.sqlite"_s));
    QVERIFY(other.connection->begin());
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    std::atomic<bool> started = false;
    const auto request = database.write([&](db::Repo &repo) {
        started = true;
        return repo.deleteAll(db::from<Author>());
    });
    QTRY_VERIFY(started);
    request.cancel();
    QCOMPARE(request.result().error().kind, db::Error::Kind::Canceled);
    other.connection->rollback();
    QVERIFY(database.write([](db::Repo &repo) { return repo.deleteAll(db::from<Author>()); }).result());
}

void tst_Database::aDatabaseThatWaitsCanBeClosed()
{
    TestDatabase other = TestDatabase::file(path(u"library.sqlite"_s));
    QVERIFY(other.connection->begin());
    auto database = std::make_unique<db::Database>(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    std::atomic<bool> started = false;
    const auto request = database->write([&](db::Repo &repo) {
        started = true;
        return repo.deleteAll(db::from<Author>());
    });
    QTRY_VERIFY(started);
    database.reset();
    QCOMPARE(request.result().error().kind, db::Error::Kind::Canceled);
}

void tst_Database::whatIsAskedOfAClosingDatabaseIsCanceled()
{
    std::optional<db::Request<db::Result<qint64>>> late;
    QSemaphore begun;
    {
        db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
        const auto reading = database.read([&](db::Repo &repo) -> db::Result<qint64> {
            begun.release();
            while (!repo.connection().isCanceled())
                QThread::msleep(1);
            late = database.write([](db::Repo &other) { return other.count(db::from<Author>()); });
            return 0;
        });
        begun.acquire();
    }
    QVERIFY(late);
    const auto answer = late->result();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, db::Error::Kind::Canceled);
}

void tst_Database::aRequestThatTakesTooLongEnds()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    const auto refused = database
                             .write(
                                 [](db::Repo &repo) {
                                     return repo.transaction([&]() -> db::Result<qint64> {
                                         library::addAuthor(repo, u"Ada"_s);
                                         return endless(repo);
                                     });
                                 },
                                 100ms)
                             .result();
    QCOMPARE(refused.error().kind, db::Error::Kind::TimedOut);
    QVERIFY(refused.error().message.contains(u"longer than it may"));
    QCOMPARE(database.write([](db::Repo &repo) { return repo.count(db::from<Author>()); }).result().value_or(-1), qint64(0));
}

void tst_Database::aRequestThatNobodyCanBeginNamesThePool()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    QSemaphore go;
    const auto running = database.write([&](db::Repo &repo) {
        go.acquire();
        return repo.count(db::from<Author>());
    });
    bool hasBegun = false;
    const auto waiting = database.write(
        [&](db::Repo &repo) {
            hasBegun = true;
            return repo.count(db::from<Author>());
        },
        10ms);
    const db::Error error = waiting.result().error();
    QCOMPARE(error.kind, db::Error::Kind::TimedOut);
    QVERIFY(error.message.startsWith(u"library.sqlite: no connection was free within"));
    go.release();
    QVERIFY(running.result());
    QVERIFY(database.write([](db::Repo &repo) { return repo.count(db::from<Author>()); }).result());
    QVERIFY(!hasBegun);
}

void tst_Database::whatWaitsIsCanceledAtOnce()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    QSemaphore go;
    const auto running = database.write([&](db::Repo &repo) {
        go.acquire();
        return repo.count(db::from<Author>());
    });
    const auto waiting = database.write([&](db::Repo &repo) { return repo.count(db::from<Author>()); });
    waiting.cancel();
    QCOMPARE(waiting.result().error().kind, db::Error::Kind::Canceled);
    go.release();
    QVERIFY(running.result());
}

void tst_Database::requestsOfOneWorkerAreAnsweredInTheirOrder()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    QList<int> answered;
    QList<int> asked;
    for (int i = 0; i < 200; ++i) {
        asked.append(i);
        // Longer and shorter ones in turn.
        const auto request = database.write([i](db::Repo &repo) -> db::Result<int> {
            for (int n = i % 3; n < 3; ++n) {
                if (const auto count = repo.count(db::from<Author>()); !count)
                    return db::Failure(count.error());
            }
            return i;
        });
        request.then(this, [&](const db::Result<int> &number) { answered.append(number.value_or(-1)); });
    }
    QTRY_COMPARE(answered.size(), asked.size());
    QCOMPARE(answered, asked);
}

void tst_Database::aTransactionLeftOpenIsRolledBack()
{
    db::Database database(db::DatabaseUrl::sqliteFile(path(u"library.sqlite"_s)));
    QVERIFY(database
                .write([](db::Repo &repo) -> db::Result<void> {
                    if (const auto begun = repo.connection().begin(); !begun)
                        return begun;
                    library::addAuthor(repo, u"Ada"_s);
                    return {};
                })
                .result());
    QCOMPARE(database.write([](db::Repo &repo) { return repo.transaction([&] { return repo.count(db::from<Author>()); }); }).result().value_or(-1),
             qint64(0));
}

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_database.moc"
