// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/type.h"

#include "core/toolkit/decimal.h"
#include "core/toolkit/iso8601.h"
#include "core/toolkit/ulid.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace db {

namespace {

bool isText(const QVariant &input)
{
    return input.typeId() == QMetaType::QString || input.typeId() == QMetaType::QByteArray;
}

bool isWholeNumber(const QVariant &input)
{
    switch (input.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::Short:
    case QMetaType::UShort:
        return true;
    case QMetaType::ULongLong:
        return input.toULongLong() <= quint64(std::numeric_limits<qint64>::max());
    default:
        return false;
    }
}

/// Digits behind an optional sign. QString::toLongLong() asks a locale, which takes ten times as long.
std::optional<qint64> wholeNumber(QStringView text)
{
    constexpr qsizetype longest = 31; // more than any number takes without leading zeros
    if (text.startsWith(u'+') && text.size() > 1 && text.at(1) != u'-')
        text = text.sliced(1);
    if (text.isEmpty() || text.size() > longest)
        return std::nullopt;
    std::array<char, longest> characters{};
    std::transform(text.begin(), text.end(), characters.begin(), [](QChar c) { return c.toLatin1(); });
    const char *const end = characters.data() + text.size();
    qint64 number = 0;
    const auto [stop, problem] = std::from_chars(characters.data(), end, number);
    return problem == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::optional<QVariant> castInteger(const QVariant &input)
{
    if (isWholeNumber(input))
        return QVariant(input.toLongLong());
    if (!isText(input))
        return std::nullopt;
    const std::optional<qint64> number = wholeNumber(input.toString());
    return number ? std::optional<QVariant>(*number) : std::nullopt;
}

std::optional<QVariant> castFloat(const QVariant &input)
{
    if (isWholeNumber(input) || input.typeId() == QMetaType::Double || input.typeId() == QMetaType::Float)
        return QVariant(input.toDouble());
    if (!isText(input))
        return std::nullopt;
    const QString text = input.toString();
    const std::optional<Decimal> shape = Decimal::fromString(text);
    const qsizetype sign = text.startsWith(u'-') || text.startsWith(u'+') ? 1 : 0;
    const bool barePoint = text.mid(sign).startsWith(u'.') || text.endsWith(u'.');
    if (!shape || barePoint)
        return std::nullopt;
    return QVariant(text.toDouble());
}

std::optional<QVariant> castDecimal(const QVariant &input)
{
    if (input.metaType() == QMetaType::fromType<Decimal>())
        return input;
    if (isWholeNumber(input))
        return QVariant::fromValue(Decimal(input.toLongLong()));
    const QString text = input.typeId() == QMetaType::Double ? QString::number(input.toDouble(), 'g', QLocale::FloatingPointShortest) : input.toString();
    if (!isText(input) && input.typeId() != QMetaType::Double)
        return std::nullopt;
    const std::optional<Decimal> decimal = Decimal::fromString(text);
    return decimal ? std::optional<QVariant>(QVariant::fromValue(*decimal)) : std::nullopt;
}

std::optional<QVariant> castBoolean(const QVariant &input)
{
    if (input.typeId() == QMetaType::Bool)
        return input;
    const QString text = isText(input) ? input.toString() : QString();
    if (text == u"true" || text == u"1")
        return QVariant(true);
    if (text == u"false" || text == u"0")
        return QVariant(false);
    return std::nullopt;
}

std::optional<QVariant> castDate(const QVariant &input)
{
    if (input.typeId() == QMetaType::QDate)
        return input.toDate().isValid() ? std::optional<QVariant>(input) : std::nullopt;
    if (const Timestamp time = timestampOf(input); !time.isNull())
        return QVariant(time.toDateTime().date());
    const std::optional<QDate> date = isText(input) ? parseDate(input.toString()) : std::nullopt;
    return date ? std::optional<QVariant>(*date) : std::nullopt;
}

std::optional<QVariant> castTime(Type type, const QVariant &input)
{
    const std::optional<ClockTime> time = isText(input) ? ClockTime::fromString(input.toString()) : clockTimeOf(input);
    if (!time || time->isNull())
        return std::nullopt;
    return type == Type::Time ? truncatedTo(type, time->toTime()) : QVariant::fromValue(*time);
}

std::optional<QVariant> castDateTime(Type type, const QVariant &input)
{
    const bool isNaive = type == Type::NaiveDatetime || type == Type::NaiveDatetimeUsec;
    Timestamp time = timestampOf(input);
    if (isText(input))
        time.microseconds = parseTimestamp(input.toString(), isNaive ? Offset::Ignored : Offset::Applied).value_or(Timestamp::none);
    if (time.isNull())
        return std::nullopt;
    const bool isShort = type == Type::NaiveDatetime || type == Type::UtcDatetime;
    return isShort ? truncatedTo(type, time.toDateTime()) : QVariant::fromValue(time);
}

/// 36 characters in either case, or 16 bytes.
std::optional<QVariant> castUuid(const QVariant &input)
{
    if (input.typeId() == QMetaType::QUuid)
        return input;
    if (input.typeId() == QMetaType::QByteArray && input.toByteArray().size() == 16)
        return QVariant(QUuid::fromRfc4122(input.toByteArray()));
    constexpr qsizetype characters = 36;
    const QString text = isText(input) ? input.toString() : QString();
    const QUuid uuid = QUuid::fromString(text);
    const bool isSpelledSo = text.size() == characters && text.compare(uuid.toString(QUuid::WithoutBraces), Qt::CaseInsensitive) == 0;
    return isSpelledSo ? std::optional<QVariant>(uuid) : std::nullopt;
}

std::optional<QVariant> castUlid(const QVariant &input)
{
    if (input.metaType() == QMetaType::fromType<Ulid>())
        return QVariant(input.value<Ulid>().toUuid());
    const std::optional<Ulid> ulid = isText(input) ? Ulid::fromString(input.toString()) : std::nullopt;
    return ulid ? std::optional<QVariant>(ulid->toUuid()) : castUuid(input);
}

std::optional<QVariant> castMap(const QVariant &input)
{
    switch (input.typeId()) {
    case QMetaType::QJsonValue:
        return input;
    case QMetaType::QJsonObject:
    case QMetaType::QJsonArray:
    case QMetaType::QVariantMap:
    case QMetaType::QVariantList:
        return QVariant::fromValue(QJsonValue::fromVariant(input));
    default:
        return std::nullopt;
    }
}

std::optional<QVariant> castArray(const QVariant &input)
{
    switch (input.typeId()) {
    case QMetaType::QVariantList:
    case QMetaType::QStringList:
        return QVariant(input.toList());
    case QMetaType::QJsonArray:
        return QVariant(input.toJsonArray().toVariantList());
    default:
        return std::nullopt;
    }
}

} // namespace

bool isNull(const QVariant &value)
{
    const int id = value.typeId();
    switch (id) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return true;
    case QMetaType::QDate:
        return !value.toDate().isValid();
    case QMetaType::QTime:
        return !value.toTime().isValid();
    case QMetaType::QDateTime:
        return !value.toDateTime().isValid();
    case QMetaType::QJsonValue:
        return value.toJsonValue().isNull() || value.toJsonValue().isUndefined();
    default:
        break;
    }
    if (id < QMetaType::User)
        return false;
    if (value.metaType() == QMetaType::fromType<Timestamp>())
        return value.value<Timestamp>().isNull();
    return value.metaType() == QMetaType::fromType<ClockTime>() && value.value<ClockTime>().isNull();
}

Timestamp timestampOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return Timestamp::fromDateTime(value.toDateTime());
    return value.metaType() == QMetaType::fromType<Timestamp>() ? value.value<Timestamp>() : Timestamp();
}

ClockTime clockTimeOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QTime)
        return ClockTime::fromTime(value.toTime());
    return value.metaType() == QMetaType::fromType<ClockTime>() ? value.value<ClockTime>() : ClockTime();
}

std::optional<QVariant> castValue(Type type, const QVariant &input, const QStringList &names)
{
    if (!input.isValid())
        return QVariant();
    switch (type) {
    case Type::Id:
    case Type::Integer:
        return castInteger(input);
    case Type::Float:
        return castFloat(input);
    case Type::Decimal:
        return castDecimal(input);
    case Type::Boolean:
        return castBoolean(input);
    case Type::String:
        return input.typeId() == QMetaType::QString ? std::optional<QVariant>(input) : std::nullopt;
    case Type::Binary:
        return isText(input) ? std::optional<QVariant>(input.toByteArray()) : std::nullopt;
    case Type::Date:
        return castDate(input);
    case Type::Time:
    case Type::TimeUsec:
        return castTime(type, input);
    case Type::NaiveDatetime:
    case Type::NaiveDatetimeUsec:
    case Type::UtcDatetime:
    case Type::UtcDatetimeUsec:
        return castDateTime(type, input);
    case Type::Uuid:
        return castUuid(input);
    case Type::Ulid:
        return castUlid(input);
    case Type::Map:
        return castMap(input);
    case Type::Array:
        return castArray(input);
    case Type::Any:
        return input;
    case Type::Enum:
        return isText(input) && names.contains(input.toString()) ? std::optional<QVariant>(input.toString()) : std::nullopt;
    }
    return std::nullopt;
}

bool isOfType(Type type, const QVariant &value)
{
    const int id = value.typeId();
    switch (type) {
    case Type::Id:
    case Type::Integer:
        return id == QMetaType::LongLong || id == QMetaType::Int;
    case Type::Float:
        return id == QMetaType::Double || id == QMetaType::LongLong || id == QMetaType::Int;
    case Type::Boolean:
        return id == QMetaType::Bool;
    case Type::Decimal:
        return value.metaType() == QMetaType::fromType<Decimal>();
    case Type::String:
        return id == QMetaType::QString;
    default:
        return true;
    }
}

bool sameValue(Type type, const QVariant &left, const QVariant &right)
{
    if (isNull(left) || isNull(right))
        return isNull(left) == isNull(right);
    if (!isOfType(type, left) || !isOfType(type, right))
        return left == right;
    switch (type) {
    case Type::Decimal:
        return left.value<Decimal>() == right.value<Decimal>();
    case Type::NaiveDatetime:
    case Type::NaiveDatetimeUsec:
    case Type::UtcDatetime:
    case Type::UtcDatetimeUsec:
        return timestampOf(left) == timestampOf(right);
    case Type::Time:
    case Type::TimeUsec:
        return clockTimeOf(left) == clockTimeOf(right);
    case Type::Id:
    case Type::Integer:
        return left.toLongLong() == right.toLongLong();
    default:
        return left == right;
    }
}

QVariant truncatedTo(Type type, const QVariant &value)
{
    if (isNull(value))
        return {};
    if (type == Type::Time) {
        const QTime time = clockTimeOf(value).toTime();
        return QTime(time.hour(), time.minute(), time.second());
    }
    if (type == Type::NaiveDatetime || type == Type::UtcDatetime) {
        const qint64 milliseconds = timestampOf(value).toDateTime().toMSecsSinceEpoch();
        const qint64 fraction = ((milliseconds % 1000) + 1000) % 1000;
        return QDateTime::fromMSecsSinceEpoch(milliseconds - fraction, Qt::UTC);
    }
    return value;
}

QDateTime parseUtc(QStringView text)
{
    const std::optional<Timestamp> time = Timestamp::fromString(text);
    return time ? time->toDateTime() : QDateTime();
}

} // namespace db
