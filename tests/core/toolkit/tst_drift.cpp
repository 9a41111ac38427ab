// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/drift.h"
#include "core/toolkit/schema.h"
#include "tests/support/reason.h"
#include "tests/support/sample_migrations.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = db::Drift::Kind;

namespace {

enum class Diet {
    Meat,
    Plants
};

struct Animal;

struct Keeper
{
    db::Id<Keeper> id;
    QString name;
    db::ManyToMany<Animal> animals;

    static void describe(db::SchemaBuilder<Keeper> &schema);
};

/// A member for every type there is.
struct Animal
{
    db::Id<Animal> id;
    QString name;
    std::optional<QString> story;
    std::optional<int> legs;
    std::optional<qint64> hairs;
    std::optional<double> weight;
    std::optional<db::Decimal> price;
    std::optional<bool> isTame;
    std::optional<QByteArray> picture;
    std::optional<QUuid> chip;
    std::optional<QDate> bornOn;
    std::optional<QTime> fedAt;
    std::optional<QDateTime> cameAt;
    std::optional<db::Timestamp> seenAt;
    std::optional<QDateTime> leftAt;
    std::optional<db::Timestamp> heardAt;
    std::optional<QJsonObject> extras;
    std::optional<Diet> diet;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Animal> &schema);
};

void Keeper::describe(db::SchemaBuilder<Keeper> &schema)
{
    schema.table("keepers");
    schema.primaryKey("id", &Keeper::id);
    schema.field("name", &Keeper::name);
    schema.manyToMany("animals", &Keeper::animals, "keepers_animals", "keeper_id", "animal_id");
}

void Animal::describe(db::SchemaBuilder<Animal> &schema)
{
    schema.table("animals");
    schema.primaryKey("id", &Animal::id);
    schema.field("name", &Animal::name);
    schema.field("story", &Animal::story);
    schema.field("legs", &Animal::legs);
    schema.field("hairs", &Animal::hairs);
    schema.field("weight", &Animal::weight);
    schema.field("price", &Animal::price);
    schema.field("is_tame", &Animal::isTame);
    schema.field("picture", &Animal::picture);
    schema.field("chip", &Animal::chip);
    schema.field("born_on", &Animal::bornOn);
    schema.field("fed_at", &Animal::fedAt);
    schema.field("came_at", &Animal::cameAt).as(db::Type::NaiveDatetime);
    schema.field("seen_at", &Animal::seenAt).as(db::Type::NaiveDatetimeUsec);
    schema.field("left_at", &Animal::leftAt);
    schema.field("heard_at", &Animal::heardAt);
    schema.field("extras", &Animal::extras);
    schema.field("diet", &Animal::diet);
    schema.timestamps(&Animal::insertedAt, &Animal::updatedAt);
}

} // namespace

template <>
struct db::EnumNames<Diet>
{
    static constexpr std::array names{"meat", "plants"};
};

/// What a database lacks of what the schemas say.
class tst_Drift : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void ownMigrationsAreNoDrift();
    void ectosMigrationsAreNoDrift();
    void aMissingTableIsTold();
    void aMissingJoinTableAndItsColumnsAreTold();
    void aMissingColumnIsTold();
    void anotherTypeIsTold();
    void columnsOfWholeSecondsKeepNoMicroseconds();
    void aColumnThatMayBeNullNeedsRoomForIt();
    void aDefaultIsRoomEnough();
    void anotherKeyIsTold();
    void aUniqueColumnIsAKeyToo();
    void moreColumnsDoNoHarmUnlessTheyNeedAValue();
    void moreTablesDoNoHarm();
    void aComputedColumnCannotBeWritten();
    void namesOfAnEnumAreCompared();
    void aViewWillDo();

private:
    void make(const db::SchemaChange &change);
    void change(const std::function<void(db::SchemaChange &)> &change);
    void execute(const QString &sql) { m_database->execute(sql); }
    QList<db::Drift> drift() const;
    QStringList sentences() const;

    std::optional<TestDatabase> m_database;
};

namespace {

void animals(db::SchemaChange &schema)
{
    schema.createTable("animals", [](db::ColumnList &columns) {
        columns.string("name").notNull();
        columns.text("story");
        columns.integer("legs");
        columns.bigInteger("hairs");
        columns.floatingPoint("weight");
        columns.decimal("price", 8, 2);
        columns.boolean("is_tame");
        columns.binary("picture");
        columns.uuid("chip");
        columns.date("born_on");
        columns.time("fed_at");
        columns.naiveDatetime("came_at");
        columns.naiveDatetimeUsec("seen_at");
        columns.utcDatetime("left_at");
        columns.utcDatetimeUsec("heard_at");
        columns.map("extras");
        columns.string("diet");
        columns.timestamps();
    });
}

void keepers(db::SchemaChange &schema)
{
    schema.createTable("keepers", [](db::ColumnList &columns) { columns.string("name").notNull(); });
    schema.createJoinTable("keepers_animals", [](db::ColumnList &columns) {
        columns.references("keeper_id", "keepers").notNull();
        columns.references("animal_id", "animals").notNull();
    });
}

/// What Ecto's adapters make of the same migration.
QString ectosAnimals(db::DatabaseUrl::Engine engine)
{
    switch (engine) {
    case db::DatabaseUrl::Engine::Sqlite:
        return u"CREATE TABLE animals (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, story TEXT, legs INTEGER, hairs INTEGER, weight NUMERIC, "
               "price DECIMAL(8,2), is_tame INTEGER, picture BLOB, chip TEXT, born_on TEXT, fed_at TEXT, came_at TEXT, seen_at TEXT, left_at TEXT, heard_at TEXT, "
               "extras TEXT, diet TEXT, inserted_at TEXT NOT NULL, updated_at TEXT NOT NULL)"_s;
    case db::DatabaseUrl::Engine::Postgres:
        return u"CREATE TABLE animals (id bigserial PRIMARY KEY, name varchar(255) NOT NULL, story text, legs integer, hairs bigint, weight float, "
               "price numeric(8,2), is_tame boolean, picture bytea, chip uuid, born_on date, fed_at time(0), came_at timestamp(0), seen_at timestamp, "
               "left_at timestamp(0), heard_at timestamp, extras jsonb, diet varchar(255), inserted_at timestamp(0) NOT NULL, updated_at timestamp(0) NOT NULL)"_s;
    case db::DatabaseUrl::Engine::MariaDb:
        break;
    }
    return u"CREATE TABLE animals (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(255) NOT NULL, story text, legs integer, hairs bigint, "
           "weight double, price decimal(8,2), is_tame boolean, picture blob, chip binary(16), born_on date, fed_at time, came_at datetime, seen_at datetime(6), "
           "left_at datetime, heard_at datetime(6), extras json, diet varchar(255), inserted_at datetime NOT NULL, updated_at datetime NOT NULL)"_s;
}

} // namespace

void tst_Drift::init()
{
    m_database.emplace(TestDatabase::empty());
}

void tst_Drift::change(const std::function<void(db::SchemaChange &)> &change)
{
    db::SchemaChange schema;
    change(schema);
    make(schema);
}

void tst_Drift::make(const db::SchemaChange &change)
{
    const auto statements = m_database->connection->dialect().definition(change.operations());
    QVERIFY2(statements, reason(statements).constData());
    for (const QString &sql : *statements)
        execute(sql);
}

QList<db::Drift> tst_Drift::drift() const
{
    const auto found = db::findDrift(*m_database->connection, {&db::schemaOf<Animal>(), &db::schemaOf<Keeper>()});
    if (!found)
        qFatal("%s", reason(found).constData());
    return *found;
}

QStringList tst_Drift::sentences() const
{
    QStringList list;
    const QList<db::Drift> found = drift();
    for (const db::Drift &one : found)
        list.append(one.sentence());
    return list;
}

void tst_Drift::ownMigrationsAreNoDrift()
{
    m_database->migrate({{.version = firstVersion, .name = u"animals"_s, .change = animals}, {.version = firstVersion + 1, .name = u"keepers"_s, .change = keepers}});
    QCOMPARE(sentences(), QStringList());
}

void tst_Drift::ectosMigrationsAreNoDrift()
{
    execute(ectosAnimals(testedEngine()));
    change(keepers);
    QCOMPARE(sentences(), QStringList());
}

void tst_Drift::aMissingTableIsTold()
{
    change(animals);
    QCOMPARE(sentences(), (QStringList{u"table keepers is missing"_s, u"table keepers_animals is missing"_s}));
    QVERIFY(!drift().first().isHarmless());
}

void tst_Drift::aMissingJoinTableAndItsColumnsAreTold()
{
    change(animals);
    change(keepers);
    execute(u"DROP TABLE keepers_animals"_s);
    execute(u"CREATE TABLE keepers_animals (keeper_id bigint, creature_id bigint)"_s);
    QCOMPARE(sentences(), QStringList(u"column keepers_animals.animal_id is missing"_s));
}

void tst_Drift::aMissingColumnIsTold()
{
    change(animals);
    change(keepers);
    execute(u"ALTER TABLE animals DROP COLUMN came_at"_s);
    QCOMPARE(sentences(), QStringList(u"column animals.came_at is missing"_s));
    QCOMPARE(drift().first().kind, Kind::MissingColumn);
    QCOMPARE(drift().first().declared, u"naive_datetime"_s);
}

void tst_Drift::anotherTypeIsTold()
{
    change(animals);
    change(keepers);
    execute(u"ALTER TABLE animals DROP COLUMN story"_s);
    execute(u"ALTER TABLE animals ADD COLUMN story integer"_s);
    execute(u"ALTER TABLE animals DROP COLUMN legs"_s);
    execute(u"ALTER TABLE animals ADD COLUMN legs text"_s);
    QStringList expected{u"animals.story is integer in the database, string in the program"_s, u"animals.legs is text in the database, integer in the program"_s};
    if (testedEngine() == db::DatabaseUrl::Engine::MariaDb)
        expected.first().replace(u"is integer"_s, u"is int(11)"_s);
    if (testedEngine() == db::DatabaseUrl::Engine::Sqlite)
        expected = {u"animals.story is INTEGER in the database, string in the program"_s, u"animals.legs is TEXT in the database, integer in the program"_s};
    QCOMPARE(sentences(), expected);
    QCOMPARE(drift().first().kind, Kind::Type);
}

void tst_Drift::columnsOfWholeSecondsKeepNoMicroseconds()
{
    change(animals);
    change(keepers);
    execute(u"ALTER TABLE animals DROP COLUMN heard_at"_s);
    execute(testedEngine() == db::DatabaseUrl::Engine::MariaDb ? u"ALTER TABLE animals ADD COLUMN heard_at datetime"_s : u"ALTER TABLE animals ADD COLUMN heard_at timestamp(0)"_s);
    switch (testedEngine()) {
    case db::DatabaseUrl::Engine::Sqlite:
        QCOMPARE(sentences(), QStringList());
        break;
    case db::DatabaseUrl::Engine::Postgres:
        QCOMPARE(sentences(), QStringList(u"animals.heard_at is timestamp(0) without time zone in the database, utc_datetime_usec in the program"_s));
        break;
    case db::DatabaseUrl::Engine::MariaDb:
        QCOMPARE(sentences(), QStringList(u"animals.heard_at is datetime in the database, utc_datetime_usec in the program"_s));
        break;
    }
}

void tst_Drift::aColumnThatMayBeNullNeedsRoomForIt()
{
    change(animals);
    change([](db::SchemaChange &schema) { schema.createTable("keepers", [](db::ColumnList &columns) { columns.string("name"); }); });
    QCOMPARE(sentences(), (QStringList{u"keepers.name may be NULL in the database, never in the program"_s, u"table keepers_animals is missing"_s}));
}

void tst_Drift::aDefaultIsRoomEnough()
{
    change(animals);
    change([](db::SchemaChange &schema) { schema.createTable("keepers", [](db::ColumnList &columns) { columns.string("name").defaultTo(u"Ann"_s); }); });
    QCOMPARE(sentences(), QStringList(u"table keepers_animals is missing"_s));
}

void tst_Drift::anotherKeyIsTold()
{
    change(animals);
    execute(u"CREATE TABLE keepers (id bigint NOT NULL, name varchar(20) NOT NULL, PRIMARY KEY (name, id))"_s);
    QCOMPARE(sentences(), (QStringList{u"the primary key of keepers is (name, id) in the database, (id) in the program"_s, u"table keepers_animals is missing"_s}));
}

void tst_Drift::aUniqueColumnIsAKeyToo()
{
    change(animals);
    execute(u"CREATE TABLE keepers (id bigint NOT NULL UNIQUE, name varchar(20) NOT NULL, PRIMARY KEY (name))"_s);
    QCOMPARE(sentences(), QStringList(u"table keepers_animals is missing"_s));
}

void tst_Drift::moreColumnsDoNoHarmUnlessTheyNeedAValue()
{
    change(animals);
    change([](db::SchemaChange &schema) {
        schema.createTable("keepers", [](db::ColumnList &columns) {
            columns.string("name").notNull();
            columns.string("phone");
            columns.integer("age").notNull();
            columns.integer("grade").notNull().defaultTo(1);
        });
    });
    const QList<db::Drift> found = drift();
    QCOMPARE(sentences(), (QStringList{u"column keepers.phone is not known to the program"_s, u"column keepers.age is not known to the program, and new rows need a value for it"_s, u"column keepers.grade is not known to the program"_s, u"table keepers_animals is missing"_s}));
    QVERIFY(found.at(0).isHarmless());
    QVERIFY(!found.at(1).isHarmless());
    QVERIFY(found.at(2).isHarmless());
}

void tst_Drift::moreTablesDoNoHarm()
{
    change(animals);
    change(keepers);
    execute(u"CREATE TABLE cages (a int)"_s);
    execute(u"CREATE VIEW seen AS SELECT a FROM cages"_s);
    QCOMPARE(sentences(), QStringList(u"table cages is not known to the program"_s));
    QVERIFY(drift().first().isHarmless());
}

void tst_Drift::aComputedColumnCannotBeWritten()
{
    change(animals);
    change(keepers);
    execute(u"ALTER TABLE animals DROP COLUMN hairs"_s);
    const QString kept = testedEngine() == db::DatabaseUrl::Engine::Sqlite ? u"VIRTUAL"_s : u"STORED"_s;
    execute(u"ALTER TABLE animals ADD COLUMN hairs bigint GENERATED ALWAYS AS (legs * 1000) "_s + kept);
    QCOMPARE(sentences(), QStringList(u"animals.hairs is computed by the database, and the program writes it"_s));
}

void tst_Drift::namesOfAnEnumAreCompared()
{
    if (testedEngine() == db::DatabaseUrl::Engine::Sqlite)
        QSKIP("SQLite has no enumerations");
    change(animals);
    change(keepers);
    const bool isPostgres = testedEngine() == db::DatabaseUrl::Engine::Postgres;
    if (isPostgres)
        execute(u"CREATE TYPE diets AS ENUM ('meat', 'fish')"_s);
    execute(u"ALTER TABLE animals DROP COLUMN diet"_s);
    execute(u"ALTER TABLE animals ADD COLUMN diet "_s + (isPostgres ? u"diets" : u"enum('meat', 'fish')"));
    QCOMPARE(sentences(), QStringList(u"animals.diet is enum (meat, fish) in the database, enum (meat, plants) in the program"_s));
}

void tst_Drift::aViewWillDo()
{
    change(animals);
    change(keepers);
    execute(u"ALTER TABLE keepers RENAME TO people"_s);
    execute(u"CREATE VIEW keepers AS SELECT id, name FROM people"_s);
    QCOMPARE(sentences(), QStringList(u"table people is not known to the program"_s));
}

QTEST_GUILESS_MAIN(tst_Drift)
#include "tst_drift.moc"
