// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"
#include "tests/support/structure.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using db::DataLoss;
using db::DryRun;
using db::Migration;
using Engine = db::DatabaseUrl::Engine;

/// Migrations that run for trial.
class tst_DryRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void everythingIsTriedAndNothingIsLeft();
    void aDatabaseWithoutBooksGetsNone();
    void whatFailsIsNamedAndEndsTheTrial();
    void lossesAreCounted();
    void rowsThatAreTouchedAreCounted();
    void locksAreTold();
    void whatCannotBeTakenBackIsNotTried();
    void aWayBackIsTriedToo();
    void tablesThatOthersReferToAreMadeAnew();
    void onlyTheRestOfWhatIsHalfWayIsTried();
    void theCopyHasViewsTriggersAndRoutines();
    void aCopyThatWasLeftBehindIsRemoved();

private:
    DryRun tried(const QList<Migration> &migrations, bool up = true, const db::Migrator::Options &options = {});
    QStringList copies() { return m_db->texts(u"SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'quecto\\_dry\\_run\\_%'"_s); }

    std::optional<TestDatabase> m_db;
};

namespace {

Migration running(qint64 version, const QStringList &statements, bool inTransaction = true)
{
    Migration migration{.version = version, .name = u"step_%1"_s.arg(version), .up = [statements](db::SchemaChange &schema) {
                            for (const QString &statement : statements)
                                schema.execute(statement);
                        }};
    migration.inTransaction = inTransaction;
    return migration;
}

QStringList texts(const QList<DataLoss> &losses)
{
    QStringList list;
    for (const DataLoss &loss : losses)
        list.append(loss.text());
    return list;
}

} // namespace

void tst_DryRun::init()
{
    m_db.emplace(TestDatabase::empty());
}

DryRun tst_DryRun::tried(const QList<Migration> &migrations, bool up, const db::Migrator::Options &options)
{
    const auto run = db::Migrator(m_db->repo, migrations).dryRun(up, options);
    if (!run)
        QTest::qFail(reason(run).constData(), __FILE__, __LINE__);
    return run.value_or(DryRun());
}

void tst_DryRun::everythingIsTriedAndNothingIsLeft()
{
    QVERIFY(db::Migrator(m_db->repo, threeTables()).migrate({.step = 1}));
    const QStringList before = structureOf(*m_db);
    const DryRun run = tried(threeTables());
    QVERIFY(run.hasSucceeded());
    QCOMPARE(run.isOnCopy, testedEngine() == Engine::MariaDb);
    QCOMPARE(run.migrations.size(), 2);
    QCOMPARE(run.migrations.first().version, firstVersion + 1);
    QCOMPARE(run.migrations.first().name, u"create_berries"_s);
    QCOMPARE(run.migrations.first().statements.size(), 1);
    QCOMPARE(run.migrations.first().statements.first().sql, db::Migrator(m_db->repo, threeTables()).sql(firstVersion + 1, true).value().first());
    QCOMPARE(structureOf(*m_db), before);
    QCOMPARE(books(*m_db), QStringList(QString::number(firstVersion)));
    if (testedEngine() == Engine::MariaDb)
        QCOMPARE(copies(), QStringList());
}

void tst_DryRun::aDatabaseWithoutBooksGetsNone()
{
    QVERIFY(tried(threeTables()).hasSucceeded());
    QVERIFY(allTables(*m_db).isEmpty());
    const auto later = db::Migrator(m_db->repo, threeTables()).migrate({});
    QVERIFY2(later, reason(later).constData());
}

void tst_DryRun::whatFailsIsNamedAndEndsTheTrial()
{
    const DryRun run = tried({creating(1, u"apples"_s), running(2, {u"INSERT INTO apples (name) VALUES ('Cox')"_s, u"INSERT INTO nowhere VALUES (1)"_s}), creating(3, u"pears"_s)});
    QVERIFY(!run.hasSucceeded());
    QVERIFY(!run.migrations.at(0).error);
    QVERIFY(run.migrations.at(1).error);
    QCOMPARE(run.migrations.at(1).error->sql, u"INSERT INTO nowhere VALUES (1)"_s);
    QCOMPARE(run.migrations.at(1).statements.size(), 1);
    QCOMPARE(run.migrations.at(2).notTried, u"the one before it failed"_s);
    QVERIFY(allTables(*m_db).isEmpty());
}

void tst_DryRun::lossesAreCounted()
{
    QVERIFY(db::Migrator(m_db->repo, {creating(1, u"apples"_s), creating(2, u"pears"_s)}).migrate({}));
    for (const QString &table : {u"apples"_s, u"pears"_s})
        m_db->execute(u"INSERT INTO %1 (name) VALUES ('a'), ('b'), (NULL)"_s.arg(table));
    const Migration dropping{.version = 3, .name = u"drop"_s, .up = [](db::SchemaChange &schema) {
                                 schema.alterTable("apples", [](db::TableChange &table) { table.remove("name"); });
                                 schema.dropTable("apples");
                                 schema.execute(u"DROP TABLE IF EXISTS pears"_s);
                             }};
    const DryRun run = tried({creating(1, u"apples"_s), creating(2, u"pears"_s), dropping});
    QVERIFY(run.hasSucceeded());
    QCOMPARE(texts(run.migrations.first().losses),
             QStringList({u"column name of table apples with 2 values"_s, u"table apples with 3 rows"_s, u"table pears with 3 rows"_s}));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM apples"_s), QStringList(u"3"_s));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM pears"_s), QStringList(u"3"_s));
}

void tst_DryRun::rowsThatAreTouchedAreCounted()
{
    QVERIFY(db::Migrator(m_db->repo, {creating(1, u"apples"_s)}).migrate({}));
    m_db->execute(u"INSERT INTO apples (name) VALUES ('a'), ('b'), ('c')"_s);
    const DryRun run = tried({creating(1, u"apples"_s), running(2, {u"UPDATE apples SET name = 'd'"_s, u"CREATE TABLE pears (a int)"_s, u"DELETE FROM apples WHERE name = 'd'"_s})});
    QVERIFY(run.hasSucceeded());
    const QList<db::TriedStatement> &statements = run.migrations.first().statements;
    const qint64 rows = run.isOnCopy ? 0 : 3;
    QCOMPARE(statements.at(0).rows, rows);
    QCOMPARE(statements.at(1).rows, 0);
    QCOMPARE(statements.at(2).rows, rows);
    QCOMPARE(texts(run.migrations.first().losses), run.isOnCopy ? QStringList() : QStringList(u"3 rows of table apples"_s));
}

void tst_DryRun::locksAreTold()
{
    QVERIFY(db::Migrator(m_db->repo, {creating(1, u"apples"_s)}).migrate({}));
    const DryRun run = tried({creating(1, u"apples"_s), running(2, {u"UPDATE apples SET name = 'd'"_s, u"ALTER TABLE apples ADD COLUMN grams int"_s})});
    const QList<db::TriedStatement> &statements = run.migrations.first().statements;
    const bool areTold = testedEngine() == Engine::Postgres;
    QCOMPARE(statements.at(0).locks, areTold ? QStringList(u"RowExclusiveLock on apples"_s) : QStringList());
    QCOMPARE(statements.at(1).locks, areTold ? QStringList(u"AccessExclusiveLock on apples"_s) : QStringList());
}

void tst_DryRun::whatCannotBeTakenBackIsNotTried()
{
    const QString alone = testedEngine() == Engine::Sqlite ? u"VACUUM"_s : testedEngine() == Engine::Postgres ? u"VACUUM apples"_s
                                                                                                              : u"OPTIMIZE TABLE apples"_s;
    QVERIFY(db::Migrator(m_db->repo, {creating(1, u"apples"_s)}).migrate({}));
    const DryRun run = tried({creating(1, u"apples"_s), running(2, {alone}, false), running(3, {u"INSERT INTO apples (name) VALUES ('a')"_s}, false)});
    QCOMPARE(run.hasSucceeded(), run.isOnCopy);
    QCOMPARE(run.migrations.at(0).notTried, run.isOnCopy ? QString() : QString(u"this cannot be taken back: " + alone));
    QCOMPARE(run.migrations.at(1).notTried, QString());
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM apples"_s), QStringList(u"0"_s));
}

void tst_DryRun::aWayBackIsTriedToo()
{
    db::Migrator migrator(m_db->repo, threeTables());
    QVERIFY(migrator.migrate({}));
    const DryRun run = tried(threeTables(), false, {.step = 2});
    QVERIFY(run.hasSucceeded());
    QCOMPARE(run.migrations.size(), 2);
    QVERIFY(!run.migrations.first().isUp);
    QCOMPARE(texts(run.migrations.first().losses), QStringList(u"table cherries with 0 rows"_s));
    QCOMPARE(tables(*m_db).size(), 3);
}

void tst_DryRun::tablesThatOthersReferToAreMadeAnew()
{
    if (testedEngine() != Engine::Sqlite)
        QSKIP("Servers refuse to drop such tables");
    m_db->execute(u"CREATE TABLE shelves (id INTEGER PRIMARY KEY)"_s);
    m_db->execute(u"CREATE TABLE jars (shelf_id INTEGER REFERENCES shelves ON DELETE CASCADE)"_s);
    m_db->execute(u"INSERT INTO shelves VALUES (1)"_s);
    m_db->execute(u"INSERT INTO jars VALUES (1)"_s);
    const QStringList anew{u"CREATE TABLE other (id INTEGER PRIMARY KEY)"_s, u"INSERT INTO other SELECT id FROM shelves"_s, u"DROP TABLE shelves"_s, u"ALTER TABLE other RENAME TO shelves"_s};
    QVERIFY(tried({running(1, anew)}, true, {.besideOthers = true}).hasSucceeded());
    QVERIFY(!tried({running(1, {u"DROP TABLE shelves"_s})}, true, {.besideOthers = true}).hasSucceeded());
    QCOMPARE(m_db->texts(u"SELECT foreign_keys FROM pragma_foreign_keys"_s), QStringList(u"1"_s));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM jars"_s), QStringList(u"1"_s));
}

void tst_DryRun::onlyTheRestOfWhatIsHalfWayIsTried()
{
    const auto steps = [](const QString &last) { return running(1, {u"CREATE TABLE apples (name varchar(20))"_s, last}, false); };
    QVERIFY(!db::Migrator(m_db->repo, {steps(u"INSERT INTO nowhere VALUES (1)"_s)}).migrate({}));
    const DryRun run = tried({steps(u"INSERT INTO apples VALUES ('a')"_s)});
    QVERIFY(run.hasSucceeded());
    QCOMPARE(run.migrations.first().statements.size(), 1);
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM apples"_s), QStringList(u"0"_s));
}

void tst_DryRun::theCopyHasViewsTriggersAndRoutines()
{
    if (testedEngine() != Engine::MariaDb)
        QSKIP("Others need no copy");
    m_db->execute(u"CREATE TABLE apples (id int PRIMARY KEY, name varchar(20))"_s);
    m_db->execute(u"CREATE TABLE pips (apple_id int, FOREIGN KEY (apple_id) REFERENCES apples (id))"_s);
    m_db->execute(u"CREATE VIEW a_names AS SELECT name FROM apples"_s);
    m_db->execute(u"CREATE VIEW a_first AS SELECT min(name) AS name FROM a_names"_s);
    m_db->execute(u"CREATE FUNCTION twice(a int) RETURNS int RETURN 2 * a"_s);
    m_db->execute(u"CREATE TRIGGER shout BEFORE INSERT ON apples FOR EACH ROW SET NEW.name = upper(NEW.name)"_s);
    const QStringList statements{u"DROP TRIGGER shout"_s, u"DROP FUNCTION twice"_s, u"DROP VIEW a_first"_s, u"DROP VIEW a_names"_s, u"DROP TABLE pips"_s};
    const DryRun run = tried({running(1, statements)}, true, {.besideOthers = true});
    QVERIFY2(run.hasSucceeded(), run.migrations.first().error ? qPrintable(run.migrations.first().error->message) : "");
    QCOMPARE(tables(*m_db), QStringList({u"apples"_s, u"pips"_s}));
    QCOMPARE(copies(), QStringList());
}

void tst_DryRun::aCopyThatWasLeftBehindIsRemoved()
{
    if (testedEngine() != Engine::MariaDb)
        QSKIP("Others need no copy");
    m_db->execute(u"CREATE DATABASE quecto_dry_run_left"_s);
    m_db->execute(u"CREATE DATABASE quecto_dry_run_used"_s);
    m_db->texts(u"SELECT GET_LOCK('quecto_dry_run_used', 0)"_s);
    QVERIFY(tried(threeTables()).hasSucceeded());
    QCOMPARE(copies(), QStringList(u"quecto_dry_run_used"_s));
    m_db->texts(u"SELECT RELEASE_LOCK('quecto_dry_run_used')"_s);
    QVERIFY(tried(threeTables()).hasSucceeded());
    QCOMPARE(copies(), QStringList());
}

QTEST_GUILESS_MAIN(tst_DryRun)
#include "tst_dry_run.moc"
