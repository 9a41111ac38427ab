// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QList>
#include <QTimeZone>

namespace analytics {

/// The instants from `from` up to but not including `to`, in UTC.
struct DateRange
{
    QDateTime from;
    QDateTime to;

    friend bool operator==(const DateRange &, const DateRange &) = default;
};

/// The length of a bucket.
enum class Granularity {
    Day,
    Week,
    Month,
    Year
};

/// The days from `first` to `last`, both included, as people in the zone count them.
DateRange daysBetween(const QDate &first, const QDate &last, const QTimeZone &zone);

/// Cuts a range where days, weeks (Monday), months or years begin in the zone; days with 23 or 25 hours are as long as they are.
/// The first and the last part end where the range does.
QList<DateRange> bucketsOf(const DateRange &range, Granularity granularity, const QTimeZone &zone);

/// How many parts bucketsOf() would make, by the calendar: days that a zone left out are counted.
qint64 bucketCount(const DateRange &range, Granularity granularity, const QTimeZone &zone);

/// The granularity that shows a range best: days up to two months, weeks up to three, months up to ten years, years beyond.
Granularity suitableGranularity(const DateRange &range);

} // namespace analytics
