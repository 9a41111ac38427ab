// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chart_data.h"

/// Three months of posts (bars) and views (a line on the right axis); the last month is still running.
inline ui::ChartData postsPerMonth()
{
    using namespace Qt::StringLiterals;
    return {.title = u"Posts per month"_s,
            .categoryTitle = u"Month"_s,
            .categories = {u"Jan"_s, u"Feb"_s, u"Mar"_s},
            .longCategories = {u"January 2026"_s, u"February 2026"_s, u"March 2026"_s},
            .series = {{.name = u"Posts"_s, .values = {40, 2, 25}},
                       {.name = u"Views"_s,
                        .values = {9'000, 12'500, 3'000},
                        .axis = ui::ChartSeries::Axis::Right,
                        .shape = ui::ChartSeries::Shape::Line}},
            .lastIsPartial = true};
}

/// A ranking of three authors, one with an awkward name.
inline ui::ChartData topAuthors()
{
    using namespace Qt::StringLiterals;
    return {.title = u"Top authors"_s,
            .categoryTitle = u"Author"_s,
            .categories = {u"<b>Ann</b>"_s, u"Smith, \"Bob\""_s, u"Zoë"_s},
            .series = {{.name = u"Views"_s, .values = {18'300, 9'150, 0}}}};
}
