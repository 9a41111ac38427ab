// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/dialects/sqlite_table_edit.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::SqliteTableEdit;

using Edit = std::function<void(SqliteTableEdit &)>;

Q_DECLARE_METATYPE(Edit)

/// The text of a CREATE TABLE, changed where it has to be.
class tst_SqliteTableEdit : public QObject
{
    Q_OBJECT

private slots:
    void tablesThatSqliteTakesAreTakenApart_data();
    void tablesThatSqliteTakesAreTakenApart();
    void whatIsNoTableIsInvalid();
    void keysAreKnown_data();
    void keysAreKnown();
    void theRestStaysAsItWasWritten_data();
    void theRestStaysAsItWasWritten();
};

void tst_SqliteTableEdit::tablesThatSqliteTakesAreTakenApart_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("plain") << u"CREATE TABLE t (a, b INT, c)"_s;
    QTest::newRow("quotes of all kinds") << u"CREATE TABLE \"t \"\" (\" ([a, (b] TEXT, `c``d` INT, 'e''f' BLOB, \"CHECK\" INT)"_s;
    QTest::newRow("types of several words") << u"CREATE TABLE t (a DOUBLE PRECISION NOT NULL, b VARCHAR ( 20 , 3 ), c \"my type\", d LONG VARCHAR(3) UNIQUE)"_s;
    QTest::newRow("defaults") << u"CREATE TABLE t (a DEFAULT -1.5e-3 NOT NULL, b DEFAULT x'00ff' UNIQUE, c DEFAULT 'x, (y', d DEFAULT (1 + (2)) CHECK (d > 0), "
                                 "e DEFAULT CURRENT_TIMESTAMP, f DEFAULT + 7, g DEFAULT true NOT NULL)"_s;
    QTest::newRow("conflicts") << u"CREATE TABLE t (a PRIMARY KEY ON CONFLICT REPLACE, b NOT NULL ON CONFLICT IGNORE, c UNIQUE ON CONFLICT FAIL, "
                                  "UNIQUE (b, c) ON CONFLICT ABORT)"_s;
    QTest::newRow("references") << u"CREATE TABLE t (a REFERENCES u NOT NULL, b REFERENCES u (x) ON DELETE SET NULL ON UPDATE NO ACTION MATCH FULL NOT DEFERRABLE INITIALLY IMMEDIATE, "
                                   "c INT, FOREIGN KEY (a, c) REFERENCES v (\"x, y\", z) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)"_s;
    QTest::newRow("computed ones") << u"CREATE TABLE t (a INT, b AS (a || ')') STORED, c INT GENERATED ALWAYS AS (a) VIRTUAL NOT NULL)"_s;
    QTest::newRow("names of rules") << u"CREATE TABLE t (a CONSTRAINT n NOT NULL CONSTRAINT [c k] CHECK (a > 0), CONSTRAINT p PRIMARY KEY (a) CHECK (a < 9) UNIQUE (a))"_s;
    QTest::newRow("comments") << u"CREATE TABLE t ( -- a, (\n a /* NOT NULL */ INT, -- the first ')'\n b TEXT -- the last\n)"_s;
    QTest::newRow("an option") << u"CREATE TABLE t (a TEXT PRIMARY KEY, b ANY) STRICT, WITHOUT ROWID"_s;
    QTest::newRow("letters of other scripts") << u"CREATE TABLE größe (länge INT, ширина TEXT, a–b INT)"_s;
}

void tst_SqliteTableEdit::tablesThatSqliteTakesAreTakenApart()
{
    QFETCH(QString, sql);
    TestDatabase database = TestDatabase::inMemory();
    database.execute(sql);
    const SqliteTableEdit table(database.texts(u"SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"_s).first());
    QVERIFY(table.isValid());
    QStringList names;
    QStringList types;
    for (const auto &column : table.parts().columns) {
        names.append(column.name);
        types.append(column.type.simplified().remove(u'"'));
    }
    QCOMPARE(names, database.texts(u"SELECT x.name FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS x WHERE s.type = 'table'"_s));
    const QStringList told = database.texts(u"SELECT x.type FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS x WHERE s.type = 'table'"_s);
    for (qsizetype i = 0; i < told.size(); ++i)
        QCOMPARE(QString(types.at(i)).remove(u' '), QString(told.at(i)).remove(u' ').remove(u"GENERATEDALWAYS"_s));
}

void tst_SqliteTableEdit::whatIsNoTableIsInvalid()
{
    for (const QString &sql : {QString(), u"CREATE"_s, u"CREATE TABLE t"_s, u"CREATE TABLE t ("_s, u"CREATE TABLE t ()"_s, u"CREATE TABLE t (a"_s, u"CREATE TABLE t (a CHECK"_s,
                               u"CREATE TABLE t (a CHECK (b)"_s, u"CREATE TABLE t (a UNIQUE ON CONFLICT"_s, u"CREATE TABLE t (a REFERENCES u ON DELETE"_s, u"CREATE TABLE t (CHECK (1), a)"_s,
                               u"CREATE VIRTUAL TABLE t USING fts5 (a)"_s, u"CREATE VIEW v AS SELECT 1"_s})
        QVERIFY2(!SqliteTableEdit(sql).isValid(), qPrintable(sql));
}

void tst_SqliteTableEdit::keysAreKnown_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<bool>("isNumbered");
    QTest::addColumn<bool>("counts");
    QTest::newRow("none") << u"CREATE TABLE t (a INTEGER)"_s << QStringList() << false << false;
    QTest::newRow("the number of the row") << u"CREATE TABLE t (a integer PRIMARY KEY)"_s << QStringList{u"a"_s} << true << false;
    QTest::newRow("one that counts") << u"CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)"_s << QStringList{u"a"_s} << true << true;
    QTest::newRow("one that counts, apart") << u"CREATE TABLE t (a INTEGER, PRIMARY KEY (a AUTOINCREMENT))"_s << QStringList{u"a"_s} << true << true;
    QTest::newRow("a descending one") << u"CREATE TABLE t (a INTEGER PRIMARY KEY DESC)"_s << QStringList{u"a"_s} << false << false;
    QTest::newRow("another number") << u"CREATE TABLE t (a INT PRIMARY KEY)"_s << QStringList{u"a"_s} << false << false;
    QTest::newRow("without numbers") << u"CREATE TABLE t (a INTEGER PRIMARY KEY) WITHOUT ROWID"_s << QStringList{u"a"_s} << false << false;
    QTest::newRow("two columns") << u"CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a, \"b\" DESC))"_s << QStringList{u"a"_s, u"b"_s} << false << false;
}

void tst_SqliteTableEdit::keysAreKnown()
{
    QFETCH(QString, sql);
    TestDatabase::inMemory().execute(sql);
    const SqliteTableEdit table(sql);
    QTEST(table.parts().key(), "key");
    QTEST(table.parts().hasNumberedKey(), "isNumbered");
    QTEST(table.parts().counts(), "counts");
}

void tst_SqliteTableEdit::theRestStaysAsItWasWritten_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &sql, const Edit &edit, const QString &expected) { QTest::newRow(name) << sql << edit << expected; };
    const auto type = [](const QString &column, const QString &attributes, const QString &more = {}) {
        return Edit([=](SqliteTableEdit &table) { table.modifyColumn(column, attributes, more); });
    };
    row(
        "a column behind the last one", u"CREATE TABLE t (a INT -- one\n, CHECK (a > 0) -- rule\n)"_s, [](SqliteTableEdit &table) { table.addColumn(u"b TEXT"_s); }, u"CREATE TABLE t (a INT, b TEXT -- one\n, CHECK (a > 0) -- rule\n)"_s);
    row(
        "a rule behind the last one", u"CREATE TABLE t (a, CHECK (a > 0) -- rule\n)"_s, [](SqliteTableEdit &table) { table.addRule(u"UNIQUE (a)"_s); }, u"CREATE TABLE t (a, CHECK (a > 0), UNIQUE (a) -- rule\n)"_s);
    row(
        "the first column goes", u"CREATE TABLE t (a INT, -- one\n b TEXT)"_s, [](SqliteTableEdit &table) { QVERIFY(table.removeColumn(u"A"_s)); }, u"CREATE TABLE t ( -- one\n b TEXT)"_s);
    row(
        "the last column goes", u"CREATE TABLE t (a INT, -- one\n b TEXT)"_s, [](SqliteTableEdit &table) { QVERIFY(table.removeColumn(u"b"_s)); }, u"CREATE TABLE t (a INT -- one\n)"_s);
    row(
        "a rule of the table goes", u"CREATE TABLE t (a, CONSTRAINT x CHECK (a > 0), CONSTRAINT y CHECK (a < 9))"_s, [](SqliteTableEdit &table) { QVERIFY(table.removeRule(u"X"_s)); }, u"CREATE TABLE t (a, CONSTRAINT y CHECK (a < 9))"_s);
    row(
        "a rule without a comma goes", u"CREATE TABLE t (a, CONSTRAINT x CHECK (a > 0) CONSTRAINT y CHECK (a < 9))"_s, [](SqliteTableEdit &table) { QVERIFY(table.removeRule(u"y"_s)); }, u"CREATE TABLE t (a, CONSTRAINT x CHECK (a > 0))"_s);
    row(
        "a rule of a column goes", u"CREATE TABLE t (a CONSTRAINT x CHECK (a > 0) NOT NULL, b)"_s, [](SqliteTableEdit &table) { QVERIFY(table.removeRule(u"x"_s)); }, u"CREATE TABLE t (a NOT NULL, b)"_s);
    row(
        "a reference by its name goes", u"CREATE TABLE t (a CONSTRAINT k REFERENCES u (id) ON DELETE CASCADE NOT NULL)"_s, [](SqliteTableEdit &table) { QVERIFY(table.removeForeignKey(u"k"_s, {u"a"_s})); }, u"CREATE TABLE t (a NOT NULL)"_s);
    row(
        "a reference without a name goes", u"CREATE TABLE t (a REFERENCES u, b, FOREIGN KEY (a, b) REFERENCES v)"_s, [](SqliteTableEdit &table) { QVERIFY(table.removeForeignKey(u"k"_s, {u"A"_s, u"b"_s})); }, u"CREATE TABLE t (a REFERENCES u, b)"_s);
    row(
        "another reference stays", u"CREATE TABLE t (a CONSTRAINT j REFERENCES u)"_s, [](SqliteTableEdit &table) { QVERIFY(!table.removeForeignKey(u"k"_s, {u"a"_s})); }, u"CREATE TABLE t (a CONSTRAINT j REFERENCES u)"_s);
    row("another type", u"CREATE TABLE t (\"A b\" VARCHAR(20) /* wide */ NOT NULL UNIQUE DEFAULT 'x', c)"_s, type(u"a B"_s, u" INTEGER DEFAULT 3"_s), u"CREATE TABLE t (\"A b\" INTEGER DEFAULT 3 /* wide */ UNIQUE, c)"_s);
    row("a type where there was none", u"CREATE TABLE t (a NOT NULL COLLATE NOCASE, c)"_s, type(u"a"_s, u" TEXT"_s, u" PRIMARY KEY"_s), u"CREATE TABLE t (a TEXT PRIMARY KEY, c)"_s);
    row("a computed one is computed no more", u"CREATE TABLE t (a INT GENERATED ALWAYS AS (b) STORED, b)"_s, type(u"a"_s, u" INT"_s), u"CREATE TABLE t (a INT, b)"_s);
    row("keys and checks stay", u"CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT CHECK (a > 0) REFERENCES u ON DELETE SET DEFAULT DEFAULT 1)"_s, type(u"a"_s, u" INTEGER"_s), u"CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT CHECK (a > 0) REFERENCES u ON DELETE SET DEFAULT)"_s);
}

void tst_SqliteTableEdit::theRestStaysAsItWasWritten()
{
    QFETCH(QString, sql);
    QFETCH(Edit, edit);
    TestDatabase::inMemory().execute(sql);
    SqliteTableEdit table(sql);
    QVERIFY(table.isValid());
    edit(table);
    QTEST(table.sql(), "expected");
    QVERIFY(table.isValid());
    TestDatabase::inMemory().execute(table.sql());
}

QTEST_GUILESS_MAIN(tst_SqliteTableEdit)

#include "tst_sqlite_table_edit.moc"
