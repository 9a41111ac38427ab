// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/migrator.h"
#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using db::Migration;

/// Migrations of tables that others refer to, on SQLite, which would delete a table's rows before it drops it.
class tst_MigratorReferences : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aTableIsDroppedWithoutTheRowsThatReferToIt();
    void aTableIsMadeAnew();
    void whatIsLeftWithoutATargetIsNamedAndTakenBack();
    void whereNoTableIsDroppedDeletesCascade();
    void aRowThatIsBrokenAlreadyStopsOnlyWhatDropsTables();
    void insideAnotherTransactionNothingIsSwitched();
    void withoutATransactionReferencesRestAsWell();
    void referencesThatWereOffStayOff();

private:
    db::Result<QList<db::MigrationRun>> run(const QStringList &statements);
    QString foreignKeys() { return m_db->texts(u"SELECT foreign_keys FROM pragma_foreign_keys"_s).join(u' '); }

    std::optional<TestDatabase> m_db;
    qint64 m_version = 0;
};

void tst_MigratorReferences::init()
{
    m_db.emplace(TestDatabase::inMemory());
    m_version = 0;
    m_db->execute(u"CREATE TABLE shelves (id INTEGER PRIMARY KEY, room TEXT)"_s);
    m_db->execute(u"CREATE TABLE jars (label TEXT, shelf_id INTEGER REFERENCES shelves ON DELETE CASCADE)"_s);
    m_db->execute(u"INSERT INTO shelves VALUES (1, 'cellar')"_s);
    m_db->execute(u"INSERT INTO jars VALUES ('plums', 1)"_s);
}

db::Result<QList<db::MigrationRun>> tst_MigratorReferences::run(const QStringList &statements)
{
    ++m_version;
    const Migration migration{.version = m_version, .name = u"step_%1"_s.arg(m_version), .up = [statements](db::SchemaChange &schema) {
                                  for (const QString &statement : statements)
                                      schema.execute(statement);
                              }};
    return db::Migrator(m_db->repo, {migration}).migrate({.besideOthers = true});
}

void tst_MigratorReferences::aTableIsDroppedWithoutTheRowsThatReferToIt()
{
    const Migration dropped{.version = 1, .name = u"drop_shelves"_s, .up = [](db::SchemaChange &schema) { schema.dropTable("shelves"); }};
    const auto refused = db::Migrator(m_db->repo, {dropped}).migrate({.besideOthers = true});
    QVERIFY(!refused);
    QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList(u"plums"_s));
    QCOMPARE(m_db->texts(u"SELECT room FROM shelves"_s), QStringList(u"cellar"_s));
    QCOMPARE(foreignKeys(), u"1"_s);
}

void tst_MigratorReferences::aTableIsMadeAnew()
{
    const QStringList anew{u"CREATE TABLE wider (id INTEGER PRIMARY KEY, room TEXT, floor INTEGER)"_s, u"INSERT INTO wider SELECT id, room, 0 FROM shelves"_s,
                           u"DROP TABLE shelves"_s, u"ALTER TABLE wider RENAME TO shelves"_s};
    for (int i = 0; i < 2; ++i) {
        const auto made = run(anew);
        QVERIFY2(made, reason(made).constData());
        QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList(u"plums"_s));
        QCOMPARE(foreignKeys(), u"1"_s);
        QVERIFY(!m_db->repo.execute(u"INSERT INTO jars VALUES ('pears', 7)"_s));
    }
    QVERIFY(m_db->repo.execute(u"DELETE FROM shelves"_s));
    QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList());
}

void tst_MigratorReferences::whatIsLeftWithoutATargetIsNamedAndTakenBack()
{
    const auto refused = run({u"CREATE TABLE lids (id INTEGER)"_s, u"DELETE FROM shelves"_s, u"DROP TABLE lids"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::ForeignKey);
    QCOMPARE(refused.error().message, u"migration 1_step_1 failed: row 1 of jars refers to a row of shelves that does not exist"_s);
    QCOMPARE(tables(*m_db), QStringList({u"jars"_s, u"shelves"_s}));
    QVERIFY(books(*m_db).isEmpty());
    QCOMPARE(foreignKeys(), u"1"_s);
    QVERIFY(!run({u"INSERT INTO nowhere VALUES (1)"_s}));
    QCOMPARE(foreignKeys(), u"1"_s);
}

void tst_MigratorReferences::whereNoTableIsDroppedDeletesCascade()
{
    const auto done = run({u"DELETE FROM shelves"_s});
    QVERIFY2(done, reason(done).constData());
    QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList());
}

void tst_MigratorReferences::aRowThatIsBrokenAlreadyStopsOnlyWhatDropsTables()
{
    m_db->execute(u"PRAGMA foreign_keys = OFF"_s);
    m_db->execute(u"INSERT INTO jars VALUES ('pears', 7)"_s);
    m_db->execute(u"PRAGMA foreign_keys = ON"_s);
    const auto done = run({u"CREATE TABLE lids (id INTEGER)"_s});
    QVERIFY2(done, reason(done).constData());
    const auto refused = run({u"DROP TABLE lids"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::ForeignKey);
}

void tst_MigratorReferences::insideAnotherTransactionNothingIsSwitched()
{
    const auto done = m_db->repo.transaction([&] { return run({u"CREATE TABLE lids (id INTEGER)"_s, u"DELETE FROM shelves"_s}); });
    QVERIFY2(done, reason(done).constData());
    QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList()); // by ON DELETE CASCADE
    QCOMPARE(foreignKeys(), u"1"_s);
}

void tst_MigratorReferences::withoutATransactionReferencesRestAsWell()
{
    const auto anew = [](const QString &rows) {
        return Migration{.version = 1, .name = u"widen"_s, .up = [rows](db::SchemaChange &schema) {
                             schema.execute(u"CREATE TABLE wider (id INTEGER PRIMARY KEY, room TEXT, floor INTEGER)"_s);
                             schema.execute(u"INSERT INTO wider SELECT id, room, 0 FROM shelves WHERE "_s + rows);
                             schema.execute(u"DROP TABLE shelves"_s);
                             schema.execute(u"ALTER TABLE wider RENAME TO shelves"_s); }, .inTransaction = false};
    };
    const auto broken = db::Migrator(m_db->repo, {anew(u"FALSE"_s)}).migrate({.besideOthers = true});
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, db::Error::Kind::ForeignKey);
    QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList(u"plums"_s));
    QVERIFY(books(*m_db).isEmpty());
    QCOMPARE(foreignKeys(), u"1"_s);
    m_db->execute(u"INSERT INTO shelves VALUES (1, 'cellar', 0)"_s);
    const auto mended = db::Migrator(m_db->repo, {anew(u"FALSE"_s)}).migrate({.besideOthers = true});
    QVERIFY2(mended, reason(mended).constData());

    init();
    const auto done = db::Migrator(m_db->repo, {anew(u"TRUE"_s)}).migrate({.besideOthers = true});
    QVERIFY2(done, reason(done).constData());
    QCOMPARE(m_db->texts(u"SELECT label FROM jars"_s), QStringList(u"plums"_s));
    QCOMPARE(foreignKeys(), u"1"_s);
}

void tst_MigratorReferences::referencesThatWereOffStayOff()
{
    m_db->execute(u"PRAGMA foreign_keys = OFF"_s);
    const auto done = run({u"CREATE TABLE lids (id INTEGER)"_s});
    QVERIFY2(done, reason(done).constData());
    QCOMPARE(foreignKeys(), u"0"_s);
}

QTEST_GUILESS_MAIN(tst_MigratorReferences)

#include "tst_migrator_references.moc"
