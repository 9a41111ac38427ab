// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "core/toolkit/telemetry.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using db::ColumnList;
using db::ColumnType;
using db::SchemaChange;
using db::TableChange;

/// The statements of migrations that depend on what SQLite's tables will be like, shown before they run.
class tst_MigrationPreview : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_db.emplace(TestDatabase::inMemory()); }

    void pendingMigrationsAreShownAsTheyWillRun();
    void appliedMigrationsAreShownAsTheyRan();
    void whatShowsThemIsNotToldAsRun();
    void whatShowsThemTouchesNoOtherFile();

private:
    QString one(const QString &sql) { return m_db->texts(sql).join(u' '); }

    std::optional<TestDatabase> m_db;
};

namespace {

QList<db::Migration> story()
{
    return {
        {.version = 1, .name = u"create_jars"_s, .change = [](SchemaChange &schema) {
             schema.createTable("jars", [](ColumnList &columns) { columns.string("grams"); });
             schema.execute(u"INSERT INTO jars (grams) VALUES ('12')"_s, QString());
         }},
        {.version = 2, .name = u"count_grams"_s, .change = [](SchemaChange &schema) {
             schema.alterTable("jars", [](TableChange &table) { table.modify().integer("grams").from(ColumnType::String); });
             schema.createConstraint("jars", "jars_grams").check(u"grams > 0"_s);
         }},
        {.version = 3, .name = u"need_grams"_s, .change = [](SchemaChange &schema) {
             schema.alterTable("jars", [](TableChange &table) { table.modify().integer("grams").notNull().from(ColumnType::Integer); });
         }},
    };
}

} // namespace

void tst_MigrationPreview::pendingMigrationsAreShownAsTheyWillRun()
{
    db::Migrator migrator(m_db->repo, story());
    const auto shown = migrator.sql(3, true);
    QVERIFY2(shown, reason(shown).constData());
    QVERIFY(shown->contains(u"CREATE TABLE \"jars\" (\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, \"grams\" INTEGER NOT NULL, CONSTRAINT \"jars_grams\" CHECK (grams > 0))"_s));
    const auto planned = migrator.plan(true, {});
    QVERIFY2(planned, reason(planned).constData());
    QCOMPARE(one(u"SELECT count(*) FROM sqlite_schema"_s), u"0"_s);
    const auto ran = migrator.migrate({});
    QVERIFY2(ran, reason(ran).constData());
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(planned->at(i).statements, ran->at(i).statements);
    QCOMPARE(*shown, ran->last().statements);

    const auto back = migrator.plan(false, {.step = 3});
    QVERIFY2(back, reason(back).constData());
    const auto first = migrator.sql(2, false);
    QVERIFY2(first, reason(first).constData());
    const auto taken = migrator.rollback({.step = 3});
    QVERIFY2(taken, reason(taken).constData());
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(back->at(i).statements, taken->at(i).statements);
    QCOMPARE(*first, taken->at(1).statements);
}

void tst_MigrationPreview::appliedMigrationsAreShownAsTheyRan()
{
    db::Migrator migrator(m_db->repo, story());
    const auto ran = migrator.migrate({});
    QVERIFY2(ran, reason(ran).constData());
    for (const db::MigrationRun &run : *ran) {
        const auto shown = migrator.sql(run.version, true);
        QVERIFY2(shown, reason(shown).constData());
        QCOMPARE(*shown, run.statements);
    }
}

void tst_MigrationPreview::whatShowsThemIsNotToldAsRun()
{
    m_db->execute(u"CREATE TABLE shelves (room TEXT)"_s);
    QStringList told;
    const int listener = db::Telemetry::addListener([&told](const db::StatementEvent &event) { told.append(event.sql); });
    const auto shown = db::Migrator(m_db->repo, story()).sql(3, true);
    db::Telemetry::removeListener(listener);
    QVERIFY2(shown, reason(shown).constData());
    QVERIFY(!told.isEmpty());
    QVERIFY2(told.filter(u"CREATE TABLE"_s).isEmpty(), qPrintable(told.join(u'\n')));
}

void tst_MigrationPreview::whatShowsThemTouchesNoOtherFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"other.sqlite"_s);
    const QString copy = folder.filePath(u"copy.sqlite"_s);
    QList<db::Migration> migrations = story();
    migrations.append({.version = 4, .name = u"reach_out"_s, .up = [&](SchemaChange &schema) {
                           schema.execute(u"-- far\nATTACH DATABASE '%1' AS other"_s.arg(file));
                           schema.execute(u"CREATE TABLE other.jars (label TEXT)"_s);
                           schema.execute(u"VACUUM INTO '%1'"_s.arg(copy));
                           schema.alterTable("jars", [](TableChange &table) { table.modify().text("grams"); });
                       }});
    const auto shown = db::Migrator(m_db->repo, migrations).sql(4, true);
    QVERIFY2(shown, reason(shown).constData());
    QVERIFY(shown->filter(u"\"grams\" TEXT"_s).size() == 1);
    QVERIFY(!QFile::exists(file));
    QVERIFY(!QFile::exists(copy));
}

QTEST_GUILESS_MAIN(tst_MigrationPreview)

#include "tst_migration_preview.moc"
