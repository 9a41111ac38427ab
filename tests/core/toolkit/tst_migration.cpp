// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/decimal.h"
#include "core/toolkit/dialects/sqlite_definition.h"
#include "core/toolkit/migration.h"

#include <QTest>

using db::Column;
using db::ColumnType;
using db::Operation;

namespace {

/// The operations that `change` records, as SQLite statements.
QStringList sqlOf(const QList<Operation> &operations)
{
    return db::SqliteDefinition().statements(operations).value_or(QStringList());
}

QStringList sqlOf(const std::function<void(db::SchemaChange &)> &change)
{
    return sqlOf(db::Migration{.change = change}.upOperations());
}

/// What follows the column's name in the definition of a table with nothing but that column.
QString columnSql(const std::function<void(db::ColumnList &)> &column)
{
    QString sql = sqlOf([&](db::SchemaChange &schema) { schema.createJoinTable("t", column); }).value(0);
    return sql.remove(u"CREATE TABLE \"t\" (\"c\" "_qs).chopped(1);
}

const QList<Column> oneColumn{Column(u"name"_qs, ColumnType::String)};

db::Index index(const QString &table, const QList<db::IndexColumn> &columns)
{
    return db::Index(table, columns);
}

db::TableConstraint rule()
{
    return db::TableConstraint(u"users"_qs, u"adults"_qs);
}

db::AlterTable altering(db::ColumnChange::Kind kind, bool isDescribed = true)
{
    return {u"t"_qs, {db::ColumnChange(kind, Column(u"name"_qs, ColumnType::String), isDescribed)}};
}

db::AlterTable adding(const QList<Column> &columns)
{
    db::AlterTable alteration{u"t"_qs, {}};
    for (const Column &column : columns)
        alteration.changes.emplaceBack(db::ColumnChange::Kind::Add, column);
    return alteration;
}

db::AlterTable removing(const QList<Column> &columns)
{
    db::AlterTable alteration{u"t"_qs, {}};
    for (const Column &column : columns)
        alteration.changes.emplaceBack(db::ColumnChange::Kind::Remove, column);
    return alteration;
}

} // namespace

Q_DECLARE_METATYPE(db::Operation)
Q_DECLARE_METATYPE(std::function<void(db::ColumnList &)>)

class tst_migration : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreSpelledAsEctoDoesOnSqlite_data()
    {
        using Columns = db::ColumnList;
        QTest::addColumn<std::function<void(Columns &)>>("column");
        QTest::addColumn<QString>("sql");

        const auto row = [](const char *name, const std::function<void(Columns &)> &column, const QString &sql) {
            QTest::newRow(name) << column << sql;
        };
        row(
            "string", [](Columns &columns) { columns.string("c"); }, u"TEXT"_qs);
        row(
            "text", [](Columns &columns) { columns.text("c"); }, u"TEXT"_qs);
        row(
            "integer", [](Columns &columns) { columns.integer("c"); }, u"INTEGER"_qs);
        row(
            "bigint", [](Columns &columns) { columns.bigInteger("c"); }, u"INTEGER"_qs);
        row(
            "float", [](Columns &columns) { columns.floatingPoint("c"); }, u"NUMERIC"_qs);
        row(
            "decimal stays exact", [](Columns &columns) { columns.decimal("c", 12, 2); }, u"TEXT"_qs);
        row(
            "boolean", [](Columns &columns) { columns.boolean("c"); }, u"INTEGER"_qs);
        row(
            "binary", [](Columns &columns) { columns.binary("c"); }, u"BLOB"_qs);
        row(
            "date", [](Columns &columns) { columns.date("c"); }, u"TEXT"_qs);
        row(
            "time", [](Columns &columns) { columns.time("c"); }, u"TEXT"_qs);
        row(
            "naive_datetime", [](Columns &columns) { columns.naiveDatetime("c"); }, u"TEXT"_qs);
        row(
            "utc_datetime", [](Columns &columns) { columns.utcDatetime("c"); }, u"TEXT"_qs);
        row(
            "utc_datetime_usec", [](Columns &columns) { columns.utcDatetimeUsec("c"); }, u"TEXT"_qs);
        row(
            "not null", [](Columns &columns) { columns.string("c").notNull(); }, u"TEXT NOT NULL"_qs);
        row(
            "primary key", [](Columns &columns) { columns.bigInteger("c").primaryKey(); }, u"INTEGER PRIMARY KEY"_qs);
        row(
            "default text", [](Columns &columns) { columns.string("c").defaultTo(u"user"_qs).notNull(); },
            u"TEXT DEFAULT 'user' NOT NULL"_qs);
        row(
            "default with a quote", [](Columns &columns) { columns.string("c").defaultTo(u"it's"_qs); }, u"TEXT DEFAULT 'it''s'"_qs);
        row(
            "default empty text", [](Columns &columns) { columns.string("c").defaultTo(QString()); }, u"TEXT DEFAULT ''"_qs);
        row(
            "default number", [](Columns &columns) { columns.integer("c").defaultTo(0); }, u"INTEGER DEFAULT 0"_qs);
        row(
            "default decimal", [](Columns &columns) { columns.decimal("c", 12, 2).defaultTo(QVariant::fromValue(*db::Decimal::fromString(u"0.50"))); },
            u"TEXT DEFAULT '0.50'"_qs);
        row(
            "default true", [](Columns &columns) { columns.boolean("c").defaultTo(true); }, u"INTEGER DEFAULT true"_qs);
        row(
            "default false", [](Columns &columns) { columns.boolean("c").defaultTo(false); }, u"INTEGER DEFAULT false"_qs);
        row(
            "reference", [](Columns &columns) { columns.references("c", "users"); },
            u"INTEGER CONSTRAINT \"t_c_fkey\" REFERENCES \"users\"(\"id\")"_qs);
        row(
            "reference, restrict", [](Columns &columns) { columns.references("c", "users", db::OnDelete::Restrict); },
            u"INTEGER CONSTRAINT \"t_c_fkey\" REFERENCES \"users\"(\"id\") ON DELETE RESTRICT"_qs);
        row(
            "reference, delete all", [](Columns &columns) { columns.references("c", "users", db::OnDelete::DeleteAll).notNull(); },
            u"INTEGER NOT NULL CONSTRAINT \"t_c_fkey\" REFERENCES \"users\"(\"id\") ON DELETE CASCADE"_qs);
        row(
            "reference, nilify all", [](Columns &columns) { columns.references("c", "users", db::OnDelete::NilifyAll); },
            u"INTEGER CONSTRAINT \"t_c_fkey\" REFERENCES \"users\"(\"id\") ON DELETE SET NULL"_qs);
    }
    void columnsAreSpelledAsEctoDoesOnSqlite()
    {
        QFETCH(std::function<void(db::ColumnList &)>, column);
        QTEST(columnSql(column), "sql");
    }

    void operationsAreSpelledAsEctoDoesOnSqlite_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QStringList>("sql");

        const QList<Column> two{Column(u"a"_qs, ColumnType::Text), Column(u"b"_qs, ColumnType::Integer)};
        const auto row = [](const char *name, const Operation &operation, const QStringList &sql) {
            QTest::newRow(name) << operation << sql;
        };
        row("create table", db::CreateTable{u"t"_qs, two},
            {u"CREATE TABLE \"t\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"a\" TEXT, \"b\" INTEGER)"_qs});
        row("create table without key", db::CreateTable{u"t"_qs, two, false}, {u"CREATE TABLE \"t\" (\"a\" TEXT, \"b\" INTEGER)"_qs});
        row("create table if not exists", db::CreateTable{u"t"_qs, two, false, true},
            {u"CREATE TABLE IF NOT EXISTS \"t\" (\"a\" TEXT, \"b\" INTEGER)"_qs});
        row("drop table", db::DropTable{u"t"_qs, {}}, {u"DROP TABLE \"t\""_qs});
        row("add columns", adding(two),
            {u"ALTER TABLE \"t\" ADD COLUMN \"a\" TEXT"_qs, u"ALTER TABLE \"t\" ADD COLUMN \"b\" INTEGER"_qs});
        row("remove columns", removing(two),
            {u"ALTER TABLE \"t\" DROP COLUMN \"a\""_qs, u"ALTER TABLE \"t\" DROP COLUMN \"b\""_qs});
        row("create index", db::CreateIndex{index(u"t"_qs, {u"a"_qs, u"b"_qs}).named(u"t_a_b_index"_qs)},
            {u"CREATE INDEX \"t_a_b_index\" ON \"t\" (\"a\", \"b\")"_qs});
        row("create unique index", db::CreateIndex{index(u"t"_qs, {u"a"_qs}).unique().named(u"t_a_index"_qs)},
            {u"CREATE UNIQUE INDEX \"t_a_index\" ON \"t\" (\"a\")"_qs});
        row("drop index", db::DropIndex{index(u"t"_qs, {u"a"_qs}).unique().named(u"t_a_index"_qs)}, {u"DROP INDEX \"t_a_index\""_qs});
        row("rename table", db::RenameTable{u"t"_qs, u"u"_qs}, {u"ALTER TABLE \"t\" RENAME TO \"u\""_qs});
        row("rename column", db::RenameColumn{u"t"_qs, u"a"_qs, u"b"_qs}, {u"ALTER TABLE \"t\" RENAME COLUMN \"a\" TO \"b\""_qs});
        row("execute", db::Execute{u"UPDATE t SET a = b"_qs, std::nullopt}, {u"UPDATE t SET a = b"_qs});
        row("execute nothing", db::Execute{QString(), std::nullopt}, {});
        row("odd names", db::DropTable{u"say \"hi\""_qs, {}}, {u"DROP TABLE \"say \"\"hi\"\"\""_qs});
    }
    void operationsAreSpelledAsEctoDoesOnSqlite()
    {
        QFETCH(Operation, operation);
        QTEST(db::SqliteDefinition().statements({operation}).value(), "sql");
    }

    void theInverseTakesAnOperationBack_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<Operation>("inverse");

        const auto row = [](const char *name, const Operation &operation, const Operation &inverse) {
            QTest::newRow(name) << operation << inverse;
        };
        row("create table", db::CreateTable{u"t"_qs, oneColumn}, db::DropTable{u"t"_qs, oneColumn});
        row("create join table", db::CreateTable{u"t"_qs, oneColumn, false}, db::DropTable{u"t"_qs, oneColumn, false});
        row("add columns", adding(oneColumn), removing(oneColumn));
        row("create index", db::CreateIndex{index(u"t"_qs, {u"a"_qs}).named(u"n"_qs)}, db::DropIndex{index(u"t"_qs, {u"a"_qs}).named(u"n"_qs)});
        row("create unique index", db::CreateIndex{index(u"t"_qs, {u"a"_qs}).unique().named(u"n"_qs)}, db::DropIndex{index(u"t"_qs, {u"a"_qs}).unique().named(u"n"_qs)});
        row("rename table", db::RenameTable{u"t"_qs, u"u"_qs}, db::RenameTable{u"u"_qs, u"t"_qs});
        row("rename column", db::RenameColumn{u"t"_qs, u"a"_qs, u"b"_qs}, db::RenameColumn{u"t"_qs, u"b"_qs, u"a"_qs});
        row("execute", db::Execute{u"up"_qs, u"down"_qs}, db::Execute{u"down"_qs, u"up"_qs});
    }
    void theInverseTakesAnOperationBack()
    {
        QFETCH(Operation, operation);
        QFETCH(Operation, inverse);
        const std::optional<Operation> back = db::inverse(operation);
        QVERIFY(back);
        QCOMPARE(db::SqliteDefinition().statements({*back}).value(), db::SqliteDefinition().statements({inverse}).value());
        const std::optional<Operation> again = db::inverse(*back);
        QVERIFY(again);
        QCOMPARE(db::SqliteDefinition().statements({*again}).value(), db::SqliteDefinition().statements({operation}).value());
    }

    void whatIsForgottenCannotBeTakenBack()
    {
        QVERIFY(!db::inverse(db::DropTable{u"t"_qs, {}}));
        QVERIFY(!db::inverse(db::Execute{u"DELETE FROM t"_qs, std::nullopt}));
        QVERIFY(!db::inverse(db::DropIndex{index(u"t"_qs, {}).named("a")}));
        QVERIFY(!db::inverse(db::DropConstraint{rule()}));
        QVERIFY(!db::inverse(db::DropConstraint{rule().check(u"age > 0"_qs).ifExists()}));
        using Kind = db::ColumnChange::Kind;
        QVERIFY(!db::inverse(altering(Kind::Modify)));
        QVERIFY(!db::inverse(altering(Kind::Remove, false)));
        QVERIFY(!db::inverse(altering(Kind::AddIfNotExists)));
        QVERIFY(!db::inverse(altering(Kind::RemoveIfExists)));
    }

    void operationsAreDescribedInEctosWords_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QString>("words");

        const auto row = [](const Operation &operation, const QString &words) {
            QTest::newRow(qPrintable(words)) << operation << words;
        };
        row(db::CreateTable{u"users"_qs, oneColumn}, u"create table users"_qs);
        row(db::CreateTable{u"users"_qs, oneColumn, true, true}, u"create table if not exists users"_qs);
        row(db::DropTable{u"users"_qs, {}}, u"drop table users"_qs);
        row(adding(oneColumn), u"alter table t"_qs);
        row(db::CreateIndex{index(u"users"_qs, {u"email"_qs}).unique().named(u"users_email_index"_qs)}, u"create index users_email_index"_qs);
        row(db::DropIndex{index(u"users"_qs, {u"email"_qs}).unique().named(u"users_email_index"_qs)}, u"drop index users_email_index"_qs);
        row(db::CreateIndex{index(u"users"_qs, {"email"}).ifNotExists()}, u"create index if not exists users_email_index"_qs);
        row(db::DropIndex{index(u"users"_qs, {"email"}).ifExists()}, u"drop index if exists users_email_index"_qs);
        row(db::RenameIndex{index(u"users"_qs, {"email"}), u"by_email"_qs}, u"rename index users_email_index to by_email"_qs);
        row(db::CreateConstraint{rule().check(u"age > 0"_qs)}, u"create check constraint adults on table users"_qs);
        row(db::CreateConstraint{rule().exclude(u"gist (age WITH =)"_qs)}, u"create exclude constraint adults on table users"_qs);
        row(db::DropConstraint{rule()}, u"drop constraint adults from table users"_qs);
        row(db::DropConstraint{rule().ifExists()}, u"drop constraint if exists adults from table users"_qs);
        row(db::DropTable{u"users"_qs, {}, true, true}, u"drop table if exists users"_qs);
        row(db::RenameTable{u"users"_qs, u"people"_qs}, u"rename table users to people"_qs);
        row(db::RenameColumn{u"users"_qs, u"email"_qs, u"mail"_qs}, u"rename column email to mail on table users"_qs);
        row(db::Execute{u"DELETE FROM t"_qs, std::nullopt}, u"execute \"DELETE FROM t\""_qs);
    }
    void operationsAreDescribedInEctosWords()
    {
        QFETCH(Operation, operation);
        QTEST(db::describe(operation), "words");
    }

    void indexesAreNamedAfterTableAndColumns()
    {
        const QStringList sql = sqlOf([](db::SchemaChange &schema) {
            schema.createIndex("posts", {u"author_id"_qs});
            schema.createUniqueIndex("posts_tags", {u"post_id"_qs, u"tag_id"_qs});
            schema.dropIndex("posts", {u"title"_qs});
            schema.dropUniqueIndex("posts", {u"slug"_qs});
        });
        QCOMPARE(sql, QStringList({u"CREATE INDEX \"posts_author_id_index\" ON \"posts\" (\"author_id\")"_qs, u"CREATE UNIQUE INDEX \"posts_tags_post_id_tag_id_index\" ON \"posts_tags\" (\"post_id\", \"tag_id\")"_qs, u"DROP INDEX \"posts_title_index\""_qs, u"DROP INDEX \"posts_slug_index\""_qs}));
    }

    void timestampsAreTwoRequiredColumns()
    {
        const QStringList sql = sqlOf([](db::SchemaChange &schema) {
            schema.createTable("t", [](db::ColumnList &columns) { columns.timestamps(); });
        });
        QCOMPARE(sql, QStringList(u"CREATE TABLE \"t\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"inserted_at\" TEXT NOT NULL, "
                                  u"\"updated_at\" TEXT NOT NULL)"_qs));
    }

    void aChangeIsTakenBackInReverseOrder()
    {
        const db::Migration migration{.change = [](db::SchemaChange &schema) {
            schema.createTable("t", [](db::ColumnList &columns) { columns.string("a"); });
            schema.createIndex("t", {u"a"_qs});
            schema.renameColumn("t", "a", "b");
        }};
        const auto down = migration.downOperations();
        QVERIFY(down);
        QCOMPARE(sqlOf(*down), QStringList({u"ALTER TABLE \"t\" RENAME COLUMN \"b\" TO \"a\""_qs, u"DROP TABLE \"t\""_qs}));
    }

    void anIndexThatWentIsNotDropped()
    {
        const db::Migration renamed{.change = [](db::SchemaChange &schema) {
            schema.createIndex("t", {"a"});
            schema.renameTable("t", "u");
            schema.renameColumn("u", "a", "b");
            schema.alterTable("u", [](db::TableChange &table) { table.remove().string("b"); });
        }};
        QCOMPARE(sqlOf(renamed.downOperations().value_or(QList<Operation>())),
                 QStringList({u"ALTER TABLE \"u\" ADD COLUMN \"b\" TEXT"_qs, u"ALTER TABLE \"u\" RENAME COLUMN \"b\" TO \"a\""_qs,
                              u"ALTER TABLE \"u\" RENAME TO \"t\""_qs}));
        const db::Migration dropped{.change = [](db::SchemaChange &schema) {
            schema.createIndex("t", {"a"});
            schema.dropTable("t", [](db::ColumnList &columns) { columns.string("a"); });
        }};
        QCOMPARE(dropped.downOperations().value_or(QList<Operation>()).size(), 1);
        const db::Migration again{.change = [](db::SchemaChange &schema) {
            schema.createIndex("t", {"a"});
            schema.dropIndex("t", {"a"});
            schema.alterTable("t", [](db::TableChange &table) { table.remove().string("a"); });
        }};
        QCOMPARE(again.downOperations().value_or(QList<Operation>()).size(), 3);
    }

    void anIndexThatLostAColumnCannotBeTakenBack()
    {
        const db::Migration migration{.name = u"x"_qs, .change = [](db::SchemaChange &schema) {
                                          schema.createIndex("t", {"a", "b"});
                                          schema.alterTable("t", [](db::TableChange &table) { table.remove().string("a"); });
                                      }};
        QString reason;
        QVERIFY(!migration.downOperations(&reason));
        QVERIFY2(reason.contains(u"create index t_a_b_index"), qPrintable(reason));
    }

    void upAndDownAreRunAsWritten()
    {
        const db::Migration migration{.up = [](db::SchemaChange &schema) { schema.execute(u"up"_qs); },
                                      .down = [](db::SchemaChange &schema) { schema.dropTable("t"); }};
        QCOMPARE(sqlOf(migration.upOperations()), QStringList(u"up"_qs));
        const auto down = migration.downOperations();
        QVERIFY(down);
        QCOMPARE(sqlOf(*down), QStringList(u"DROP TABLE \"t\""_qs));
    }

    void aDroppedTableComesBackWithItsOwnKey()
    {
        const auto columns = [](db::ColumnList &table) { table.string("code").primaryKey(); };
        const auto pair = [](db::ColumnList &table) { table.bigInteger("a").notNull(); };
        const db::Migration made{.change = [&](db::SchemaChange &schema) {
            schema.createTable("t", columns);
            schema.createJoinTable("pairs", pair);
        }};
        const db::Migration dropped{.change = [&](db::SchemaChange &schema) {
            schema.dropJoinTable("pairs", pair);
            schema.dropTable("t", columns);
        }};
        const auto down = dropped.downOperations();
        QVERIFY(down);
        QCOMPARE(sqlOf(*down), sqlOf(made.upOperations()));
    }

    void theOperationThatCannotBeTakenBackIsNamed()
    {
        const db::Migration migration{.change = [](db::SchemaChange &schema) {
            schema.renameTable("a", "b");
            schema.dropTable("aa");
        }};
        QString reason;
        QVERIFY(!migration.downOperations(&reason));
        QCOMPARE(reason, u"cannot reverse migration command: drop table aa. You will need to explicitly define up and down in your migration"_qs);
    }

    void aMigrationWithoutDownCannotBeTakenBack()
    {
        const db::Migration migration{.name = u"purge"_qs, .up = [](db::SchemaChange &schema) { schema.execute(u"up"_qs); }};
        QString reason;
        QVERIFY(!migration.downOperations(&reason));
        QCOMPARE(reason, u"cannot reverse migration purge: it has no down"_qs);
    }
};

QTEST_APPLESS_MAIN(tst_migration)

#include "tst_migration.moc"
