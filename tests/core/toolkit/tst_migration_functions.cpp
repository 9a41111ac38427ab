// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/catalogue.h"
#include "core/toolkit/changeset.h"
#include "core/toolkit/migrator.h"
#include "core/toolkit/query.h"
#include "core/toolkit/schema.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using db::ColumnList;
using db::Migration;
using db::SchemaChange;
using db::TableChange;
using Engine = db::DatabaseUrl::Engine;

/// Functions of the program in the midst of a migration, and what stands around it.
class tst_MigrationFunctions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init() { m_db.emplace(TestDatabase::empty()); }

    void functionsFindEverythingDoneBeforeThem();
    void functionsAreTakenBackInReverse();
    void aFunctionWithoutItsReverseIsKnownForIt();
    void aFunctionThatFailsLeavesNoRowsBehind();
    void withoutTransactionTheRowsOfAFailedFunctionStay();
    void functionsAreShownByName();
    void functionsHaveANameAndSomethingToDo();
    void callbacksStandAroundBothWays();
    void callbacksNeedATransaction();
    void timestampsMayBeOthers();

private:
    db::Repo &repo() { return m_db->repo; }
    QStringList labels() { return m_db->texts(u"SELECT label FROM jars ORDER BY id"_s); }

    std::optional<TestDatabase> m_db;
};

namespace {

/// A jar as it was then: the program's own struct may have learnt more columns since.
struct Jar
{
    db::Id<Jar> id;
    QString label;
    std::optional<QString> shortLabel;

    static void describe(db::SchemaBuilder<Jar> &schema)
    {
        schema.table("jars");
        schema.primaryKey("id", &Jar::id);
        schema.field("label", &Jar::label);
        schema.field("short_label", &Jar::shortLabel);
    }
};

db::Result<void> shorten(db::Repo &repo)
{
    const auto jars = repo.all(db::from<Jar>());
    if (!jars)
        return db::Failure(jars.error());
    for (const Jar &jar : *jars) {
        if (const auto updated = repo.update(db::change(jar).put(&Jar::shortLabel, jar.label.left(3))); !updated)
            return db::Failure(updated.error());
    }
    return {};
}

Migration createJars()
{
    return {.version = 1, .name = u"create_jars"_s, .change = [](SchemaChange &schema) {
                schema.createTable("jars", [](ColumnList &columns) { columns.string("label"); });
                schema.execute(u"INSERT INTO jars (label) VALUES ('plums')"_s, QString());
            }};
}

Migration shortenLabels()
{
    return {.version = 2, .name = u"shorten_labels"_s, .change = [](SchemaChange &schema) {
                schema.addColumns("jars", [](ColumnList &columns) { columns.string("short_label"); });
                schema.execute(u"shorten the labels"_s, shorten, db::nothing);
                schema.alterTable("jars", [](TableChange &table) { table.modify().string("short_label").notNull().from(db::ColumnType::String); });
            }};
}

} // namespace

void tst_MigrationFunctions::functionsFindEverythingDoneBeforeThem()
{
    db::Migrator migrator(repo(), {createJars(), shortenLabels()});
    const auto up = migrator.migrate({});
    QVERIFY2(up, reason(up).constData());
    QCOMPARE(m_db->texts(u"SELECT short_label FROM jars"_s), QStringList(u"plu"_s));
    const auto down = migrator.rollback({});
    QVERIFY2(down, reason(down).constData());
    const auto again = migrator.migrate({});
    QVERIFY2(again, reason(again).constData());
    QCOMPARE(m_db->texts(u"SELECT short_label FROM jars"_s), QStringList(u"plu"_s));
}

void tst_MigrationFunctions::functionsAreTakenBackInReverse()
{
    QStringList calls;
    const auto note = [&calls](const QString &call) -> db::MigrationAction {
        return [&calls, call](db::Repo &) {
            calls.append(call);
            return db::Result<void>();
        };
    };
    const Migration twice{.version = 2, .name = u"twice"_s, .change = [&](SchemaChange &schema) {
                              schema.execute(u"one"_s, note(u"first"_s), note(u"back of first"_s));
                              schema.execute(u"other"_s, note(u"second"_s), note(u"back of second"_s));
                          }};
    db::Migrator migrator(repo(), {createJars(), twice});
    QVERIFY(migrator.migrate({}));
    QVERIFY(migrator.rollback({}));
    QCOMPARE(calls, QStringList({u"first"_s, u"second"_s, u"back of second"_s, u"back of first"_s}));
}

void tst_MigrationFunctions::aFunctionWithoutItsReverseIsKnownForIt()
{
    const Migration once{.version = 2, .name = u"once"_s, .change = [](SchemaChange &schema) { schema.execute(u"do it"_s, db::nothing); }};
    db::Migrator migrator(repo(), {createJars(), once});
    const QString refusal = u"cannot reverse migration command: execute function do it. You will need to explicitly define up and down in your migration"_s;
    const auto list = migrator.status();
    QVERIFY2(list, reason(list).constData());
    QVERIFY(!list->last().isReversible);
    QCOMPARE(list->last().irreversibleReason, refusal);
    QVERIFY(migrator.migrate({}));
    const auto back = migrator.rollback({});
    QVERIFY(!back);
    QCOMPARE(back.error().message, refusal);
}

namespace {

Migration halfWay()
{
    return {.version = 2, .name = u"half_way"_s, .change = [](SchemaChange &schema) {
                schema.execute(u"fill some"_s, [](db::Repo &repo) -> db::Result<void> {
                    const auto filled = repo.execute(u"UPDATE jars SET label = 'pears'"_s);
                    return filled ? db::Failure(db::Error::refused(u"not today"_s)) : filled;
                });
            }};
}

} // namespace

void tst_MigrationFunctions::aFunctionThatFailsLeavesNoRowsBehind()
{
    db::Migrator migrator(repo(), {createJars(), halfWay()});
    const auto failed = migrator.migrate({});
    QVERIFY(!failed);
    QCOMPARE(failed.error().subject, u"2_half_way"_s);
    QCOMPARE(failed.error().message, u"migration 2_half_way failed: not today"_s);
    QCOMPARE(m_db->texts(u"SELECT version FROM schema_migrations"_s), QStringList(u"1"_s));
    QCOMPARE(labels(), QStringList(u"plums"_s));
}

void tst_MigrationFunctions::withoutTransactionTheRowsOfAFailedFunctionStay()
{
    Migration bare = halfWay();
    bare.inTransaction = false;
    QVERIFY(!db::Migrator(repo(), {createJars(), bare}).migrate({}));
    QCOMPARE(labels(), QStringList(u"pears"_s));
}

void tst_MigrationFunctions::functionsAreShownByName()
{
    db::Migrator migrator(repo(), {createJars(), shortenLabels()});
    const auto up = migrator.sql(2, true);
    QVERIFY2(up, reason(up).constData());
    QCOMPARE(up->at(1), u"-- execute function shorten the labels"_s);
    const auto ran = migrator.migrate({});
    QVERIFY2(ran, reason(ran).constData());
    QCOMPARE(ran->last().statements, *up);
    const auto down = migrator.sql(2, false);
    QVERIFY2(down, reason(down).constData());
    QVERIFY(down->contains(u"-- take back function shorten the labels"_s));
}

void tst_MigrationFunctions::functionsHaveANameAndSomethingToDo()
{
    const Migration unnamed{.version = 2, .name = u"unnamed"_s, .up = [](SchemaChange &schema) { schema.execute(QString(), db::nothing); }};
    const Migration idle{.version = 2, .name = u"idle"_s, .up = [](SchemaChange &schema) { schema.execute(u"do it"_s, db::MigrationAction()); }};
    for (const Migration &migration : {unnamed, idle}) {
        const auto refused = db::Migrator(repo(), {createJars(), migration}).migrate({});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.startsWith(u"a function needs a name, and something to do: execute function"), reason(refused).constData());
    }
}

void tst_MigrationFunctions::callbacksStandAroundBothWays()
{
    const auto noting = [](const QString &word) {
        return [word](SchemaChange &schema) { schema.execute(u"INSERT INTO jars (label) VALUES ('%1')"_s.arg(word)); };
    };
    const Migration between{.version = 2,
                            .name = u"between"_s,
                            .change = [](SchemaChange &schema) { schema.execute(u"INSERT INTO jars (label) VALUES ('up')"_s, u"INSERT INTO jars (label) VALUES ('down')"_s); },
                            .afterBegin = noting(u"begin"_s),
                            .beforeCommit = noting(u"commit"_s)};
    db::Migrator migrator(repo(), {createJars(), between});
    const auto shown = migrator.sql(2, true);
    QVERIFY2(shown, reason(shown).constData());
    const auto up = migrator.migrate({});
    QVERIFY2(up, reason(up).constData());
    QCOMPARE(up->last().statements, *shown);
    const auto down = migrator.rollback({});
    QVERIFY2(down, reason(down).constData());
    const bool isAround = testedEngine() != Engine::MariaDb; // which has no transaction there to stand in
    QCOMPARE(labels(), isAround ? QStringList({u"plums"_s, u"begin"_s, u"up"_s, u"commit"_s, u"begin"_s, u"down"_s, u"commit"_s}) : QStringList({u"plums"_s, u"up"_s, u"down"_s}));
}

void tst_MigrationFunctions::callbacksNeedATransaction()
{
    const auto idle = [](SchemaChange &) {};
    const auto refused = db::Migrator(repo(), {{.version = 2, .name = u"bare"_s, .change = idle, .inTransaction = false, .beforeCommit = idle}}).status();
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"migrations can't be executed, migration 2_bare has beforeCommit, but no transaction"_s);
}

void tst_MigrationFunctions::timestampsMayBeOthers()
{
    const Migration events{.version = 2, .name = u"create_events"_s, .change = [](SchemaChange &schema) {
                               schema.createTable("events", [](ColumnList &columns) {
                                   columns.timestamps({.type = db::ColumnType::UtcDatetime, .insertedAt = u"made_at"_s, .updatedAt = {}, .defaultSql = u"CURRENT_TIMESTAMP"_s});
                                   columns.timestamps({.insertedAt = {}, .isNullable = true});
                               });
                           }};
    const auto made = db::Migrator(repo(), {createJars(), events}).migrate({});
    QVERIFY2(made, reason(made).constData());
    const auto catalogue = db::readCatalogue(*m_db->connection);
    QVERIFY2(catalogue, reason(catalogue).constData());
    const QList<db::ColumnInfo> columns = catalogue->findTable(u"events")->columns;
    QCOMPARE(columns.size(), 3);
    QCOMPARE(columns.at(1).name, u"made_at"_s);
    QVERIFY(!columns.at(1).isNullable);
    QCOMPARE(columns.at(2).name, u"updated_at"_s);
    QVERIFY(columns.at(2).isNullable);
    QVERIFY(repo().execute(u"INSERT INTO events (updated_at) VALUES (NULL)"_s));
    QCOMPARE(m_db->texts(u"SELECT count(*) FROM events WHERE made_at IS NOT NULL"_s), QStringList(u"1"_s));
}

QTEST_GUILESS_MAIN(tst_MigrationFunctions)

#include "tst_migration_functions.moc"
