// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <cmath>

namespace ui {

/// One row of figures in a chart: a value for each category, drawn as bars or as a line.
struct ChartSeries
{
    enum class Axis {
        Left,
        Right
    };
    enum class Shape {
        Bar,
        Line
    };

    QString name = {};
    QList<double> values = {}; ///< Not negative; a value that is missing at the end counts as 0.
    Axis axis = Axis::Left; ///< Left and right change places in a right-to-left window.
    Shape shape = Shape::Bar;
};

/// What a chart shows. Values are for display; texts are already in the user's language.
struct ChartData
{
    QString title = {};
    QString categoryTitle = {}; ///< Heads the column of categories in a table: "Month".
    QStringList categories = {}; ///< Short labels for an axis: "Mar".
    QStringList longCategories = {}; ///< For tool tips, speech and tables: "March 2026". Missing ones are the
                                     ///< short ones.
    QList<ChartSeries> series = {};
    bool stacked = false; ///< Bars of a category stand on each other, all of them on the left axis.
    bool lastIsPartial = false; ///< The last category is still running: hatched, marked "so far".

    /// True when there is nothing to draw: no category, no series or zeros only.
    bool isEmpty() const
    {
        for (int index = 0; index < series.size(); ++index) {
            for (int category = 0; category < categories.size(); ++category) {
                if (value(category, index) != 0)
                    return false;
            }
        }
        return true;
    }

    /// The value of a category in a series, 0 where there is none.
    double value(int category, int index) const
    {
        const double value = series.at(index).values.value(category);
        return std::isfinite(value) ? value : 0;
    }

    /// The long name of a category.
    QString longCategory(int category) const
    {
        return longCategories.value(category, categories.value(category));
    }

    bool isPartial(int category) const { return lastIsPartial && category == categories.size() - 1; }
};

} // namespace ui
