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
    Month
};

/// The days from `first` to `last`, both included, as people in the zone count them.
DateRange daysBetween(const QDate &first, const QDate &last, const QTimeZone &zone);

/// Cuts a range where days, weeks (Monday) or months begin in the zone; days with 23 or 25 hours are as long as they are.
/// The first and the last part end where the range does.
QList<DateRange> bucketsOf(const DateRange &range, Granularity granularity, const QTimeZone &zone);

/// The granularity that shows a range best: days up to two months, weeks up to three, months beyond.
Granularity suitableGranularity(const DateRange &range);

} // namespace analytics
