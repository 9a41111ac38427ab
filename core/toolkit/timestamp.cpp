// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/timestamp.h"

#include "core/toolkit/iso8601.h"

#include <chrono>

namespace db {

Timestamp Timestamp::now()
{
    using std::chrono::microseconds;
    return {std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

Timestamp Timestamp::fromDateTime(const QDateTime &time)
{
    return time.isValid() ? Timestamp{time.toMSecsSinceEpoch() * 1000} : Timestamp{};
}

std::optional<Timestamp> Timestamp::fromString(QStringView text)
{
    const std::optional<qint64> parsed = parseTimestamp(text, Offset::Applied);
    return parsed ? std::optional(Timestamp{*parsed}) : std::nullopt;
}

QDateTime Timestamp::toDateTime() const
{
    if (isNull())
        return {};
    const qint64 fraction = ((microseconds % 1000) + 1000) % 1000;
    return QDateTime::fromMSecsSinceEpoch((microseconds - fraction) / 1000, Qt::UTC);
}

QString Timestamp::toString() const
{
    return isNull() ? QString() : QString(timestampText(microseconds, Precision::Microseconds) + u'Z');
}

std::optional<ClockTime> ClockTime::fromString(QStringView text)
{
    const std::optional<qint64> parsed = parseClock(text);
    return parsed ? std::optional(ClockTime{*parsed}) : std::nullopt;
}

QString ClockTime::toString() const
{
    return isNull() ? QString() : clockText(microseconds, Precision::Microseconds);
}

} // namespace db
