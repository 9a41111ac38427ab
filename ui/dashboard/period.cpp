// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/period.h"

using analytics::DateRange;
using analytics::Granularity;

namespace ui {

namespace {

constexpr qsizetype mostBars = 500;

} // namespace

DateRange rangeOf(Period period, const std::optional<DateRange> &published, const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = now.toTimeZone(zone).date();
    const QDate firstOfMonth(today.year(), today.month(), 1);
    switch (period) {
    case Period::SevenDays:
        return analytics::daysBetween(today.addDays(-6), today, zone);
    case Period::ThirtyDays:
        return analytics::daysBetween(today.addDays(-29), today, zone);
    case Period::TwelveMonths:
        return analytics::daysBetween(firstOfMonth.addMonths(-11), today, zone);
    case Period::ThisYear:
        return analytics::daysBetween(QDate(today.year(), 1, 1), today, zone);
    case Period::All:
        if (!published)
            return analytics::daysBetween(today, today, zone);
        return analytics::daysBetween(published->from.toTimeZone(zone).date(), published->to.addMSecs(-1).toTimeZone(zone).date(), zone);
    }
    Q_UNREACHABLE();
}

DateRange allOfTime()
{
    return {QDateTime(QDate(1, 1, 1), {}, Qt::UTC), QDateTime(QDate(9999, 12, 31), {}, Qt::UTC)};
}

Period suitablePeriod(const std::optional<DateRange> &published, const QDateTime &now, const QTimeZone &zone)
{
    const bool isQuiet = published && published->to <= rangeOf(Period::TwelveMonths, published, now, zone).from;
    return isQuiet ? Period::All : Period::TwelveMonths;
}

bool isTooFine(const DateRange &range, Granularity granularity, const QTimeZone &zone)
{
    return granularity != Granularity::Year && analytics::bucketCount(range, granularity, zone) > mostBars;
}

bool isRunning(const DateRange &part, Granularity granularity, const QDateTime &now, const QTimeZone &zone)
{
    return part.from <= now && analytics::bucketCount({part.from, now.addMSecs(1)}, granularity, zone) == 1;
}

} // namespace ui
