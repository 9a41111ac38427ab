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
    void lossesByOwnSqlAreCounted_data();
    void lossesByOwnSqlAreCounted();
    void rowsThatAreTouchedAreCounted();
    void locksAreTold();
    void whatCannotBeTakenBackIsNotTried();
    void aWayBackIsTriedToo();
    void tablesThatOthersReferToAreMadeAnew();
    void onlyTheRestOfWhatIsHalfWayIsTried();
    void theCopyHasViewsTriggersAndRoutines();
    void aCopyThatWasLeftBehindIsRemoved();
    void whatMayReachBeyondTheCopyIsNotTried_data();
    void whatMayReachBeyondTheCopyIsNotTried();
    void functionsAreNotTriedInACopy();
    void whatIsConfinedIsTriedInACopy();
    void whatTheCopyHasNamesTheCopy();
    void whatEndsTheTransactionIsNotTried();
    void whatSaysNothingOfAMigrationIsNoVerdict();

private:
    DryRun tried(const QList<Migration> &migrations, bool up = true, const db::Migrator::Options &options = {});
    QStringList copies() { return m_db->texts(u"SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'quecto\\_dry\\_run\\_%' ORDER BY schema_name"_s); }

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

void tst_DryRun::lossesByOwnSqlAreCounted_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("losses");
    QTest::addColumn<QList<Engine>>("engines");
    const QList<Engine> all{Engine::Sqlite, Engine::Postgres, Engine::MariaDb};
    const QList<Engine> servers{Engine::Postgres, Engine::MariaDb};
    const QString apples = u"table apples with 3 rows"_s;
    const QString name = u"column name of table apples with 2 values"_s;
    QTest::newRow("a column without its word") << u"ALTER TABLE apples DROP name"_s << QStringList(name) << all;
    QTest::newRow("a column with its word") << u"ALTER /* so */ TABLE apples\nDROP -- it\nCOLUMN name"_s << QStringList(name) << all;
    QTest::newRow("two columns") << u"ALTER TABLE apples DROP name, ADD grams int, DROP COLUMN IF EXISTS id"_s << QStringList({name, u"column id of table apples with 3 values"_s}) << servers;
    QTest::newRow("a default") << u"ALTER TABLE apples ALTER COLUMN name DROP DEFAULT"_s << QStringList() << servers;
    QTest::newRow("a constraint") << u"ALTER TABLE apples DROP CONSTRAINT IF EXISTS name"_s << QStringList() << servers;
    QTest::newRow("two tables") << u"DROP TABLE apples, pears"_s << QStringList({apples, u"table pears with 1 rows"_s}) << servers;
    QTest::newRow("two emptied tables") << u"TRUNCATE TABLE ONLY apples, pears"_s << QStringList({u"3 rows of table apples"_s, u"1 rows of table pears"_s}) << QList<Engine>{Engine::Postgres};
    QTest::newRow("a table of a database") << u"DROP TABLE \"main\" . \"apples\""_s << QStringList(u"table main.apples with 3 rows"_s) << QList<Engine>{Engine::Sqlite};
    QTest::newRow("rows behind WITH") << u"WITH one AS (SELECT 1 AS n) DELETE FROM apples WHERE id IN (SELECT n FROM one)"_s << QStringList(u"1 rows of table apples"_s)
                                      << QList<Engine>{Engine::Sqlite, Engine::Postgres};
    QTest::newRow("rows within WITH") << u"WITH gone AS (DELETE FROM apples RETURNING id) SELECT * FROM gone WHERE id = 1"_s << QStringList(u"3 rows of table apples"_s)
                                      << QList<Engine>{Engine::Postgres};
    QTest::newRow("words in a text") << u"UPDATE apples SET name = 'DROP TABLE apples'"_s << QStringList() << all;
}

void tst_DryRun::lossesByOwnSqlAreCounted()
{
    QFETCH(QString, sql);
    QFETCH(QList<Engine>, engines);
    if (!engines.contains(testedEngine()))
        QSKIP("Not said like this");
    m_db->execute(u"CREATE TABLE apples (id int, name varchar(20))"_s);
    m_db->execute(u"CREATE TABLE pears (id int)"_s);
    m_db->execute(u"INSERT INTO apples VALUES (1, 'a'), (2, 'b'), (3, NULL)"_s);
    m_db->execute(u"INSERT INTO pears VALUES (1)"_s);
    const DryRun run = tried({running(1, {sql})}, true, {.besideOthers = true});
    QVERIFY2(run.hasSucceeded(), run.migrations.first().error ? qPrintable(run.migrations.first().error->message) : "");
    QTEST(texts(run.migrations.first().losses), "losses");
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
    const QString left = u"quecto_dry_run_"_s + QString(32, u'a');
    const QString used = u"quecto_dry_run_"_s + QString(32, u'b');
    const QString unmarked = u"quecto_dry_run_"_s + QString(32, u'c');
    const QString renamed = u"quecto_dry_run_archive"_s;
    for (const QString &name : {left, used, unmarked, renamed}) {
        m_db->execute(u"CREATE DATABASE "_s + name);
        m_db->execute(u"CREATE TABLE %1.%2 (id int) COMMENT '%3'"_s.arg(name, name == unmarked ? u"apples"_s : u"quecto_dry_run_marker"_s, u"Made by a dry run of Quecto, which drops this database"_s));
    }
    m_db->texts(u"SELECT GET_LOCK('%1', 0)"_s.arg(used));
    QVERIFY(tried(threeTables()).hasSucceeded());
    QCOMPARE(copies(), QStringList({renamed, used, unmarked}));
    m_db->texts(u"SELECT RELEASE_LOCK('%1')"_s.arg(used));
    QVERIFY(tried(threeTables()).hasSucceeded());
    QCOMPARE(copies(), QStringList({renamed, unmarked}));
    m_db->execute(u"DROP DATABASE "_s + unmarked);
    m_db->execute(u"DROP DATABASE "_s + renamed);
}

void tst_DryRun::whatMayReachBeyondTheCopyIsNotTried_data()
{
    QTest::addColumn<QString>("sql");
    const QStringList dangerous{
        u"DELETE FROM $.pets"_s,
        u"DELETE FROM `$` . pets"_s,
        u"UPDATE apples SET name = (SELECT max(name) FROM /* x */ $./**/pets)"_s,
        u"CREATE TRIGGER hidden AFTER INSERT ON apples FOR EACH ROW BEGIN DELETE FROM $.pets; END"_s,
        u"CREATE OR REPLACE TABLE $.pets (id int)"_s,
        u"/*!50000 DELETE FROM pets */"_s,
        u"CALL clear_pets()"_s,
        u"DO release_all_locks()"_s,
        u"EXECUTE IMMEDIATE 'SELECT 1'"_s,
        u"PREPARE s FROM 'SELECT 1'"_s,
        u"BEGIN NOT ATOMIC CREATE USER eve; END"_s,
        u"IF 1 THEN CREATE USER eve; END IF"_s,
        u"CREATE USER eve"_s,
        u"CREATE OR REPLACE USER eve"_s,
        u"CREATE DATABASE eve"_s,
        u"ALTER USER eve IDENTIFIED BY 'x'"_s,
        u"DROP DATABASE $"_s,
        u"GRANT ALL ON *.* TO eve"_s,
        u"REVOKE ALL ON *.* FROM eve"_s,
        u"SET GLOBAL max_connections = 100"_s,
        u"CREATE FUNCTION louder() RETURNS int BEGIN SET GLOBAL max_connections = 100; RETURN 1; END"_s,
        u"CREATE FUNCTION shell RETURNS string SONAME 'shell.so'"_s,
        u"CREATE EVENT often ON SCHEDULE EVERY 1 SECOND DO DELETE FROM pets"_s,
        u"CREATE SERVER far FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'x')"_s,
        u"CREATE TABLE far (id int) ENGINE=FEDERATED CONNECTION='mysql://x/y/z'"_s,
        u"SELECT * INTO OUTFILE '/tmp/apples' FROM apples"_s,
        u"RENAME USER eve TO adam"_s,
        u"USE $"_s,
        u"FLUSH TABLES"_s,
        u"LOCK TABLES apples WRITE"_s,
        u"KILL 1"_s,
    };
    for (const QString &sql : dangerous)
        QTest::newRow(qPrintable(sql)) << sql;
}

void tst_DryRun::whatMayReachBeyondTheCopyIsNotTried()
{
    if (testedEngine() != Engine::MariaDb)
        QSKIP("Others need no copy");
    QFETCH(QString, sql);
    m_db->execute(u"CREATE TABLE apples (name varchar(20))"_s);
    m_db->execute(u"CREATE TABLE pets (id int)"_s);
    m_db->execute(u"INSERT INTO pets VALUES (1)"_s);
    m_db->execute(u"CREATE PROCEDURE clear_pets() DELETE FROM pets"_s);
    const QStringList users = m_db->texts(u"SELECT user FROM mysql.global_priv ORDER BY user"_s);
    sql.replace(u'$', m_db->connection->url().database());
    const DryRun run = tried({creating(1, u"pears"_s), running(2, {u"CREATE TABLE plums (id int)"_s, sql}), creating(3, u"quinces"_s)}, true, {.besideOthers = true});
    QVERIFY(!run.hasSucceeded());
    QCOMPARE(run.migrations.at(0).notTried, QString());
    QVERIFY2(run.migrations.at(1).notTried.endsWith(sql), qPrintable(run.migrations.at(1).notTried));
    QVERIFY(run.migrations.at(1).statements.isEmpty());
    QCOMPARE(run.migrations.at(2).notTried, u"the one before it was not tried"_s);
    QCOMPARE(tables(*m_db), QStringList({u"apples"_s, u"pets"_s}));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM pets"_s), QStringList(u"1"_s));
    QCOMPARE(m_db->texts(u"SELECT user FROM mysql.global_priv ORDER BY user"_s), users);
}

void tst_DryRun::functionsAreNotTriedInACopy()
{
    int calls = 0;
    const Migration calling{.version = 1, .name = u"call"_s, .up = [&calls](db::SchemaChange &schema) {
                                schema.execute(u"fill"_s, [&calls](db::Repo &) {
                                    ++calls;
                                    return db::Result<void>();
                                });
                            }};
    const DryRun run = tried({calling});
    QCOMPARE(calls, run.isOnCopy ? 0 : 1);
    QCOMPARE(run.migrations.first().notTried.endsWith(u": fill"), run.isOnCopy);
    QCOMPARE(run.hasSucceeded(), !run.isOnCopy);
}

void tst_DryRun::whatIsConfinedIsTriedInACopy()
{
    if (testedEngine() != Engine::MariaDb)
        QSKIP("Others need no copy");
    const DryRun run = tried({creating(1, u"apples"_s), running(2, {
                                                                       u"CREATE OR REPLACE VIEW names AS SELECT a.name FROM apples a -- but no more"_s,
                                                                       u"CREATE TRIGGER shout BEFORE INSERT ON apples FOR EACH ROW BEGIN SET NEW.name = upper(NEW.name); SET @seen = 1; END"_s,
                                                                       u"INSERT INTO apples (name) SELECT DISTINCT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"_s,
                                                                       u"WITH one AS (SELECT 1 AS n) SELECT one.n FROM one"_s,
                                                                       u"CREATE UNIQUE INDEX apples_name ON apples (name)"_s,
                                                                       u"ALTER TABLE apples ADD COLUMN grams int, ENGINE = InnoDB"_s,
                                                                       u"TRUNCATE apples"_s,
                                                                       u"RENAME TABLE apples TO pears"_s,
                                                                       u"ANALYZE TABLE pears"_s,
                                                                   })});
    QCOMPARE(run.migrations.at(1).notTried, QString());
    QVERIFY2(run.hasSucceeded(), run.migrations.at(1).error ? qPrintable(run.migrations.at(1).error->message) : "");
    QVERIFY(allTables(*m_db).isEmpty());
}

void tst_DryRun::whatTheCopyHasNamesTheCopy()
{
    if (testedEngine() != Engine::MariaDb)
        QSKIP("Others need no copy");
    const QString own = m_db->connection->url().database();
    m_db->execute(u"CREATE TABLE apples (id int)"_s);
    m_db->execute(u"CREATE SEQUENCE numbers"_s);
    m_db->execute(u"CREATE TABLE pets (id int DEFAULT nextval(numbers), name varchar(20) DEFAULT 'a')"_s);
    m_db->execute(u"INSERT INTO pets (id) VALUES (0)"_s);
    m_db->execute(u"CREATE TRIGGER clear AFTER INSERT ON apples FOR EACH ROW BEGIN DELETE FROM %1.pets; DELETE FROM `%1` . pets; END"_s.arg(own));
    const QList<Migration> inserting{running(1, {u"INSERT INTO apples VALUES (1)"_s, u"INSERT INTO pets (name) VALUES ('b')"_s})};
    const DryRun run = tried(inserting, true, {.besideOthers = true});
    QVERIFY2(run.hasSucceeded(), run.migrations.first().error ? qPrintable(run.migrations.first().error->message) : qPrintable(run.migrations.first().notTried));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM pets"_s), QStringList(u"1"_s));
    QCOMPARE(m_db->texts(u"SELECT nextval(numbers)"_s), QStringList(u"1"_s));

    const QString other = own + u"_other";
    m_db->execute(u"CREATE DATABASE "_s + other);
    m_db->execute(u"CREATE TABLE %1.log (id int)"_s.arg(other));
    m_db->execute(u"CREATE TRIGGER log AFTER INSERT ON apples FOR EACH ROW INSERT INTO `%1`.log VALUES (1)"_s.arg(other));
    const auto refused = db::Migrator(m_db->repo, inserting).dryRun(true, {.besideOthers = true});
    const QStringList logged = m_db->texts(u"SELECT id FROM %1.log"_s.arg(other));
    m_db->execute(u"DROP DATABASE "_s + other);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"trigger log names the database "_s + other), reason(refused).constData());
    QCOMPARE(logged, QStringList());
    QCOMPARE(copies(), QStringList());
}

void tst_DryRun::whatEndsTheTransactionIsNotTried()
{
    if (testedEngine() == Engine::MariaDb)
        QSKIP("Tries migrations in a copy");
    const DryRun run = tried({running(1, {u"CREATE TABLE apples (id int)"_s, u"COMMIT"_s})});
    QCOMPARE(run.migrations.first().notTried, u"this cannot be taken back: COMMIT"_s);
    QVERIFY(allTables(*m_db).isEmpty());
}

void tst_DryRun::whatSaysNothingOfAMigrationIsNoVerdict()
{
    if (testedEngine() == Engine::MariaDb)
        QSKIP("Tries no functions");
    const Migration canceled{.version = 1, .name = u"cancel"_s, .up = [](db::SchemaChange &schema) {
                                 schema.execute(u"cancel"_s, [](db::Repo &) { return db::Result<void>(db::Failure(db::Error::canceled())); });
                             }};
    const auto run = db::Migrator(m_db->repo, {canceled}).dryRun(true, {});
    QVERIFY(!run);
    QCOMPARE(run.error().kind, db::Error::Kind::Canceled);
}

QTEST_GUILESS_MAIN(tst_DryRun)
#include "tst_dry_run.moc"
