// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <compare>
#include <limits>
#include <optional>

namespace db {

/// A moment in UTC to the microsecond, as databases keep it. QDateTime ends at the millisecond: a member of this type
/// brings back every stored digit, a QDateTime member cuts what it has no room for.
struct Timestamp
{
    static constexpr qint64 none = std::numeric_limits<qint64>::min();

    qint64 microseconds = none; ///< since 1970-01-01T00:00:00Z

    static Timestamp now();
    static Timestamp fromDateTime(const QDateTime &time);
    /// Reads ISO 8601; no zone mark means UTC.
    static std::optional<Timestamp> fromString(QStringView text);

    bool isNull() const { return microseconds == none; }
    /// The same moment to the millisecond, in UTC.
    QDateTime toDateTime() const;
    /// "2024-02-29T23:59:58.123456Z"
    QString toString() const;

    friend auto operator<=>(const Timestamp &, const Timestamp &) = default;
};

/// A time of day to the microsecond. QTime ends at the millisecond.
struct ClockTime
{
    qint64 microseconds = -1; ///< since midnight

    static ClockTime fromTime(QTime time) { return time.isValid() ? ClockTime{qint64(time.msecsSinceStartOfDay()) * 1000} : ClockTime{}; }
    /// Reads "23:59", "23:59:58" and "23:59:58.123456".
    static std::optional<ClockTime> fromString(QStringView text);

    bool isNull() const { return microseconds < 0; }
    /// The same time to the millisecond.
    QTime toTime() const { return isNull() ? QTime() : QTime::fromMSecsSinceStartOfDay(int(microseconds / 1000)); }
    /// "23:59:58.123456"
    QString toString() const;

    friend auto operator<=>(const ClockTime &, const ClockTime &) = default;
};

} // namespace db

Q_DECLARE_METATYPE(db::Timestamp)
Q_DECLARE_METATYPE(db::ClockTime)
