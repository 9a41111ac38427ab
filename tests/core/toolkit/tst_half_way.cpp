// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/dialects/migration_engine.h"
#include "core/toolkit/unfinished_migrations.h"
#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"

#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using db::HalfWay;
using db::Migration;
using Next = db::HalfWay::Next;

/// Migrations without a transaction that do not come to their end. On MariaDB, where none has one, they are any migrations.
class tst_HalfWay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void whereItStoppedIsToldAndMigrateGoesOnBehindIt();
    void whatIsDoneCanBeTakenBack();
    void nothingThatIsDoneNeedsNoWayBack();
    void whatHasItsOwnWayBackCanOnlyGoOn();
    void aWayBackThatStoppedIsGoneOnWith();
    void otherStatementsThanThoseDoneAreRefused();
    void fewerStatementsThanThoseDoneAreRefused();
    void aStatementOfWhichOnlyTheNoteFailedHasNotFailed();
    void whatNowHasATransactionCanOnlyBeTakenBack();
    void whatDoesMoreThanDefineIsNotRepeated_data();
    void whatDoesMoreThanDefineIsNotRepeated();
    void theDefinitionsTellWhetherAStatementHasRun();
    void aStatementThatIsStoredWithItsNoteHasNotRun();
    void ofWhatNobodyKnowsThePersonIsAsked();
    void whatIsDoneLeavesNoNote();

private:
    /// As if the program had been killed when it ran a statement of the one migration, with `done` before it.
    void interrupt(const QString &statement, qint64 done, bool isAlone);
    HalfWay halfWay(const QList<Migration> &migrations);

    std::optional<TestDatabase> m_db;
};

namespace {

/// Three statements, of which the third is given.
Migration steps(const QString &third)
{
    return {.version = 1,
            .name = u"fill"_s,
            .change = [third](db::SchemaChange &schema) {
                schema.createTable("apples", [](db::ColumnList &columns) { columns.string("name"); });
                schema.execute(u"INSERT INTO apples (name) VALUES ('Boskoop')"_s, u""_s);
                schema.execute(third, u""_s);
            },
            .inTransaction = false};
}

const QString broken = u"INSERT INTO nowhere VALUES (1)"_s;
const QString sound = u"INSERT INTO apples (name) VALUES ('Elstar')"_s;

} // namespace

void tst_HalfWay::init()
{
    m_db.emplace(TestDatabase::empty());
}

HalfWay tst_HalfWay::halfWay(const QList<Migration> &migrations)
{
    const auto status = db::Migrator(m_db->repo, migrations).status();
    return status && status->first().halfWay ? *status->first().halfWay : HalfWay();
}

void tst_HalfWay::interrupt(const QString &statement, qint64 done, bool isAlone)
{
    db::UnfinishedMigrations notes(m_db->repo);
    const auto all = notes.all();
    QVERIFY2(all, reason(all).constData());
    db::UnfinishedMigration note = all->value(1);
    note.done = done;
    note.statement = statement;
    note.error.reset();
    note.definitions = isAlone ? std::optional(notes.definitions().value()) : std::nullopt;
    const auto written = notes.put(note);
    QVERIFY2(written, reason(written).constData());
}

void tst_HalfWay::whereItStoppedIsToldAndMigrateGoesOnBehindIt()
{
    const auto failed = db::Migrator(m_db->repo, {steps(broken)}).migrate({});
    QVERIFY(!failed);
    QCOMPARE(failed.error().sql, broken);
    QVERIFY2(failed.error().message.endsWith(u"(what it did before stays, 2 of 3 statements: it ran without a transaction)"), reason(failed).constData());
    const HalfWay state = halfWay({steps(broken)});
    QCOMPARE(state.done, 2);
    QCOMPARE(state.total, 3);
    QCOMPARE(state.next, Next::Failed);
    QCOMPARE(state.statement, broken);
    QVERIFY2(state.text().startsWith(u"half-way: 2 of 3 statements done, the third failed with: "), qPrintable(state.text()));
    QCOMPARE(db::Migrator(m_db->repo, {steps(broken)}).pendingCount().value(), 1);

    const auto again = db::Migrator(m_db->repo, {steps(broken)}).migrate({});
    QVERIFY(!again);
    QCOMPARE(halfWay({steps(broken)}).done, 2);

    const auto finished = db::Migrator(m_db->repo, {steps(sound)}).migrate({});
    QVERIFY2(finished, reason(finished).constData());
    QCOMPARE(finished->first().statements, QStringList(sound));
    QCOMPARE(m_db->texts(u"SELECT name FROM apples ORDER BY name"_s), QStringList({u"Boskoop"_s, u"Elstar"_s}));
    QCOMPARE(books(*m_db), QStringList(u"1"_s));
}

void tst_HalfWay::whatIsDoneCanBeTakenBack()
{
    db::Migrator migrator(m_db->repo, {steps(broken)});
    QVERIFY(!migrator.migrate({}));
    const auto plan = migrator.plan(false, {});
    QVERIFY2(plan, reason(plan).constData());
    QCOMPARE(plan->first().statements.size(), 1);
    const auto back = migrator.rollback({});
    QVERIFY2(back, reason(back).constData());
    QCOMPARE(versions(*back), QList<qint64>{1});
    QCOMPARE(tables(*m_db), QStringList());
    QVERIFY(!migrator.status().value().first().halfWay);
    QVERIFY(db::Migrator(m_db->repo, {steps(sound)}).migrate({}));
}

void tst_HalfWay::nothingThatIsDoneNeedsNoWayBack()
{
    const Migration migration{.version = 1, .name = u"fail"_s, .change = [](db::SchemaChange &schema) { schema.execute(broken); }, .inTransaction = false};
    db::Migrator migrator(m_db->repo, {migration});
    QVERIFY(!migrator.migrate({}));
    QCOMPARE(halfWay({migration}).done, 0);
    const auto back = migrator.rollback({});
    QVERIFY2(back, reason(back).constData());
    QVERIFY(!migrator.status().value().first().halfWay);
}

void tst_HalfWay::whatHasItsOwnWayBackCanOnlyGoOn()
{
    const auto written = [](const QString &second) {
        return Migration{.version = 1, .name = u"fill"_s, .up = [second](db::SchemaChange &schema) {
                             schema.execute(u"CREATE TABLE apples (name varchar(20))"_s);
                             schema.execute(second); }, .down = [](db::SchemaChange &schema) { schema.dropTable("apples"); }, .inTransaction = false};
    };
    QVERIFY(!db::Migrator(m_db->repo, {written(broken)}).migrate({}));
    const auto back = db::Migrator(m_db->repo, {written(broken)}).rollback({});
    QVERIFY(!back);
    QCOMPARE(back.error().message, u"migration 1_fill stopped half-way, and has up and down of its own: only migrate() can go on with it"_s);
    const auto finished = db::Migrator(m_db->repo, {written(sound)}).migrate({});
    QVERIFY2(finished, reason(finished).constData());
}

void tst_HalfWay::aWayBackThatStoppedIsGoneOnWith()
{
    const auto written = [](const QString &second) {
        return Migration{.version = 1, .name = u"fill"_s, .up = [](db::SchemaChange &schema) {
                             schema.createTable("apples", [](db::ColumnList &columns) { columns.string("name"); });
                             schema.createTable("pears", [](db::ColumnList &columns) { columns.string("name"); }); }, .down = [second](db::SchemaChange &schema) {
                             schema.dropTable("pears");
                             schema.execute(second); }, .inTransaction = false};
    };
    QVERIFY(db::Migrator(m_db->repo, {written(broken)}).migrate({}));
    QVERIFY(!db::Migrator(m_db->repo, {written(broken)}).rollback({}));
    const HalfWay state = halfWay({written(broken)});
    QVERIFY(!state.isUp);
    QVERIFY2(state.text().startsWith(u"taken back half-way: 1 of 2 statements done, the second failed with: "), qPrintable(state.text()));
    QCOMPARE(books(*m_db), QStringList(u"1"_s));
    const auto back = db::Migrator(m_db->repo, {written(u"DROP TABLE apples"_s)}).rollback({});
    QVERIFY2(back, reason(back).constData());
    QCOMPARE(tables(*m_db), QStringList());
    QCOMPARE(books(*m_db), QStringList());
}

void tst_HalfWay::otherStatementsThanThoseDoneAreRefused()
{
    QVERIFY(!db::Migrator(m_db->repo, {steps(broken)}).migrate({}));
    Migration other = steps(sound);
    other.change = [](db::SchemaChange &schema) {
        schema.createTable("apples", [](db::ColumnList &columns) { columns.string("name").size(20); });
        schema.execute(u"INSERT INTO apples (name) VALUES ('Cox')"_s);
        schema.execute(sound);
    };
    const auto refused = db::Migrator(m_db->repo, {other}).migrate({});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"the 2 statements that are done already were others"), reason(refused).constData());
    const auto accepted = db::Migrator(m_db->repo, {other}).migrate({.acceptChanges = true});
    QVERIFY2(accepted, reason(accepted).constData());
    QCOMPARE(m_db->texts(u"SELECT name FROM apples ORDER BY name"_s), QStringList({u"Boskoop"_s, u"Elstar"_s}));
}

void tst_HalfWay::fewerStatementsThanThoseDoneAreRefused()
{
    QVERIFY(!db::Migrator(m_db->repo, {steps(broken)}).migrate({}));
    Migration shorter = steps(sound);
    shorter.change = [](db::SchemaChange &schema) { schema.createTable("pears", [](db::ColumnList &columns) { columns.string("name"); }); };
    const auto refused = db::Migrator(m_db->repo, {shorter}).migrate({});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"2 statements are done already, and now it has only 1"), reason(refused).constData());
    QCOMPARE(books(*m_db), QStringList());
    const auto accepted = db::Migrator(m_db->repo, {shorter}).migrate({.acceptChanges = true});
    QVERIFY2(accepted, reason(accepted).constData());
    QCOMPARE(books(*m_db), QStringList(u"1"_s));
}

void tst_HalfWay::aStatementOfWhichOnlyTheNoteFailedHasNotFailed()
{
    if (testedEngine() != db::DatabaseUrl::Engine::MariaDb)
        QSKIP("Definitions are stored together with the note that they are done");
    const QString view = u"CREATE VIEW names AS SELECT name FROM apples"_s;
    QVERIFY(!db::Migrator(m_db->repo, {steps(broken)}).migrate({}));
    m_db->execute(u"CREATE TRIGGER unnoted BEFORE INSERT ON quecto_unfinished FOR EACH ROW IF NEW.statement IS NULL THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no room'; END IF"_s);
    QVERIFY(!db::Migrator(m_db->repo, {steps(view)}).migrate({}));
    QCOMPARE(halfWay({steps(view)}).next, Next::HasRun);
    m_db->execute(u"DROP TRIGGER unnoted"_s);
    const auto finished = db::Migrator(m_db->repo, {steps(view)}).migrate({});
    QVERIFY2(finished, reason(finished).constData());
    QCOMPARE(finished->first().statements, QStringList());
}

void tst_HalfWay::whatNowHasATransactionCanOnlyBeTakenBack()
{
    QVERIFY(!db::Migrator(m_db->repo, {steps(broken)}).migrate({}));
    Migration mended = steps(sound);
    mended.inTransaction = true;
    db::Migrator migrator(m_db->repo, {mended});
    const auto gone = migrator.migrate({});
    QCOMPARE(gone.has_value(), testedEngine() == db::DatabaseUrl::Engine::MariaDb); // which has none
    if (!gone) {
        QVERIFY2(gone.error().message.endsWith(u"it was begun without a transaction: say so again (inTransaction = false), or take it back"), reason(gone).constData());
        const auto back = migrator.rollback({});
        QVERIFY2(back, reason(back).constData());
        QCOMPARE(tables(*m_db), QStringList());
        QVERIFY(migrator.migrate({}));
    }
    QVERIFY(!migrator.status().value().first().halfWay);
    QCOMPARE(books(*m_db), QStringList(u"1"_s));
}

void tst_HalfWay::whatDoesMoreThanDefineIsNotRepeated_data()
{
    QTest::addColumn<db::DatabaseUrl::Engine>("of");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("isRepeatable");
    using Engine = db::DatabaseUrl::Engine;
    for (const auto &[of, sql, isRepeatable] : {std::tuple(Engine::Postgres, "DROP INDEX CONCURRENTLY a", true),
                                                std::tuple(Engine::Postgres, "COPY a FROM '/a'", false),
                                                std::tuple(Engine::Postgres, "EXECUTE a", false),
                                                std::tuple(Engine::Postgres, "EXPLAIN ANALYZE DELETE FROM a", false),
                                                std::tuple(Engine::MariaDb, "ALTER TABLE a ADD b int", true),
                                                std::tuple(Engine::MariaDb, "ALTER TABLE a EXCHANGE PARTITION p WITH TABLE b", false),
                                                std::tuple(Engine::MariaDb, "RENAME TABLE a TO c, b TO a, c TO b", false),
                                                std::tuple(Engine::MariaDb, "ANALYZE TABLE a", true),
                                                std::tuple(Engine::MariaDb, "ANALYZE UPDATE a SET b = b + 1", false),
                                                std::tuple(Engine::MariaDb, "SET STATEMENT max_statement_time = 9 FOR UPDATE a SET b = b + 1", false),
                                                std::tuple(Engine::MariaDb, "WHILE @a < 3 DO INSERT INTO a VALUES (1); END WHILE", false),
                                                std::tuple(Engine::Sqlite, "VACUUM", true),
                                                std::tuple(Engine::Sqlite, "SOMETHING NEW", false)})
        QTest::newRow(sql) << of << QString::fromLatin1(sql) << isRepeatable;
}

void tst_HalfWay::whatDoesMoreThanDefineIsNotRepeated()
{
    QFETCH(db::DatabaseUrl::Engine, of);
    QFETCH(QString, sql);
    QFETCH(bool, isRepeatable);
    QCOMPARE(db::MigrationEngine::of(of).isRepeatable(sql), isRepeatable);
    QVERIFY(!db::MigrationEngine::of(db::DatabaseUrl::Engine::Postgres).runsAlone(u"MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN DELETE"_s));
}

void tst_HalfWay::theDefinitionsTellWhetherAStatementHasRun()
{
    if (testedEngine() != db::DatabaseUrl::Engine::MariaDb)
        QSKIP("Definitions are stored together with the note that they are done");
    const QString view = u"CREATE VIEW names AS SELECT name FROM apples"_s;
    for (const bool hasRun : {false, true}) {
        init();
        QVERIFY(!db::Migrator(m_db->repo, {steps(broken)}).migrate({}));
        interrupt(view, 2, true);
        if (hasRun)
            m_db->execute(view);
        const HalfWay state = halfWay({steps(view)});
        QCOMPARE(state.next, hasRun ? Next::HasRun : Next::HasNotRun);
        QCOMPARE(state.behind(), hasRun ? 3 : 2);
        const auto finished = db::Migrator(m_db->repo, {steps(view)}).migrate({});
        QVERIFY2(finished, reason(finished).constData());
        QCOMPARE(finished->first().statements.size(), hasRun ? 0 : 1);
        QCOMPARE(m_db->texts(u"SELECT name FROM names"_s), QStringList(u"Boskoop"_s));
    }
}

void tst_HalfWay::aStatementThatIsStoredWithItsNoteHasNotRun()
{
    QVERIFY(!db::Migrator(m_db->repo, {steps(broken)}).migrate({}));
    interrupt(sound, 2, false);
    QCOMPARE(halfWay({steps(sound)}).next, Next::HasNotRun);
    const auto finished = db::Migrator(m_db->repo, {steps(sound)}).migrate({});
    QVERIFY2(finished, reason(finished).constData());
    QCOMPARE(m_db->texts(u"SELECT name FROM apples ORDER BY name"_s), QStringList({u"Boskoop"_s, u"Elstar"_s}));
}

void tst_HalfWay::ofWhatNobodyKnowsThePersonIsAsked()
{
    if (testedEngine() == db::DatabaseUrl::Engine::Sqlite)
        QSKIP("SQLite has no statement of which that could be said");
    const QString call = testedEngine() == db::DatabaseUrl::Engine::MariaDb ? u"BEGIN NOT ATOMIC INSERT INTO apples (name) VALUES ('Elstar'); END"_s
                                                                            : u"DO $$ BEGIN INSERT INTO apples (name) VALUES ('Elstar'); END $$"_s;
    for (const bool hasRun : {false, true}) {
        init();
        QVERIFY(!db::Migrator(m_db->repo, {steps(broken)}).migrate({}));
        interrupt(call, 2, true);
        QCOMPARE(halfWay({steps(call)}).next, Next::Unknown);
        const auto refused = db::Migrator(m_db->repo, {steps(call)}).migrate({});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.endsWith(u"the third was begun, and may or may not have run"), reason(refused).constData());
        QCOMPARE(refused.error().sql, call);
        const auto finished = db::Migrator(m_db->repo, {steps(call)}).migrate({.unclearHasRun = hasRun});
        QVERIFY2(finished, reason(finished).constData());
        QCOMPARE(m_db->texts(u"SELECT name FROM apples"_s).size(), hasRun ? 1 : 2);
    }
}

void tst_HalfWay::whatIsDoneLeavesNoNote()
{
    db::Migrator migrator(m_db->repo, {steps(sound)});
    QVERIFY(migrator.migrate({}));
    QCOMPARE(m_db->texts(u"SELECT version FROM quecto_unfinished"_s), QStringList());
    QVERIFY(migrator.rollback({}));
    QCOMPARE(m_db->texts(u"SELECT version FROM quecto_unfinished"_s), QStringList());
    QVERIFY(migrator.migrate({}));
}

QTEST_GUILESS_MAIN(tst_HalfWay)
#include "tst_half_way.moc"
