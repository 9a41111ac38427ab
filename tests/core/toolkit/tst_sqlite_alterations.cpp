// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using db::Column;
using db::ColumnType;
using db::SchemaChange;
using db::TableChange;

/// What SQLite's ALTER TABLE cannot do makes a table anew: nothing else of it changes, whoever made it.
class tst_SqliteAlterations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everythingElseOfATableIsKept();
    void optionsOfATableAreKept();
    void rowsKeepTheirNumbers();
    void keysGoOnCounting();
    void rowsOfOtherTablesAreKept();
    void rowsThatDoNotFitChangeNothing_data();
    void rowsThatDoNotFitChangeNothing();
    void aBrokenReferenceChangesNothing();
    void momentsAreConverted();
    void fractionsOfSecondsStayWhatTheyAre();
    void constraintsOfAnyKindAreDropped();
    void whatIsNotThereIsRefused_data();
    void whatIsNotThereIsRefused();
    void keysComeAndGo();
    void anIndexGoesWithItsColumn();
    void whereNothingChangesNothingRuns();
    void itTakesATransactionOfItsOwn();
    void namesThatAreTakenAreNoHindrance();

private:
    using Changes = std::function<void(TableChange &)>;
    db::Result<QList<db::MigrationRun>> run(const db::Migration &migration);
    db::Result<QList<db::MigrationRun>> change(const std::function<void(SchemaChange &)> &change) { return run({.up = change}); }
    db::Result<QList<db::MigrationRun>> alter(const QString &table, const Changes &changes)
    {
        return change([&](SchemaChange &schema) { schema.alterTable(table, changes); });
    }
    QStringList all(const QString &sql) { return m_db->texts(sql); }
    QString one(const QString &sql) { return m_db->texts(sql).join(u' '); }
    QString textOf(const QString &name) { return one(u"SELECT sql FROM sqlite_schema WHERE name = '%1'"_s.arg(name)); }

    std::optional<TestDatabase> m_db;
    qint64 m_version = 0;
};

void tst_SqliteAlterations::init()
{
    m_db.emplace(TestDatabase::inMemory());
    m_version = 0;
}

db::Result<QList<db::MigrationRun>> tst_SqliteAlterations::run(const db::Migration &migration)
{
    ++m_version;
    return db::Migrator(m_db->repo, {migration.identified(m_version, u"step_%1"_s.arg(m_version))}).migrate({.besideOthers = true});
}

void tst_SqliteAlterations::everythingElseOfATableIsKept()
{
    const QString text = u"CREATE TABLE [Reading List] ( -- what is \"to be\" read, (some day)\n"
                         "  `Item No` INTEGER PRIMARY KEY AUTOINCREMENT,\n"
                         "  \"Title\" VARCHAR(40) COLLATE NOCASE NOT NULL /* not, null */ DEFAULT 'no, title',\n"
                         "  pages%1 CHECK (pages > 0), -- of paper\n"
                         "  twice INT AS (pages * 2) STORED,\n"
                         "  shelf_id INTEGER REFERENCES shelves ON DELETE CASCADE,\n"
                         "  part_of INTEGER REFERENCES \"Reading List\" (\"Item No\"),\n"
                         "  UNIQUE (\"Title\", pages) ON CONFLICT IGNORE,\n"
                         "  CONSTRAINT \"few (pages)\" CHECK (pages < 10000)\n)"_s;
    m_db->execute(u"CREATE TABLE shelves (id INTEGER PRIMARY KEY, room TEXT)"_s);
    m_db->execute(text.arg(u" INT"_s));
    m_db->execute(u"CREATE TABLE notes (item INTEGER NOT NULL REFERENCES \"reading list\" (\"Item No\") ON DELETE CASCADE, body TEXT)"_s);
    m_db->execute(u"CREATE INDEX \"long ones\" ON \"Reading List\" (lower(\"Title\"), pages DESC) WHERE pages > 300"_s);
    m_db->execute(u"CREATE VIEW titles AS SELECT \"Title\" AS title FROM \"Reading List\" ORDER BY 1"_s);
    m_db->execute(u"CREATE VIEW broken AS SELECT x FROM nowhere"_s);
    m_db->execute(u"CREATE TRIGGER noted AFTER INSERT ON notes BEGIN UPDATE [Reading List] SET Title = upper(Title) WHERE \"Item No\" = NEW.item; END"_s);
    m_db->execute(u"CREATE TRIGGER listed AFTER INSERT ON \"Reading List\" WHEN NEW.pages > 900 BEGIN INSERT INTO notes VALUES (NEW.\"Item No\", 'long; very'); END"_s);
    m_db->execute(u"INSERT INTO shelves VALUES (1, 'cellar')"_s);
    m_db->execute(u"INSERT INTO \"Reading List\" (Title, pages, shelf_id) VALUES ('Emma', 400, 1), ('Ulysses', 950, 1), ('Momo', 100, NULL)"_s);
    m_db->execute(u"DELETE FROM \"Reading List\" WHERE Title = 'Momo'"_s);
    const auto others = [this] { return all(u"SELECT sql FROM sqlite_schema WHERE name <> 'Reading List' AND tbl_name NOT LIKE '%migrations%' AND sql IS NOT NULL ORDER BY name"_s); };
    const QStringList before = others();
    const QStringList titles = all(u"SELECT title FROM titles"_s);
    QCOMPARE(titles, QStringList({u"Emma"_s, u"ULYSSES"_s}));

    const auto altered = alter(u"reading LIST"_s, [](TableChange &table) { table.modify().integer("PAGES").notNull().defaultTo(1); });
    QVERIFY2(altered, reason(altered).constData());
    QCOMPARE(textOf(u"Reading List"_s), text.arg(u" INTEGER DEFAULT 1 NOT NULL"_s));
    QCOMPARE(others(), before);
    QCOMPARE(all(u"SELECT title FROM titles"_s), titles);
    QCOMPARE(all(u"SELECT \"Item No\" || ' ' || pages || ' ' || twice || ' ' || shelf_id FROM \"Reading List\""_s), QStringList({u"1 400 800 1"_s, u"2 950 1900 1"_s}));
    QCOMPARE(all(u"SELECT body FROM notes"_s), QStringList(u"long; very"_s));

    m_db->execute(u"INSERT INTO \"Reading List\" (Title) VALUES ('Dune')"_s);
    QCOMPARE(all(u"SELECT \"Item No\" || ' ' || pages FROM \"Reading List\" WHERE Title = 'dune'"_s), QStringList(u"4 1"_s));
    m_db->execute(u"INSERT INTO notes VALUES (4, 'sand')"_s);
    QCOMPARE(one(u"SELECT Title FROM \"Reading List\" WHERE \"Item No\" = 4"_s), u"DUNE"_s);
    QVERIFY(!m_db->repo.execute(u"INSERT INTO notes VALUES (77, 'nothing')"_s));
    QVERIFY(!m_db->repo.execute(u"INSERT INTO \"Reading List\" (Title, pages) VALUES ('All', 10000)"_s));
    m_db->execute(u"DELETE FROM shelves"_s);
    QCOMPARE(all(u"SELECT body FROM notes"_s), QStringList(u"sand"_s));
    QCOMPARE(one(u"SELECT group_concat(name) FROM sqlite_schema WHERE name LIKE '%before%' OR name LIKE '%fits%'"_s), QString());
    QCOMPARE(one(u"SELECT legacy_alter_table FROM pragma_legacy_alter_table"_s), u"0"_s);
    QCOMPARE(one(u"SELECT foreign_keys FROM pragma_foreign_keys"_s), u"1"_s);
}

void tst_SqliteAlterations::optionsOfATableAreKept()
{
    m_db->execute(u"CREATE TABLE prices (code TEXT PRIMARY KEY, amount TEXT, extra ANY) STRICT, WITHOUT ROWID"_s);
    m_db->execute(u"INSERT INTO prices VALUES ('a', '12', '7'), ('b', '3', x'00ff')"_s);
    const auto altered = alter(u"prices"_s, [](TableChange &table) { table.modify().integer("amount").notNull(); });
    QVERIFY2(altered, reason(altered).constData());
    QCOMPARE(textOf(u"prices"_s), u"CREATE TABLE prices (code TEXT PRIMARY KEY, amount INTEGER NOT NULL, extra ANY) STRICT, WITHOUT ROWID"_s);
    QCOMPARE(all(u"SELECT typeof(amount) || typeof(extra) FROM prices"_s), QStringList({u"integertext"_s, u"integerblob"_s}));
}

void tst_SqliteAlterations::rowsKeepTheirNumbers()
{
    m_db->execute(u"CREATE TABLE logs (rowid TEXT, body TEXT)"_s);
    m_db->execute(u"INSERT INTO logs (_rowid_, rowid, body) VALUES (7, 'x', 'one'), (9, 'y', 'two')"_s);
    const auto altered = alter(u"logs"_s, [](TableChange &table) { table.modify().text("body").notNull(); });
    QVERIFY2(altered, reason(altered).constData());
    QCOMPARE(all(u"SELECT _rowid_ || rowid || body FROM logs"_s), QStringList({u"7xone"_s, u"9ytwo"_s}));
}

void tst_SqliteAlterations::keysGoOnCounting()
{
    m_db->execute(u"CREATE TABLE jars (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT)"_s);
    m_db->execute(u"CREATE TABLE lids (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT)"_s);
    m_db->execute(u"INSERT INTO jars (id, label) VALUES (41, 'plums')"_s);
    m_db->execute(u"DELETE FROM jars"_s);
    for (const QString &table : {u"jars"_s, u"lids"_s}) {
        const auto altered = alter(table, [](TableChange &table) { table.modify().text("label").notNull(); });
        QVERIFY2(altered, reason(altered).constData());
        m_db->execute(u"INSERT INTO %1 (label) VALUES ('pears')"_s.arg(table));
    }
    QCOMPARE(one(u"SELECT id FROM jars"_s), u"42"_s);
    QCOMPARE(one(u"SELECT id FROM lids"_s), u"1"_s);
    QCOMPARE(all(u"SELECT name || seq FROM sqlite_sequence ORDER BY name"_s), QStringList({u"jars42"_s, u"lids1"_s}));
}

void tst_SqliteAlterations::rowsOfOtherTablesAreKept()
{
    m_db->execute(u"CREATE TABLE shelves (id INTEGER PRIMARY KEY, room TEXT, UNIQUE (id, room))"_s);
    m_db->execute(u"CREATE TABLE jars (shelf INTEGER CONSTRAINT k REFERENCES shelves ON DELETE CASCADE, room TEXT, FOREIGN KEY (shelf, room) REFERENCES shelves (id, room) ON UPDATE CASCADE)"_s);
    m_db->execute(u"INSERT INTO shelves VALUES (1, 'cellar'), (2, 'attic')"_s);
    m_db->execute(u"INSERT INTO jars VALUES (1, 'cellar'), (2, 'attic'), (NULL, NULL)"_s);
    const QString jars = textOf(u"jars"_s);
    for (int i = 0; i < 2; ++i) {
        const auto altered = alter(u"shelves"_s, [i](TableChange &table) { table.modify().text("room").notNull().defaultTo(i); });
        QVERIFY2(altered, reason(altered).constData());
        QCOMPARE(textOf(u"jars"_s), jars);
        QCOMPARE(one(u"SELECT count(*) FROM jars"_s), u"3"_s);
    }
    m_db->execute(u"UPDATE shelves SET room = 'kitchen' WHERE id = 1"_s);
    QCOMPARE(one(u"SELECT room FROM jars WHERE shelf = 1"_s), u"kitchen"_s);
    m_db->execute(u"DELETE FROM shelves WHERE id = 2"_s);
    QCOMPARE(one(u"SELECT count(*) FROM jars"_s), u"2"_s);
}

void tst_SqliteAlterations::rowsThatDoNotFitChangeNothing_data()
{
    QTest::addColumn<std::function<void(SchemaChange &)>>("change");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const Changes &changes, const QString &message) {
        QTest::newRow(name) << std::function<void(SchemaChange &)>([changes](SchemaChange &schema) { schema.alterTable("jars", changes); }) << message;
    };
    row(
        "NULL where it may be no more", [](TableChange &table) { table.modify().text("note").notNull(); }, u"note needs a value"_s);
    row(
        "text that is no number", [](TableChange &table) { table.modify().integer("label"); }, u"column label of table jars holds what is no whole number"_s);
    row(
        "a fraction that becomes whole", [](TableChange &table) { table.modify().integer("grams"); }, u"column grams of table jars holds what is no whole number"_s);
    row(
        "text that is no fraction", [](TableChange &table) { table.modify().floatingPoint("label"); }, u"column label of table jars holds what is no number"_s);
    row(
        "a key that is not unique", [](TableChange &table) { table.modify().text("kind").primaryKey(); }, u"A row with the same kind exists already"_s);
    const std::function<void(SchemaChange &)> rule = [](SchemaChange &schema) { schema.createConstraint("jars", "jars_light").check(u"grams < 5"_s); };
    QTest::newRow("a rule that is broken") << rule << u"A row breaks the rule jars_light"_s;
}

void tst_SqliteAlterations::rowsThatDoNotFitChangeNothing()
{
    QFETCH(std::function<void(SchemaChange &)>, change);
    QFETCH(QString, message);
    m_db->execute(u"CREATE TABLE jars (label TEXT, grams DECIMAL, note TEXT, kind TEXT)"_s);
    m_db->execute(u"CREATE INDEX by_label ON jars (label)"_s);
    m_db->execute(u"INSERT INTO jars VALUES ('12', 12.5, NULL, 'a'), ('plums', 3, 'sweet', 'a')"_s);
    const QString parts = u"SELECT sql FROM sqlite_schema WHERE tbl_name LIKE 'jars%'"_s;
    const QStringList before = all(parts);
    const auto failed = this->change(change);
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, u"migration 1_step_1 failed: "_s + message);
    QCOMPARE(all(u"SELECT label FROM jars"_s), QStringList({u"12"_s, u"plums"_s}));
    QCOMPARE(one(u"SELECT legacy_alter_table FROM pragma_legacy_alter_table"_s), u"0"_s);
    QCOMPARE(one(u"SELECT foreign_keys FROM pragma_foreign_keys"_s), u"1"_s);
    QCOMPARE(all(parts), before);
}

void tst_SqliteAlterations::aBrokenReferenceChangesNothing()
{
    m_db->execute(u"CREATE TABLE shelves (id INTEGER PRIMARY KEY)"_s);
    m_db->execute(u"CREATE TABLE jars (label TEXT, shelf_id INTEGER)"_s);
    m_db->execute(u"INSERT INTO jars VALUES ('plums', 7)"_s);
    const QString before = textOf(u"jars"_s);
    const auto failed = alter(u"jars"_s, [](TableChange &table) { table.modify().references("shelf_id", "shelves"); });
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, db::Error::Kind::ForeignKey);
    QVERIFY2(failed.error().message.endsWith(u"row 1 of jars refers to a row of shelves that does not exist"), reason(failed).constData());
    QCOMPARE(textOf(u"jars"_s), before);
    m_db->execute(u"INSERT INTO shelves VALUES (7)"_s);
    const auto altered = alter(u"jars"_s, [](TableChange &table) { table.modify().references("shelf_id", "shelves"); });
    QVERIFY2(altered, reason(altered).constData());
    QVERIFY(!m_db->repo.execute(u"DELETE FROM shelves"_s));
}

void tst_SqliteAlterations::momentsAreConverted()
{
    m_db->execute(u"CREATE TABLE events (day TEXT, at TEXT, exact TEXT, clock TEXT, picture TEXT)"_s);
    m_db->execute(u"INSERT INTO events VALUES ('2026-02-28', '2026-02-28T23:59:58', '2026-02-28T23:59:58.12Z', '23:59:58', 'é'), (NULL, NULL, NULL, NULL, NULL)"_s);
    const db::Migration migration{.change = [](SchemaChange &schema) {
        schema.alterTable("events", [](TableChange &table) {
            table.modify().utcDatetimeUsec("day").from(ColumnType::Date);
            table.modify().date("at").from(ColumnType::NaiveDatetime);
            table.modify().naiveDatetime("exact").from(ColumnType::UtcDatetimeUsec);
            table.modify().timeUsec("clock").from(ColumnType::Time);
            table.modify().binary("picture").from(ColumnType::Text);
        });
    }};
    const QString row = u"SELECT day || ' ' || at || ' ' || exact || ' ' || clock || ' ' || hex(picture) FROM events"_s;
    const auto altered = run(migration);
    QVERIFY2(altered, reason(altered).constData());
    QCOMPARE(all(row), QStringList({u"2026-02-28T00:00:00.000000Z 2026-02-28 2026-02-28T23:59:58 23:59:58.000000 C3A9"_s, QString()}));
    const auto back = db::Migrator(m_db->repo, {migration.identified(1, u"step_1"_s)}).rollback({});
    QVERIFY2(back, reason(back).constData());
    QCOMPARE(all(row), QStringList({u"2026-02-28 2026-02-28T00:00:00 2026-02-28T23:59:58.000000Z 23:59:58 C3A9"_s, QString()}));
    QCOMPARE(one(u"SELECT typeof(picture) FROM events WHERE day IS NOT NULL"_s), u"text"_s);
}

void tst_SqliteAlterations::fractionsOfSecondsStayWhatTheyAre()
{
    m_db->execute(u"CREATE TABLE events (exact TEXT, clock TEXT)"_s);
    m_db->execute(u"INSERT INTO events VALUES ('2026-02-28T23:59:58.123', '2026-02-28T23:59:58.5Z')"_s);
    const auto altered = change([](SchemaChange &schema) {
        schema.alterTable("events", [](TableChange &table) {
            table.modify().utcDatetimeUsec("exact").from(ColumnType::NaiveDatetimeUsec);
            table.modify().timeUsec("clock").from(ColumnType::UtcDatetimeUsec);
        });
    });
    QVERIFY2(altered, reason(altered).constData());
    QCOMPARE(one(u"SELECT exact || ' ' || clock FROM events"_s), u"2026-02-28T23:59:58.123000Z 23:59:58.500000"_s);
}

void tst_SqliteAlterations::constraintsOfAnyKindAreDropped()
{
    m_db->execute(u"CREATE TABLE jars (a INT CONSTRAINT few CHECK (a < 9), b INT, c INT, CONSTRAINT one UNIQUE (b), CONSTRAINT \"Of Shelves\" FOREIGN KEY (c) REFERENCES jars (b))"_s);
    const auto dropped = change([](SchemaChange &schema) {
        schema.dropConstraint("jars", "FEW");
        schema.dropConstraint("jars", "Of Shelves");
        schema.dropConstraint("jars", "one");
        schema.dropConstraint("jars", "another").ifExists();
    });
    QVERIFY2(dropped, reason(dropped).constData());
    QCOMPARE(textOf(u"jars"_s), u"CREATE TABLE jars (a INT, b INT, c INT)"_s);
}

void tst_SqliteAlterations::whatIsNotThereIsRefused_data()
{
    QTest::addColumn<std::function<void(SchemaChange &)>>("change");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const std::function<void(SchemaChange &)> &change, const QString &message) { QTest::newRow(name) << change << message; };
    row(
        "a table", [](SchemaChange &schema) { schema.dropConstraint("nowhere", "x"); }, u"there is no table nowhere"_s);
    row(
        "a view", [](SchemaChange &schema) { schema.dropConstraint("labels", "x"); }, u"there is no table labels"_s);
    row(
        "a virtual table", [](SchemaChange &schema) { schema.dropConstraint("words", "x"); }, u"the text of table words cannot be taken apart"_s);
    row(
        "a constraint", [](SchemaChange &schema) { schema.dropConstraint("jars", "x"); }, u"table jars has no constraint x"_s);
    row(
        "a column", [](SchemaChange &schema) { schema.alterTable("jars", [](TableChange &table) { table.modify().text("x"); }); }, u"table jars has no column x"_s);
    row(
        "a reference", [](SchemaChange &schema) { schema.alterTable("jars", [](TableChange &table) { table.modify().integer("label").from(ColumnType::Reference); }); },
        u"table jars has no foreign key jars_label_fkey"_s);
    row(
        "a key", [](SchemaChange &schema) { schema.alterTable("jars", [](TableChange &table) { table.modify().text("label").from(Column(ColumnType::Text).primaryKey()); }); },
        u"table jars has no primary key"_s);
    row(
        "a rule", [](SchemaChange &schema) { schema.createConstraint("jars", "x").check(u"label > (1"_s); }, u"what is said of table jars leaves no text of a table"_s);
}

void tst_SqliteAlterations::whatIsNotThereIsRefused()
{
    QFETCH(std::function<void(SchemaChange &)>, change);
    QFETCH(QString, message);
    m_db->execute(u"CREATE TABLE jars (label TEXT)"_s);
    m_db->execute(u"CREATE VIEW labels AS SELECT label FROM jars"_s);
    m_db->execute(u"CREATE VIRTUAL TABLE words USING fts5 (word)"_s);
    const auto failed = this->change(change);
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, u"migration 1_step_1 failed: "_s + message);
    QCOMPARE(textOf(u"jars"_s), u"CREATE TABLE jars (label TEXT)"_s);
}

void tst_SqliteAlterations::keysComeAndGo()
{
    m_db->execute(u"CREATE TABLE places (shelf INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (shelf, place))"_s);
    m_db->execute(u"CREATE TABLE jars (label TEXT)"_s);
    const auto altered = change([](SchemaChange &schema) {
        schema.alterTable("places", [](TableChange &table) { table.modify().bigInteger("place").primaryKey().defaultTo(1); });
        schema.alterTable("jars", [](TableChange &table) { table.modify().text("label").primaryKey().notNull(); });
    });
    QVERIFY2(altered, reason(altered).constData());
    QCOMPARE(textOf(u"places"_s), u"CREATE TABLE places (shelf INTEGER NOT NULL, place INTEGER DEFAULT 1 NOT NULL, PRIMARY KEY (shelf, place))"_s);
    QCOMPARE(textOf(u"jars"_s), u"CREATE TABLE jars (label TEXT NOT NULL PRIMARY KEY)"_s);
    const auto back = alter(u"jars"_s, [](TableChange &table) { table.modify().text("label").from(Column(ColumnType::Text).primaryKey()); });
    QVERIFY2(back, reason(back).constData());
    QCOMPARE(textOf(u"jars"_s), u"CREATE TABLE jars (label TEXT)"_s);
}

void tst_SqliteAlterations::anIndexGoesWithItsColumn()
{
    m_db->execute(u"CREATE TABLE jars (label TEXT, grams INT, lid TEXT)"_s);
    m_db->execute(u"CREATE INDEX by_label ON jars (label)"_s);
    m_db->execute(u"CREATE INDEX by_both ON jars (grams, lid)"_s);
    m_db->execute(u"CREATE UNIQUE INDEX by_lid ON jars (lid)"_s);
    const auto removed = alter(u"jars"_s, [](TableChange &table) { table.remove("lid"); });
    QVERIFY2(removed, reason(removed).constData());
    QCOMPARE(all(u"SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'jars'"_s), QStringList(u"by_label"_s));
    const auto anew = alter(u"jars"_s, [](TableChange &table) {
        table.remove("label");
        table.modify().text("grams");
    });
    QVERIFY2(anew, reason(anew).constData());
    QCOMPARE(one(u"SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'jars'"_s), u"0"_s);
}

void tst_SqliteAlterations::whereNothingChangesNothingRuns()
{
    m_db->execute(u"CREATE TABLE jars (label TEXT NOT NULL)"_s);
    const auto altered = alter(u"jars"_s, [](TableChange &table) { table.modify().string("label").size(20).notNull().commented(u"on paper"_s); });
    QVERIFY2(altered, reason(altered).constData());
    QCOMPARE(altered->first().statements, QStringList());
}

void tst_SqliteAlterations::itTakesATransactionOfItsOwn()
{
    m_db->execute(u"CREATE TABLE jars (label TEXT)"_s);
    const auto toInteger = [](SchemaChange &schema) { schema.alterTable("jars", [](TableChange &table) { table.modify().integer("label"); }); };
    const auto without = run({.up = toInteger, .inTransaction = false});
    QVERIFY(!without);
    QCOMPARE(without.error().message, u"a migration that makes a table anew needs inTransaction = true: alter table jars"_s);
    const auto inside = m_db->repo.transaction([&] { return change(toInteger); });
    QVERIFY(!inside);
    const auto conditional = run({.up = [](SchemaChange &schema) { schema.alterTable("jars", [](TableChange &table) { table.removeIfExists("label"); }); }, .inTransaction = false});
    QVERIFY(!conditional);
    QCOMPARE(conditional.error().message, u"a migration whose statements depend on the columns that are there needs inTransaction = true: alter table jars"_s);
    QVERIFY2(inside.error().message.endsWith(u"SQLite makes table jars anew for this, which needs a transaction of the migration's own"), reason(inside).constData());
    QCOMPARE(textOf(u"jars"_s), u"CREATE TABLE jars (label TEXT)"_s);
}

void tst_SqliteAlterations::namesThatAreTakenAreNoHindrance()
{
    m_db->execute(u"CREATE TABLE jars (label TEXT)"_s);
    m_db->execute(u"CREATE TABLE JARS_before (label TEXT)"_s);
    m_db->execute(u"CREATE VIEW jars_before_ AS SELECT 1"_s);
    m_db->execute(u"CREATE INDEX jars_fits ON jars (label)"_s);
    const auto altered = alter(u"jars"_s, [](TableChange &table) { table.modify().integer("label"); });
    QVERIFY2(altered, reason(altered).constData());
    QCOMPARE(all(u"SELECT name FROM sqlite_schema WHERE name LIKE 'jars%' ORDER BY lower(name)"_s), QStringList({u"jars"_s, u"JARS_before"_s, u"jars_before_"_s, u"jars_fits"_s}));
}

QTEST_GUILESS_MAIN(tst_SqliteAlterations)

#include "tst_sqlite_alterations.moc"
