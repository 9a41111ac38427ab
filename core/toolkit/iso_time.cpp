// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/iso_time.h"

#include "core/toolkit/type.h"

#include <chrono>

namespace db {

namespace {

constexpr qsizetype secondsSize = 19; // 2026-01-31T08:05:09

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The number of two or four digits at `digits`.
unsigned number(const char *digits, int count = 2)
{
    unsigned value = 0;
    for (int i = 0; i < count; ++i)
        value = value * 10 + unsigned(digits[i] - '0');
    return value;
}

bool hasIsoShape(const char *text)
{
    constexpr std::string_view shape = "0000-00-00?00:00:00";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool fits = shape[i] == '0' ? isDigit(text[i]) : shape[i] == '?' ? text[i] == 'T' || text[i] == ' '
                                                                               : text[i] == shape[i];
        if (!fits)
            return false;
    }
    return true;
}

} // namespace

QDateTime utcFromIso(QByteArrayView text)
{
    using namespace std::chrono;
    const auto others = [&] { return parseUtc(QString::fromUtf8(text)); };
    if (text.size() < secondsSize || !hasIsoShape(text.data()))
        return others();
    const char *digits = text.data();
    const year_month_day date(year(int(number(digits, 4))), month(number(digits + 5)), day(number(digits + 8)));
    const unsigned hour = number(digits + 11);
    const unsigned minute = number(digits + 14);
    const unsigned second = number(digits + 17);

    qsizetype position = secondsSize;
    unsigned milliseconds = 0;
    if (position < text.size() && text[position] == '.') {
        unsigned unit = 100;
        for (++position; position < text.size() && isDigit(text[position]); ++position) {
            milliseconds += unit * unsigned(text[position] - '0');
            unit /= 10;
        }
    }
    const QByteArrayView zone = text.sliced(position);
    const bool isUtc = zone.isEmpty() || zone == "Z" || zone == "+00";
    if (!isUtc || !date.ok() || date.year() == year(0) || hour > 23 || minute > 59 || second > 59)
        return others();
    const qint64 days = sys_days(date).time_since_epoch().count();
    const qint64 seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    return QDateTime::fromMSecsSinceEpoch(seconds * 1000 + milliseconds, Qt::UTC);
}

std::array<char, 19> isoSeconds(const QDateTime &time, char separator)
{
    using namespace std::chrono;
    const sys_time<milliseconds> instant{milliseconds(time.toMSecsSinceEpoch())};
    const auto midnight = floor<days>(instant);
    const year_month_day date(midnight);
    const hh_mm_ss clock(floor<seconds>(instant) - midnight);

    std::array<char, 19> text{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', separator, '0', '0', ':', '0', '0', ':', '0', '0'};
    const auto put = [&text](std::size_t lastDigit, unsigned number) {
        for (; number > 0; number /= 10)
            text[lastDigit--] = char('0' + number % 10);
    };
    put(3, unsigned(int(date.year())));
    put(6, unsigned(date.month()));
    put(9, unsigned(date.day()));
    put(12, unsigned(clock.hours().count()));
    put(15, unsigned(clock.minutes().count()));
    put(18, unsigned(clock.seconds().count()));
    return text;
}

} // namespace db
