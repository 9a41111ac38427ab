// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/iso8601.h"

namespace db {

namespace {

constexpr qint64 second = 1'000'000;
constexpr qint64 day = 86'400 * second;
constexpr qint64 julianDayOf1970 = 2'440'588;

/// Reads fixed-width parts from the front of a text.
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
            const int digit = digitAt(m_position + i);
            if (digit < 0)
                return -1;
            value = value * 10 + digit;
        }
        m_position += digits;
        return value;
    }
    /// The microseconds of a fraction of any length; -1 when there is no digit.
    int fraction()
    {
        int microseconds = 0;
        int digits = 0;
        for (; !atEnd() && digitAt(m_position) >= 0; ++m_position, ++digits) {
            if (digits < 6)
                microseconds = microseconds * 10 + digitAt(m_position);
        }
        for (int i = digits; i < 6; ++i)
            microseconds *= 10;
        return digits == 0 ? -1 : microseconds;
    }
    QDate date()
    {
        const int year = number(4);
        if (year < 0 || !skip(u'-'))
            return {};
        const int month = number(2);
        if (month < 0 || !skip(u'-'))
            return {};
        const int dayOfMonth = number(2);
        return dayOfMonth < 0 ? QDate() : QDate(year, month, dayOfMonth);
    }
    std::optional<qint64> clock()
    {
        const int hour = number(2);
        if (hour < 0 || hour > 23 || !skip(u':'))
            return std::nullopt;
        const int minute = number(2);
        if (minute < 0 || minute > 59)
            return std::nullopt;
        qint64 microseconds = (hour * 60 + minute) * 60 * second;
        if (!skip(u':'))
            return microseconds;
        const int seconds = number(2);
        if (seconds < 0 || seconds > 59)
            return std::nullopt;
        microseconds += seconds * second;
        if (!skip(u'.'))
            return microseconds;
        const int rest = fraction();
        return rest < 0 ? std::nullopt : std::optional<qint64>(microseconds + rest);
    }
    /// Seconds east of UTC: `Z`, `+02:00`, `+0200`, `+02`, or nothing at the end; no value when it is none of these.
    std::optional<int> offset()
    {
        if (atEnd() || (skip(u'Z') && atEnd()))
            return 0;
        const bool isEast = skip(u'+');
        if (!isEast && !skip(u'-'))
            return std::nullopt;
        const int hours = number(2);
        if (hours < 0)
            return std::nullopt;
        skip(u':');
        const int minutes = atEnd() ? 0 : number(2);
        if (minutes < 0 || !atEnd())
            return std::nullopt;
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60);
    }

private:
    int digitAt(qsizetype position) const
    {
        const char16_t c = m_text.at(position).unicode();
        return c >= u'0' && c <= u'9' ? c - u'0' : -1;
    }

    QStringView m_text;
    qsizetype m_position = 0;
};

/// Writes a number right-aligned into a text of zeros.
void put(QString &text, qsizetype lastDigit, int number)
{
    for (; number > 0; number /= 10)
        text[lastDigit--] = QChar(u'0' + number % 10);
}

} // namespace

std::optional<qint64> parseTimestamp(QStringView text, Offset offset)
{
    IsoReader reader(text);
    const QDate date = reader.date();
    if (!date.isValid() || (!reader.skip(u'T') && !reader.skip(u' ')))
        return std::nullopt;
    const std::optional<qint64> clock = reader.clock();
    const std::optional<int> east = reader.offset();
    if (!clock || !east)
        return std::nullopt;
    const qint64 wall = (date.toJulianDay() - julianDayOf1970) * day + *clock;
    return offset == Offset::Applied ? wall - *east * second : wall;
}

std::optional<qint64> parseClock(QStringView text)
{
    IsoReader reader(text);
    const std::optional<qint64> clock = reader.clock();
    reader.skip(u'Z');
    return reader.atEnd() ? clock : std::nullopt;
}

std::optional<QDate> parseDate(QStringView text)
{
    IsoReader reader(text);
    const QDate date = reader.date();
    if (date.isValid() && (reader.atEnd() || parseTimestamp(text, Offset::Ignored)))
        return date;
    return std::nullopt;
}

QString clockText(qint64 microseconds, Precision precision)
{
    const auto seconds = int(microseconds / second);
    QString text = precision == Precision::Seconds ? QStringLiteral("00:00:00") : QStringLiteral("00:00:00.000000");
    put(text, 1, seconds / 3600);
    put(text, 4, seconds / 60 % 60);
    put(text, 7, seconds % 60);
    if (precision == Precision::Microseconds)
        put(text, 14, int(microseconds % second));
    return text;
}

QString timestampText(qint64 microseconds, Precision precision, char16_t separator)
{
    const qint64 clock = ((microseconds % day) + day) % day;
    const QDate date = QDate::fromJulianDay((microseconds - clock) / day + julianDayOf1970);
    if (date.year() < 0 || date.year() > 9999)
        return date.toString(Qt::ISODate) + QChar(separator) + clockText(clock, precision);
    QString text = QStringLiteral("0000-00-00");
    put(text, 3, date.year());
    put(text, 6, date.month());
    put(text, 9, date.day());
    return text + QChar(separator) + clockText(clock, precision);
}

} // namespace db
