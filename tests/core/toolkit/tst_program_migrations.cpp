// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "core/toolkit/sql_migrations.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

/// The tables of a pantry, step by step.
QList<db::Migration> pantryMigrations()
{
    return {
        {.version = 20260101000000,
         .name = u"create_jars"_s,
         .change = [](db::SchemaChange &schema) {
             schema.createTable("jars", [](db::ColumnList &columns) { columns.string("label").notNull(); });
         }},
        {.version = 20260215120000, .name = u"add_grams_to_jars"_s, .change = [](db::SchemaChange &schema) {
             schema.addColumns("jars", [](db::ColumnList &columns) { columns.integer("grams").notNull().defaultTo(0); });
             schema.execute(u"UPDATE jars SET grams = 500"_s, QString());
         }},
    };
}

db::Result<void> bringUpToDate(db::Repo &repo, const std::function<void(const QString &)> &report)
{
    const auto progress = [&](const db::MigrationRun &run) {
        if (run.milliseconds >= 0) // before it runs, it has taken no time yet
            report(run.name);
    };
    const auto migrated = db::Migrator(repo, pantryMigrations()).migrate({}, progress);
    return migrated ? db::Result<void>() : db::Failure(migrated.error());
}

db::Result<QList<db::Migration>> withThoseOf(const QString &folder, const db::DatabaseUrl &url)
{
    const auto written = db::sqlMigrations(folder, url.engine());
    if (!written)
        return written;
    return pantryMigrations() + *written;
}

} // namespace

/// The code of docs/toolkit/migrations.md does what the page says.
class tst_ProgramMigrations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init() { m_db.emplace(TestDatabase::empty()); }

    void eachStepRunsOnce();
    void rowsThatAreThereAreFilledIn();
    void theListSaysWhatIsPending();
    void whatWouldRunIsShown();
    void theLastStepIsTakenBack();
    void aStepThatFailsIsNamedAndThoseBeforeItStay();
    void stepsInSqlJoinTheList();

private:
    db::Repo &repo() { return m_db->repo; }
    QStringList bringUpToDate();

    std::optional<TestDatabase> m_db;
};

QStringList tst_ProgramMigrations::bringUpToDate()
{
    QStringList lines;
    const auto done = ::bringUpToDate(repo(), [&](const QString &line) { lines.append(line); });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return lines;
}

void tst_ProgramMigrations::eachStepRunsOnce()
{
    QCOMPARE(bringUpToDate(), QStringList({u"create_jars"_s, u"add_grams_to_jars"_s}));
    QCOMPARE(bringUpToDate(), QStringList());
}

void tst_ProgramMigrations::rowsThatAreThereAreFilledIn()
{
    db::Migrator migrator(repo(), pantryMigrations());
    QVERIFY(migrator.migrate({.step = 1}));
    m_db->execute(u"INSERT INTO jars (label) VALUES ('salt')"_s);
    QCOMPARE(bringUpToDate(), QStringList{u"add_grams_to_jars"_s});
    QCOMPARE(m_db->texts(u"SELECT grams FROM jars"_s), QStringList{u"500"_s});
}

void tst_ProgramMigrations::theListSaysWhatIsPending()
{
    db::Migrator migrator(repo(), pantryMigrations());
    QVERIFY(migrator.migrate({.to = 20260101000000}));
    const auto list = migrator.status();
    QVERIFY2(list, reason(list).constData());
    QCOMPARE(list->size(), 2);
    QCOMPARE(list->first().state, db::MigrationStatus::State::Applied);
    QCOMPARE(list->last().state, db::MigrationStatus::State::Pending);
    QCOMPARE(migrator.pendingCount().value_or(-1), 1);
}

void tst_ProgramMigrations::whatWouldRunIsShown()
{
    const auto statements = db::Migrator(repo(), pantryMigrations()).sql(20260215120000, true);
    QVERIFY2(statements, reason(statements).constData());
    QVERIFY(statements->first().startsWith(u"ALTER TABLE"));
    QCOMPARE(statements->last(), u"UPDATE jars SET grams = 500"_s);
}

void tst_ProgramMigrations::theLastStepIsTakenBack()
{
    bringUpToDate();
    db::Migrator migrator(repo(), pantryMigrations());
    const auto back = migrator.rollback({.step = 1});
    QVERIFY2(back, reason(back).constData());
    QCOMPARE(back->first().name, u"add_grams_to_jars"_s);
    QVERIFY(!repo().execute(u"SELECT grams FROM jars"_s));
    QCOMPARE(bringUpToDate(), QStringList{u"add_grams_to_jars"_s});
}

void tst_ProgramMigrations::aStepThatFailsIsNamedAndThoseBeforeItStay()
{
    QList<db::Migration> migrations = pantryMigrations();
    migrations.last().change = [](db::SchemaChange &schema) { schema.execute(u"UPDATE pots SET grams = 500"_s, QString()); };
    db::Migrator migrator(repo(), migrations);
    const auto failed = migrator.migrate({});
    QVERIFY(!failed);
    QCOMPARE(failed.error().subject, u"20260215120000_add_grams_to_jars"_s);
    QCOMPARE(failed.error().sql, u"UPDATE pots SET grams = 500"_s);
    QCOMPARE(migrator.pendingCount().value_or(-1), 1);
}

void tst_ProgramMigrations::stepsInSqlJoinTheList()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"20260301080000_fill_jars.sql"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-- migrate:up\n"
               "INSERT INTO jars (label) VALUES ('salt; fine');\n"
               "UPDATE jars SET grams = 250;\n\n"
               "-- migrate:down\n"
               "DELETE FROM jars;\n");
    file.close();
    const auto all = withThoseOf(folder.path(), m_db->connection->url());
    QVERIFY2(all, reason(all).constData());
    db::Migrator migrator(repo(), *all);
    QVERIFY(migrator.migrate({}));
    QCOMPARE(m_db->texts(u"SELECT grams FROM jars WHERE label = 'salt; fine'"_s), QStringList{u"250"_s});
    QVERIFY(migrator.rollback({}));
    QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList());
}

QTEST_GUILESS_MAIN(tst_ProgramMigrations)
#include "tst_program_migrations.moc"
