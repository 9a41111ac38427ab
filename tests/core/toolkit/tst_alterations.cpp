// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/catalogue.h"
#include "core/toolkit/migrator.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using db::ColumnList;
using db::IndexColumn;
using db::SchemaChange;
using db::TableChange;
using Engine = db::DatabaseUrl::Engine;

/// What changes of tables that are in use do to their rows, and which changes are refused before anything runs.
class tst_Alterations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void aRequiredColumnCanBeAddedToAnEmptyTable();
    void aRequiredColumnWithoutDefaultIsRefusedWhereThereAreRows();
    void aRequiredColumnThatIsThereAlreadyIsLeftAsItIs();
    void aRequiredColumnWithDefaultFillsTheRows();
    void modifiedColumnsKeepTheirValues();
    void textsAreNotCutToFit();
    void numbersAreNotCutToFit();
    void aKeyThatCountsUpGoesOnCounting();
    void whatIsNotSaidOfAModifiedColumnDoesNotHold();
    void commentsAreKeptWhereThereIsAPlaceForThem();
    void referencesAreKept();
    void anIndexThatWentWithItsColumnIsNoHindrance();
    void keysOfSeveralColumnsAreRequired();
    void anIndexIsMadeWhileOthersWrite();
    void aConcurrentIndexNeedsAMigrationWithoutTransaction();
    void withoutTransactionAFailureLeavesWhatWasDone();
    void whatIsLeftUnsaidIsRefused_data();
    void whatIsLeftUnsaidIsRefused();
    void namesThatMariadbHasNoRoomForAreRefused();

private:
    db::Repo &repo() { return m_db->repo; }
    db::Result<QList<db::MigrationRun>> run(const db::Migration &migration);
    db::Result<QList<db::MigrationRun>> run(const std::function<void(SchemaChange &)> &change);
    QStringList columns();
    bool isSqlite() const { return testedEngine() == Engine::Sqlite; }

    std::optional<TestDatabase> m_db;
    qint64 m_version = 0;
};

namespace {

void createJars(SchemaChange &schema)
{
    schema.createTable("jars", [](ColumnList &columns) {
        columns.string("label").notNull();
        columns.string("grams").defaultTo(u"0"_s);
    });
}

void fill(SchemaChange &schema)
{
    schema.execute(u"INSERT INTO jars (label, grams) VALUES ('plums', '500')"_s, QString());
}

} // namespace

void tst_Alterations::init()
{
    m_db.emplace(TestDatabase::empty());
    m_version = 0;
    QVERIFY(run(createJars));
}

db::Result<QList<db::MigrationRun>> tst_Alterations::run(const db::Migration &migration)
{
    ++m_version;
    return db::Migrator(repo(), {migration.identified(m_version, u"step_%1"_s.arg(m_version))}).migrate({.besideOthers = true});
}

db::Result<QList<db::MigrationRun>> tst_Alterations::run(const std::function<void(SchemaChange &)> &change)
{
    return run(db::Migration{.change = change});
}

QStringList tst_Alterations::columns()
{
    const auto catalogue = db::readCatalogue(*m_db->connection);
    QStringList names;
    if (const db::TableInfo *table = catalogue ? catalogue->findTable(u"jars") : nullptr) {
        for (const db::ColumnInfo &column : table->columns)
            names.append(column.name);
    }
    return names;
}

void tst_Alterations::aRequiredColumnCanBeAddedToAnEmptyTable()
{
    const auto added = run([](SchemaChange &schema) { schema.addColumns("jars", [](ColumnList &columns) { columns.integer("year").notNull(); }); });
    QVERIFY2(added, reason(added).constData());
    QVERIFY(!repo().execute(u"INSERT INTO jars (label) VALUES ('plums')"_s));
    QVERIFY(repo().execute(u"INSERT INTO jars (label, year) VALUES ('plums', 2025)"_s));
}

void tst_Alterations::aRequiredColumnWithoutDefaultIsRefusedWhereThereAreRows()
{
    QVERIFY(run(fill));
    const auto added = run([](SchemaChange &schema) { schema.addColumns("jars", [](ColumnList &columns) { columns.integer("year").notNull(); }); });
    QVERIFY(!added);
    QCOMPARE(added.error().subject, u"3_step_3"_s);
    QVERIFY2(added.error().message.contains(u"NOT NULL") || added.error().message.contains(u"needs a value"), reason(added).constData());
    const auto longer = run([](SchemaChange &schema) {
        schema.addColumns("jars", [](ColumnList &columns) { columns.integer("the_number_of_the_year_in_which_the_fruit_was_gathered").notNull(); });
    });
    QVERIFY(!longer);
    if (testedEngine() == Engine::MariaDb)
        QVERIFY2(longer.error().message.contains(u"failed: column the_number_of_the_year_in_which_the_fruit_was_gathered of table jars is NOT NULL"), reason(longer).constData());
    QCOMPARE(columns(), QStringList({u"id"_s, u"label"_s, u"grams"_s}));
}

void tst_Alterations::aRequiredColumnThatIsThereAlreadyIsLeftAsItIs()
{
    QVERIFY(run(fill));
    const auto added = run([](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) { table.addIfNotExists().string("label").notNull(); });
    });
    QVERIFY2(added, reason(added).constData());
    const auto missing = run([](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) { table.addIfNotExists().string("lid").notNull(); });
    });
    QVERIFY(!missing);
    const auto removed = run([](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) {
            table.removeIfExists("lid");
            table.removeIfExists("grams");
        });
    });
    QVERIFY2(removed, reason(removed).constData());
    QCOMPARE(columns(), QStringList({u"id"_s, u"label"_s}));
}

void tst_Alterations::aRequiredColumnWithDefaultFillsTheRows()
{
    QVERIFY(run(fill));
    const auto added = run([](SchemaChange &schema) { schema.addColumns("jars", [](ColumnList &columns) { columns.integer("year").notNull().defaultTo(2025); }); });
    QVERIFY2(added, reason(added).constData());
    QCOMPARE(m_db->texts(u"SELECT year FROM jars"_s), QStringList(u"2025"_s));
}

void tst_Alterations::modifiedColumnsKeepTheirValues()
{
    QVERIFY(run(fill));
    const db::Migration change{.change = [](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) {
            table.modify().integer("grams").notNull().defaultTo(100).from(db::Column(db::ColumnType::String).defaultTo(u"0"_s));
        });
    }};
    const auto modified = run(change);
    QVERIFY2(modified, reason(modified).constData());
    QVERIFY(repo().execute(u"INSERT INTO jars (label) VALUES ('pears')"_s));
    QCOMPARE(m_db->texts(u"SELECT grams + 1 FROM jars ORDER BY id"_s), QStringList({u"501"_s, u"101"_s}));

    const auto back = db::Migrator(repo(), {change.identified(3, u"step_3"_s)}).rollback({});
    QVERIFY2(back, reason(back).constData());
    QVERIFY(repo().execute(u"INSERT INTO jars (label) VALUES ('cherries')"_s));
    QCOMPARE(m_db->texts(u"SELECT grams FROM jars WHERE grams LIKE '%0' ORDER BY id"_s), QStringList({u"500"_s, u"100"_s, u"0"_s}));
}

void tst_Alterations::textsAreNotCutToFit()
{
    if (isSqlite())
        QSKIP("SQLite has room for any text");
    QVERIFY(run(fill));
    const auto told = run([](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) { table.modify().string("label").size(3).from(db::Column(db::ColumnType::String)); });
    });
    QVERIFY(!told);
    const auto untold = run(db::Migration{.up = [](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) { table.modify().string("label").size(3); });
    }});
    QVERIFY(!untold);
    QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList(u"plums"_s));
    QVERIFY(repo().execute(u"INSERT INTO jars (label) VALUES ('cherries')"_s)); // there is still room for it
    const auto wider = run([](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) { table.modify().text("label").from(db::Column(db::ColumnType::String)); });
    });
    QVERIFY2(wider, reason(wider).constData());
    QCOMPARE(m_db->texts(u"SELECT label FROM jars ORDER BY id"_s), QStringList({u"plums"_s, u"cherries"_s}));
}

void tst_Alterations::numbersAreNotCutToFit()
{
    if (testedEngine() == Engine::MariaDb)
        QSKIP("MariaDB rounds");
    const auto made = run([](SchemaChange &schema) {
        schema.addColumns("jars", [](ColumnList &columns) { columns.decimal("price", 10, 2); });
        schema.execute(u"INSERT INTO jars (label, price) VALUES ('plums', 12.75), ('pears', 3)"_s, QString());
    });
    QVERIFY2(made, reason(made).constData());
    const auto toWhole = [](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) { table.modify().integer("price").from(db::Column(db::ColumnType::Decimal)); });
    };
    QVERIFY(!run(toWhole));
    QCOMPARE(m_db->texts(u"SELECT price FROM jars ORDER BY id"_s), (isSqlite() ? QStringList{u"12.75"_s, u"3"_s} : QStringList{u"12.75"_s, u"3.00"_s}));
    QVERIFY(repo().execute(u"UPDATE jars SET price = 12 WHERE label = 'plums'"_s));
    const auto whole = run(toWhole);
    QVERIFY2(whole, reason(whole).constData());
    QCOMPARE(m_db->texts(u"SELECT price FROM jars ORDER BY id"_s), QStringList({u"12"_s, u"3"_s}));
}

void tst_Alterations::aKeyThatCountsUpGoesOnCounting()
{
    const auto modified = run([](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) {
            table.modify().bigInteger("id").primaryKey().from(db::Column(db::ColumnType::BigInteger).primaryKey());
        });
    });
    // MariaDB would make it a key that counts no more, so that is refused.
    QCOMPARE(modified.has_value(), testedEngine() != Engine::MariaDb);
    if (!modified)
        QVERIFY2(modified.error().message.contains(u"column id of table jars counts up"), reason(modified).constData());
    QVERIFY(repo().execute(u"INSERT INTO jars (label) VALUES ('plums')"_s));
    QVERIFY(repo().execute(u"INSERT INTO jars (label) VALUES ('pears')"_s));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM jars"_s), QStringList(u"2"_s));
}

void tst_Alterations::whatIsNotSaidOfAModifiedColumnDoesNotHold()
{
    const auto modified = run([](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) {
            table.modify().text("label");
            table.modify().string("grams");
        });
    });
    QVERIFY2(modified, reason(modified).constData());
    QVERIFY(repo().execute(u"INSERT INTO jars (label) VALUES (NULL)"_s));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM jars WHERE grams IS NULL"_s), QStringList(u"1"_s));
}

void tst_Alterations::commentsAreKeptWhereThereIsAPlaceForThem()
{
    const auto comments = [this] {
        const auto catalogue = db::readCatalogue(*m_db->connection);
        const db::TableInfo *table = catalogue ? catalogue->findTable(u"lids") : nullptr;
        return table ? QStringList({table->comment, table->columns.last().comment}) : QStringList();
    };
    const auto made = run([](SchemaChange &schema) {
        schema.createTable("lids", [](ColumnList &columns) { columns.integer("width").commented(u"in millimetres"_s); }).commented(u"of jars"_s);
        schema.createIndex("lids", {"width"}).commented(u"to find one that fits"_s);
    });
    QVERIFY2(made, reason(made).constData());
    QCOMPARE(comments(), isSqlite() ? QStringList({QString(), QString()}) : QStringList({u"of jars"_s, u"in millimetres"_s}));
    if (testedEngine() == Engine::Postgres)
        QCOMPARE(m_db->texts(u"SELECT obj_description('lids_width_index'::regclass)"_s), QStringList(u"to find one that fits"_s));
    if (testedEngine() == Engine::MariaDb)
        QVERIFY(m_db->texts(u"SHOW INDEX FROM lids"_s, 12).contains(u"to find one that fits"_s));
    const auto modified = run([](SchemaChange &schema) {
        schema.alterTable("lids", [](TableChange &table) { table.modify().bigInteger("width"); });
    });
    QVERIFY2(modified, reason(modified).constData());
    QCOMPARE(comments(), isSqlite() ? QStringList({QString(), QString()}) : QStringList({u"of jars"_s, QString()}));
}

void tst_Alterations::referencesAreKept()
{
    const auto made = run([](SchemaChange &schema) {
        schema.createTable("shelves", [](ColumnList &columns) { columns.string("room").notNull(); });
        schema.createUniqueIndex("shelves", {"id", "room"});
        schema.addColumns("jars", [](ColumnList &columns) { columns.references("shelf_id", "shelves", db::OnDelete::NilifyAll); });
        schema.createTable("lids", [](ColumnList &columns) {
            columns.string("room");
            columns.references("shelf_id", "shelves", db::OnDelete::DeleteAll).with("room", "room").onUpdate(db::OnUpdate::UpdateAll);
        });
        schema.execute(u"INSERT INTO shelves (room) VALUES ('cellar')"_s, QString());
        schema.execute(u"INSERT INTO jars (label, shelf_id) VALUES ('plums', 1)"_s, QString());
        schema.execute(u"INSERT INTO lids (shelf_id, room) VALUES (1, 'cellar')"_s, QString());
    });
    QVERIFY2(made, reason(made).constData());
    QVERIFY(!repo().execute(u"INSERT INTO jars (label, shelf_id) VALUES ('pears', 7)"_s));
    QVERIFY(!repo().execute(u"INSERT INTO lids (shelf_id, room) VALUES (1, 'attic')"_s));
    QVERIFY(repo().execute(u"UPDATE shelves SET room = 'kitchen'"_s));
    QCOMPARE(m_db->texts(u"SELECT room FROM lids"_s), QStringList(u"kitchen"_s));
    QVERIFY(repo().execute(u"DELETE FROM shelves"_s));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM jars WHERE shelf_id IS NULL"_s), QStringList(u"1"_s));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM lids"_s), QStringList(u"0"_s));
}

void tst_Alterations::anIndexThatWentWithItsColumnIsNoHindrance()
{
    const db::Migration change{.change = [](SchemaChange &schema) {
        schema.createIndex("jars", {"grams"});
        schema.renameTable("jars", "glasses");
        schema.alterTable("glasses", [](TableChange &table) { table.remove().string("grams").defaultTo(u"0"_s); });
    }};
    const auto removed = run(change);
    QVERIFY2(removed, reason(removed).constData());
    const auto back = db::Migrator(repo(), {change.identified(2, u"step_2"_s)}).rollback({});
    QVERIFY2(back, reason(back).constData());
    QCOMPARE(columns(), QStringList({u"id"_s, u"label"_s, u"grams"_s}));
}

void tst_Alterations::keysOfSeveralColumnsAreRequired()
{
    const auto made = run([](SchemaChange &schema) {
        schema.createTable("places", [](ColumnList &columns) {
            columns.integer("shelf").primaryKey();
            columns.integer("place").primaryKey();
        });
    });
    QVERIFY2(made, reason(made).constData());
    QVERIFY(repo().execute(u"INSERT INTO places (shelf, place) VALUES (1, 1)"_s));
    QVERIFY(repo().execute(u"INSERT INTO places (shelf, place) VALUES (1, 2)"_s));
    QVERIFY(!repo().execute(u"INSERT INTO places (shelf, place) VALUES (1, 2)"_s));
    QVERIFY(!repo().execute(u"INSERT INTO places (shelf, place) VALUES (1, NULL)"_s));
}

void tst_Alterations::anIndexIsMadeWhileOthersWrite()
{
    const db::Migration index{.change = [](SchemaChange &schema) { schema.createIndex("jars", {"label"}).concurrently(); }, .inTransaction = false};
    const auto made = run(index);
    if (isSqlite()) {
        QVERIFY(!made);
        QCOMPARE(made.error().message, u"SQLite has no indexes that are made or dropped concurrently: create index jars_label_index"_s);
        return;
    }
    QVERIFY2(made, reason(made).constData());
    const auto back = db::Migrator(repo(), {index.identified(2, u"step_2"_s)}).rollback({});
    QVERIFY2(back, reason(back).constData());
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM schema_migrations"_s), QStringList(u"1"_s));
}

void tst_Alterations::aConcurrentIndexNeedsAMigrationWithoutTransaction()
{
    const auto made = run([](SchemaChange &schema) { schema.createIndex("jars", {"label"}).concurrently(); });
    QCOMPARE(made.has_value(), testedEngine() == Engine::MariaDb);
    if (testedEngine() == Engine::Postgres)
        QCOMPARE(made.error().message, u"a migration that does things concurrently needs inTransaction = false: create index jars_label_index"_s);
}

void tst_Alterations::withoutTransactionAFailureLeavesWhatWasDone()
{
    const auto failed = run({.change =
                                 [](SchemaChange &schema) {
                                     schema.addColumns("jars", [](ColumnList &columns) { columns.integer("year"); });
                                     schema.renameTable("nowhere", "somewhere");
                                 },
                             .inTransaction = false});
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.endsWith(u" (what it did before stays, 1 of 2 statements: it ran without a transaction)"), reason(failed).constData());
    QVERIFY(columns().contains(u"year"_s));
    QCOMPARE(m_db->texts(u"SELECT version FROM schema_migrations"_s), QStringList(u"1"_s));
}

void tst_Alterations::whatIsLeftUnsaidIsRefused_data()
{
    QTest::addColumn<std::function<void(SchemaChange &)>>("change");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const std::function<void(SchemaChange &)> &change, const QString &message) { QTest::newRow(name) << change << message; };
    row(
        "an index", [](SchemaChange &schema) { schema.createIndex("jars", {}).named("jars_index"); }, u"an index needs columns: create index jars_index"_s);
    row(
        "an alteration", [](SchemaChange &schema) { schema.alterTable("jars", [](TableChange &) {}); }, u"an alteration needs changes: alter table jars"_s);
}

void tst_Alterations::whatIsLeftUnsaidIsRefused()
{
    QFETCH(std::function<void(SchemaChange &)>, change);
    QFETCH(QString, message);
    const auto refused = run(change);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    QCOMPARE(refused.error().message, message);
    const auto empty = run([](SchemaChange &schema) { schema.createConstraint("jars", "jars_rule"); });
    QCOMPARE(empty.error().message, u"a constraint needs either a check or what it excludes: create check constraint jars_rule on table jars"_s);
    const auto checked = run([](SchemaChange &schema) {
        schema.alterTable("jars", [](TableChange &table) { table.modify().integer("grams").check(u"a"_s, u"grams > 0"_s); });
    });
    QCOMPARE(checked.error().kind, db::Error::Kind::Refused);
}

void tst_Alterations::namesThatMariadbHasNoRoomForAreRefused()
{
    const QString column = u"what_is_written_on_the_label_in_the_handwriting_of_grandmother"_s;
    const auto made = run([column](SchemaChange &schema) {
        schema.addColumns("jars", [column](ColumnList &columns) { columns.string(column); });
        schema.createIndex("jars", {column});
    });
    QCOMPARE(made.has_value(), testedEngine() != Engine::MariaDb);
    if (!made) {
        QCOMPARE(made.error().message, u"MariaDB has no names of more than 64 characters such as jars_%1_index: create index jars_%1_index"_s.arg(column));
        QCOMPARE(columns(), QStringList({u"id"_s, u"label"_s, u"grams"_s}));
    }
}

QTEST_GUILESS_MAIN(tst_Alterations)

#include "tst_alterations.moc"
