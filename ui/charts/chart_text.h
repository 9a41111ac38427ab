// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chart_data.h"

#include <QLocale>
#include <QString>

namespace ui {

/// The words of a chart, the same in labels, tool tips, speech and tables.
namespace chart_text {

/// A number in full: "18,300"; at most two decimal places.
QString number(double value, const QLocale &locale);

/// A number for an axis, three digits at most: "850", "18.3k", "2M".
QString shortNumber(double value, const QLocale &locale);

/// The long name of a category, with a remark when it is still running: "March 2026 (so far)".
QString category(const ChartData &data, int category);

/// One value in words: "March 2026, Posts: 412".
QString item(const ChartData &data, int category, int series, const QLocale &locale);

/// All values of a category, a line for each: "March 2026", "Posts: 412", "Views: 18,300".
QString allOf(const ChartData &data, int category, const QLocale &locale);

/// The name of the hatching in a legend.
QString soFar();

} // namespace chart_text

} // namespace ui
