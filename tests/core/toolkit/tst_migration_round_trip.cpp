// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "tests/support/reason.h"
#include "tests/support/structure.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using db::ColumnList;
using db::IndexColumn;
using db::OnDelete;
using db::OnUpdate;
using db::SchemaChange;
using db::TableChange;
using Engine = db::DatabaseUrl::Engine;

using Change = std::function<void(SchemaChange &)>;
using Refusals = QMap<Engine, QString>;

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Refusals)

/// Each operation of the language on each engine: taken back and done again, it leaves what it left at first. Where an
/// engine cannot do it, it says so before anything runs.
class tst_MigrationRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void upDownAndUpAgainIsTheSameAsUp_data();
    void upDownAndUpAgainIsTheSameAsUp();
};

namespace {

db::Migration library()
{
    return {.version = 1, .name = u"create_library"_s, .change = [](SchemaChange &schema) {
                schema.createTable("authors", [](ColumnList &columns) {
                    columns.string("name").notNull();
                    columns.string("code").size(20).notNull();
                    columns.integer("tenant");
                });
                schema.createUniqueIndex("authors", {"code"});
                schema.createUniqueIndex("authors", {"id", "tenant"});
                schema.createUniqueIndex("authors", {"tenant"});
                schema.createTable("books", [](ColumnList &columns) {
                    columns.string("title").notNull();
                    columns.integer("copies").defaultTo(0);
                    columns.integer("tenant");
                    columns.references("author_id", "authors", OnDelete::DeleteAll);
                });
                schema.createIndex("books", {"title"});
                schema.createUniqueIndex("books", {"title", "author_id"});
                schema.createTable("rooms", [](ColumnList &columns) { columns.string("name"); }).commented(u"of the library"_s);
                schema.createJoinTable("shelves", [](ColumnList &columns) { columns.string("label").notNull(); });
                schema.execute(u"INSERT INTO authors (name, code, tenant) VALUES ('Le Guin', 'ukl', 7)"_s, QString());
                schema.execute(u"INSERT INTO books (title, copies, tenant, author_id) VALUES ('The Dispossessed', 3, 7, 1)"_s, QString());
            }};
}

QString collation()
{
    switch (testedEngine()) {
    case Engine::Sqlite:
        return u"NOCASE"_s;
    case Engine::Postgres:
        return u"C"_s;
    case Engine::MariaDb:
        return u"utf8mb4_bin"_s;
    }
    Q_UNREACHABLE();
}

void onTables()
{
    const auto row = [](const char *name, const Change &change, const Refusals &refusals = {}) { QTest::newRow(name) << change << refusals; };
    const auto table = [&row](const char *name, const std::function<void(ColumnList &)> &columns, const Refusals &refusals = {}) {
        row(
            name, [columns](SchemaChange &schema) { schema.createTable("loans", columns); }, refusals);
    };
    const auto lacks = [](const QString &what) { return QString(u" has no " + what + u": create table loans"); };

    table("a table of all types", [](ColumnList &columns) {
        columns.string("a").size(40).notNull();
        columns.text("b");
        columns.integer("c").defaultTo(3);
        columns.bigInteger("d");
        columns.floatingPoint("e");
        columns.decimal("f", 12, 2);
        columns.boolean("g").defaultTo(true).notNull();
        columns.binary("h");
        columns.uuid("i");
        columns.date("j");
        columns.time("k");
        columns.timeUsec("l");
        columns.utcDatetime("m");
        columns.utcDatetimeUsec("n");
        columns.map("o");
        columns.array("p", db::ColumnType::Integer);
        columns.timestamps();
    });
    row("a table if it does not exist", [](SchemaChange &schema) { schema.createTableIfNotExists("loans", [](ColumnList &columns) { columns.date("day"); }); });
    row("a join table", [](SchemaChange &schema) { schema.createJoinTable("loans", [](ColumnList &columns) { columns.references("book_id", "books"); }); });
    row("a dropped table", [](SchemaChange &schema) { schema.dropJoinTable("shelves", [](ColumnList &columns) { columns.string("label").notNull(); }); });
    row("a dropped table if it exists", [](SchemaChange &schema) { schema.dropTableIfExists("rooms", [](ColumnList &columns) { columns.string("name"); }).commented(u"of the library"_s); });
    row("SQL with its reverse", [](SchemaChange &schema) { schema.execute(u"ALTER TABLE shelves RENAME TO boards"_s, u"ALTER TABLE boards RENAME TO shelves"_s); });
    row("a renamed table", [](SchemaChange &schema) { schema.renameTable("shelves", "boards"); });
    table("a key of its own", [](ColumnList &columns) { columns.string("code").size(9).primaryKey(); });
    table("a key of several columns", [](ColumnList &columns) {
        columns.references("book_id", "books").primaryKey();
        columns.date("day").primaryKey();
        columns.string("note");
    });
    table("defaults that are expressions", [](ColumnList &columns) { columns.integer("days").defaultToSql(u"20 + 8"_s).notNull(); });
    table("a check", [](ColumnList &columns) { columns.integer("days").check(u"loans_days"_s, u"days > 0"_s); });
    table("a generated column", [](ColumnList &columns) {
        columns.integer("days");
        columns.integer("hours").generatedAs(u"days * 24"_s);
    });
    table("a collation", [](ColumnList &columns) { columns.string("note").collatedBy(collation()); });
    row("a comment on a table", [](SchemaChange &schema) { schema.createTable("loans", [](ColumnList &columns) { columns.date("day"); }).commented(u"what it's \\ about"_s); });
    table("a comment", [](ColumnList &columns) { columns.string("note").commented(u"what it's \\ about"_s); });
    table(
        "a generated column that is NOT NULL", [](ColumnList &columns) { columns.integer("hours").generatedAs(u"24"_s).notNull(); },
        {{Engine::MariaDb, u"MariaDB"_s + lacks(u"generated columns that are NOT NULL"_s)}});

    for (const auto &[name, action] : {std::pair("nothing on delete", OnDelete::Nothing), std::pair("restrict on delete", OnDelete::Restrict),
                                       std::pair("delete all on delete", OnDelete::DeleteAll), std::pair("nilify all on delete", OnDelete::NilifyAll)})
        table(name, [action = action](ColumnList &columns) { columns.references("book_id", "books").onDelete(action); });
    table(
        "default all on delete", [](ColumnList &columns) { columns.references("book_id", "books", OnDelete::DefaultAll).defaultTo(1); },
        {{Engine::MariaDb, u"MariaDB"_s + lacks(u"ON DELETE SET DEFAULT"_s)}});
    for (const auto &[name, action] : {std::pair("nothing on update", OnUpdate::Nothing), std::pair("restrict on update", OnUpdate::Restrict),
                                       std::pair("update all on update", OnUpdate::UpdateAll), std::pair("nilify all on update", OnUpdate::NilifyAll)})
        table(name, [action = action](ColumnList &columns) { columns.references("book_id", "books").onUpdate(action); });
    table("a reference to another column", [](ColumnList &columns) {
        columns.references("author_code", "authors").ofType(db::ColumnType::String).size(20).referring("code").foreignKeyName("loans_author");
    });
    const auto pair = [](ColumnList &columns) -> db::Column & {
        columns.integer("tenant");
        return columns.references("author_id", "authors", OnDelete::DeleteAll).with("tenant", "tenant");
    };
    table("a reference by several columns", [pair](ColumnList &columns) { pair(columns); });
    table(
        "a full match", [pair](ColumnList &columns) { pair(columns).matchFull(); },
        {{Engine::Sqlite, u"SQLite"_s + lacks(u"MATCH FULL"_s)}, {Engine::MariaDb, u"MariaDB"_s + lacks(u"MATCH FULL"_s)}});
    const QString partly = lacks(u"ON DELETE for some columns of a foreign key"_s);
    table(
        "nilify one column on delete", [pair](ColumnList &columns) { pair(columns).nilifyOnly({u"author_id"_s}); },
        {{Engine::Sqlite, u"SQLite"_s + partly}, {Engine::MariaDb, u"MariaDB"_s + partly}});
    table(
        "default of one column on delete", [pair](ColumnList &columns) { pair(columns).defaultOnly({u"author_id"_s}); },
        {{Engine::Sqlite, u"SQLite"_s + partly}, {Engine::MariaDb, u"MariaDB"_s + lacks(u"ON DELETE SET DEFAULT"_s)}});
}

void onColumns()
{
    const auto row = [](const char *name, const Change &change, const Refusals &refusals = {}) { QTest::newRow(name) << change << refusals; };
    const auto alter = [&row](const char *name, const std::function<void(TableChange &)> &changes, const Refusals &refusals = {}) {
        row(
            name, [changes](SchemaChange &schema) { schema.alterTable("books", changes); }, refusals);
    };
    alter("added columns", [](TableChange &table) {
        table.add().string("subtitle");
        table.add().integer("pages").notNull().defaultTo(1);
    });
    alter("added references", [](TableChange &table) { table.add().references("editor_id", "authors", OnDelete::NilifyAll); });
    alter("added generated columns", [](TableChange &table) { table.add().integer("twice").generatedAs(u"copies * 2"_s); });
    alter("added checks", [](TableChange &table) { table.add().integer("pages").check(u"books_pages"_s, u"pages > 0"_s); });
    alter("added comments", [](TableChange &table) { table.add().integer("pages").commented(u"printed ones"_s); });
    alter("added references by several columns",
          [](TableChange &table) { table.add().references("editor_id", "authors").with("tenant", "tenant").foreignKeyName("books_editor"); });
    row("added columns with their indexes", [](SchemaChange &schema) {
        schema.addColumns("books", [](ColumnList &columns) { columns.references("editor_id", "authors"); });
        schema.createIndex("books", {"editor_id"});
    });
    row("removed columns", [](SchemaChange &schema) {
        schema.alterTable("shelves", [](TableChange &table) {
            table.add().integer("room").notNull().defaultTo(1);
            table.remove().string("label").notNull();
        });
    });
    row("removed references", [](SchemaChange &schema) {
        schema.dropUniqueIndex("books", {"title", "author_id"});
        schema.alterTable("books", [](TableChange &table) { table.remove().references("author_id", "authors", OnDelete::DeleteAll); });
    });
    row("a renamed column", [](SchemaChange &schema) { schema.renameColumn("books", "title", "name"); });
    alter(
        "another type", [](TableChange &table) { table.modify().text("copies").from(db::Column(db::ColumnType::Integer).defaultTo(0)); });
    alter(
        "another length", [](TableChange &table) { table.modify().string("title").size(80).notNull().defaultTo(u"-"_s).from(db::Column(db::ColumnType::String).notNull()); });
    alter(
        "no NOT NULL", [](TableChange &table) { table.modify().string("title").from(db::Column(db::ColumnType::String).notNull()); });
    alter(
        "NOT NULL", [](TableChange &table) { table.modify().integer("copies").notNull().from(db::Column(db::ColumnType::Integer).defaultTo(0)); });
    alter(
        "another default", [](TableChange &table) { table.modify().integer("copies").defaultTo(5).from(db::Column(db::ColumnType::Integer).defaultTo(0)); });
    alter(
        "a comment on a column", [](TableChange &table) { table.modify().integer("tenant").commented(u"whose"_s).defaultTo(7).from(db::ColumnType::Integer); });
    const QString computed = u" has no way to modify a generated column: alter table books"_s;
    alter(
        "a column that is computed", [](TableChange &table) { table.modify().integer("copies").generatedAs(u"tenant * 2"_s).from(db::Column(db::ColumnType::Integer).defaultTo(0)); },
        {{Engine::Postgres, u"PostgreSQL"_s + computed}, {Engine::MariaDb, u"MariaDB"_s + computed}});
}

void onForeignKeys()
{
    const auto row = [](const char *name, const std::function<void(TableChange &)> &changes) {
        QTest::newRow(name) << Change([changes](SchemaChange &schema) { schema.alterTable("books", changes); })
                            << Refusals();
    };
    row("a column becomes a reference", [](TableChange &table) {
        table.modify().references("tenant", "authors").onUpdate(OnUpdate::UpdateAll).ofType(db::ColumnType::Integer).referring("tenant").from(db::ColumnType::Integer);
    });
    row("a reference does something else", [](TableChange &table) {
        table.modify().references("author_id", "authors", OnDelete::Restrict).from(ColumnList().references("author_id", "authors", OnDelete::DeleteAll));
    });
}

void onIndexes()
{
    const auto row = [](const char *name, const Change &change, const Refusals &refusals = {}) { QTest::newRow(name) << change << refusals; };
    const auto index = [&row](const char *name, const std::function<void(db::Index &)> &refine, const QString &feature = {}, const QList<Engine> &lacking = {}) {
        Refusals refusals;
        for (const Engine engine : lacking)
            refusals.insert(engine, (engine == Engine::Sqlite ? u"SQLite has no " : u"MariaDB has no ") + feature + u": create index books_copies_index");
        row(
            name, [refine](SchemaChange &schema) { refine(schema.createIndex("books", {"copies"})); }, refusals);
    };

    index("an index", [](db::Index &) {});
    index("an index if it does not exist", [](db::Index &made) { made.ifNotExists(); });
    index("a unique index", [](db::Index &made) { made.unique(); });
    index("an index with a comment", [](db::Index &made) { made.commented(u"for the reader's \\ lists"_s); });
    row("a named index", [](SchemaChange &schema) { schema.createIndex("books", {"copies", "tenant"}).named("by_copies"); });
    row("a descending index", [](SchemaChange &schema) { schema.createIndex("books", {"copies", IndexColumn("tenant").desc()}); });
    index(
        "an index of some rows", [](db::Index &made) { made.where(u"copies > 0"_s); }, u"partial indexes"_s, {Engine::MariaDb});
    index(
        "an index that includes columns", [](db::Index &made) { made.include({u"title"_s}); }, u"indexes that include columns"_s,
        {Engine::Sqlite, Engine::MariaDb});
    index(
        "an index of a kind", [](db::Index &made) { made.method(u"btree"_s); }, u"kinds of indexes to choose from"_s, {Engine::Sqlite});
    index(
        "an index in which NULLs are equal", [](db::Index &made) { made.unique().nullsNotDistinct(); }, u"unique indexes in which NULLs are not distinct"_s,
        {Engine::Sqlite, Engine::MariaDb});
    row(
        "an index on an expression", [](SchemaChange &schema) { schema.createUniqueIndex("books", {IndexColumn::expression(u"lower(title)"_s), "copies"}); },
        {{Engine::MariaDb, u"MariaDB has no indexes on expressions: create index books_lower_title_copies_index"_s}});
    const QString nulls = u" has no indexes with NULLS FIRST or LAST: create index books_copies_tenant_index"_s;
    row(
        "an index with NULLs at the end",
        [](SchemaChange &schema) {
            schema.createIndex("books", {IndexColumn("copies").desc().nullsLast(), IndexColumn("tenant").nullsFirst()});
        },
        {{Engine::Sqlite, u"SQLite"_s + nulls}, {Engine::MariaDb, u"MariaDB"_s + nulls}});
    row("a dropped index", [](SchemaChange &schema) { schema.dropIndex("books", {"title"}); });
    row("a dropped index if it exists", [](SchemaChange &schema) { schema.dropUniqueIndex("authors", {"code"}).ifExists(); });
    row("a renamed index", [](SchemaChange &schema) { schema.renameIndex("authors", {"code"}, "by_code").unique(); });
}

void onConstraints()
{
    const auto row = [](const char *name, const Change &change, const Refusals &refusals = {}) { QTest::newRow(name) << change << refusals; };
    const QString create = u": create %1 constraint books_copies on table books"_s;
    row(
        "a constraint", [](SchemaChange &schema) { schema.createConstraint("books", "books_copies").check(u"copies >= 0"_s); });
    row(
        "a dropped constraint",
        [](SchemaChange &schema) {
            schema.createConstraint("books", "books_copies").check(u"copies >= 0"_s);
            schema.createConstraint("books", "books_copies_few").check(u"copies < 100"_s);
            schema.dropConstraint("books", "books_copies").check(u"copies >= 0"_s);
        });
    row(
        "a constraint for rows to come", [](SchemaChange &schema) { schema.createConstraint("books", "books_copies").check(u"copies > 7"_s).notValidated(); },
        {{Engine::Sqlite, u"SQLite has no constraints that are not validated"_s + create.arg(u"check"_s)},
         {Engine::MariaDb, u"MariaDB has no constraints that are not validated"_s + create.arg(u"check"_s)}});
    row(
        "an exclusion",
        [](SchemaChange &schema) { schema.createConstraint("books", "books_copies").exclude(u"gist (int4range(copies, copies + 1) WITH &&)"_s); },
        {{Engine::Sqlite, u"SQLite has no exclusion constraints"_s + create.arg(u"exclude"_s)},
         {Engine::MariaDb, u"MariaDB has no exclusion constraints"_s + create.arg(u"exclude"_s)}});
}

} // namespace

void tst_MigrationRoundTrip::upDownAndUpAgainIsTheSameAsUp_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Refusals>("refusals");
    onTables();
    onColumns();
    onForeignKeys();
    onIndexes();
    onConstraints();
}

void tst_MigrationRoundTrip::upDownAndUpAgainIsTheSameAsUp()
{
    QFETCH(Change, change);
    QFETCH(Refusals, refusals);
    TestDatabase database = TestDatabase::empty();
    db::Migrator migrator(database.repo, {library(), db::Migration{.version = 2, .name = u"change_library"_s, .change = change}});
    const QString refusal = refusals.value(testedEngine());
    const auto list = migrator.status();
    QVERIFY2(list, reason(list).constData());
    QCOMPARE(list->last().unsupportedReason, refusal);
    if (!refusal.isEmpty()) {
        const auto refused = migrator.migrate({});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
        QCOMPARE(refused.error().message, refusal);
        QCOMPARE(refused.error().subject, u"2_change_library"_s);
        QCOMPARE(structureOf(database), QStringList());
        return;
    }

    const auto made = migrator.migrate({.to = 1});
    QVERIFY2(made, reason(made).constData());
    const QStringList before = structureOf(database);
    const auto up = migrator.migrate({});
    QVERIFY2(up, reason(up).constData());
    const QStringList after = structureOf(database);
    QVERIFY(after != before);
    const auto down = migrator.rollback({});
    QVERIFY2(down, reason(down).constData());
    QCOMPARE(structureOf(database), before);
    const auto again = migrator.migrate({});
    QVERIFY2(again, reason(again).constData());
    QCOMPARE(structureOf(database), after);
    QCOMPARE(database.texts(u"SELECT count(*) FROM authors"_s), QStringList(u"1"_s));
}

QTEST_GUILESS_MAIN(tst_MigrationRoundTrip)

#include "tst_migration_round_trip.moc"
