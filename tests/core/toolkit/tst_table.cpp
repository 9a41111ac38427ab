// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/table.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::Comparison;

/// Rows of tables that the program knows from the catalogue only, on SQLite, whose tables are the oddest.
class tst_Table : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rowsAreSortedFilteredAndPaged();
    void whatTheTableLacksIsRefused();
    void valuesAreWhatTheyAre();
    void rowsAreInsertedUpdatedAndRemoved_data();
    void rowsAreInsertedUpdatedAndRemoved();
    void storedRowsBringDefaultsAndGeneratedColumns();
    void theCatalogueValidates();
    void violatedConstraintsLandOnTheirField();
    void oddNamesAreQuoted();
    void viewsAreListedButNotChanged();
    void textIsParsedByTheTypeOfItsColumn();

private:
    db::Repo &repo() { return m_db->repo; }
    db::Table table(const QString &name);
    QList<db::Record> rows(const QString &name, const db::RecordQuery &query = {});

    std::optional<TestDatabase> m_db;
};

void tst_Table::init()
{
    m_db.emplace(TestDatabase::inMemory());
}

db::Table tst_Table::table(const QString &name)
{
    const auto catalogue = db::readCatalogue(*m_db->connection);
    if (!catalogue || !catalogue->findTable(name))
        qFatal("There is no table %s", qPrintable(name));
    return db::Table(*catalogue->findTable(name));
}

QList<db::Record> tst_Table::rows(const QString &name, const db::RecordQuery &query)
{
    const auto found = table(name).list(repo(), query);
    if (!found)
        qFatal("%s", qPrintable(found.error().message));
    return *found;
}

void tst_Table::rowsAreSortedFilteredAndPaged()
{
    m_db->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, size INT)"_s);
    m_db->execute(u"INSERT INTO t (name, size) VALUES ('Ada', 3), ('Bob', NULL), ('Cleo', 1), ('dada', 3)"_s);
    const auto names = [&](const db::RecordQuery &query) {
        QStringList found;
        const QList<db::Record> records = rows(u"t"_s, query);
        for (const db::Record &record : records)
            found.append(record.value(u"name").toString());
        return found.join(u' ');
    };
    QCOMPARE(names({.orderBy = {{u"size"_s, true}}}), u"Ada dada Cleo Bob"_s);
    QCOMPARE(names({.orderBy = {{u"size"_s, true}}, .limit = 2, .offset = 1}), u"dada Cleo"_s);
    QCOMPARE(names({.where = {{u"size"_s, Comparison::Greater, u"1"_s}}}), u"Ada dada"_s);
    QCOMPARE(names({.where = {{u"name"_s, Comparison::Contains, u"ADA"_s}, {u"name"_s, Comparison::NotEqual, u"Ada"_s}}}), u"dada"_s);
    QCOMPARE(names({.where = {{u"name"_s, Comparison::StartsWith, u"a"_s}}}), u"Ada"_s);
    QCOMPARE(names({.where = {{u"name"_s, Comparison::In, QVariantList{u"Bob"_s, u"dada"_s}}}}), u"Bob dada"_s);
    QCOMPARE(names({.where = {{u"size"_s, Comparison::IsNull}}}), u"Bob"_s);
    QCOMPARE(names({.where = {{u"size"_s, Comparison::IsNotNull}}, .limit = 1}), u"Ada"_s);
    QCOMPARE(table(u"t"_s).count(repo(), {{u"size"_s, Comparison::Equal, 3}}).value_or(-1), 2);
}

void tst_Table::whatTheTableLacksIsRefused()
{
    m_db->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, size INT)"_s);
    const db::Table found = table(u"t"_s);
    for (const db::RecordQuery &query : QList<db::RecordQuery>{{.where = {{u"none"_s, Comparison::IsNull}}}, {.orderBy = {{u"none"_s}}}, {.where = {{u"size"_s, Comparison::Equal, u"big"_s}}}, {.where = {{u"size"_s, Comparison::Contains, u"1"_s}}}}) {
        const auto refused = found.list(repo(), query);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, db::Error::Kind::Refused);
    }
    QVERIFY(!found.blank().value(u"none").isValid());
}

void tst_Table::valuesAreWhatTheyAre()
{
    m_db->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b REAL, c BOOLEAN, d DECIMAL(10,2), e BLOB, f TEXT, g DATETIME)"_s);
    m_db->execute(u"INSERT INTO t VALUES (1, 'many', 'half', 'maybe', 'cheap', 'text', x'00ff', 'soon')"_s);
    m_db->execute(u"INSERT INTO t VALUES (2, 5, 0.5, 1, 1.5, x'00ff', 'text', '2026-11-22 05:05:04')"_s);
    m_db->execute(u"INSERT INTO t VALUES (3, 2.5, 7, 2, 12, NULL, 12, 1700000000)"_s);
    const QList<db::Record> found = rows(u"t"_s);
    const auto values = [&](int row) { return found.at(row).values().mid(1); };
    const auto decimal = [](const char *text) { return QVariant::fromValue(*db::Decimal::fromString(QString::fromLatin1(text))); };
    QCOMPARE(values(0), (QVariantList{u"many"_s, u"half"_s, u"maybe"_s, u"cheap"_s, u"text"_s, QByteArray::fromHex("00ff"), u"soon"_s}));
    QCOMPARE(values(1), (QVariantList{5LL, 0.5, true, decimal("1.5"), QByteArray::fromHex("00ff"), u"text"_s, u"2026-11-22 05:05:04"_s}));
    QCOMPARE(values(2), (QVariantList{2.5, 7.0, 2LL, decimal("12"), QVariant(), u"12"_s, 1700000000LL}));
}

void tst_Table::rowsAreInsertedUpdatedAndRemoved_data()
{
    QTest::addColumn<QString>("definition");
    QTest::newRow("counting key") << u"id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, b INT"_s;
    QTest::newRow("no key") << u"a TEXT, b INT"_s;
    QTest::newRow("key of text") << u"a TEXT PRIMARY KEY, b INT"_s;
    QTest::newRow("key of two") << u"b INT, a TEXT, PRIMARY KEY (a, b)"_s;
    QTest::newRow("without row numbers") << u"b INT, a TEXT, PRIMARY KEY (b)) WITHOUT ROWID --"_s;
    QTest::newRow("strict") << u"id INTEGER PRIMARY KEY, a TEXT, b INT) STRICT --"_s;
}

void tst_Table::rowsAreInsertedUpdatedAndRemoved()
{
    QFETCH(QString, definition);
    m_db->execute(u"CREATE TABLE t (%1\n)"_s.arg(definition).replace(u"--\n)"_s, QString()));
    const db::Table found = table(u"t"_s);
    QVERIFY(found.isEditable());
    for (const int number : {1, 2, 3}) {
        const auto inserted = found.insert(repo(), found.cast(found.blank(), {{u"a"_s, u"row %1"_s.arg(number)}, {u"b"_s, number}}));
        QVERIFY2(inserted, reason(inserted).constData());
        QCOMPARE(inserted->value(u"b").toInt(), number);
    }
    const auto second = [&] { return rows(u"t"_s, {.where = {{u"b"_s, Comparison::Equal, 2}}}).first(); };
    const auto updated = found.update(repo(), found.cast(second(), {{u"a"_s, u"changed"_s}}));
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(m_db->texts(u"SELECT a FROM t ORDER BY b"_s), (QStringList{u"row 1"_s, u"changed"_s, u"row 3"_s}));
    const db::Record gone = second();
    QVERIFY(found.remove(repo(), gone));
    QCOMPARE(m_db->texts(u"SELECT a FROM t ORDER BY b"_s), (QStringList{u"row 1"_s, u"row 3"_s}));
    QCOMPARE(found.remove(repo(), gone).error().kind, db::Error::Kind::Stale);
}

void tst_Table::storedRowsBringDefaultsAndGeneratedColumns()
{
    m_db->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL DEFAULT 4, twice INT AS (a * 2))"_s);
    const db::Table found = table(u"t"_s);
    const auto inserted = found.insert(repo(), found.cast(found.blank(), {}));
    QVERIFY2(inserted, reason(inserted).constData());
    QCOMPARE(inserted->values(), (QVariantList{1LL, 4LL, 8LL}));
    const auto updated = found.update(repo(), found.cast(*inserted, {{u"a"_s, u"5"_s}, {u"twice"_s, 1}}));
    QVERIFY2(updated, reason(updated).constData());
    QCOMPARE(updated->values(), (QVariantList{1LL, 5LL, 10LL}));
}

void tst_Table::theCatalogueValidates()
{
    m_db->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(3) NOT NULL, size INT, at TEXT NOT NULL DEFAULT 'x')"_s);
    const db::Table found = table(u"t"_s);
    const auto errors = [&](const db::Params &params, const QString &field) { return found.cast(found.blank(), params).errorsOn(field); };
    QCOMPARE(errors({}, u"name"_s), QStringList{u"can't be blank"_s});
    QCOMPARE(errors({}, u"at"_s), QStringList());
    QCOMPARE(errors({{u"name"_s, u"four"_s}}, u"name"_s), QStringList{u"should be at most 3 character(s)"_s});
    QCOMPARE(errors({{u"name"_s, u"abc"_s}, {u"size"_s, u"big"_s}}, u"size"_s), QStringList{u"is invalid"_s});
    QCOMPARE(found.insert(repo(), found.cast(found.blank(), {})).error().kind, db::Error::Kind::Invalid);
}

void tst_Table::violatedConstraintsLandOnTheirField()
{
    m_db->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, size INT CONSTRAINT small CHECK (size < 10))"_s);
    m_db->execute(u"CREATE UNIQUE INDEX \"one of each\" ON t (name)"_s);
    m_db->execute(u"INSERT INTO t VALUES (1, 'Ada', 1)"_s);
    const db::Table found = table(u"t"_s);
    const auto twice = found.insert(repo(), found.cast(found.blank(), {{u"name"_s, u"Ada"_s}}));
    QVERIFY(!twice);
    QVERIFY(twice.error().changeset);
    QCOMPARE(twice.error().changeset->errorsOn(u"name"), QStringList{u"has already been taken"_s});
    QCOMPARE(twice.error().changeset->errors().first().options.value(u"constraint_name"_s).toString(), u"one of each"_s);
    const auto big = found.insert(repo(), found.cast(found.blank(), {{u"size"_s, 12}}));
    QVERIFY(!big);
    QVERIFY(big.error().changeset);
    QCOMPARE(big.error().changeset->errorsOn(u"size"), QStringList{u"is invalid"_s});
}

void tst_Table::oddNamesAreQuoted()
{
    m_db->execute(u"CREATE TABLE \"select \"\"größe\"\"\" (\"from\" INTEGER PRIMARY KEY, \"a b\" TEXT, \"c'\" INT)"_s);
    const QString name = u"select \"größe\""_s;
    const db::Table found = table(name);
    const auto inserted = found.insert(repo(), found.cast(found.blank(), {{u"a b"_s, u"x"_s}, {u"c'"_s, 4}}));
    QVERIFY2(inserted, reason(inserted).constData());
    QCOMPARE(rows(name, {.where = {{u"c'"_s, Comparison::Equal, 4}}, .orderBy = {{u"a b"_s}}}).first().value(u"from").toInt(), 1);
    QVERIFY(found.remove(repo(), *inserted));
}

void tst_Table::viewsAreListedButNotChanged()
{
    m_db->execute(u"CREATE TABLE t (a)"_s);
    m_db->execute(u"INSERT INTO t VALUES (1)"_s);
    m_db->execute(u"CREATE VIEW v AS SELECT a, a + 1 AS b FROM t"_s);
    const db::Table found = table(u"v"_s);
    QVERIFY(!found.isEditable());
    QCOMPARE(rows(u"v"_s).first().values(), (QVariantList{1LL, 2LL}));
    QCOMPARE(found.insert(repo(), found.cast(found.blank(), {{u"a"_s, 1}})).error().kind, db::Error::Kind::Refused);
    QCOMPARE(found.remove(repo(), rows(u"v"_s).first()).error().kind, db::Error::Kind::Refused);
}

void tst_Table::textIsParsedByTheTypeOfItsColumn()
{
    QCOMPARE(db::Table({.name = u"t"_s, .columns = {{.name = u"a"_s, .type = db::Type::Map}}}).schema().fields().first().cast(u"{\"x\":1}"_s)->toJsonValue(),
             QJsonValue(QJsonObject{{u"x"_s, 1}}));
    m_db->execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a DECIMAL(10,2), b BOOLEAN)"_s);
    const db::Table found = table(u"t"_s);
    const auto inserted = found.insert(repo(), found.cast(found.blank(), {{u"a"_s, u"1.50"_s}, {u"b"_s, u"true"_s}}));
    QVERIFY2(inserted, reason(inserted).constData());
    QCOMPARE(inserted->value(u"b"), QVariant(true));
    QVERIFY(!found.cast(*inserted, {{u"a"_s, u"1.5"_s}, {u"b"_s, true}}).isChanged());
}

QTEST_GUILESS_MAIN(tst_Table)
#include "tst_table.moc"
