// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/decimal.h"
#include "core/toolkit/stored_text.h"
#include "core/toolkit/type.h"
#include "core/toolkit/ulid.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using db::Decimal;
using db::Type;

/// The casting table of Ecto, and exact decimals.
class tst_Type : public QObject
{
    Q_OBJECT

private slots:
    void inputIsCastAsEctoDoes_data();
    void inputIsCastAsEctoDoes();
    void whatEctoRefusesIsRefused_data();
    void whatEctoRefusesIsRefused();
    void decimalsAreExactAndKeepTheirScale();
    void decimalsCompareByValue();
    void hostileExponentsAreRefused();
    void fractionsAreCutToTheTypesPrecision();
    void microsecondsAreCarried_data();
    void microsecondsAreCarried();
    void ulidsAreReadAndSpelledAsTheirSpecificationSays();
    void ulidsSortByTheTimeTheyWereMade();
    void jsonOfAnyShapeIsReadAndWritten_data();
    void jsonOfAnyShapeIsReadAndWritten();
};

static QVariant timestamp(const char *text)
{
    return QVariant::fromValue(*db::Timestamp::fromString(QString::fromLatin1(text)));
}

static QDateTime utc(int year, int month, int day, int hour, int minute, int second)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second), Qt::UTC);
}

void tst_Type::inputIsCastAsEctoDoes_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QVariant>("input");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char *name, Type type, const QVariant &input, const QVariant &value) {
        QTest::newRow(name) << int(type) << input << value;
    };
    row("integer", Type::Integer, u"1"_s, 1LL);
    row("integer with plus", Type::Integer, u"+5"_s, 5LL);
    row("integer with zeros", Type::Integer, u"007"_s, 7LL);
    row("negative integer", Type::Integer, u"-12"_s, -12LL);
    row("float from text", Type::Float, u"1e3"_s, 1000.0);
    row("float from integer", Type::Float, 2, 2.0);
    row("decimal", Type::Decimal, u"1.10"_s, QVariant::fromValue(*Decimal::fromString(u"1.10")));
    row("decimal without whole part", Type::Decimal, u".5"_s, QVariant::fromValue(*Decimal::fromString(u"0.5")));
    row("decimal with bare point", Type::Decimal, u"5."_s, QVariant::fromValue(Decimal(5)));
    row("decimal with exponent", Type::Decimal, u"1e3"_s, QVariant::fromValue(Decimal(1000)));
    row("boolean 1", Type::Boolean, u"1"_s, true);
    row("boolean false", Type::Boolean, u"false"_s, false);
    row("text is not trimmed", Type::String, u"  x "_s, u"  x "_s);
    row("date", Type::Date, u"2024-02-29"_s, QDate(2024, 2, 29));
    row("date from a date-time", Type::Date, u"2024-02-29T10:00:00Z"_s, QDate(2024, 2, 29));
    row("time without seconds", Type::Time, u"01:02"_s, QTime(1, 2));
    row("time with fraction", Type::Time, u"01:02:03.9"_s, QTime(1, 2, 3));
    row("utc date-time", Type::UtcDatetime, u"2024-02-29T23:59:58Z"_s, utc(2024, 2, 29, 23, 59, 58));
    row("utc date-time with blank", Type::UtcDatetime, u"2024-02-29 23:59"_s, utc(2024, 2, 29, 23, 59, 0));
    row("offset is applied to utc", Type::UtcDatetime, u"2024-03-01T01:00:00+02:00"_s, utc(2024, 2, 29, 23, 0, 0));
    row("offset is ignored by naive", Type::NaiveDatetime, u"2024-03-01T01:00:00+02:00"_s, utc(2024, 3, 1, 1, 0, 0));
    row("fraction is cut", Type::UtcDatetime, u"2024-02-29T23:59:58.999"_s, utc(2024, 2, 29, 23, 59, 58));
    row("microseconds of a time", Type::TimeUsec, u"01:02:03.000004Z"_s, QVariant::fromValue(db::ClockTime{3'723'000'004}));
    row("microseconds of a date-time", Type::UtcDatetimeUsec, u"2024-03-01T01:00:00.1234569+02:00"_s, timestamp("2024-02-29T23:00:00.123456Z"));
    row("naive microseconds", Type::NaiveDatetimeUsec, u"2024-03-01T01:00:00.5+02:00"_s, timestamp("2024-03-01T01:00:00.5Z"));
    row("date from a moment", Type::Date, timestamp("2024-03-01T01:00:00.5Z"), QDate(2024, 3, 1));
    row("uuid", Type::Uuid, u"01234567-89AB-cdef-0123-456789abcdef"_s, QUuid(u"01234567-89ab-cdef-0123-456789abcdef"_s));
    row("uuid of 16 bytes", Type::Uuid, QByteArray::fromHex("0123456789abcdef0123456789abcdef"), QUuid(u"01234567-89ab-cdef-0123-456789abcdef"_s));
    row("ulid", Type::Ulid, u"01ARZ3NDEKTSV4RRFFQ69G5FAV"_s, QUuid(u"01563e3a-b5d3-d676-4c61-efb99302bd5b"_s));
    row("map", Type::Map, QVariantMap{{u"a"_s, 1}}, QJsonValue(QJsonObject{{u"a"_s, 1}}));
    row("list", Type::Array, QStringList{u"a"_s, u"b"_s}, QVariantList{u"a"_s, u"b"_s});
    row("enum", Type::Enum, u"wild"_s, u"wild"_s);
    row("null stays null", Type::Integer, QVariant(), QVariant());
}

void tst_Type::inputIsCastAsEctoDoes()
{
    QFETCH(int, type);
    QFETCH(QVariant, input);
    QFETCH(QVariant, value);
    const std::optional<QVariant> cast = db::castValue(Type(type), input, {u"calm"_s, u"wild"_s});
    QVERIFY(cast);
    QVERIFY2(db::sameValue(Type(type), *cast, value), qPrintable(cast->toString()));
}

void tst_Type::whatEctoRefusesIsRefused_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QVariant>("input");
    const auto row = [](const char *name, Type type, const QVariant &input) { QTest::newRow(name) << int(type) << input; };
    for (const char *text : {" 1", "1 ", "1.0", "1e3", "", "-", "+", "+-5", "-+5", "--5", "9223372036854775808", "1\n"})
        QTest::addRow("integer '%s'", text) << int(Type::Integer) << QVariant(QString::fromLatin1(text));
    row("integer from float", Type::Integer, 3.0);
    row("integer from boolean", Type::Integer, true);
    for (const char *text : {"1.", ".5", " 1.5", "NaN"})
        QTest::addRow("float '%s'", text) << int(Type::Float) << QVariant(QString::fromLatin1(text));
    for (const char *text : {"NaN", "Infinity", " 1", "1,5", "1.5\n"})
        QTest::addRow("decimal '%s'", text) << int(Type::Decimal) << QVariant(QString::fromLatin1(text));
    for (const char *text : {"TRUE", "yes", "on"})
        QTest::addRow("boolean '%s'", text) << int(Type::Boolean) << QVariant(QString::fromLatin1(text));
    row("boolean from number", Type::Boolean, 1);
    row("text from number", Type::String, 5);
    for (const char *text : {"2024-2-9", "2023-02-29", "2024-02-29x"})
        QTest::addRow("date '%s'", text) << int(Type::Date) << QVariant(QString::fromLatin1(text));
    for (const char *text : {"24:00:00", "1:02"})
        QTest::addRow("time '%s'", text) << int(Type::Time) << QVariant(QString::fromLatin1(text));
    for (const char *text : {"2024-02-29", "2024-02-29T25:00", "yesterday"})
        QTest::addRow("date-time '%s'", text) << int(Type::UtcDatetime) << QVariant(QString::fromLatin1(text));
    row("unknown name", Type::Enum, u"furious"_s);
    for (const char *text : {"0123456789abcdef0123456789abcdef", "{01234567-89ab-cdef-0123-456789abcdef}", "01234567-89ab-cdef-0123-456789abcdeg", ""})
        QTest::addRow("uuid '%s'", text) << int(Type::Uuid) << QVariant(QString::fromLatin1(text));
    for (const char *text : {"81ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAU"})
        QTest::addRow("ulid '%s'", text) << int(Type::Ulid) << QVariant(QString::fromLatin1(text));
    row("map from text", Type::Map, u"{}"_s);
    row("list from text", Type::Array, u"[]"_s);
}

void tst_Type::whatEctoRefusesIsRefused()
{
    QFETCH(int, type);
    QFETCH(QVariant, input);
    QVERIFY(!db::castValue(Type(type), input, {u"calm"_s, u"wild"_s}));
}

void tst_Type::decimalsAreExactAndKeepTheirScale()
{
    const Decimal tenth = *Decimal::fromString(u"0.10");
    QCOMPARE((tenth + *Decimal::fromString(u"0.2")).toString(), u"0.30"_s);
    QCOMPARE((tenth * Decimal(3)).toString(), u"0.30"_s);
    QCOMPARE((Decimal(1) - *Decimal::fromString(u"1.01")).toString(), u"-0.01"_s);
    QCOMPARE((*Decimal::fromString(u"12345678901234567890.12") + *Decimal::fromString(u"0.08")).toString(), u"12345678901234567890.20"_s);
    QCOMPARE(Decimal::fromString(u"1.5e-3")->toString(), u"0.0015"_s);
    QCOMPARE(Decimal::fromString(u"-0")->toString(), u"0"_s);
    QCOMPARE(Decimal::fromString(u"0010.50")->toString(), u"10.50"_s);
}

void tst_Type::decimalsCompareByValue()
{
    QCOMPARE(*Decimal::fromString(u"1.0"), *Decimal::fromString(u"1.00"));
    QVERIFY(*Decimal::fromString(u"-1.5") < *Decimal::fromString(u"-1.49"));
    QVERIFY(Decimal(10) > *Decimal::fromString(u"9.999"));
}

void tst_Type::hostileExponentsAreRefused()
{
    QVERIFY(!Decimal::fromString(u"1e999999"));
    QVERIFY(!Decimal::fromString(u"1e-999999"));
    QVERIFY(!Decimal::fromString(u"1e99999999999999"));
}

void tst_Type::fractionsAreCutToTheTypesPrecision()
{
    const QDateTime before1970 = QDateTime::fromMSecsSinceEpoch(-1500, Qt::UTC);
    QCOMPARE(db::truncatedTo(Type::UtcDatetime, before1970).toDateTime().toMSecsSinceEpoch(), -2000);
    QCOMPARE(db::truncatedTo(Type::UtcDatetimeUsec, before1970).toDateTime().toMSecsSinceEpoch(), -1500);
}

void tst_Type::microsecondsAreCarried_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("all digits") << u"2024-02-29T23:59:58.123456Z"_s;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59.999999Z"_s;
    QTest::newRow("the first moment written so") << u"0001-01-01T00:00:00.000000Z"_s;
    QTest::newRow("the last moment written so") << u"9999-12-31T23:59:59.999999Z"_s;
}

void tst_Type::microsecondsAreCarried()
{
    QFETCH(QString, text);
    const std::optional<db::Timestamp> time = db::Timestamp::fromString(text);
    QVERIFY(time);
    QCOMPARE(time->toString(), text);
    QCOMPARE(time->toDateTime().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"), text.chopped(4));
    const QString clock = text.mid(11).chopped(1);
    QCOMPARE(db::ClockTime::fromString(clock)->toString(), clock);
    QCOMPARE(db::ClockTime::fromString(clock)->toTime().toString(u"HH:mm:ss.zzz"), clock.chopped(3));
}

void tst_Type::ulidsAreReadAndSpelledAsTheirSpecificationSays()
{
    const QString text = u"01ARZ3NDEKTSV4RRFFQ69G5FAV"_s;
    QCOMPARE(db::Ulid::fromString(text)->toString(), text);
    QCOMPARE(db::Ulid::fromString(text.toLower())->toString(), text);
    QCOMPARE(db::Ulid::fromString(u"7ZZZZZZZZZZZZZZZZZZZZZZZZZ"_s)->toUuid().toRfc4122(), QByteArray(16, '\xff'));
    QCOMPARE(db::Ulid::fromString(u"0000000000000000000000000I"_s)->toString(), u"00000000000000000000000001"_s);
}

void tst_Type::ulidsSortByTheTimeTheyWereMade()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const db::Ulid ulid = db::Ulid::generate();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    const qint64 made = ulid.toUuid().toRfc4122().left(6).toHex().toLongLong(nullptr, 16);
    QVERIFY(made >= before && made <= after);
    QVERIFY(*db::Ulid::fromString(u"01ARZ3NDEKTSV4RRFFQ69G5FAV"_s) < ulid);
    QVERIFY(!(db::Ulid::generate() == ulid));
}

void tst_Type::jsonOfAnyShapeIsReadAndWritten_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"{}", "[]", "{\"a\":[1,null,true]}", "\"text\"", "12", "0.1", "true", "9007199254740993"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_Type::jsonOfAnyShapeIsReadAndWritten()
{
    QFETCH(QString, text);
    const std::optional<QJsonValue> value = db::parseJson(text);
    QVERIFY(value);
    QCOMPARE(db::jsonText(*value), text);
    QVERIFY(!db::parseJson(text + u",1"));
    QVERIFY(!db::parseJson(text + u"]"));
}

QTEST_GUILESS_MAIN(tst_Type)
#include "tst_type.moc"
