// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "core/toolkit/decimal.h"
#include "core/toolkit/timestamp.h"
#include "tests/support/reason.h"
#include "tests/support/test_server.h"

#include <QJsonObject>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using db::Connection;
using db::Type;

/// How MariaDB keeps each kind of value, and in which forms it is read.
class tst_MariadbValues : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aValueIsKeptAsEctoKeepsIt_data();
    void aValueIsKeptAsEctoKeepsIt();
    void timesAreUtcInEveryZone_data();
    void timesAreUtcInEveryZone();
    void otherFormsAreReadToo_data();
    void otherFormsAreReadToo();
    void whatIsNoValueIsRefused_data();
    void whatIsNoValueIsRefused();
    void decimalsAreComparedDigitByDigit();
    void aLongTextIsReadInFull();

private:
    void execute(const QString &sql, const QList<db::Bind> &binds = {});
    /// The one value of a column of the table `kept`.
    std::optional<QVariant> kept(const QString &expression, Type type);

    std::unique_ptr<Connection> m_connection;
};

void tst_MariadbValues::initTestCase()
{
    if (const QString problem = TestServer::problem(db::DatabaseUrl::Engine::MariaDb); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    auto opened = Connection::open(TestServer::shared(db::DatabaseUrl::Engine::MariaDb).emptyDatabase());
    QVERIFY2(opened, reason(opened).constData());
    m_connection = std::move(*opened);
}

void tst_MariadbValues::execute(const QString &sql, const QList<db::Bind> &binds)
{
    const auto done = m_connection->execute({.kind = db::Statement::Kind::Insert, .sql = sql, .binds = binds});
    QVERIFY2(done, reason(done).constData());
}

std::optional<QVariant> tst_MariadbValues::kept(const QString &expression, Type type)
{
    std::optional<QVariant> value;
    const auto read = m_connection->select({.sql = u"SELECT %1 FROM kept"_s.arg(expression)}, [&](const db::RowReader &row) {
        value = row.read(0, type);
        return true;
    });
    if (!read)
        qWarning("%s", qPrintable(read.error().message));
    return value;
}

void tst_MariadbValues::aValueIsKeptAsEctoKeepsIt_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("stored"); // as the server shows it

    const auto decimal = [](const QString &text) { return QVariant::fromValue(*db::Decimal::fromString(text)); };
    const QDateTime leapDay(QDate(2024, 2, 29), QTime(23, 59, 58), Qt::UTC);
    QTest::newRow("integer") << Type::Integer << u"bigint"_s << QVariant(std::numeric_limits<qint64>::min()) << u"-9223372036854775808"_s;
    QTest::newRow("float") << Type::Float << u"double"_s << QVariant(0.1 + 0.2) << u"0.30000000000000004"_s;
    QTest::newRow("decimal") << Type::Decimal << u"decimal(30,10)"_s << decimal(u"12345678901234567890.1234567890"_s)
                             << u"12345678901234567890.1234567890"_s;
    QTest::newRow("true") << Type::Boolean << u"boolean"_s << QVariant(true) << u"1"_s;
    QTest::newRow("false") << Type::Boolean << u"boolean"_s << QVariant(false) << u"0"_s;
    QTest::newRow("text") << Type::String << u"varchar(255)"_s << QVariant(u"Zoë \\ ' 😀"_s) << u"Zoë \\ ' 😀"_s;
    QTest::newRow("empty text") << Type::String << u"varchar(255)"_s << QVariant(u""_s) << u""_s;
    QTest::newRow("bytes") << Type::Binary << u"blob"_s << QVariant(QByteArray("\0\xff A", 4)) << QString();
    QTest::newRow("no bytes") << Type::Binary << u"blob"_s << QVariant(QByteArray("")) << u""_s;
    QTest::newRow("uuid") << Type::Uuid << u"binary(16)"_s << QVariant(QUuid(u"00112233-4455-6677-8899-aabbccddeeff"_s)) << QString();
    QTest::newRow("date") << Type::Date << u"date"_s << QVariant(QDate(2024, 2, 29)) << u"2024-02-29"_s;
    QTest::newRow("time") << Type::Time << u"time"_s << QVariant(QTime(1, 2, 3)) << u"01:02:03"_s;
    QTest::newRow("time to the microsecond") << Type::TimeUsec << u"time(6)"_s << QVariant::fromValue(db::ClockTime{3723000004})
                                             << u"01:02:03.000004"_s;
    QTest::newRow("naive_datetime") << Type::NaiveDatetime << u"datetime"_s << QVariant(leapDay) << u"2024-02-29 23:59:58"_s;
    QTest::newRow("utc_datetime") << Type::UtcDatetime << u"datetime"_s << QVariant(leapDay) << u"2024-02-29 23:59:58"_s;
    QTest::newRow("utc_datetime_usec") << Type::UtcDatetimeUsec << u"datetime(6)"_s
                                       << QVariant::fromValue(*db::Timestamp::fromString(u"2024-02-29T23:59:58.123456Z"_s)) << u"2024-02-29 23:59:58.123456"_s;
    QTest::newRow("json") << Type::Map << u"json"_s << QVariant::fromValue(QJsonValue(QJsonObject{{u"a"_s, 1}})) << u"{\"a\":1}"_s;
}

void tst_MariadbValues::aValueIsKeptAsEctoKeepsIt()
{
    QFETCH(Type, type);
    QFETCH(QString, column);
    QFETCH(QVariant, value);
    QFETCH(QString, stored);
    execute(u"CREATE OR REPLACE TABLE kept (value "_s + column + u')');
    execute(u"INSERT INTO kept VALUES (?)"_s, {{type, value}});
    const std::optional<QVariant> read = kept(u"value"_s, type);
    QVERIFY(read);
    QVERIFY2(db::sameValue(type, *read, value), qPrintable(read->toString()));
    if (type == Type::Binary)
        QCOMPARE(kept(u"hex(value)"_s, Type::String)->toString(), QString::fromLatin1(value.toByteArray().toHex().toUpper()));
    else if (type == Type::Uuid)
        QCOMPARE(kept(u"hex(value)"_s, Type::String)->toString(), u"00112233445566778899AABBCCDDEEFF"_s);
    else
        QCOMPARE(kept(u"CAST(value AS char)"_s, Type::String)->toString(), stored);
    execute(u"UPDATE kept SET value = ?"_s, {{type, QVariant()}});
    QVERIFY(kept(u"value"_s, type));
    QVERIFY(db::isNull(*kept(u"value"_s, type)));
}

void tst_MariadbValues::timesAreUtcInEveryZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("time");
    for (const char *zone : {"Europe/Berlin", "America/New_York", "Pacific/Chatham"}) {
        // Hours that one of the zones skips, or has twice.
        for (const char *time : {"2026-03-29T02:30:00Z", "2026-10-25T02:30:00Z", "2026-03-08T02:30:00Z", "2026-11-01T01:30:00Z", "2026-09-27T02:50:00Z"})
            QTest::addRow("%s, %s", zone, time) << QByteArray(zone) << QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate);
    }
}

void tst_MariadbValues::timesAreUtcInEveryZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, time);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", zone);
    execute(u"CREATE OR REPLACE TABLE kept (value datetime(6))"_s);
    execute(u"INSERT INTO kept VALUES (?)"_s, {{Type::UtcDatetime, time}});
    const std::optional<QVariant> read = kept(u"value"_s, Type::UtcDatetime);
    const QString stored = kept(u"CAST(value AS char)"_s, Type::String)->toString();
    qputenv("TZ", before);
    QVERIFY(read);
    QCOMPARE(read->toDateTime(), time);
    QCOMPARE(stored, time.toString(u"yyyy-MM-dd HH:mm:ss.000000"));
}

void tst_MariadbValues::otherFormsAreReadToo_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<Type>("type");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("a sum of integers is a decimal") << u"sum(3)"_s << Type::Integer << QVariant(qint64(3));
    QTest::newRow("a text as a number") << u"'42'"_s << Type::Integer << QVariant(qint64(42));
    QTest::newRow("an average as a float") << u"avg(1.5)"_s << Type::Float << QVariant(1.5);
    QTest::newRow("a comparison is an integer") << u"1 < 2"_s << Type::Boolean << QVariant(true);
    QTest::newRow("a set BIT(1)") << u"yes"_s << Type::Boolean << QVariant(true);
    QTest::newRow("an unset BIT(1)") << u"no"_s << Type::Boolean << QVariant(false);
    QTest::newRow("a uuid as text") << u"'00112233-4455-6677-8899-aabbccddeeff'"_s << Type::Uuid
                                    << QVariant(QUuid(u"00112233-4455-6677-8899-aabbccddeeff"_s));
    QTest::newRow("a moment as text") << u"'2024-02-29T23:59:58Z'"_s << Type::UtcDatetime << QVariant(QDateTime(QDate(2024, 2, 29), QTime(23, 59, 58), Qt::UTC));
    QTest::newRow("a TIMESTAMP") << u"CAST(FROM_UNIXTIME(0) AS datetime)"_s << Type::UtcDatetime << QVariant(QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC));
    QTest::newRow("a date of a moment") << u"TIMESTAMP'2024-02-29 23:59:58'"_s << Type::Date << QVariant(QDate(2024, 2, 29));
    QTest::newRow("latin1") << u"CONVERT('Zoë' USING latin1)"_s << Type::String << QVariant(u"Zoë"_s);
}

void tst_MariadbValues::otherFormsAreReadToo()
{
    QFETCH(QString, sql);
    QFETCH(Type, type);
    QFETCH(QVariant, value);
    execute(u"CREATE OR REPLACE TABLE kept (yes bit(1), no bit(1))"_s);
    execute(u"INSERT INTO kept VALUES (b'1', b'0')"_s);
    const std::optional<QVariant> read = kept(sql, type);
    QVERIFY(read);
    QVERIFY2(db::sameValue(type, *read, value), qPrintable(read->toString()));
}

void tst_MariadbValues::whatIsNoValueIsRefused_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<Type>("type");
    QTest::newRow("no moment") << u"'soon'"_s << Type::UtcDatetime;
    QTest::newRow("no time of day") << u"TIME'-01:00:00'"_s << Type::Time;
    QTest::newRow("no whole number") << u"1.5"_s << Type::Integer;
    QTest::newRow("no truth value") << u"x'0101'"_s << Type::Boolean;
    QTest::newRow("no number") << u"'many'"_s << Type::Float;
}

void tst_MariadbValues::whatIsNoValueIsRefused()
{
    QFETCH(QString, sql);
    QFETCH(Type, type);
    execute(u"CREATE OR REPLACE TABLE kept AS SELECT 1 AS one"_s);
    QVERIFY(!kept(sql, type));
}

void tst_MariadbValues::decimalsAreComparedDigitByDigit()
{
    execute(u"CREATE OR REPLACE TABLE kept (value decimal(30,10))"_s);
    execute(u"INSERT INTO kept VALUES (12345678901234567890.1234567891)"_s);
    for (const auto &[text, count] : {std::pair(u"12345678901234567890.1234567891"_s, 1), std::pair(u"12345678901234567890.1234567892"_s, 0)}) {
        const QVariant value = QVariant::fromValue(*db::Decimal::fromString(text));
        int found = -1;
        const auto counted = m_connection->select({.sql = u"SELECT count(*) FROM kept WHERE value = ?"_s, .binds = {{Type::Decimal, value}}},
                                                  [&](const db::RowReader &row) {
                                                      found = row.value(0, Type::Integer).toInt();
                                                      return true;
                                                  });
        QVERIFY2(counted, reason(counted).constData());
        QCOMPARE(found, count);
    }
}

void tst_MariadbValues::aLongTextIsReadInFull()
{
    const QString text = u"Zoë "_s.repeated(100000);
    execute(u"CREATE OR REPLACE TABLE kept (value longtext)"_s);
    execute(u"INSERT INTO kept VALUES (?)"_s, {{Type::String, text}});
    QCOMPARE(kept(u"value"_s, Type::String)->toString(), text);
    QCOMPARE(kept(u"left(value, 3)"_s, Type::String)->toString(), u"Zoë"_s);
}

QTEST_GUILESS_MAIN(tst_MariadbValues)
#include "tst_mariadb_values.moc"
