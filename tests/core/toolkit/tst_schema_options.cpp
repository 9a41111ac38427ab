// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using db::asc;
using db::col;
using db::from;

namespace {

struct City;

struct Country
{
    QString code;
    QString name;
    db::HasMany<City> cities;
    db::HasMany<City> capitals;
    db::HasMany<City> others; ///< towns and villages
    db::HasMany<City> unknown; ///< whose kind nobody has told

    static void describe(db::SchemaBuilder<Country> &schema);
};

struct City
{
    db::Id<City> id;
    QString name;
    std::optional<QString> kind;
    std::optional<QString> countryCode;
    db::BelongsTo<Country> country;
    QString origin; ///< who has added it
    QUuid token;
    QDateTime createdAt;
    QDateTime modifiedAt;

    static void describe(db::SchemaBuilder<City> &schema)
    {
        schema.table("cities");
        schema.primaryKey("id", &City::id);
        schema.field("name", &City::name);
        schema.field("kind", &City::kind);
        schema.belongsTo("country", &City::country, "country_code", &City::countryCode).references("code");
        schema.field("origin", &City::origin).insertOnly();
        schema.field("token", &City::token).autogenerate([] { return QUuid::createUuid(); });
        schema.insertedAt("created_at", &City::createdAt);
        schema.updatedAt("modified_at", &City::modifiedAt, db::Type::UtcDatetime);
    }
};

void Country::describe(db::SchemaBuilder<Country> &schema)
{
    schema.table("countries");
    schema.primaryKey("code", &Country::code);
    schema.field("name", &Country::name);
    schema.hasMany("cities", &Country::cities, "country_code").preloadOrder("name");
    schema.hasMany("capitals", &Country::capitals, "country_code").where({{u"kind"_s, u"capital"_s}}).defaults({{u"kind"_s, u"capital"_s}});
    schema.hasMany("others", &Country::others, "country_code").where({{u"kind"_s, QVariantList{u"town"_s, u"village"_s}}}).onRemove(db::OnRemove::DeleteAll);
    schema.hasMany("unknown", &Country::unknown, "country_code").where({{u"kind"_s, QVariant()}});
}

void createTables(db::SchemaChange &schema)
{
    schema.createTable("countries", [](db::ColumnList &columns) {
        columns.string("code").size(2).primaryKey();
        columns.string("name").notNull();
    });
    schema.createTable("cities", [](db::ColumnList &columns) {
        columns.string("name").notNull();
        columns.string("kind");
        columns.string("country_code").size(2);
        columns.string("origin").notNull();
        columns.uuid("token").notNull();
        columns.naiveDatetime("created_at").notNull();
        columns.utcDatetime("modified_at").notNull();
    });
}

QStringList names(const db::HasMany<City> &cities)
{
    QStringList list;
    for (const City &city : *cities)
        list.append(city.name);
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

/// What a description may say beyond names and types.
class tst_SchemaOptions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void aKeyMayHaveAnotherName();
    void theRowsOfAnAssociationAreChosen();
    void joinsFollowTheChoice();
    void aNewChildIsAmongTheChosen();
    void aRemovalClearsTheChosenOnly();
    void theTimesOfWritingHaveOtherNames();
    void aValueIsWrittenOnce();
    void anUpsertLeavesItAlone();
    void aValueIsMadeWhereNoneIsGiven();

private:
    db::Repo &repo() { return m_db->repo; }
    City added(const QString &name, const std::optional<QString> &kind = {}, const QString &code = u"fr"_s);
    Country country(const db::Query<Country> &query);

    std::optional<TestDatabase> m_db;
};

void tst_SchemaOptions::init()
{
    m_db.emplace(TestDatabase::empty());
    m_db->migrate({db::Migration{.change = createTables}.identified(20260101000000, u"create_countries"_s)});
    QVERIFY(repo().insertAll(QList<Country>{{.code = u"fr"_s, .name = u"France"_s}, {.code = u"it"_s, .name = u"Italy"_s}}));
    added(u"Paris"_s, u"capital"_s);
    added(u"Arles"_s, u"town"_s);
    added(u"Eze"_s, u"village"_s);
    added(u"Ys"_s);
    added(u"Rome"_s, u"capital"_s, u"it"_s);
}

City tst_SchemaOptions::added(const QString &name, const std::optional<QString> &kind, const QString &code)
{
    const auto city = repo().insert(City{.name = name, .kind = kind, .countryCode = code, .origin = u"survey"_s});
    if (!city)
        qFatal("%s", reason(city).constData());
    return *city;
}

Country tst_SchemaOptions::country(const db::Query<Country> &query)
{
    const auto found = repo().fetch(query.where(&Country::code, u"fr"_s));
    if (!found)
        qFatal("%s", reason(found).constData());
    return *found;
}

void tst_SchemaOptions::aKeyMayHaveAnotherName()
{
    QCOMPARE(names(country(from<Country>().preload(&Country::cities)).cities), (QStringList{u"Arles"_s, u"Eze"_s, u"Paris"_s, u"Ys"_s}));
    const auto rome = repo().fetch(from<City>().where(&City::name, u"Rome"_s).preload(&City::country));
    QVERIFY2(rome, reason(rome).constData());
    QCOMPARE(rome->country->name, u"Italy"_s);
    QCOMPARE(repo().count(from<City>().join(&City::country).where(col(&Country::name) == u"Italy"_s)).value_or(-1), qint64(1));
}

void tst_SchemaOptions::theRowsOfAnAssociationAreChosen()
{
    const Country france = country(from<Country>().preload(&Country::capitals).preload(&Country::others).preload(&Country::unknown));
    QCOMPARE(names(france.capitals), QStringList{u"Paris"_s});
    QCOMPARE(names(france.others), (QStringList{u"Arles"_s, u"Eze"_s}));
    QCOMPARE(names(france.unknown), QStringList{u"Ys"_s});
    QCOMPARE(repo().count(db::assoc(france, &Country::others)).value_or(-1), qint64(2));
}

void tst_SchemaOptions::joinsFollowTheChoice()
{
    QCOMPARE(repo().count(from<Country>().join(&Country::capitals)).value_or(-1), qint64(2));
    const auto found = repo().all(from<Country>().leftJoin(&Country::others, u"o"_s).orderBy({asc(&Country::code)}).preloadJoined(&Country::others, u"o"_s));
    QVERIFY2(found, reason(found).constData());
    QCOMPARE(names(found->at(0).others), (QStringList{u"Arles"_s, u"Eze"_s}));
    QCOMPARE(names(found->at(1).others), QStringList());
}

void tst_SchemaOptions::aNewChildIsAmongTheChosen()
{
    City lyon = db::buildAssoc(country(from<Country>()), &Country::capitals);
    QCOMPARE(lyon.countryCode, std::optional(u"fr"_s));
    lyon.name = u"Lyon"_s;
    QVERIFY(repo().insert(lyon));
    QCOMPARE(names(country(from<Country>().preload(&Country::capitals)).capitals), (QStringList{u"Lyon"_s, u"Paris"_s}));
}

void tst_SchemaOptions::aRemovalClearsTheChosenOnly()
{
    QVERIFY(repo().remove(country(from<Country>())));
    QCOMPARE(repo().count(from<City>()).value_or(-1), qint64(3));
    QVERIFY(!*repo().exists(from<City>().where(&City::kind, u"town"_s)));
}

void tst_SchemaOptions::theTimesOfWritingHaveOtherNames()
{
    const QDateTime longAgo(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
    const auto old = repo().insert(City{.name = u"Nice"_s, .origin = u"survey"_s, .createdAt = longAgo, .modifiedAt = longAgo});
    QVERIFY2(old, reason(old).constData());
    QVERIFY(repo().update(db::change(*old).put(&City::name, u"Nizza"_s)));
    const City again = repo().fetch(old->id).value();
    QCOMPARE(again.createdAt, longAgo);
    QVERIFY(again.modifiedAt > longAgo);
    QVERIFY(added(u"Metz"_s).createdAt > longAgo);
}

void tst_SchemaOptions::aValueIsWrittenOnce()
{
    const City nice = added(u"Nice"_s);
    const auto renamed = repo().update(db::change(nice).put(&City::name, u"Nizza"_s).put(&City::origin, u"rumour"_s));
    QVERIFY2(renamed, reason(renamed).constData());
    QCOMPARE(renamed->origin, u"survey"_s);
    const City again = repo().fetch(nice.id).value();
    QCOMPARE(again.name, u"Nizza"_s);
    QCOMPARE(again.origin, u"survey"_s);
}

void tst_SchemaOptions::anUpsertLeavesItAlone()
{
    City nice = added(u"Nice"_s);
    nice.name = u"Nizza"_s;
    nice.origin = u"rumour"_s;
    QVERIFY(repo().insert(nice, {.onConflict = db::OnConflict<City>::replaceAll(), .conflictTarget = {&City::id}}));
    const City again = repo().fetch(nice.id).value();
    QCOMPARE(again.name, u"Nizza"_s);
    QCOMPARE(again.origin, u"survey"_s);
}

void tst_SchemaOptions::aValueIsMadeWhereNoneIsGiven()
{
    const City nice = added(u"Nice"_s);
    QVERIFY(!nice.token.isNull());
    QCOMPARE(repo().fetch(nice.id)->token, nice.token);
    const QUuid given = QUuid::createUuid();
    QCOMPARE(repo().insert(City{.name = u"Metz"_s, .origin = u"survey"_s, .token = given})->token, given);
}

QTEST_GUILESS_MAIN(tst_SchemaOptions)
#include "tst_schema_options.moc"
