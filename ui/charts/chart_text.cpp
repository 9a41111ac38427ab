// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace ui::chart_text {

namespace {

/// @p value without the decimal places it does not need.
QString trimmed(double value, int places, const QLocale &locale)
{
    double scale = std::pow(10, places);
    const double rounded = std::round(value * scale) / scale;
    while (places > 0 && std::abs(std::remainder(rounded * scale, 10)) < 0.5) {
        scale /= 10;
        --places;
    }
    return locale.toString(rounded, 'f', places);
}

/// How many decimal places leave three digits.
int placesFor(double value)
{
    const double size = std::abs(value);
    return size < 10 ? 2 : size < 100 ? 1
                                      : 0;
}

QString valueOf(const ChartData &data, int category, int series, const QLocale &locale)
{
    return QCoreApplication::translate("ui::ChartText", "%1: %2", "name of a series: its value")
        .arg(data.series.at(series).name, number(data.value(category, series), locale));
}

} // namespace

QString number(double value, const QLocale &locale)
{
    return trimmed(value, 2, locale);
}

QString shortNumber(double value, const QLocale &locale)
{
    // What rounds to 1000 of one unit belongs to the next: 999,950 is 1M.
    const double size = std::abs(value);
    if (size < 999.5)
        return trimmed(value, placesFor(value), locale);
    if (size < 999.5e3)
        return QCoreApplication::translate("ui::ChartText", "%1k", "thousands, short")
            .arg(trimmed(value / 1e3, placesFor(value / 1e3), locale));
    if (size < 999.5e6)
        return QCoreApplication::translate("ui::ChartText", "%1M", "millions, short")
            .arg(trimmed(value / 1e6, placesFor(value / 1e6), locale));
    if (size < 999.5e9)
        return QCoreApplication::translate("ui::ChartText", "%1B", "thousands of millions, short")
            .arg(trimmed(value / 1e9, placesFor(value / 1e9), locale));
    return locale.toString(value, 'g', 3);
}

QString category(const ChartData &data, int category)
{
    if (!data.isPartial(category))
        return data.longCategory(category);
    return QCoreApplication::translate("ui::ChartText", "%1 (so far)", "a month or day that is still running")
        .arg(data.longCategory(category));
}

QString item(const ChartData &data, int category, int series, const QLocale &locale)
{
    return QCoreApplication::translate("ui::ChartText", "%1, %2", "category, value as it is spoken")
        .arg(chart_text::category(data, category), valueOf(data, category, series, locale));
}

QString allOf(const ChartData &data, int category, const QLocale &locale)
{
    QStringList lines{chart_text::category(data, category)};
    for (int series = 0; series < data.series.size(); ++series)
        lines.append(valueOf(data, category, series, locale));
    return lines.join(u'\n');
}

QString soFar()
{
    return QCoreApplication::translate("ui::ChartText", "so far");
}

} // namespace ui::chart_text
