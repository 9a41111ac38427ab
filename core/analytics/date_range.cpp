// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/analytics/date_range.h"

namespace analytics {

namespace {

QDate firstDayOfBucket(const QDate &day, Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return day;
    case Granularity::Week:
        return day.addDays(1 - day.dayOfWeek());
    case Granularity::Month:
        return QDate(day.year(), day.month(), 1);
    case Granularity::Year:
        return QDate(day.year(), 1, 1);
    }
    Q_UNREACHABLE();
}

QDate nextBucket(const QDate &first, Granularity granularity)
{
    switch (granularity) {
    case Granularity::Day:
        return first.addDays(1);
    case Granularity::Week:
        return first.addDays(7);
    case Granularity::Month:
        return first.addMonths(1);
    case Granularity::Year:
        return first.addYears(1);
    }
    Q_UNREACHABLE();
}

/// Midnight, or the first instant of a day that begins later because the clocks go forward. A day that a zone left out
/// altogether, as Samoa did in 2011, begins with the next.
QDateTime startOfDay(const QDate &day, const QTimeZone &zone)
{
    const QDateTime start = day.startOfDay(zone);
    return (start.isValid() ? start : day.addDays(1).startOfDay(zone)).toUTC();
}

} // namespace

DateRange daysBetween(const QDate &first, const QDate &last, const QTimeZone &zone)
{
    return {startOfDay(first, zone), startOfDay(last.addDays(1), zone)};
}

QList<DateRange> bucketsOf(const DateRange &range, Granularity granularity, const QTimeZone &zone)
{
    QList<DateRange> buckets;
    QDate day = firstDayOfBucket(range.from.toTimeZone(zone).date(), granularity);
    QDateTime from = range.from.toUTC();
    while (from < range.to) {
        day = nextBucket(day, granularity);
        const QDateTime to = qMin(startOfDay(day, zone), range.to.toUTC());
        if (from < to)
            buckets.append({from, to});
        from = to;
    }
    return buckets;
}

qint64 bucketCount(const DateRange &range, Granularity granularity, const QTimeZone &zone)
{
    if (range.from >= range.to)
        return 0;
    const QDate first = firstDayOfBucket(range.from.toTimeZone(zone).date(), granularity);
    const QDate last = range.to.addMSecs(-1).toTimeZone(zone).date();
    switch (granularity) {
    case Granularity::Day:
        return first.daysTo(last) + 1;
    case Granularity::Week:
        return first.daysTo(last) / 7 + 1;
    case Granularity::Month:
        return 12 * (last.year() - first.year()) + last.month() - first.month() + 1;
    case Granularity::Year:
        return last.year() - first.year() + 1;
    }
    Q_UNREACHABLE();
}

Granularity suitableGranularity(const DateRange &range)
{
    const qint64 days = range.from.daysTo(range.to);
    if (days <= 62)
        return Granularity::Day;
    if (days <= 92)
        return Granularity::Week;
    return days <= 3653 ? Granularity::Month : Granularity::Year;
}

} // namespace analytics
