// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/changeset.h"
#include "tests/support/reason.h"
#include "tests/support/test_database.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using db::asc;
using db::col;
using db::desc;
using db::from;

namespace {

struct Sample
{
    db::UuidId<Sample> id;
    QString label;
    qint64 first = 1;
    qint64 second = 2;
    db::Decimal price;
    QByteArray picture;
    QDateTime packedAt;
    QDateTime sentAt;
    QDateTime seenAt;
    QDateTime seenLater;

    static void describe(db::SchemaBuilder<Sample> &schema)
    {
        schema.table("samples");
        schema.primaryKey("id", &Sample::id);
        schema.field("label", &Sample::label);
        schema.field("first", &Sample::first);
        schema.field("second", &Sample::second);
        schema.field("price", &Sample::price);
        schema.field("picture", &Sample::picture);
        schema.field("packed_at", &Sample::packedAt).as(db::Type::NaiveDatetime);
        schema.field("sent_at", &Sample::sentAt);
        schema.field("seen_at", &Sample::seenAt).as(db::Type::UtcDatetimeUsec);
        schema.field("seen_later", &Sample::seenLater).as(db::Type::UtcDatetimeUsec);
    }
};

/// The times of a sample to the microsecond.
struct Sighting
{
    db::UuidId<Sighting> id;
    db::Timestamp seenAt;
    db::Timestamp seenLater;

    static void describe(db::SchemaBuilder<Sighting> &schema)
    {
        schema.table("samples");
        schema.primaryKey("id", &Sighting::id);
        schema.field("seen_at", &Sighting::seenAt);
        schema.field("seen_later", &Sighting::seenLater);
    }
};

void createSamples(db::SchemaChange &schema)
{
    schema.createTable("samples", [](db::ColumnList &columns) {
        columns.uuid("id").primaryKey();
        columns.string("label");
        columns.bigInteger("first");
        columns.bigInteger("second");
        columns.decimal("price", 10, 2);
        columns.binary("picture");
        columns.naiveDatetime("packed_at");
        columns.utcDatetime("sent_at");
        columns.utcDatetimeUsec("seen_at");
        columns.utcDatetimeUsec("seen_later");
    });
    schema.createUniqueIndex("samples", {u"label"_s});
}

} // namespace

/// Where the engines would answer differently, were they asked in the same words.
class tst_SameAnswers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addEngines(); }
    void init();

    void assignmentsSeeTheRowAsItWas();
    void conflictingAssignmentsSeeTheRowAsItWas();
    void longListsAreSearched();
    void bytesAreFoundInAList();
    void decimalsAreGroupedAndOrderedByValue();
    void timesOfDifferentTypesAreComparedByWhatTheyMean();
    void movedTimesKeepTheirMicroseconds();
    void marksInQuotesAndCommentsAreNoValues();

private:
    db::Repo &repo() { return m_db->repo; }
    qint64 count(const db::Condition &condition) { return repo().count(from<Sample>().where(condition)).value_or(-1); }
    Sample sample(const QString &label);
    static db::Decimal decimal(const QString &text) { return *db::Decimal::fromString(text); }

    std::optional<TestDatabase> m_db;
    QUuid m_key;
};

void tst_SameAnswers::init()
{
    m_db.emplace(TestDatabase::empty());
    m_db->migrate({db::Migration{.change = createSamples}.identified(20260101000000, u"create_samples"_s)});
    const auto add = [&](const QString &label, const QString &price, const QByteArray &picture, const QString &seen, const QString &later) {
        const Sample sample{.label = label,
                            .price = decimal(price),
                            .picture = picture,
                            .packedAt = db::parseUtc(u"2024-02-29T00:00:00Z"),
                            .sentAt = db::parseUtc(u"2024-02-29T12:00:00Z")};
        const auto stored = repo().insert(db::change(sample).put(&Sample::seenAt, sample.sentAt).put(&Sample::seenLater, sample.sentAt));
        QVERIFY2(stored, reason(stored).constData());
        m_key = stored->id.value;
        const auto times = repo().updateAll(from<Sighting>().where(col(&Sighting::id) == db::UuidId<Sighting>{m_key}),
                                            {db::set(&Sighting::seenAt, *db::Timestamp::fromString(seen)),
                                             db::set(&Sighting::seenLater, *db::Timestamp::fromString(later))});
        QVERIFY2(times, reason(times).constData());
    };
    add(u"nine"_s, u"9"_s, QByteArray("\0\xff", 2), u"2024-02-29T00:00:00.500000Z"_s, u"2024-03-01T00:00:00.500000Z"_s);
    add(u"ten"_s, u"10.5"_s, QByteArray("\1"), u"2024-02-29T01:02:03.123456Z"_s, u"2024-03-01T01:02:03.123456Z"_s);
    add(u"ten again"_s, u"10.50"_s, QByteArray("text"), u"2024-02-28T23:59:59.999999Z"_s, u"2024-02-29T23:59:59.999998Z"_s);
}

Sample tst_SameAnswers::sample(const QString &label)
{
    const auto found = repo().one(from<Sample>().where(&Sample::label, label));
    return found && *found ? **found : Sample{};
}

void tst_SameAnswers::assignmentsSeeTheRowAsItWas()
{
    const auto swapped = repo().updateAll(from<Sample>(), {db::set(&Sample::first, col(&Sample::second)), db::set(&Sample::second, col(&Sample::first))});
    QVERIFY2(swapped, reason(swapped).constData());
    QCOMPARE(sample(u"nine"_s).first, 2);
    QCOMPARE(sample(u"nine"_s).second, 1);
}

void tst_SameAnswers::conflictingAssignmentsSeeTheRowAsItWas()
{
    Sample again = sample(u"nine"_s);
    again.id = db::UuidId<Sample>();
    const auto onConflict = db::OnConflict<Sample>::update({db::set(&Sample::first, col(&Sample::second)), db::set(&Sample::second, col(&Sample::first))});
    const auto inserted = repo().insert(again, {.onConflict = onConflict, .conflictTarget = {&Sample::label}});
    QVERIFY2(inserted, reason(inserted).constData());
    QCOMPARE(count(db::always()), 3);
    QCOMPARE(sample(u"nine"_s).first, 2);
    QCOMPARE(sample(u"nine"_s).second, 1);
}

void tst_SameAnswers::longListsAreSearched()
{
    constexpr int longer = 70000; // than MariaDB has parameters
    QList<db::UuidId<Sample>> keys{db::UuidId<Sample>{m_key}};
    QList<QString> labels{u"nine"_s, u"ten"_s};
    QList<qint64> numbers{1};
    for (int i = 0; i < longer; ++i) {
        keys.append(db::UuidId<Sample>{QUuid::createUuid()});
        labels.append(u"it's \"\\ %1"_s.arg(i));
        numbers.append(1000 + i);
    }
    QCOMPARE(count(col(&Sample::id).in(keys)), 1);
    QCOMPARE(count(col(&Sample::label).in(labels)), 2);
    QCOMPARE(count(col(&Sample::first).in(numbers)), 3);
}

void tst_SameAnswers::bytesAreFoundInAList()
{
    QCOMPARE(count(col(&Sample::picture).in({QByteArray("\0\xff", 2), QByteArray("text"), QByteArray("\2")})), 2);
    QCOMPARE(count(col(&Sample::picture).in({QByteArray("")})), 0);
}

void tst_SameAnswers::decimalsAreGroupedAndOrderedByValue()
{
    const auto dearest = repo().all(from<Sample>().distinctOn(col(&Sample::first)).orderBy({asc(&Sample::first), desc(&Sample::price)}).select(col(&Sample::price)));
    QVERIFY2(dearest, reason(dearest).constData());
    QCOMPARE(*dearest, QList<db::Decimal>{decimal(u"10.5"_s)});
    const auto ofEach = repo().all(from<Sample>().distinctOn(col(&Sample::price)).orderBy({desc(&Sample::price)}).select(col(&Sample::price)));
    QVERIFY2(ofEach, reason(ofEach).constData());
    QCOMPARE(*ofEach, (QList<db::Decimal>{decimal(u"10.5"_s), decimal(u"9"_s)}));
    const auto sums = repo().all(from<Sample>().orderBy({asc(&Sample::label)}).select(db::over(db::sum(col(&Sample::first)), db::Window().partitionBy(col(&Sample::price)))));
    QVERIFY2(sums, reason(sums).constData());
    QCOMPARE(*sums, (QList<std::optional<qint64>>{1, 2, 2}));
}

void tst_SameAnswers::timesOfDifferentTypesAreComparedByWhatTheyMean()
{
    const auto midnight = db::truncate(db::Unit::Day, col(&Sample::sentAt));
    QCOMPARE(count(col(&Sample::packedAt) == midnight), 3);
    QCOMPARE(count(midnight <= col(&Sample::packedAt)), 3);
    QCOMPARE(count(col(&Sample::packedAt).isSame(midnight)), 3);
    QCOMPARE(count(col(&Sample::seenAt) >= midnight), 2);
    QCOMPARE(count(col(&Sample::seenAt) > col(&Sample::packedAt)), 2);
    QCOMPARE(count(col(&Sample::seenAt) < col(&Sample::sentAt)), 3);
}

void tst_SameAnswers::movedTimesKeepTheirMicroseconds()
{
    QCOMPARE(count(col(&Sample::seenAt) + db::days(1) == col(&Sample::seenLater)), 2);
    QCOMPARE(count(col(&Sample::seenLater) - db::days(1) == col(&Sample::seenAt)), 2);
}

void tst_SameAnswers::marksInQuotesAndCommentsAreNoValues()
{
    const auto asked = db::fragment<QString>("replace(?, 'n', '?') /* why? it's 'so */", col(&Sample::label));
    QCOMPARE(count(asked == u"?i?e"_s), 1);
}

QTEST_GUILESS_MAIN(tst_SameAnswers)
#include "tst_same_answers.moc"
