// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/site.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using library::Author;

/// Two programs that change the same row at the same time.
class tst_ConcurrentChanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void theSecondOfTwoComparedChangesIsStale();
    void aRefusedWriteKeepsTheLocksOfItsTransaction();

private:
    /// Another program, which changes the row by `change` while the work of `meanwhile` is going on in a transaction of this one:
    /// it waits for its turn there.
    template <typename Change, typename Work>
    void whileAnotherWaits(Change change, Work work);
    bool someoneWaits();

    std::optional<Site> m_site;
    std::unique_ptr<db::Connection> m_connection;
    std::unique_ptr<db::Connection> m_observer;
    Author m_ada;
};

void tst_ConcurrentChanges::init()
{
    m_observer.reset();
    m_connection.reset();
    m_site.emplace();
    m_connection = std::move(*db::Connection::open(m_site->url));
    m_observer = std::move(*db::Connection::open(m_site->url));
    db::Repo repo(*m_connection);
    m_ada = library::addAuthor(repo, u"Ada"_s);
}

/// Whether a statement of the database waits for a lock.
bool tst_ConcurrentChanges::someoneWaits()
{
    const bool isPostgres = testedEngine() == db::DatabaseUrl::Engine::Postgres;
    const QString sql = isPostgres ? u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"_s
                                   : u"SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'Innodb_row_lock_current_waits'"_s;
    qint64 waiting = 0;
    const auto asked = m_observer->select({.kind = db::Statement::Kind::Select, .sql = sql}, [&](const db::RowReader &row) {
        waiting = row.value(0, db::Type::Integer).toLongLong();
        return true;
    });
    return asked && waiting > 0;
}

template <typename Change, typename Work>
void tst_ConcurrentChanges::whileAnotherWaits(Change change, Work work)
{
    // SQLite lets nobody begin before the other has ended, and has nothing that could be asked.
    const bool isSqlite = testedEngine() == db::DatabaseUrl::Engine::Sqlite;
    std::thread other;
    db::Repo repo(*m_connection);
    const auto done = repo.transaction([&]() -> db::Result<void> {
        const db::Result<void> worked = work(repo);
        if (!worked)
            return worked;
        other = std::thread([&] {
            const auto connection = db::Connection::open(m_site->url);
            db::Repo others(**connection);
            change(others);
        });
        const bool isWaiting = isSqlite || QTest::qWaitFor([&] { return someoneWaits(); });
        return isWaiting ? db::Result<void>() : repo.rollback(db::Error::refused(u"The other program does not wait"_s));
    });
    if (other.joinable())
        other.join();
    QVERIFY2(done, reason(done).constData());
}

void tst_ConcurrentChanges::theSecondOfTwoComparedChangesIsStale()
{
    std::optional<db::Error> second;
    const auto change = [&](db::Repo &others) {
        const auto changed = others.update(db::change(m_ada).put(&Author::name, u"Beth"_s).checkUnchanged());
        second = changed ? std::nullopt : std::optional(changed.error());
    };
    whileAnotherWaits(change, [&](db::Repo &repo) -> db::Result<void> {
        const auto changed = repo.update(db::change(m_ada).put(&Author::name, u"Adele"_s).checkUnchanged());
        return changed ? db::Result<void>() : db::Failure(changed.error());
    });
    QVERIFY(second);
    QCOMPARE(second->kind, db::Error::Kind::Stale);
    QCOMPARE(db::Repo(*m_connection).fetch(m_ada.id)->name, u"Adele"_s);
}

void tst_ConcurrentChanges::aRefusedWriteKeepsTheLocksOfItsTransaction()
{
    const auto change = [&](db::Repo &others) { others.update(db::change(m_ada).put(&Author::born, 1815)); };
    whileAnotherWaits(change, [&](db::Repo &repo) -> db::Result<void> {
        const auto locked = repo.one(db::from<Author>().where(db::col(&Author::id) == m_ada.id).lock(db::Lock::Update));
        if (!locked)
            return db::Failure(locked.error());
        const auto twin = repo.insert(db::change(Author{}).put(&Author::name, u"Ada"_s).put(&Author::email, u"other"_s).uniqueConstraint(&Author::name));
        const bool isRefused = !twin && twin.error().kind == db::Error::Kind::Invalid;
        return isRefused ? db::Result<void>() : db::Failure(db::Error::refused(u"The twin was not refused"_s));
    });
}

QTEST_GUILESS_MAIN(tst_ConcurrentChanges)
#include "tst_concurrent_changes.moc"
