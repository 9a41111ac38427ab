// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migration_checksum.h"
#include "core/toolkit/sql_migrations.h"
#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using db::Migration;

/// Migrations that were changed after they had been applied.
class tst_MigrationChanges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void whatWasChangedSinceIsToldAndRefusedBeforeAnythingRuns();
    void acceptedChangesAreNoneAnyMore();
    void aChangedMigrationIsTakenBackWithAWarning();
    void whatDoesTheSameIsUnchanged_data();
    void whatDoesTheSameIsUnchanged();
    void whatDoesSomethingElseIsChanged_data();
    void whatDoesSomethingElseIsChanged();
    void anotherWayBackIsNoChange();
    void whatEctoAppliedIsLeftAlone();
    void whatEctoTookBackAndAppliedAnewIsLeftAlone();
    void aDatabaseOfAnOlderVersionIsTakenAsItIs();
    void theBooksHaveEctosColumnsOnly();
    void aReadOnlyDatabaseTellsItToo();
};

namespace {

Migration making(const QString &column)
{
    return {.version = firstVersion, .name = u"make_jars"_s, .change = [column](db::SchemaChange &schema) {
                schema.createTable("jars", [column](db::ColumnList &columns) { columns.string(column).size(20); });
            }};
}

Migration written(const QByteArray &sql, db::DatabaseUrl::Engine engine)
{
    const auto migration = db::sqlMigration(u"20260101000001_make_jars.sql"_s, sql, engine);
    return migration ? *migration : Migration();
}

const QString sentence = u"migration 20260101000001_make_jars was changed since it was applied"_s;

} // namespace

void tst_MigrationChanges::whatWasChangedSinceIsToldAndRefusedBeforeAnythingRuns()
{
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {making(u"label"_s)}).migrate({}));
    db::Migrator migrator(database.repo, {making(u"name"_s), creating(firstVersion + 1, u"berries"_s)});
    const auto status = migrator.status();
    QVERIFY2(status, reason(status).constData());
    QCOMPARE(status->at(0).changedReason, sentence);
    QCOMPARE(status->at(1).changedReason, QString());
    const auto refused = migrator.migrate({});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    QCOMPARE(refused.error().message, sentence);
    QVERIFY(!migrator.plan(true, {}));
    QCOMPARE(tables(database), QStringList(u"jars"_s));
}

void tst_MigrationChanges::acceptedChangesAreNoneAnyMore()
{
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {making(u"label"_s)}).migrate({}));
    db::Migrator migrator(database.repo, {making(u"name"_s), creating(firstVersion + 1, u"berries"_s)});
    const auto migrated = migrator.migrate({.acceptChanges = true});
    QVERIFY2(migrated, reason(migrated).constData());
    QCOMPARE(versions(*migrated), QList<qint64>{firstVersion + 1});
    QCOMPARE(migrator.status().value().first().changedReason, QString());
    QVERIFY(migrator.migrate({}));
    QVERIFY(!db::Migrator(database.repo, {making(u"label"_s)}).migrate({}));
}

void tst_MigrationChanges::aChangedMigrationIsTakenBackWithAWarning()
{
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {making(u"label"_s)}).migrate({}));
    db::Migrator migrator(database.repo, {making(u"name"_s)});
    const auto runs = migrator.rollback({});
    QVERIFY2(runs, reason(runs).constData());
    QCOMPARE(runs->first().warning, QString(sentence + u"; it is taken back as it says now"));
    const auto again = migrator.migrate({});
    QVERIFY2(again, reason(again).constData());
    QCOMPARE(again->first().warning, QString());
    QCOMPARE(migrator.status().value().first().changedReason, QString());
}

void tst_MigrationChanges::whatDoesTheSameIsUnchanged_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray up = "-- migrate:up\n";
    QTest::newRow("blanks") << QByteArray(up + "CREATE TABLE jars (label int);") << QByteArray(up + "\n\nCREATE  TABLE jars\n( label int )\n;\n");
    QTest::newRow("comments") << QByteArray(up + "CREATE TABLE jars (label int);") << QByteArray(up + "-- for plums\nCREATE TABLE jars ( /* a text? */ label int -- no\n);");
    QTest::newRow("a way back") << QByteArray(up + "CREATE TABLE jars (label int);") << QByteArray(up + "CREATE TABLE jars (label int);\n-- migrate:down\nDROP TABLE jars;");
    QTest::newRow("line ends") << QByteArray(up + "CREATE TABLE jars\n(label int);") << QByteArray("-- migrate:up\r\nCREATE TABLE jars\r\n(label int);");
}

void tst_MigrationChanges::whatDoesTheSameIsUnchanged()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {written(before, testedEngine())}).migrate({}));
    const auto again = db::Migrator(database.repo, {written(after, testedEngine())}).migrate({});
    QVERIFY2(again, reason(again).constData());
}

void tst_MigrationChanges::whatDoesSomethingElseIsChanged_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray up = "-- migrate:up\n";
    QTest::newRow("a name") << QByteArray(up + "CREATE TABLE jars (label int);") << QByteArray(up + "CREATE TABLE jars (labels int);");
    QTest::newRow("blanks in a text") << QByteArray(up + "CREATE TABLE jars (label varchar(9) DEFAULT 'a b');")
                                      << QByteArray(up + "CREATE TABLE jars (label varchar(9) DEFAULT 'a  b');");
    QTest::newRow("one more") << QByteArray(up + "CREATE TABLE jars (label int);") << QByteArray(up + "CREATE TABLE jars (label int); CREATE TABLE lids (a int);");
    QTest::newRow("one less") << QByteArray(up + "CREATE TABLE jars (label int); CREATE TABLE lids (a int);") << QByteArray(up + "CREATE TABLE jars (label int);");
}

void tst_MigrationChanges::whatDoesSomethingElseIsChanged()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {written(before, testedEngine())}).migrate({}));
    QCOMPARE(db::Migrator(database.repo, {written(after, testedEngine())}).migrate({}).error().message, sentence);
}

void tst_MigrationChanges::anotherWayBackIsNoChange()
{
    const QList<db::Operation> described{db::AlterTable{u"jars"_s, {db::ColumnChange(db::ColumnChange::Kind::Remove, db::Column(u"label"_s, db::ColumnType::String))}}};
    const QList<db::Operation> named{db::AlterTable{u"jars"_s, {db::ColumnChange(db::ColumnChange::Kind::Remove, db::Column(u"label"_s, db::ColumnType::Text), false)}}};
    const QList<db::Operation> another{db::AlterTable{u"jars"_s, {db::ColumnChange(db::ColumnChange::Kind::Remove, db::Column(u"lid"_s, db::ColumnType::Text), false)}}};
    QCOMPARE(db::checksumOf(described, testedEngine()), db::checksumOf(named, testedEngine()));
    QVERIFY(db::checksumOf(named, testedEngine()) != db::checksumOf(another, testedEngine()));
}

void tst_MigrationChanges::whatEctoAppliedIsLeftAlone()
{
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {making(u"label"_s), creating(firstVersion + 1, u"berries"_s)}).migrate({.step = 1}));
    database.execute(u"INSERT INTO schema_migrations (version) VALUES (%1)"_s.arg(firstVersion + 1));
    db::Migrator migrator(database.repo, {making(u"label"_s), creating(firstVersion + 1, u"cherries"_s)});
    const auto migrated = migrator.migrate({});
    QVERIFY2(migrated, reason(migrated).constData());
    QVERIFY(migrated->isEmpty());
    QCOMPARE(migrator.status().value().last().changedReason, QString());
}

void tst_MigrationChanges::whatEctoTookBackAndAppliedAnewIsLeftAlone()
{
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {making(u"label"_s)}).migrate({}));
    database.execute(u"UPDATE schema_migrations SET inserted_at = '2026-01-02T03:04:05'"_s);
    const auto migrated = db::Migrator(database.repo, {making(u"name"_s)}).migrate({});
    QVERIFY2(migrated, reason(migrated).constData());
}

void tst_MigrationChanges::aDatabaseOfAnOlderVersionIsTakenAsItIs()
{
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {making(u"label"_s)}).migrate({}));
    database.execute(u"DROP TABLE quecto_migrations"_s);
    db::Migrator migrator(database.repo, {making(u"name"_s), creating(firstVersion + 1, u"berries"_s)});
    QCOMPARE(migrator.status().value().first().changedReason, QString());
    const auto migrated = migrator.migrate({});
    QVERIFY2(migrated, reason(migrated).constData());
    QCOMPARE(database.texts(u"SELECT version FROM quecto_migrations"_s), QStringList(QString::number(firstVersion + 1)));
    QVERIFY(migrator.rollback({.step = 2}));
    QVERIFY(database.texts(u"SELECT version FROM quecto_migrations"_s).isEmpty());
}

void tst_MigrationChanges::theBooksHaveEctosColumnsOnly()
{
    TestDatabase database = TestDatabase::empty();
    QVERIFY(db::Migrator(database.repo, {making(u"label"_s)}).migrate({}));
    const auto read = db::readCatalogue(*database.connection);
    QVERIFY2(read, reason(read).constData());
    for (const db::TableInfo &table : read->tables) {
        if (table.name != u"schema_migrations")
            continue;
        QCOMPARE(table.columns.size(), 2);
        QCOMPARE(table.columns.at(0).name, u"version"_s);
        QCOMPARE(table.columns.at(1).name, u"inserted_at"_s);
        return;
    }
    QFAIL("there are no books");
}

void tst_MigrationChanges::aReadOnlyDatabaseTellsItToo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"jars.sqlite"_s);
    {
        TestDatabase writable = TestDatabase::file(path);
        QVERIFY(db::Migrator(writable.repo, {making(u"label"_s)}).migrate({}));
    }
    const auto connection = db::Connection::open(db::DatabaseUrl::sqliteFile(path), db::Connection::Access::ReadOnly);
    QVERIFY2(connection, reason(connection).constData());
    db::Repo repo(**connection);
    const auto status = db::Migrator(repo, {making(u"name"_s)}).status();
    QVERIFY2(status, reason(status).constData());
    QCOMPARE(status->first().changedReason, sentence);
}

QTEST_GUILESS_MAIN(tst_MigrationChanges)
#include "tst_migration_changes.moc"
