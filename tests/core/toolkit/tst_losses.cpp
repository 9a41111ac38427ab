// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/losses.h"
#include "core/toolkit/migration.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::Column;
using db::ColumnType;
using db::Loss;
using Engine = db::DatabaseUrl::Engine;

namespace {

using Change = std::function<void(db::SchemaChange &)>;

QList<Loss> lossesOf(const Change &change)
{
    return db::whatIsLost(db::Migration{.change = change}.upOperations());
}

/// A modification of the column `c` of the table `t`.
QList<db::Operation> modifying(Column after, const std::optional<Column> &before)
{
    after.name = u"c"_s;
    if (before)
        after.from(*before);
    return {db::AlterTable{u"t"_s, {db::ColumnChange(db::ColumnChange::Kind::Modify, after)}}};
}

Column decimal(int precision, int scale)
{
    Column column(ColumnType::Decimal);
    column.precision = precision;
    column.scale = scale;
    return column;
}

const Loss values{Loss::Kind::Values, u"t"_s, u"c"_s};

} // namespace

/// What the rows that are there lose by a migration.
class tst_Losses : public QObject
{
    Q_OBJECT

private slots:
    void whatOnlyAddsLosesNothing();
    void tablesAndColumnsThatGoAreLostOnceEach();
    void takingBackLosesWhatWasMade();
    void whatItMadeItselfHoldsNothing();
    void aNameGivenToAnotherTableProtectsItNoMore();
    void whatOwnSqlLosesIsUnknown();
    void aColumnThatHoldsAllItHeldLosesNothing_data();
    void aColumnThatHoldsAllItHeldLosesNothing();
    void aColumnThatHoldsLessLosesValues_data();
    void aColumnThatHoldsLessLosesValues();
    void enginesWriteRowsAnewWhereTheyStoreAnotherWay();
};

void tst_Losses::whatOnlyAddsLosesNothing()
{
    const QList<Loss> losses = lossesOf([](db::SchemaChange &schema) {
        schema.createTable("t", [](db::ColumnList &columns) { columns.string("name"); });
        schema.addColumns("other", [](db::ColumnList &columns) { columns.integer("age"); });
        schema.createIndex("other", {u"age"_s});
        schema.renameColumn("other", "age", "years");
        schema.dropIndex("other", {u"years"_s});
        schema.execute(QString(), u"DELETE FROM t"_s);
    });
    QVERIFY(losses.isEmpty());
}

void tst_Losses::tablesAndColumnsThatGoAreLostOnceEach()
{
    const QList<Loss> losses = lossesOf([](db::SchemaChange &schema) {
        schema.dropTable("b");
        schema.alterTable("a", [](db::TableChange &table) {
            table.remove("x");
            table.remove().string("y");
        });
        schema.dropTableIfExists("b");
    });
    QCOMPARE(losses, QList<Loss>({{Loss::Kind::Table, u"b"_s}, {Loss::Kind::Column, u"a"_s, u"x"_s}, {Loss::Kind::Column, u"a"_s, u"y"_s}}));
}

void tst_Losses::takingBackLosesWhatWasMade()
{
    const db::Migration migration{.change = [](db::SchemaChange &schema) {
        schema.createTable("a", [](db::ColumnList &columns) { columns.string("name"); });
        schema.addColumns("b", [](db::ColumnList &columns) { columns.boolean("is_new"); });
    }};
    const QList<Loss> losses = db::whatIsLost(*migration.downOperations());
    QCOMPARE(losses, QList<Loss>({{Loss::Kind::Column, u"b"_s, u"is_new"_s}, {Loss::Kind::Table, u"a"_s}}));
}

void tst_Losses::whatItMadeItselfHoldsNothing()
{
    const QList<Loss> losses = lossesOf([](db::SchemaChange &schema) {
        schema.createTable("draft", [](db::ColumnList &columns) { columns.string("name"); });
        schema.renameTable("draft", "t");
        schema.alterTable("t", [](db::TableChange &table) { table.remove("name"); });
        schema.addColumns("a", [](db::ColumnList &columns) { columns.string("x"); });
        schema.alterTable("a", [](db::TableChange &table) { table.remove("x"); });
        schema.dropTable("t");
    });
    QVERIFY(losses.isEmpty());
    // One that may have been there before is not its own.
    const QList<Loss> old = lossesOf([](db::SchemaChange &schema) {
        schema.createTableIfNotExists("t", [](db::ColumnList &columns) { columns.string("name"); });
        schema.dropTable("t");
    });
    QCOMPARE(old, QList<Loss>({{Loss::Kind::Table, u"t"_s}}));
}

void tst_Losses::aNameGivenToAnotherTableProtectsItNoMore()
{
    const QList<Loss> losses = lossesOf([](db::SchemaChange &schema) {
        schema.createTable("t", [](db::ColumnList &columns) { columns.string("name"); });
        schema.renameTable("t", "aside");
        schema.renameTable("old", "t");
        schema.dropTable("t");
        schema.dropTable("aside");
    });
    QCOMPARE(losses, QList<Loss>({{Loss::Kind::Table, u"t"_s}}));
}

void tst_Losses::whatOwnSqlLosesIsUnknown()
{
    const QList<Loss> losses = lossesOf([](db::SchemaChange &schema) {
        schema.execute(u"DELETE FROM a"_s);
        schema.dropTable("b");
        schema.execute(u"DROP TABLE c"_s);
    });
    QCOMPARE(losses, QList<Loss>({{}, {Loss::Kind::Table, u"b"_s}}));
}

void tst_Losses::aColumnThatHoldsAllItHeldLosesNothing_data()
{
    QTest::addColumn<QList<db::Operation>>("operations");
    const auto row = [](const char *name, const Column &before, const Column &after) { QTest::newRow(name) << modifying(after, before); };
    row("not NULL", Column(ColumnType::Text), Column(ColumnType::Text).notNull());
    row("longer", Column(ColumnType::String).size(80), Column(ColumnType::String).size(255));
    row("a text", Column(ColumnType::String), Column(ColumnType::Text));
    row("larger numbers", Column(ColumnType::Integer), Column(ColumnType::BigInteger));
    row("a key", Column(ColumnType::Integer), Column(ColumnType::Reference));
    row("more digits", decimal(8, 2), decimal(12, 4));
    row("all digits", decimal(8, 2), decimal(0, 0));
    row("finer times", Column(ColumnType::UtcDatetime), Column(ColumnType::UtcDatetimeUsec));
}

void tst_Losses::aColumnThatHoldsAllItHeldLosesNothing()
{
    QFETCH(QList<db::Operation>, operations);
    QVERIFY(db::whatIsLost(operations).isEmpty());
}

void tst_Losses::aColumnThatHoldsLessLosesValues_data()
{
    QTest::addColumn<QList<db::Operation>>("operations");
    const auto row = [](const char *name, const std::optional<Column> &before, const Column &after) { QTest::newRow(name) << modifying(after, before); };
    row("nobody said what it was", std::nullopt, Column(ColumnType::Text));
    row("shorter", Column(ColumnType::String).size(255), Column(ColumnType::String).size(80));
    row("no text", Column(ColumnType::Text), Column(ColumnType::String));
    row("a number", Column(ColumnType::Text), Column(ColumnType::Integer));
    row("smaller numbers", Column(ColumnType::BigInteger), Column(ColumnType::Integer));
    row("a key of another kind", Column(ColumnType::BigInteger), Column(ColumnType::Reference).ofType(ColumnType::Uuid));
    row("fewer digits", decimal(8, 2), decimal(6, 2));
    row("fewer digits before the point", decimal(8, 2), decimal(8, 4));
    row("fewer digits behind it", decimal(8, 2), decimal(8, 0));
    row("limited digits", decimal(0, 0), decimal(8, 2));
    row("coarser times", Column(ColumnType::UtcDatetimeUsec), Column(ColumnType::UtcDatetime));
}

void tst_Losses::aColumnThatHoldsLessLosesValues()
{
    QFETCH(QList<db::Operation>, operations);
    QCOMPARE(db::whatIsLost(operations), QList<Loss>({values}));
}

void tst_Losses::enginesWriteRowsAnewWhereTheyStoreAnotherWay()
{
    const auto on = [](Engine engine, const Column &before, const Column &after) { return !db::rewrittenTables(modifying(after, before), engine).isEmpty(); };
    for (const Engine engine : {Engine::Sqlite, Engine::Postgres, Engine::MariaDb}) {
        QCOMPARE(db::rewrittenTables(modifying(Column(ColumnType::Integer), Column(ColumnType::Text)), engine), QStringList(u"t"_s));
        QCOMPARE(db::rewrittenTables(modifying(Column(ColumnType::Integer), std::nullopt), engine), QStringList(u"t"_s));
        QVERIFY(on(engine, Column(ColumnType::String).size(80), Column(ColumnType::String).size(8)));
        QVERIFY(on(engine, decimal(8, 2), decimal(10, 4)));
        QVERIFY(db::rewrittenTables({db::AlterTable{u"t"_s, {db::ColumnChange(db::ColumnChange::Kind::Add, Column(u"c"_s, ColumnType::Text))}}}, engine).isEmpty());
    }
    QVERIFY(on(Engine::Sqlite, Column(ColumnType::Text), Column(ColumnType::Text).notNull()));
    QVERIFY(!on(Engine::Postgres, Column(ColumnType::Text), Column(ColumnType::Text).notNull()));
    QVERIFY(!on(Engine::Postgres, Column(ColumnType::String), Column(ColumnType::Text)));
    QVERIFY(on(Engine::MariaDb, Column(ColumnType::String), Column(ColumnType::Text)));
}

QTEST_APPLESS_MAIN(tst_Losses)
#include "tst_losses.moc"
