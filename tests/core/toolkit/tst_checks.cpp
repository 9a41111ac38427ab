// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::from;
using Engine = db::DatabaseUrl::Engine;

namespace {

struct Box
{
    db::Id<Box> id;
    QString name;
    std::optional<qint64> width;
    std::optional<qint64> height;
    std::optional<db::Decimal> price;
    std::optional<QDate> from;
    std::optional<QDate> to;

    static void describe(db::SchemaBuilder<Box> &schema)
    {
        schema.table("boxes");
        schema.primaryKey("id", &Box::id);
        schema.field("name", &Box::name);
        schema.field("width", &Box::width);
        schema.field("height", &Box::height);
        schema.field("price", &Box::price);
        schema.field("from", &Box::from);
        schema.field("to", &Box::to);
    }
};

/// A changeset that expects every check.
db::Changeset<Box> checked(const Box &box)
{
    return db::change(box)
        .checkConstraint(&Box::width, u"wide_enough"_s)
        .checkConstraint(&Box::height, u"high_enough"_s)
        .checkConstraint(&Box::height, u"not_too_flat"_s, "is too flat")
        .checkConstraint(&Box::name, u"quiet"_s)
        .checkConstraint(&Box::price, u"cheap"_s)
        .checkConstraint(&Box::to, u"forwards"_s)
        .checkConstraint(&Box::width, u"below_the_limit"_s, "is over the limit")
        .uniqueConstraint(&Box::name);
}

} // namespace

/// All the checks that a row breaks are reported together, although each engine stops at one.
class tst_Checks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void allBrokenChecksAreReported();
    void checksAreReportedWithOtherViolations();
    void valuesAreOfTheTypesOfTheirColumns();
    void whatIsNullBreaksNoCheck();
    void anUpdateIsTriedOnlyOnWhatItChanges();
    void aCheckOnAnUnknownColumnIsLeftToTheEngine();

private:
    db::Repo &repo() { return m_db->repo; }
    QMap<QString, QStringList> errorsOf(const db::Result<Box> &result);

    std::optional<TestDatabase> m_db;
};

void tst_Checks::init()
{
    m_db.emplace(TestDatabase::empty());
    const Engine engine = testedEngine();
    const QString key = engine == Engine::Sqlite ? u"INTEGER"_s : engine == Engine::Postgres ? u"bigserial"_s
                                                                                             : u"bigint unsigned AUTO_INCREMENT"_s;
    const QString quote = engine == Engine::MariaDb ? u"`"_s : u"\""_s;
    m_db->execute(u"CREATE TABLE boxes (id %1 PRIMARY KEY, name varchar(20) NOT NULL, width integer, height integer, price decimal(10,2), %2from%2 date, %2to%2 date, "
                  "most integer DEFAULT 1000, "
                  "CONSTRAINT wide_enough CHECK (width > 0), CONSTRAINT high_enough CHECK (height > 0), "
                  "CONSTRAINT not_too_flat CHECK (width < height * 10), CONSTRAINT quiet CHECK (name = lower(name)), "
                  "CONSTRAINT cheap CHECK (price < 100 AND price >= 0.01), CONSTRAINT forwards CHECK (%2from%2 <= %2to%2), "
                  "CONSTRAINT below_the_limit CHECK (width < most))"_s.arg(key, quote));
    m_db->execute(u"CREATE UNIQUE INDEX boxes_name_index ON boxes (name)"_s);
}

QMap<QString, QStringList> tst_Checks::errorsOf(const db::Result<Box> &result)
{
    QMap<QString, QStringList> errors;
    if (result || !result.error().changeset)
        return errors;
    for (const db::FieldError &error : result.error().changeset->errors())
        errors[error.field].append(QString::fromUtf8(error.message));
    return errors;
}

void tst_Checks::allBrokenChecksAreReported()
{
    const auto refused = repo().insert(checked(Box{.name = u"LOUD"_s, .width = 0, .height = -5}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, db::Error::Kind::Invalid);
    const QMap<QString, QStringList> expected{{u"width"_s, {u"is invalid"_s}}, {u"height"_s, {u"is too flat"_s, u"is invalid"_s}}, {u"name"_s, {u"is invalid"_s}}};
    QCOMPARE(errorsOf(refused), expected);
    QCOMPARE(refused.error().changeset->errors().first().options.value(u"constraint_name"_s), QVariant(u"quiet"_s));
}

void tst_Checks::checksAreReportedWithOtherViolations()
{
    QVERIFY(repo().insert(checked(Box{.name = u"tin"_s, .width = 1, .height = 1})));
    const auto twin = errorsOf(repo().insert(checked(Box{.name = u"tin"_s, .width = -1, .height = 1})));
    QCOMPARE(twin.value(u"name"_s), QStringList{u"has already been taken"_s});
    QCOMPARE(twin.value(u"width"_s), QStringList{u"is invalid"_s});
}

void tst_Checks::valuesAreOfTheTypesOfTheirColumns()
{
    const Box good{.name = u"tin"_s, .price = db::Decimal::fromString(u"9.50"), .from = QDate(2024, 2, 29), .to = QDate(2024, 10, 1)};
    Box loud = good;
    loud.name = u"LOUD"_s;
    QCOMPARE(errorsOf(repo().insert(checked(loud))).keys(), QStringList{u"name"_s});
    loud.price = db::Decimal::fromString(u"1000");
    loud.to = QDate(2024, 2, 28);
    QCOMPARE(errorsOf(repo().insert(checked(loud))).keys(), (QStringList{u"name"_s, u"price"_s, u"to"_s}));
    QVERIFY(repo().insert(checked(good)));
}

void tst_Checks::whatIsNullBreaksNoCheck()
{
    QCOMPARE(errorsOf(repo().insert(checked(Box{.name = u"LOUD"_s}))).keys(), QStringList{u"name"_s});
}

void tst_Checks::anUpdateIsTriedOnlyOnWhatItChanges()
{
    const Box box = repo().insert(checked(Box{.name = u"tin"_s, .width = 5, .height = 5})).value();
    const auto both = repo().update(checked(box).put(&Box::width, -1).put(&Box::name, u"TIN"_s));
    QCOMPARE(errorsOf(both).keys(), (QStringList{u"name"_s, u"width"_s}));
    const auto flat = repo().update(checked(box).put(&Box::width, 500).put(&Box::name, u"TIN"_s));
    QCOMPARE(errorsOf(flat).value(u"height"_s), QStringList{u"is too flat"_s});
}

void tst_Checks::aCheckOnAnUnknownColumnIsLeftToTheEngine()
{
    const auto wide = repo().insert(checked(Box{.name = u"tin"_s, .width = 2000, .height = 2000}));
    QCOMPARE(errorsOf(wide).value(u"width"_s), QStringList{u"is over the limit"_s});
    const auto loud = errorsOf(repo().insert(checked(Box{.name = u"LOUD"_s, .width = 5, .height = 5})));
    QCOMPARE(loud.keys(), QStringList{u"name"_s});
}

QTEST_GUILESS_MAIN(tst_Checks)
#include "tst_checks.moc"
