// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using db::Migration;
using db::MigrationLockHolder;
using Engine = db::DatabaseUrl::Engine;

/// Programs that wait for each other's migrations.
class tst_MigrationLock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void aRunningMigrationOfEctoExcludesOurs_data();
    void aRunningMigrationOfEctoExcludesOurs();
    void whoWritesTheFileIsWaitedForAsLongAsIsTold();
    void ofTwoProgramsOneRunsWhatHasNoTransaction();
    void aMigrationWithoutATransactionKeepsTheOthersOut();
    void ourMigrationsKeepEctosOut();
    void nothingIsLockedAfterwards();

private:
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
    db::DatabaseUrl m_url = db::DatabaseUrl::inMemory();
    std::unique_ptr<db::Connection> m_connection; ///< ours
    std::unique_ptr<db::Connection> m_other; ///< another program's
};

namespace {

constexpr std::chrono::milliseconds soon(250);

db::Result<void> run(db::Connection &connection, const QString &sql)
{
    return db::Repo(connection).execute(sql);
}

Migration filling(bool inTransaction)
{
    Migration migration{.version = firstVersion + 1, .name = u"fill"_s, .up = [](db::SchemaChange &schema) { schema.execute(u"INSERT INTO apples (name) VALUES ('Cox')"_s); }};
    migration.inTransaction = inTransaction;
    return migration;
}

/// How Ecto's adapter keeps others out: see ecto_sql's Ecto.Adapters.SQL.Connection and MyXQL's lock_for_migrations.
QStringList ectosLock(Engine engine)
{
    return engine == Engine::Postgres ? QStringList{u"BEGIN"_s, u"LOCK TABLE \"schema_migrations\" IN SHARE UPDATE EXCLUSIVE MODE"_s}
                                      : QStringList{u"DO GET_LOCK(LEFT(CONCAT('ecto_', DATABASE()), 64), 0)"_s};
}
QString ectosUnlock(Engine engine)
{
    return engine == Engine::Postgres ? u"COMMIT"_s : u"DO RELEASE_LOCK(LEFT(CONCAT('ecto_', DATABASE()), 64))"_s;
}

} // namespace

void tst_MigrationLock::init()
{
    m_connection.reset();
    m_other.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"jars.sqlite"_s);
    m_url = testedEngine() == Engine::Sqlite ? db::DatabaseUrl::sqliteFile(m_path) : TestServer::shared(testedEngine()).emptyDatabase();
    if (testedEngine() == Engine::Sqlite)
        QVERIFY(db::Connection::create(m_url));
    for (std::unique_ptr<db::Connection> *connection : {&m_connection, &m_other}) {
        auto opened = db::Connection::open(m_url);
        QVERIFY2(opened, reason(opened).constData());
        *connection = std::move(*opened);
    }
    db::Repo repo(*m_connection);
    QVERIFY(db::Migrator(repo, {creating(firstVersion, u"apples"_s)}).migrate({}));
}

void tst_MigrationLock::aRunningMigrationOfEctoExcludesOurs_data()
{
    QTest::addColumn<bool>("inTransaction");
    QTest::newRow("in a transaction") << true;
    QTest::newRow("without a transaction") << false;
}

void tst_MigrationLock::aRunningMigrationOfEctoExcludesOurs()
{
    QFETCH(bool, inTransaction);
    if (testedEngine() == Engine::Sqlite)
        QSKIP("Ecto has no lock on SQLite");
    for (const QString &sql : ectosLock(testedEngine()))
        QVERIFY(run(*m_other, sql));
    QList<MigrationLockHolder> told;
    db::Repo repo(*m_connection);
    db::Migrator migrator(repo, {creating(firstVersion, u"apples"_s), filling(inTransaction)});
    const auto late = migrator.migrate({.lockTimeout = soon, .waiting = [&told](const MigrationLockHolder &holder) { told.append(holder); }});
    QVERIFY(!late);
    QVERIFY2(late.error().kind == db::Error::Kind::Locked, reason(late).constData());
    QCOMPARE(told.size(), 1);
    QString process;
    QVERIFY(m_other->select({.sql = testedEngine() == Engine::Postgres ? u"SELECT pg_backend_pid()"_s : u"SELECT CONNECTION_ID()"_s}, [&](const db::RowReader &row) {
        process = row.value(0, db::Type::String).toString();
        return false;
    }));
    QCOMPARE(told.first().process, process);
    QVERIFY2(!told.first().user.isEmpty(), qPrintable(told.first().text()));
    QVERIFY(told.first().since.isValid());
    QVERIFY2(late.error().message.contains(QString(u"process " + process)), reason(late).constData());

    QVERIFY(run(*m_other, ectosUnlock(testedEngine())));
    const auto migrated = migrator.migrate({.lockTimeout = std::chrono::seconds(20)});
    QVERIFY2(migrated, reason(migrated).constData());
    QCOMPARE(migrated->size(), 1);
}

void tst_MigrationLock::whoWritesTheFileIsWaitedForAsLongAsIsTold()
{
    if (testedEngine() != Engine::Sqlite)
        QSKIP("Only SQLite locks the whole database");
    QVERIFY(run(*m_other, u"BEGIN IMMEDIATE"_s));
    QStringList told;
    db::Repo repo(*m_connection);
    db::Migrator migrator(repo, {creating(firstVersion, u"apples"_s), filling(true)});
    const auto late = migrator.migrate({.lockTimeout = std::chrono::milliseconds(0), .waiting = [&told](const MigrationLockHolder &holder) { told.append(holder.text()); }});
    QVERIFY(!late);
    QCOMPARE(late.error().kind, db::Error::Kind::Locked);
    QCOMPARE(told, QStringList(u"another program"_s));
    const auto giveFree = [this, &told](const MigrationLockHolder &holder) {
        told.append(holder.text());
        QVERIFY(run(*m_other, u"COMMIT"_s));
    };
    const auto migrated = migrator.migrate({.waiting = giveFree});
    QVERIFY2(migrated, reason(migrated).constData());
    QCOMPARE(told.size(), 2);
}

void tst_MigrationLock::ofTwoProgramsOneRunsWhatHasNoTransaction()
{
    const QList<Migration> migrations{creating(firstVersion, u"apples"_s), filling(false)};
    constexpr int programs = 3;
    std::array<db::Result<QList<db::MigrationRun>>, programs> outcomes;
    std::array<std::unique_ptr<QThread>, programs> threads;
    for (int i = 0; i < programs; ++i) {
        threads[i].reset(QThread::create([&, i] {
            const auto connection = db::Connection::open(m_url);
            if (!connection) {
                outcomes[i] = db::Failure(connection.error());
                return;
            }
            db::Repo repo(**connection);
            outcomes[i] = db::Migrator(repo, migrations).migrate({});
        }));
        threads[i]->start();
    }
    qsizetype runs = 0;
    for (int i = 0; i < programs; ++i) {
        QVERIFY(threads[i]->wait());
        QVERIFY2(outcomes[i], reason(outcomes[i]).constData());
        runs += outcomes[i]->size();
    }
    QCOMPARE(runs, 1);
}

void tst_MigrationLock::aMigrationWithoutATransactionKeepsTheOthersOut()
{
    db::Repo repo(*m_connection);
    db::Repo other(*m_other);
    db::Result<QList<db::MigrationRun>> meanwhile;
    QList<MigrationLockHolder> told;
    const auto tryBoth = [&](const db::MigrationRun &run) {
        if (run.milliseconds >= 0)
            return;
        db::Migrator::Options options{.lockTimeout = soon, .waiting = [&told](const MigrationLockHolder &holder) { told.append(holder); }};
        meanwhile = db::Migrator(other, {creating(firstVersion, u"apples"_s), creating(firstVersion + 2, u"pears"_s)}).migrate(options);
    };
    const auto migrated = db::Migrator(repo, {creating(firstVersion, u"apples"_s), filling(false)}).migrate({}, tryBoth);
    QVERIFY2(migrated, reason(migrated).constData());
    QVERIFY(!meanwhile);
    QVERIFY2(meanwhile.error().kind == db::Error::Kind::Locked, reason(meanwhile).constData());
    QCOMPARE(told.size(), 1);
    QVERIFY2(!told.first().process.isEmpty(), qPrintable(told.first().text()));
    const auto later = db::Migrator(other, {creating(firstVersion, u"apples"_s), creating(firstVersion + 2, u"pears"_s)}).migrate({});
    QVERIFY2(later, reason(later).constData());
}

void tst_MigrationLock::ourMigrationsKeepEctosOut()
{
    if (testedEngine() != Engine::Postgres)
        QSKIP("MariaDB tests the same by its name, SQLite by its transaction");
    db::Repo repo(*m_connection);
    bool wasFree = true;
    const auto asEcto = [&](const db::MigrationRun &migration) {
        if (migration.milliseconds >= 0)
            return;
        QVERIFY(run(*m_other, u"BEGIN"_s));
        wasFree = run(*m_other, u"LOCK TABLE \"schema_migrations\" IN SHARE UPDATE EXCLUSIVE MODE NOWAIT"_s).has_value();
        QVERIFY(run(*m_other, u"ROLLBACK"_s));
    };
    const auto migrated = db::Migrator(repo, {creating(firstVersion, u"apples"_s), filling(true)}).migrate({}, asEcto);
    QVERIFY2(migrated, reason(migrated).constData());
    QVERIFY(!wasFree);
}

void tst_MigrationLock::nothingIsLockedAfterwards()
{
    db::Repo repo(*m_connection);
    const Migration broken{.version = firstVersion + 1, .name = u"fill"_s, .up = [](db::SchemaChange &schema) { schema.execute(u"INSERT INTO nowhere VALUES (1)"_s); }, .inTransaction = false};
    QVERIFY(!db::Migrator(repo, {creating(firstVersion, u"apples"_s), broken}).migrate({}));
    db::Repo other(*m_other);
    const auto migrated = db::Migrator(other, {creating(firstVersion, u"apples"_s), filling(false)}).migrate({.lockTimeout = soon});
    QVERIFY2(migrated, reason(migrated).constData());
    QVERIFY(!QFile::exists(QString(m_path + u"-migrating")));
}

QTEST_GUILESS_MAIN(tst_MigrationLock)
#include "tst_migration_lock.moc"
