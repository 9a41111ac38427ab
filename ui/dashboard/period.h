// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/analytics/date_range.h"

#include <optional>

namespace ui {

/// The stretches of time that the dashboard offers. All but the last end with today.
enum class Period {
    SevenDays,
    ThirtyDays,
    TwelveMonths, ///< the present month and the eleven before it
    ThisYear,
    All ///< from the first to the last published post
};

/// The days of a period as people in the zone count them. `published` is what Analytics::publishedRange() found; without
/// any post All is today.
analytics::DateRange rangeOf(Period period, const std::optional<analytics::DateRange> &published, const QDateTime &now,
                             const QTimeZone &zone);

/// All of time, for what need not lie between two posts.
analytics::DateRange allOfTime();

/// Twelve months if something was published in them, else All, so that the first look is not an empty one.
Period suitablePeriod(const std::optional<analytics::DateRange> &published, const QDateTime &now, const QTimeZone &zone);

/// Whether a range has so many parts of this length that a chart of them could not be read.
bool isTooFine(const analytics::DateRange &range, analytics::Granularity granularity, const QTimeZone &zone);

/// Whether a part is still running: no other one has begun since.
bool isRunning(const analytics::DateRange &part, analytics::Granularity granularity, const QDateTime &now, const QTimeZone &zone);

} // namespace ui
