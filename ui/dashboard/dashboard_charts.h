// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/analytics/analytics.h"
#include "ui/charts/chart_data.h"

namespace ui {

// What the charts of the dashboard show, in the user's language.

/// Posts as bars, their views as a line on the second axis; hatched where the last part is still running.
ChartData postsChart(const QList<analytics::Bucket> &buckets, analytics::Granularity granularity, const QDateTime &now,
                     const QTimeZone &zone);
ChartData authorsChart(const QList<analytics::TopAuthor> &authors);
/// In the order of blog::ModerationState.
ChartData statesChart(const blog::CommentCounts &counts);

// The headings of the charts, for as long as there are no figures.

QString postsTitle(analytics::Granularity granularity);
QString authorsTitle();
QString statesTitle();

} // namespace ui
