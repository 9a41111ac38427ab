// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/type.h"

#include "core/toolkit/decimal.h"

#include <QDateTime>
#include <QTimeZone>

namespace db {

namespace {

/// Reads fixed-width ISO 8601 parts from the front of a text.
class IsoReader
{
public:
    explicit IsoReader(QStringView text)
        : m_text(text) { }

    bool atEnd() const { return m_position == m_text.size(); }
    bool skip(char16_t c)
    {
        if (atEnd() || m_text.at(m_position) != QChar(c))
            return false;
        ++m_position;
        return true;
    }
    /// `digits` digits as a number; -1 when they are not there.
    int number(int digits)
    {
        if (m_position + digits > m_text.size())
            return -1;
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            const char16_t c = m_text.at(m_position + i).unicode();
            if (c < u'0' || c > u'9')
                return -1;
            value = value * 10 + (c - u'0');
        }
        m_position += digits;
        return value;
    }
    /// The milliseconds of a fraction of any length; -1 when there is no digit.
    int fraction()
    {
        int milliseconds = 0;
        int digits = 0;
        while (!atEnd() && m_text.at(m_position) >= u'0' && m_text.at(m_position) <= u'9') {
            if (digits < 3)
                milliseconds = milliseconds * 10 + (m_text.at(m_position).unicode() - u'0');
            ++digits;
            ++m_position;
        }
        for (int i = digits; i < 3; ++i)
            milliseconds *= 10;
        return digits == 0 ? -1 : milliseconds;
    }
    QDate date()
    {
        const int year = number(4);
        if (year < 0 || !skip(u'-'))
            return {};
        const int month = number(2);
        if (month < 0 || !skip(u'-'))
            return {};
        const int day = number(2);
        return day < 0 ? QDate() : QDate(year, month, day);
    }
    QTime time()
    {
        const int hour = number(2);
        if (hour < 0 || !skip(u':'))
            return {};
        const int minute = number(2);
        if (minute < 0)
            return {};
        int second = 0;
        int milliseconds = 0;
        if (skip(u':')) {
            second = number(2);
            if (second < 0)
                return {};
            if (skip(u'.')) {
                milliseconds = fraction();
                if (milliseconds < 0)
                    return {};
            }
        }
        return QTime(hour, minute, second, milliseconds);
    }
    /// Seconds east of UTC: `Z`, `+02:00`, `+0200`, `+02`, or nothing at the end; no value when it is none of these.
    std::optional<int> offset()
    {
        if (atEnd() || (skip(u'Z') && atEnd()))
            return 0;
        const int sign = skip(u'+') ? 1 : skip(u'-') ? -1
                                                     : 0;
        const int hours = number(2);
        if (sign == 0 || hours < 0)
            return std::nullopt;
        skip(u':');
        const int minutes = atEnd() ? 0 : number(2);
        if (minutes < 0 || !atEnd())
            return std::nullopt;
        return sign * (hours * 3600 + minutes * 60);
    }

private:
    QStringView m_text;
    qsizetype m_position = 0;
};

enum class Offset {
    Applied,
    Ignored
};

QDateTime parseDateTime(QStringView text, Offset handling)
{
    IsoReader reader(text);
    const QDate date = reader.date();
    if (!date.isValid() || (!reader.skip(u'T') && !reader.skip(u' ')))
        return {};
    const QTime time = reader.time();
    const std::optional<int> offset = reader.offset();
    if (!time.isValid() || !offset)
        return {};
    const QDateTime wall(date, time, Qt::UTC);
    return handling == Offset::Applied && *offset != 0 ? wall.addSecs(-*offset) : wall;
}

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

std::optional<QVariant> castInteger(const QVariant &input)
{
    if (isWholeNumber(input))
        return QVariant(input.toLongLong());
    if (!isText(input))
        return std::nullopt;
    const QString text = input.toString();
    const qsizetype sign = text.startsWith(u'-') || text.startsWith(u'+') ? 1 : 0;
    const bool digits = text.size() > sign && text.size() < 32
        && std::all_of(text.begin() + sign, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return digits && fits ? std::optional<QVariant>(number) : std::nullopt;
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
    if (input.typeId() == QMetaType::QDateTime)
        return input.toDateTime().isValid() ? std::optional<QVariant>(input.toDateTime().toUTC().date()) : std::nullopt;
    if (!isText(input))
        return std::nullopt;
    const QString text = input.toString();
    IsoReader reader(text);
    const QDate date = reader.date();
    if (date.isValid() && (reader.atEnd() || parseDateTime(text, Offset::Ignored).isValid()))
        return QVariant(date);
    return std::nullopt;
}

std::optional<QVariant> castTime(const QVariant &input)
{
    if (input.typeId() == QMetaType::QTime)
        return input.toTime().isValid() ? std::optional<QVariant>(truncatedTo(Type::Time, input)) : std::nullopt;
    if (!isText(input))
        return std::nullopt;
    const QString text = input.toString();
    IsoReader reader(text);
    const QTime time = reader.time();
    reader.skip(u'Z');
    return time.isValid() && reader.atEnd() ? std::optional<QVariant>(truncatedTo(Type::Time, time)) : std::nullopt;
}

std::optional<QVariant> castDateTime(Type type, const QVariant &input)
{
    QDateTime time;
    if (input.typeId() == QMetaType::QDateTime)
        time = input.toDateTime().toUTC();
    else if (isText(input))
        time = parseDateTime(input.toString(), type == Type::NaiveDatetime ? Offset::Ignored : Offset::Applied);
    return time.isValid() ? std::optional<QVariant>(truncatedTo(type, time)) : std::nullopt;
}

} // namespace

bool isNull(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return true;
    case QMetaType::QDate:
        return !value.toDate().isValid();
    case QMetaType::QTime:
        return !value.toTime().isValid();
    case QMetaType::QDateTime:
        return !value.toDateTime().isValid();
    default:
        return false;
    }
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
        return castTime(input);
    case Type::NaiveDatetime:
    case Type::UtcDatetime:
    case Type::UtcDatetimeUsec:
        return castDateTime(type, input);
    case Type::Enum:
        return isText(input) && names.contains(input.toString()) ? std::optional<QVariant>(input.toString()) : std::nullopt;
    }
    return std::nullopt;
}

bool sameValue(Type type, const QVariant &left, const QVariant &right)
{
    if (isNull(left) || isNull(right))
        return isNull(left) == isNull(right);
    switch (type) {
    case Type::Decimal:
        return left.value<Decimal>() == right.value<Decimal>();
    case Type::NaiveDatetime:
    case Type::UtcDatetime:
    case Type::UtcDatetimeUsec:
        return left.toDateTime().toMSecsSinceEpoch() == right.toDateTime().toMSecsSinceEpoch();
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
        const QTime time = value.toTime();
        return QTime(time.hour(), time.minute(), time.second());
    }
    if (type == Type::NaiveDatetime || type == Type::UtcDatetime) {
        const qint64 milliseconds = value.toDateTime().toMSecsSinceEpoch();
        const qint64 fraction = ((milliseconds % 1000) + 1000) % 1000;
        return QDateTime::fromMSecsSinceEpoch(milliseconds - fraction, Qt::UTC);
    }
    return value;
}

QDateTime parseUtc(QStringView text)
{
    return parseDateTime(text, Offset::Applied);
}

} // namespace db
