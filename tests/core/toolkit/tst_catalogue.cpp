// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/catalogue.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = db::TableInfo::Kind;

/// What SQLite tells about tables made to be difficult.
class tst_Catalogue : public QObject
{
    Q_OBJECT

private slots:
    void tablesAndViewsAreTold();
    void columnsAreDescribed();
    void namesOfConstraintsAreReadFromTheText();
    void foreignKeysAreKnownOnBothSides();
    void namesMayHoldAnything();
    void rowsWithoutAKeyAreKnownByTheirNumber();

private:
    static db::Catalogue catalogueOf(const QStringList &statements);
};

db::Catalogue tst_Catalogue::catalogueOf(const QStringList &statements)
{
    TestDatabase database = TestDatabase::inMemory();
    for (const QString &sql : statements)
        database.execute(sql);
    const auto catalogue = db::readCatalogue(*database.connection);
    if (!catalogue)
        qFatal("%s", qPrintable(catalogue.error().message));
    return *catalogue;
}

void tst_Catalogue::tablesAndViewsAreTold()
{
    const db::Catalogue catalogue = catalogueOf({u"CREATE TABLE b (x)"_s, u"CREATE VIEW a AS SELECT x FROM b"_s, u"CREATE VIRTUAL TABLE c USING fts5 (body)"_s});
    QStringList names;
    for (const db::TableInfo &table : catalogue.tables)
        names.append(table.name);
    QCOMPARE(names.mid(0, 3), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(catalogue.findTable(u"a")->kind, Kind::View);
    QCOMPARE(catalogue.findTable(u"b")->kind, Kind::Table);
    QCOMPARE(catalogue.findTable(u"c")->kind, Kind::Virtual);
    QCOMPARE(catalogue.findTable(u"c")->columns.first().name, u"body"_s);
    QVERIFY(!catalogue.findTable(u"d"));
}

void tst_Catalogue::columnsAreDescribed()
{
    const db::Catalogue catalogue = catalogueOf({u"CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL DEFAULT 'x', price DECIMAL(10, 2), "
                                                 "half REAL, is_on BOOLEAN, picture BLOB, made DATETIME, any_thing, twice AS (half * 2) STORED)"_s});
    const db::TableInfo &table = *catalogue.findTable(u"t");
    QCOMPARE(table.primaryKey(), QStringList{u"id"_s});
    QVERIFY(table.findColumn(u"id")->isAutoIncrement);
    QCOMPARE(table.findColumn(u"name")->type, db::Type::String);
    QCOMPARE(table.findColumn(u"name")->size.value_or(0), 20);
    QVERIFY(!table.findColumn(u"name")->isNullable);
    QCOMPARE(table.findColumn(u"name")->defaultExpression.value_or(QString()), u"'x'"_s);
    QCOMPARE(table.findColumn(u"price")->type, db::Type::Decimal);
    QCOMPARE(table.findColumn(u"price")->precision.value_or(0), 10);
    QCOMPARE(table.findColumn(u"price")->scale.value_or(0), 2);
    QCOMPARE(table.findColumn(u"half")->type, db::Type::Float);
    QCOMPARE(table.findColumn(u"is_on")->type, db::Type::Boolean);
    QCOMPARE(table.findColumn(u"picture")->type, db::Type::Binary);
    QCOMPARE(table.findColumn(u"made")->type, db::Type::Any);
    QCOMPARE(table.findColumn(u"made")->declaredType, u"DATETIME"_s);
    QCOMPARE(table.findColumn(u"any_thing")->declaredType, QString());
    QVERIFY(table.findColumn(u"twice")->isGenerated);
    QVERIFY(!table.findColumn(u"half")->isGenerated);
}

void tst_Catalogue::namesOfConstraintsAreReadFromTheText()
{
    const db::Catalogue catalogue = catalogueOf({
        u"CREATE TABLE p (a INTEGER PRIMARY KEY, b TEXT UNIQUE)"_s,
        u"CREATE TABLE t (a INTEGER CONSTRAINT \"a, \"\"positive\"\"\" CHECK (a > 0 /* ) */ AND ')' != '('), -- CHECK (no)\n"
        "p INT CONSTRAINT to_p REFERENCES p ON DELETE CASCADE, q CHECK(q IN (1, 2)) REFERENCES p, CHECK (a != p), "
        "CONSTRAINT pair UNIQUE (a, p), CONSTRAINT both FOREIGN KEY (p) REFERENCES p (a))"_s,
        u"CREATE UNIQUE INDEX \"odd index\" ON t (p, a + 1) WHERE p > 0"_s,
    });
    const db::TableInfo &table = *catalogue.findTable(u"t");
    QStringList checks;
    for (const db::CheckInfo &check : table.checks)
        checks.append(check.name + u": " + check.expression);
    QCOMPARE(checks, (QStringList{u"a, \"positive\": a > 0 /* ) */ AND ')' != '('"_s, u": q IN (1, 2)"_s, u": a != p"_s}));
    QStringList keys;
    for (const db::ForeignKeyInfo &key : table.foreignKeys)
        keys.append(key.name + u": " + key.columns.join(u',') + u" > " + key.referencedColumns.join(u','));
    QCOMPARE(keys, (QStringList{u"to_p: p > a"_s, u": q > a"_s, u"both: p > a"_s}));
    QCOMPARE(table.indexes.size(), 2);
    QCOMPARE(table.indexes.last().name, u"odd index"_s);
    QCOMPARE(table.indexes.last().columns, (QStringList{u"p"_s, QString()}));
    QVERIFY(table.indexes.last().isUnique && table.indexes.last().isPartial);
}

void tst_Catalogue::foreignKeysAreKnownOnBothSides()
{
    const db::Catalogue catalogue = catalogueOf({
        u"CREATE TABLE owners (x, y, PRIMARY KEY (y, x))"_s,
        u"CREATE TABLE pets (a, b, FOREIGN KEY (a, b) REFERENCES OWNERS ON DELETE SET NULL ON UPDATE CASCADE)"_s,
    });
    const db::TableInfo &owners = *catalogue.findTable(u"owners");
    QCOMPARE(owners.primaryKey(), (QStringList{u"y"_s, u"x"_s}));
    QCOMPARE(owners.referencedBy.size(), 1);
    const db::ForeignKeyInfo &key = owners.referencedBy.first();
    QCOMPARE(key.table, u"pets"_s);
    QCOMPARE(key.columns, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(key.referencedTable, u"owners"_s);
    QCOMPARE(key.referencedColumns, (QStringList{u"y"_s, u"x"_s}));
    QCOMPARE(key.onDelete, u"SET NULL"_s);
    QCOMPARE(key.onUpdate, u"CASCADE"_s);
    QVERIFY(owners.foreignKeys.isEmpty());
}

void tst_Catalogue::namesMayHoldAnything()
{
    const db::Catalogue catalogue = catalogueOf({u"CREATE TABLE \"select \"\"größe\"\" ' \" (\"from\" INT, \"a b\" INT, [c]]d] INT)"_s.replace(u"]]"_s, u""_s)});
    const db::TableInfo &table = catalogue.tables.first();
    QCOMPARE(table.name, u"select \"größe\" ' "_s);
    QCOMPARE(table.columns.at(0).name, u"from"_s);
    QCOMPARE(table.columns.at(1).name, u"a b"_s);
}

void tst_Catalogue::rowsWithoutAKeyAreKnownByTheirNumber()
{
    const db::Catalogue catalogue = catalogueOf({u"CREATE TABLE plain (x)"_s, u"CREATE TABLE taken (rowid, OID)"_s, u"CREATE TABLE keyed (x PRIMARY KEY)"_s,
                                                 u"CREATE TABLE compact (x PRIMARY KEY, y) WITHOUT ROWID"_s, u"CREATE TABLE strict (x INTEGER, y ANY) STRICT"_s});
    QCOMPARE(catalogue.findTable(u"plain")->rowKey, u"rowid"_s);
    QCOMPARE(catalogue.findTable(u"taken")->rowKey, u"_rowid_"_s);
    QCOMPARE(catalogue.findTable(u"keyed")->rowKey, QString());
    QCOMPARE(catalogue.findTable(u"compact")->primaryKey(), QStringList{u"x"_s});
    QCOMPARE(catalogue.findTable(u"strict")->rowKey, u"rowid"_s);
    QCOMPARE(catalogue.findTable(u"strict")->columns.at(1).type, db::Type::Any);
}

QTEST_GUILESS_MAIN(tst_Catalogue)
#include "tst_catalogue.moc"
