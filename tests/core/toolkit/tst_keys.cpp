// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/changeset.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using db::col;
using db::from;

namespace {

/// A garden whose rows are known by keys of the kind `Key`.
template <template <typename> typename Key>
struct Garden
{
    struct Plant;

    struct Bed
    {
        Key<Bed> id;
        QString name;
        db::HasMany<Plant> plants;

        static void describe(db::SchemaBuilder<Bed> &schema)
        {
            schema.table("beds");
            schema.primaryKey("id", &Bed::id);
            schema.field("name", &Bed::name);
            schema.hasMany("plants", &Bed::plants, "bed_id");
        }
    };

    struct Plant
    {
        Key<Plant> id;
        QString name;
        std::optional<Key<Bed>> bedId;
        db::BelongsTo<Bed> bed;
        db::ManyToMany<Plant> friends;

        static void describe(db::SchemaBuilder<Plant> &schema)
        {
            schema.table("plants");
            schema.primaryKey("id", &Plant::id);
            schema.field("name", &Plant::name);
            schema.belongsTo("bed", &Plant::bed, "bed_id", &Plant::bedId);
            schema.manyToMany("friends", &Plant::friends, "friends", "plant_id", "friend_id");
        }
    };
};

} // namespace

/// Rows known by integers, UUIDs and ULIDs.
class tst_Keys : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreKnownByIntegers() { garden<db::Id>(u"INTEGER PRIMARY KEY"_s); }
    void rowsAreKnownByUuids() { garden<db::UuidId>(u"TEXT PRIMARY KEY"_s); }
    void rowsAreKnownByUlids() { garden<db::UlidId>(u"TEXT PRIMARY KEY"_s); }
    void generatedKeysAreOfTheirKind();

private:
    template <template <typename> typename Key>
    void garden(const QString &keyColumn);
};

template <template <typename> typename Key>
void tst_Keys::garden(const QString &keyColumn)
{
    using Bed = typename Garden<Key>::Bed;
    using Plant = typename Garden<Key>::Plant;
    TestDatabase database = TestDatabase::inMemory();
    database.execute(u"CREATE TABLE beds (id %1, name TEXT)"_s.arg(keyColumn));
    database.execute(u"CREATE TABLE plants (id %1, name TEXT, bed_id REFERENCES beds)"_s.arg(keyColumn));
    database.execute(u"CREATE TABLE friends (plant_id REFERENCES plants, friend_id REFERENCES plants, UNIQUE (plant_id, friend_id))"_s);
    db::Repo &repo = database.repo;

    const auto bed = repo.insert(db::change(Bed{}).put(&Bed::name, u"sunny"_s));
    QVERIFY2(bed, reason(bed).constData());
    QVERIFY(!bed->id.isNull());
    const auto empty = repo.insert(db::change(Bed{}).put(&Bed::name, u"shady"_s));
    QVERIFY(!(empty->id == bed->id));
    Plant leek;
    leek.name = u"leek"_s;
    leek.bedId = bed->id;
    Plant weed;
    weed.name = u"weed"_s;
    QCOMPARE(repo.insertAll(QList<Plant>{leek, weed}).value_or(-1), 2);

    QList<Plant> plants = *repo.all(from<Plant>().orderBy({db::asc(&Plant::name)}).preload(&Plant::bed));
    QCOMPARE(plants.size(), 2);
    QCOMPARE(plants.at(0).bed->name, u"sunny"_s);
    QVERIFY(!plants.at(1).bed);
    QCOMPARE(repo.get(plants.at(0).id)->value().name, u"leek"_s);
    QCOMPARE(repo.count(from<Plant>().where(col(&Plant::id).in({plants.at(0).id, plants.at(1).id}))).value_or(-1), 2);
    QCOMPARE(repo.count(from<Plant>().where(&Plant::bedId, bed->id)).value_or(-1), 1);

    const auto friendly = repo.update(db::change(plants.at(0)).then([&](const auto &changeset) {
        Plant fresh = changeset.data();
        fresh.friends.set(std::make_shared<const QList<Plant>>());
        return db::change(fresh).putAssoc(&Plant::friends, {plants.at(1)});
    }));
    QVERIFY2(friendly, reason(friendly).constData());
    QCOMPARE(repo.insertAllJoined(&Plant::friends, QList<std::pair<Key<Plant>, Key<Plant>>>{{plants.at(0).id, plants.at(1).id}}).value_or(-1), 0);
    QList<Bed> beds = *repo.all(from<Bed>().orderBy({db::desc(&Bed::name)}).preload(&Bed::plants, &Plant::friends));
    QCOMPARE(beds.at(0).plants->first().friends->first().name, u"weed"_s);
    QVERIFY(beds.at(1).plants->isEmpty());

    const auto castFrom = [](const QVariant &input) { return db::cast(Plant{}, {{u"bed_id"_s, input}}, {&Plant::bedId}); };
    QCOMPARE(castFrom(QVariant::fromValue(bed->id)).value(&Plant::bedId), std::optional(bed->id));
    QVERIFY(!castFrom(QVariant::fromValue(Key<Bed>())).changes(&Plant::bedId));
    QCOMPARE(castFrom(QVariant::fromValue(plants.at(0).id)).errorsOn(&Plant::bedId), QStringList{u"is invalid"_s}); // a plant is no bed

    QVERIFY(repo.remove(db::change(*empty)));
    QCOMPARE(repo.fetch(empty->id).error().kind, db::Error::Kind::NotFound);
    QCOMPARE(repo.get(Key<Bed>()).error().kind, db::Error::Kind::Refused);
}

void tst_Keys::generatedKeysAreOfTheirKind()
{
    TestDatabase database = TestDatabase::inMemory();
    database.execute(u"CREATE TABLE beds (id TEXT PRIMARY KEY, name TEXT)"_s);
    using Bed = Garden<db::UuidId>::Bed;
    using Sorted = Garden<db::UlidId>::Bed;
    const auto bed = database.repo.insert(db::change(Bed{}));
    QCOMPARE(bed->id.value.version(), QUuid::Random);
    QCOMPARE(database.texts(u"SELECT id FROM beds"_s), QStringList{bed->id.value.toString(QUuid::WithoutBraces)});
    const auto first = database.repo.insert(db::change(Sorted{}));
    QCOMPARE(database.repo.get(first->id)->value().id.value.toString(), first->id.value.toString());
}

QTEST_GUILESS_MAIN(tst_Keys)
#include "tst_keys.moc"
