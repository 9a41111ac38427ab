// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/stored_text.h"

#include "core/toolkit/decimal.h"
#include "core/toolkit/iso8601.h"
#include "core/toolkit/iso_time.h"
#include "core/toolkit/ulid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace db {

namespace {

QString timeText(Type type, const Timestamp &time)
{
    const bool isShort = type == Type::NaiveDatetime || type == Type::UtcDatetime;
    const bool isNaive = type == Type::NaiveDatetime || type == Type::NaiveDatetimeUsec;
    const QString text = timestampText(time.microseconds, isShort ? Precision::Seconds : Precision::Microseconds);
    return isNaive ? text : QString(text + u'Z');
}

/// A number with all its digits, as JSON and SQLite's REAL spell it.
QString numberText(const QVariant &raw)
{
    const bool isReal = raw.typeId() == QMetaType::Double || raw.typeId() == QMetaType::Float;
    return isReal ? QString::number(raw.toDouble(), 'g', QLocale::FloatingPointShortest) : raw.toString();
}

/// A whole number, which arithmetic of SQLite may have made a REAL.
std::optional<QVariant> readInteger(const QVariant &raw)
{
    bool isNumber = false;
    const qint64 number = raw.toLongLong(&isNumber);
    const bool isWhole = raw.typeId() != QMetaType::Double || double(number) == raw.toDouble();
    return isNumber && isWhole ? std::optional<QVariant>(number) : std::nullopt;
}

std::optional<QVariant> readBoolean(const QVariant &raw)
{
    if (raw.typeId() == QMetaType::QByteArray) { // MariaDB's BIT(1)
        const QByteArray bytes = raw.toByteArray();
        const bool isTruth = bytes.size() == 1 && (bytes.at(0) == 0 || bytes.at(0) == 1);
        return isTruth ? std::optional<QVariant>(bytes.at(0) == 1) : std::nullopt;
    }
    if (raw.typeId() != QMetaType::QString)
        return QVariant(raw.toLongLong() != 0);
    const QString text = raw.toString();
    if (text == u"t" || text == u"f")
        return QVariant(text == u"t");
    return castValue(Type::Boolean, raw);
}

std::optional<QVariant> readUuid(const QVariant &raw)
{
    const std::optional<QVariant> uuid = castValue(Type::Uuid, raw);
    const std::optional<Ulid> ulid = uuid ? std::nullopt : Ulid::fromString(raw.toString());
    return ulid ? std::optional<QVariant>(ulid->toUuid()) : uuid;
}

std::optional<QVariant> readTimestamp(Type type, const QVariant &raw)
{
    const bool isShort = type == Type::NaiveDatetime || type == Type::UtcDatetime;
    Timestamp time = timestampOf(raw);
    if (time.isNull())
        time = Timestamp::fromString(raw.toString()).value_or(Timestamp());
    if (time.isNull())
        return std::nullopt;
    return isShort ? QVariant(time.toDateTime()) : QVariant::fromValue(time);
}

std::optional<QVariant> readClock(Type type, const QVariant &raw)
{
    const std::optional<ClockTime> time = raw.typeId() == QMetaType::QTime ? clockTimeOf(raw) : ClockTime::fromString(raw.toString());
    if (!time || time->isNull())
        return std::nullopt;
    return type == Type::Time ? truncatedTo(type, time->toTime()) : QVariant::fromValue(*time);
}

QJsonValue jsonElement(const QVariant &element)
{
    if (isNull(element))
        return QJsonValue::Null;
    switch (element.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Double:
    case QMetaType::QJsonValue:
    case QMetaType::QVariantList:
    case QMetaType::QVariantMap:
        return QJsonValue::fromVariant(element);
    default:
        return elementText(element);
    }
}

} // namespace

QString elementText(const QVariant &element)
{
    switch (element.typeId()) {
    case QMetaType::QString:
        return element.toString();
    case QMetaType::QUuid:
        return storedText(Type::Uuid, element);
    case QMetaType::QDate:
        return storedText(Type::Date, element);
    case QMetaType::QTime:
        return storedText(Type::Time, element);
    case QMetaType::QDateTime:
        return storedText(Type::UtcDatetime, element);
    case QMetaType::QJsonValue:
        return storedText(Type::Map, element);
    default:
        break;
    }
    if (element.metaType() == QMetaType::fromType<Decimal>())
        return storedText(Type::Decimal, element);
    if (element.metaType() == QMetaType::fromType<Timestamp>())
        return storedText(Type::UtcDatetimeUsec, element);
    if (element.metaType() == QMetaType::fromType<ClockTime>())
        return storedText(Type::TimeUsec, element);
    return numberText(element);
}

QString storedText(Type type, const QVariant &value)
{
    switch (type) {
    case Type::Decimal:
        return value.value<Decimal>().toString();
    case Type::Uuid:
    case Type::Ulid:
        return value.toUuid().toString(QUuid::WithoutBraces);
    case Type::Date:
        return value.toDate().toString(Qt::ISODate);
    case Type::Time:
        return clockText(clockTimeOf(value).microseconds, Precision::Seconds);
    case Type::TimeUsec:
        return clockText(clockTimeOf(value).microseconds, Precision::Microseconds);
    case Type::NaiveDatetime:
    case Type::NaiveDatetimeUsec:
    case Type::UtcDatetime:
    case Type::UtcDatetimeUsec:
        return timeText(type, timestampOf(value));
    case Type::Map:
        return jsonText(value.toJsonValue());
    case Type::Array:
        return jsonListText(value.toList());
    default:
        return value.toString();
    }
}

QByteArray storedSeconds(Type type, const QVariant &value)
{
    const QDateTime time = value.typeId() == QMetaType::QDateTime ? value.toDateTime() : timestampOf(value).toDateTime();
    constexpr qint64 yearOne = -62'135'596'800'000; // in milliseconds since 1970
    constexpr qint64 yearTenThousand = 253'402'300'800'000;
    const qint64 moment = time.toMSecsSinceEpoch();
    QByteArray text;
    if (moment >= yearOne && moment < yearTenThousand) {
        const auto usual = isoSeconds(time);
        text = QByteArray(usual.data(), qsizetype(usual.size()));
    } else {
        text = time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss").toUtf8();
    }
    if (type == Type::UtcDatetime)
        text += 'Z';
    return text;
}

std::optional<QVariant> readStored(Type type, const QVariant &raw)
{
    if (raw.isNull() || !raw.isValid())
        return QVariant();
    switch (type) {
    case Type::Id:
    case Type::Integer:
        return readInteger(raw);
    case Type::Float: {
        bool isNumber = false;
        const double number = raw.toDouble(&isNumber);
        return isNumber ? std::optional<QVariant>(number) : std::nullopt;
    }
    case Type::Decimal: {
        const std::optional<Decimal> decimal = Decimal::fromString(numberText(raw));
        return decimal ? std::optional<QVariant>(QVariant::fromValue(*decimal)) : std::nullopt;
    }
    case Type::Boolean:
        return readBoolean(raw);
    case Type::String:
    case Type::Enum:
        return raw.toString();
    case Type::Binary:
        return raw.toByteArray();
    case Type::Uuid:
    case Type::Ulid:
        return readUuid(raw);
    case Type::Date:
        return castValue(type, raw.typeId() == QMetaType::QDate ? raw : QVariant(raw.toString()));
    case Type::Time:
    case Type::TimeUsec:
        return readClock(type, raw);
    case Type::NaiveDatetime:
    case Type::NaiveDatetimeUsec:
    case Type::UtcDatetime:
    case Type::UtcDatetimeUsec:
        return readTimestamp(type, raw);
    case Type::Map: {
        if (raw.typeId() == QMetaType::QJsonValue || raw.typeId() == QMetaType::QVariantMap || raw.typeId() == QMetaType::QVariantList)
            return castValue(type, raw);
        const std::optional<QJsonValue> json = parseJson(raw.toString());
        return json ? std::optional<QVariant>(QVariant::fromValue(*json)) : std::nullopt;
    }
    case Type::Array: {
        const std::optional<QJsonValue> json = parseJson(raw.toString());
        return json && json->isArray() ? std::optional<QVariant>(json->toArray().toVariantList()) : std::nullopt;
    }
    case Type::Any:
        return raw;
    }
    return raw;
}

QString jsonText(const QJsonValue &value)
{
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return list.mid(1, list.size() - 2);
}

std::optional<QJsonValue> parseJson(const QString &text)
{
    // Qt reads lists and objects only.
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    const QJsonArray list = document.array();
    return list.size() == 1 ? std::optional<QJsonValue>(list.at(0)) : std::nullopt;
}

QString jsonListText(const QVariantList &list)
{
    QJsonArray array;
    for (const QVariant &element : list)
        array.append(jsonElement(element));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace db
