// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/structure_difference.h"
#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What leads from one structure to another.
class tst_StructureDifference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }

    void sameStructuresDoNotDiffer();
    void whatAMigrationDoesIsTold();
    void whatIsTakenBackIsToldTheOtherWayRound();
    void enginesDifferInTheirWordsOnly();
    void conditionsOfPartialIndexesAreCompared();
    void triggersAreCompared();
    void routinesAreCompared();

private:
    static db::Catalogue catalogueOf(TestDatabase &database);
    static db::Catalogue catalogueAfter(const QList<db::Migration> &migrations);
    static QStringList lines(const QList<db::StructureDifference> &differences);
};

namespace {

QList<db::Migration> shelves()
{
    return {{.version = firstVersion, .name = u"create_shelves"_s, .change = [](db::SchemaChange &schema) {
                 schema.createTable("shelves", [](db::ColumnList &columns) { columns.string("room").notNull(); });
                 schema.createTable("jars", [](db::ColumnList &columns) {
                     columns.string("label").size(20);
                     columns.references("shelf_id", "shelves", db::OnDelete::DeleteAll);
                     columns.timestamps();
                 });
                 schema.createIndex("jars", {"label"});
             }}};
}

QList<db::Migration> changedShelves()
{
    return shelves() + QList<db::Migration>{{.version = firstVersion + 1, .name = u"change_shelves"_s, .change = [](db::SchemaChange &schema) {
                                                 schema.addColumns("shelves", [](db::ColumnList &columns) { columns.boolean("is_full"); });
                                                 schema.dropIndex("jars", {"label"});
                                                 schema.createUniqueIndex("jars", {"label", "shelf_id"});
                                             }}};
}

} // namespace

db::Catalogue tst_StructureDifference::catalogueOf(TestDatabase &database)
{
    const auto read = db::readCatalogue(*database.connection);
    if (!read)
        qFatal("%s", reason(read).constData());
    return *read;
}

db::Catalogue tst_StructureDifference::catalogueAfter(const QList<db::Migration> &migrations)
{
    TestDatabase database = TestDatabase::empty();
    const auto migrated = db::Migrator(database.repo, migrations).migrate({});
    if (!migrated)
        qFatal("%s", reason(migrated).constData());
    return catalogueOf(database);
}

QStringList tst_StructureDifference::lines(const QList<db::StructureDifference> &differences)
{
    QStringList lines;
    for (const db::StructureDifference &difference : differences)
        lines.append(difference.toLines());
    return lines;
}

void tst_StructureDifference::sameStructuresDoNotDiffer()
{
    QCOMPARE(lines(db::structureDifferences(catalogueAfter(shelves()), catalogueAfter(shelves()))), QStringList());
}

void tst_StructureDifference::whatAMigrationDoesIsTold()
{
    const QHash<db::DatabaseUrl::Engine, QString> booleans{{db::DatabaseUrl::Engine::Sqlite, u"INTEGER NULL"_s},
                                                           {db::DatabaseUrl::Engine::Postgres, u"boolean NULL"_s},
                                                           {db::DatabaseUrl::Engine::MariaDb, u"tinyint(1) NULL"_s}};
    const auto differences = db::structureDifferences(catalogueAfter(shelves()), catalogueAfter(changedShelves()));
    QCOMPARE(lines(differences), (QStringList{u"- index jars.jars_label_index (label)"_s, u"+ index jars.jars_label_shelf_id_index UNIQUE (label, shelf_id)"_s, QString(u"+ column shelves.is_full " + booleans.value(testedEngine()))}));
}

void tst_StructureDifference::whatIsTakenBackIsToldTheOtherWayRound()
{
    const auto differences = lines(db::structureDifferences(catalogueAfter(shelves()), db::Catalogue()));
    QVERIFY2(differences.contains(u"- table jars TABLE"_s), qPrintable(differences.join(u'\n')));
    QVERIFY2(differences.contains(u"- primary key jars (id)"_s), qPrintable(differences.join(u'\n')));
    QVERIFY2(differences.contains(u"- index jars.jars_label_index (label)"_s), qPrintable(differences.join(u'\n')));
    const QStringList keys = differences.filter(u"foreign key"_s);
    QCOMPARE(keys.size(), 1);
    QVERIFY2(keys.first().startsWith(u"- foreign key jars.(shelf_id) CONSTRAINT jars_shelf_id_fkey REFERENCES shelves(id) ON DELETE CASCADE ON UPDATE "_s), qPrintable(keys.first()));
    for (const QString &line : differences)
        QVERIFY2(line.startsWith(u"- "), qPrintable(line));
}

void tst_StructureDifference::enginesDifferInTheirWordsOnly()
{
    TestDatabase file = TestDatabase::inMemory();
    QVERIFY(db::Migrator(file.repo, shelves()).migrate({}));
    const auto same = lines(db::structureDifferences(catalogueOf(file), catalogueAfter(shelves()), db::StructureComparison::AcrossEngines));
    QVERIFY2(same.isEmpty(), qPrintable(same.join(u'\n')));
    const auto changed = lines(db::structureDifferences(catalogueOf(file), catalogueAfter(changedShelves()), db::StructureComparison::AcrossEngines));
    QVERIFY2(changed.contains(u"+ column shelves.is_full NULL"_s), qPrintable(changed.join(u'\n')));
}

void tst_StructureDifference::conditionsOfPartialIndexesAreCompared()
{
    if (testedEngine() == db::DatabaseUrl::Engine::MariaDb)
        QSKIP("MariaDB has no partial indexes");
    const auto withCondition = [](const QString &condition) {
        TestDatabase database = TestDatabase::empty();
        database.execute(u"CREATE TABLE jars (a int, b text)"_s);
        database.execute(u"CREATE INDEX jars_index ON jars ((coalesce(b, ' where ')), a) WHERE "_s + condition);
        return catalogueOf(database);
    };
    QCOMPARE(lines(db::structureDifferences(withCondition(u"(a > 1)"_s), withCondition(u"(a > 1)"_s))), QStringList());
    QCOMPARE(lines(db::structureDifferences(withCondition(u"(a > 1)"_s), withCondition(u"(a > 2)"_s))),
             (QStringList{u"- index jars.jars_index (, a) WHERE (a > 1)"_s, u"+ index jars.jars_index (, a) WHERE (a > 2)"_s}));
}

void tst_StructureDifference::triggersAreCompared()
{
    const auto withTrigger = [](const QString &value) {
        TestDatabase database = TestDatabase::empty();
        database.execute(u"CREATE TABLE jars (a int)"_s);
        switch (testedEngine()) {
        case db::DatabaseUrl::Engine::Sqlite:
            database.execute(u"CREATE TRIGGER fill AFTER INSERT ON JARS BEGIN UPDATE jars SET a = %1; END"_s.arg(value));
            break;
        case db::DatabaseUrl::Engine::Postgres:
            database.execute(u"CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"_s);
            database.execute(u"CREATE TRIGGER fill BEFORE INSERT ON jars FOR EACH ROW WHEN (NEW.a = %1) EXECUTE FUNCTION fill()"_s.arg(value));
            break;
        case db::DatabaseUrl::Engine::MariaDb:
            database.execute(u"CREATE TRIGGER fill BEFORE INSERT ON jars FOR EACH ROW SET NEW.a = %1"_s.arg(value));
            break;
        }
        return catalogueOf(database);
    };
    QCOMPARE(lines(db::structureDifferences(withTrigger(u"1"_s), withTrigger(u"1"_s))), QStringList());
    const QStringList changed = lines(db::structureDifferences(withTrigger(u"1"_s), withTrigger(u"2"_s)));
    QCOMPARE(changed.size(), 2);
    QVERIFY2(changed.first().startsWith(u"- trigger jars.fill ") && changed.first().contains(u'1'), qPrintable(changed.first()));
    QVERIFY2(changed.last().startsWith(u"+ trigger jars.fill ") && changed.last().contains(u'2'), qPrintable(changed.last()));
}

void tst_StructureDifference::routinesAreCompared()
{
    if (testedEngine() == db::DatabaseUrl::Engine::Sqlite)
        QSKIP("SQLite keeps no functions");
    const auto withFunction = [](const QString &value) {
        TestDatabase database = TestDatabase::empty();
        database.execute((testedEngine() == db::DatabaseUrl::Engine::Postgres ? u"CREATE FUNCTION answer(text) RETURNS integer LANGUAGE sql AS 'SELECT %1'"_s
                                                                              : u"CREATE FUNCTION answer(question text) RETURNS integer DETERMINISTIC RETURN %1"_s)
                             .arg(value));
        return catalogueOf(database);
    };
    QCOMPARE(lines(db::structureDifferences(withFunction(u"41"_s), withFunction(u"41"_s))), QStringList());
    const QStringList changed = lines(db::structureDifferences(withFunction(u"41"_s), withFunction(u"42"_s)));
    QCOMPARE(changed.size(), 2);
    QVERIFY2(changed.first().startsWith(u"- routine answer") && changed.first().contains(u"41"), qPrintable(changed.first()));
    QVERIFY2(changed.last().startsWith(u"+ routine answer") && changed.last().contains(u"42"), qPrintable(changed.last()));
}

QTEST_GUILESS_MAIN(tst_StructureDifference)
#include "tst_structure_difference.moc"
