// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/changeset.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>
#include <QUuid>

#include <ctime>

using namespace Qt::StringLiterals;
using db::Type;
using Engine = db::DatabaseUrl::Engine;

namespace {

enum class Size {
    Small,
    Large
};

enum class Level {
    Low = 1,
    High = 10
};

} // namespace

template <>
struct db::EnumNames<Size>
{
    static constexpr std::array names{"small", "large"};
};

template <>
struct db::EnumValues<Level>
{
    static constexpr std::array values{std::pair{"low", Level::Low}, std::pair{"high", Level::High}};
};

namespace {

struct Parcel
{
    db::UuidId<Parcel> id;
    std::optional<QString> label;
    std::optional<int> pieces;
    std::optional<double> weight;
    std::optional<db::Decimal> price;
    std::optional<bool> isFragile;
    std::optional<QByteArray> picture;
    std::optional<QUuid> barcode;
    std::optional<db::Ulid> batch;
    std::optional<QDate> madeOn;
    std::optional<QTime> closesAt;
    std::optional<db::ClockTime> scannedAt;
    std::optional<QDateTime> packedAt;
    std::optional<QDateTime> sentAt;
    std::optional<db::Timestamp> seenAt;
    std::optional<db::Timestamp> arrivedAt;
    std::optional<QJsonObject> extras;
    std::optional<QList<QString>> tags;
    std::optional<QList<qint64>> stops;
    std::optional<Size> size;
    std::optional<Level> level;

    static void describe(db::SchemaBuilder<Parcel> &schema);
};

void Parcel::describe(db::SchemaBuilder<Parcel> &schema)
{
    schema.table("parcels");
    schema.primaryKey("id", &Parcel::id);
    schema.field("label", &Parcel::label);
    schema.field("pieces", &Parcel::pieces);
    schema.field("weight", &Parcel::weight);
    schema.field("price", &Parcel::price);
    schema.field("is_fragile", &Parcel::isFragile);
    schema.field("picture", &Parcel::picture);
    schema.field("barcode", &Parcel::barcode);
    schema.field("batch", &Parcel::batch);
    schema.field("made_on", &Parcel::madeOn);
    schema.field("closes_at", &Parcel::closesAt);
    schema.field("scanned_at", &Parcel::scannedAt);
    schema.field("packed_at", &Parcel::packedAt).as(db::Type::NaiveDatetime);
    schema.field("sent_at", &Parcel::sentAt);
    schema.field("seen_at", &Parcel::seenAt).as(db::Type::NaiveDatetimeUsec);
    schema.field("arrived_at", &Parcel::arrivedAt);
    schema.field("extras", &Parcel::extras);
    schema.field("tags", &Parcel::tags);
    schema.field("stops", &Parcel::stops);
    schema.field("size", &Parcel::size);
    schema.field("level", &Parcel::level);
}

void createParcels(db::SchemaChange &schema)
{
    schema.createTable("parcels", [](db::ColumnList &columns) {
        columns.uuid("id").primaryKey();
        columns.string("label").size(40);
        columns.integer("pieces");
        columns.floatingPoint("weight");
        columns.decimal("price", 30, 10);
        columns.boolean("is_fragile");
        columns.binary("picture");
        columns.uuid("barcode");
        columns.uuid("batch");
        columns.date("made_on");
        columns.time("closes_at");
        columns.timeUsec("scanned_at");
        columns.naiveDatetime("packed_at");
        columns.utcDatetime("sent_at");
        columns.naiveDatetimeUsec("seen_at");
        columns.utcDatetimeUsec("arrived_at");
        columns.map("extras");
        columns.array("tags", db::ColumnType::Text);
        columns.array("stops", db::ColumnType::BigInteger);
        columns.string("size");
        columns.integer("level");
    });
}

/// One value of each type, none of which is a default.
Parcel fullParcel()
{
    Parcel parcel;
    parcel.label = u"Gläser 'n \"Teller\" \\ 🎁"_s;
    parcel.pieces = -3;
    parcel.weight = 0.1;
    parcel.price = db::Decimal::fromString(u"12345678901234567890.1234567890");
    parcel.isFragile = true;
    parcel.picture = QByteArray::fromHex("00ff5c2700");
    parcel.barcode = QUuid(u"01234567-89ab-cdef-0123-456789abcdef"_s);
    parcel.batch = db::Ulid::fromString(u"01ARZ3NDEKTSV4RRFFQ69G5FAV");
    parcel.madeOn = QDate(2024, 2, 29);
    parcel.closesAt = QTime(1, 2, 3);
    parcel.scannedAt = db::ClockTime::fromString(u"01:02:03.000004");
    parcel.packedAt = QDateTime(QDate(2024, 2, 29), QTime(23, 59, 58), Qt::UTC);
    parcel.sentAt = QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC);
    parcel.seenAt = db::Timestamp::fromString(u"2024-02-29T23:59:58.123456");
    parcel.arrivedAt = db::Timestamp::fromString(u"2026-03-29T01:30:00.000001Z");
    parcel.extras = QJsonObject{{u"a"_s, QJsonArray{1, QJsonValue::Null, u"ß"_s}}, {u"?"_s, true}};
    parcel.tags = QList<QString>{u"a, b"_s, u"{}"_s, u"\"quoted\\\""_s, u""_s, u"NULL"_s};
    parcel.stops = QList<qint64>{1, -2, 9007199254740993};
    parcel.size = Size::Large;
    parcel.level = Level::High;
    return parcel;
}

void setTimeZone(const char *name)
{
    if (name)
        qputenv("TZ", name);
    else
        qunsetenv("TZ");
    tzset();
}

} // namespace

Q_DECLARE_METATYPE(db::Type)

/// Each type on each engine: stored as Ecto stores it, read as it was, and NULL.
class tst_StoredTypes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { setTimeZone("Europe/Berlin"); }

    void valuesComeBackAsTheyWere();
    void nullComesBackAsNull();
    void bulkInsertsStoreTheSame();
    void valuesAreFound();
    void typesAreStoredAsEctoDoes_data();
    void typesAreStoredAsEctoDoes();
    void timesAreUtcInAnyZone_data();
    void timesAreUtcInAnyZone();
    void readingAndWritingBackLosesNothing();

private:
    db::Repo &repo() { return m_db->repo; }
    static QVariantMap storedFields(const Parcel &parcel)
    {
        QVariantMap values;
        for (const db::Field &field : db::schemaOf<Parcel>().fields())
            values.insert(field.name, field.read(&parcel));
        return values;
    }

    std::optional<TestDatabase> m_db;
};

void tst_StoredTypes::init()
{
    m_db.emplace(TestDatabase::empty());
    m_db->migrate({db::Migration{.change = createParcels}.identified(20260101000000, u"create_parcels"_s)});
}

void tst_StoredTypes::valuesComeBackAsTheyWere()
{
    const auto stored = repo().insert(db::change(fullParcel()));
    QVERIFY2(stored, reason(stored).constData());
    const auto read = repo().fetch(stored->id);
    QVERIFY2(read, reason(read).constData());
    const QVariantMap expected = storedFields(*stored);
    const QVariantMap found = storedFields(*read);
    for (const db::Field &field : db::schemaOf<Parcel>().fields())
        QVERIFY2(db::sameValue(field.type, found.value(field.name), expected.value(field.name)), qPrintable(field.name));
    QCOMPARE(read->price->toString(), u"12345678901234567890.1234567890"_s);
    QCOMPARE(read->arrivedAt->toString(), u"2026-03-29T01:30:00.000001Z"_s);
}

void tst_StoredTypes::nullComesBackAsNull()
{
    const auto stored = repo().insert(db::change(Parcel{}));
    QVERIFY2(stored, reason(stored).constData());
    const auto read = repo().fetch(stored->id);
    QVERIFY2(read, reason(read).constData());
    const QVariantMap found = storedFields(*read);
    for (const db::Field &field : db::schemaOf<Parcel>().fields())
        QCOMPARE(std::pair(field.name, db::isNull(found.value(field.name))), std::pair(field.name, !field.isPrimaryKey));
}

void tst_StoredTypes::bulkInsertsStoreTheSame()
{
    QCOMPARE(repo().insertAll(QList<Parcel>{fullParcel(), Parcel{}}).value_or(-1), 2);
    const auto full = repo().one(db::from<Parcel>().where(db::col(&Parcel::pieces).isNotNull()));
    QVERIFY2(full && *full, reason(full).constData());
    QVariantMap expected = storedFields(fullParcel());
    QVariantMap found = storedFields(**full);
    QVERIFY(!db::isNull(found.value(u"id"_s)));
    for (const db::Field &field : db::schemaOf<Parcel>().fields())
        QVERIFY2(field.isPrimaryKey || db::sameValue(field.type, found.value(field.name), expected.value(field.name)), qPrintable(field.name));
}

void tst_StoredTypes::valuesAreFound()
{
    const Parcel full = fullParcel();
    QVERIFY(repo().insert(db::change(full)));
    QVERIFY(repo().insert(db::change(Parcel{})));
    const auto count = [&](const db::Condition &condition) { return repo().count(db::from<Parcel>().where(condition)).value_or(-1); };
    using db::col;
    QCOMPARE(count(col(&Parcel::label) == *full.label), 1);
    QCOMPARE(count(col(&Parcel::price) == *full.price), 1);
    QCOMPARE(count(col(&Parcel::isFragile) == true), 1);
    QCOMPARE(count(col(&Parcel::picture) == *full.picture), 1);
    QCOMPARE(count(col(&Parcel::barcode) == *full.barcode), 1);
    QCOMPARE(count(col(&Parcel::barcode).in({*full.barcode, QUuid::createUuid()})), 1);
    QCOMPARE(count(col(&Parcel::batch) == *full.batch), 1);
    QCOMPARE(count(col(&Parcel::madeOn) >= *full.madeOn), 1);
    QCOMPARE(count(col(&Parcel::scannedAt) == *full.scannedAt), 1);
    QCOMPARE(count(col(&Parcel::sentAt) == *full.sentAt), 1);
    QCOMPARE(count(col(&Parcel::arrivedAt) == *full.arrivedAt), 1);
    QCOMPARE(count(col(&Parcel::arrivedAt) < *full.arrivedAt), 0);
    QCOMPARE(count(col(&Parcel::size) == Size::Large), 1);
    QCOMPARE(count(col(&Parcel::level) > Level::Low), 1);
}

void tst_StoredTypes::typesAreStoredAsEctoDoes_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("texts"); // on SQLite, PostgreSQL and MariaDB
    const auto row = [](const char *column, const QString &sqlite, const QString &postgres, const QString &mariadb) {
        QTest::newRow(column) << QString::fromLatin1(column) << QStringList{sqlite, postgres, mariadb};
    };
    const QString uuid = u"01234567-89ab-cdef-0123-456789abcdef"_s;
    row("pieces", u"integer -3"_s, u"integer -3"_s, u"int(11) -3"_s);
    row("price", u"text 12345678901234567890.1234567890"_s, u"numeric(30,10) 12345678901234567890.1234567890"_s, u"decimal(30,10) 12345678901234567890.1234567890"_s);
    row("is_fragile", u"integer 1"_s, u"boolean true"_s, u"tinyint(1) 1"_s);
    row("barcode", u"text "_s + uuid, u"uuid "_s + uuid, u"binary(16) 0123456789ABCDEF0123456789ABCDEF"_s);
    row("made_on", u"text 2024-02-29"_s, u"date 2024-02-29"_s, u"date 2024-02-29"_s);
    row("closes_at", u"text 01:02:03"_s, u"time(0) without time zone 01:02:03"_s, u"time 01:02:03"_s);
    row("scanned_at", u"text 01:02:03.000004"_s, u"time without time zone 01:02:03.000004"_s, u"time(6) 01:02:03.000004"_s);
    row("packed_at", u"text 2024-02-29T23:59:58"_s, u"timestamp(0) without time zone 2024-02-29 23:59:58"_s, u"datetime 2024-02-29 23:59:58"_s);
    row("sent_at", u"text 2026-10-25T00:30:00Z"_s, u"timestamp(0) without time zone 2026-10-25 00:30:00"_s, u"datetime 2026-10-25 00:30:00"_s);
    row("seen_at", u"text 2024-02-29T23:59:58.123456"_s, u"timestamp without time zone 2024-02-29 23:59:58.123456"_s, u"datetime(6) 2024-02-29 23:59:58.123456"_s);
    row("arrived_at", u"text 2026-03-29T01:30:00.000001Z"_s, u"timestamp without time zone 2026-03-29 01:30:00.000001"_s, u"datetime(6) 2026-03-29 01:30:00.000001"_s);
    row("stops", u"text [1,-2,9007199254740993]"_s, u"bigint[] {1,-2,9007199254740993}"_s, u"longtext [1,-2,9007199254740993]"_s);
    row("size", u"text large"_s, u"character varying(255) large"_s, u"varchar(255) large"_s);
    row("level", u"integer 10"_s, u"integer 10"_s, u"int(11) 10"_s);
}

void tst_StoredTypes::typesAreStoredAsEctoDoes()
{
    QFETCH(QString, column);
    QFETCH(QStringList, texts);
    QVERIFY(repo().insert(db::change(fullParcel())));
    QString type;
    QString value;
    switch (testedEngine()) {
    case Engine::Sqlite:
        type = m_db->texts(u"SELECT typeof(%1) FROM parcels"_s.arg(column)).first();
        value = m_db->texts(u"SELECT %1 FROM parcels"_s.arg(column)).first();
        QCOMPARE(QString(type + u' ' + value), texts.at(0));
        break;
    case Engine::Postgres:
        type = m_db->texts(u"SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'parcels'::regclass AND attname = '%1'"_s.arg(column)).first();
        value = m_db->texts(u"SELECT %1::text FROM parcels"_s.arg(column)).first();
        QCOMPARE(QString(type + u' ' + value), texts.at(1));
        break;
    case Engine::MariaDb:
        type = m_db->texts(u"SELECT column_type FROM information_schema.columns WHERE table_schema = database() AND table_name = 'parcels' AND column_name = '%1'"_s.arg(column)).first();
        value = m_db->texts((type.startsWith(u"binary") ? u"SELECT hex(%1) FROM parcels"_s : u"SELECT CAST(%1 AS char) FROM parcels"_s).arg(column)).first();
        QCOMPARE(QString(type + u' ' + value), texts.at(2));
        break;
    }
}

void tst_StoredTypes::timesAreUtcInAnyZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("Berlin") << QByteArray("Europe/Berlin");
    QTest::newRow("New York") << QByteArray("America/New_York");
    QTest::newRow("Kathmandu") << QByteArray("Asia/Kathmandu");
    QTest::newRow("unset") << QByteArray();
}

// Both nights on which Berlin's and New York's clocks change, minute for minute around the hour that is not, or is twice.
void tst_StoredTypes::timesAreUtcInAnyZone()
{
    QFETCH(QByteArray, zone);
    QList<QDateTime> moments;
    for (const QDate &night : {QDate(2026, 3, 29), QDate(2026, 10, 25), QDate(2026, 3, 8), QDate(2026, 11, 1)}) {
        for (int minutes = 0; minutes < 8 * 60; minutes += 30)
            moments.append(QDateTime(night, QTime(0, 0), Qt::UTC).addSecs(minutes * 60));
    }
    setTimeZone("Asia/Tokyo");
    QList<Parcel> parcels;
    for (const QDateTime &moment : moments) {
        Parcel parcel;
        parcel.pieces = int(parcels.size());
        parcel.sentAt = moment;
        parcel.packedAt = moment.toLocalTime();
        parcel.arrivedAt = db::Timestamp::fromDateTime(moment);
        parcels.append(parcel);
    }
    QVERIFY(repo().insertAll(parcels));
    setTimeZone(zone.isNull() ? nullptr : zone.constData());
    // The session's zone does not matter either.
    if (testedEngine() == Engine::Postgres)
        m_db->execute(u"SET TIME ZONE 'America/New_York'"_s);
    if (testedEngine() == Engine::MariaDb)
        m_db->execute(u"SET time_zone = '-05:00'"_s);
    const auto read = repo().all(db::from<Parcel>().orderBy({db::asc(&Parcel::pieces)}));
    QVERIFY2(read, reason(read).constData());
    QCOMPARE(read->size(), moments.size());
    for (qsizetype i = 0; i < moments.size(); ++i) {
        QCOMPARE(*read->at(i).sentAt, moments.at(i));
        QCOMPARE(*read->at(i).packedAt, moments.at(i));
        QCOMPARE(read->at(i).arrivedAt->toDateTime(), moments.at(i));
        QCOMPARE(repo().count(db::from<Parcel>().where(db::col(&Parcel::sentAt) == moments.at(i))).value_or(-1), 1);
    }
}

void tst_StoredTypes::readingAndWritingBackLosesNothing()
{
    QVERIFY(repo().insert(db::change(fullParcel())));
    const Parcel read = repo().all(db::from<Parcel>())->first();
    QVERIFY(repo().remove(db::change(read)));
    QVERIFY(repo().insertAll(QList<Parcel>{read}));
    const Parcel again = repo().fetch(read.id).value();
    QCOMPARE(again.arrivedAt->toString(), u"2026-03-29T01:30:00.000001Z"_s);
    QCOMPARE(again.scannedAt->toString(), u"01:02:03.000004"_s);
    QCOMPARE(again.price->toString(), u"12345678901234567890.1234567890"_s);
    QVERIFY(!db::change(again).put(&Parcel::arrivedAt, read.arrivedAt).put(&Parcel::tags, read.tags).core().isChanged());
}

QTEST_GUILESS_MAIN(tst_StoredTypes)
#include "tst_stored_types.moc"
