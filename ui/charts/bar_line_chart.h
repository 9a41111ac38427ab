// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/axis_scale.h"
#include "ui/charts/chart.h"

namespace ui {

/// Vertical bars, beside or on each other, and lines, over categories from left to right. Series of the right
/// axis are measured on an axis of their own.
class BarLineChart : public Chart
{
    Q_OBJECT

public:
    using Chart::Chart;

protected:
    QList<Mark> marks(const QRectF &area) const override;
    void paintData(QPainter &painter, const QRectF &area, const ChartStyle &style) const override;
    Qt::Orientation categoryOrientation() const override { return Qt::Horizontal; }

private:
    /// The measures of the drawing as it reads from left to right; mirroring comes last.
    struct Plot
    {
        QRectF area;
        AxisPair axes;
        bool hasRightAxis = false;
        double category = 0; ///< Width of one.
        double barsLeft = 0; ///< Where the bars begin in their category.
        double bar = 0; ///< Width of one.
        int bars = 1; ///< How many stand side by side.
    };

    Plot plot(const QRectF &area) const;
    QList<Mark> unmirroredMarks(const Plot &plot) const;
    QRectF barShape(const Plot &plot, int category, int index, int place, double &base) const;
    QRectF pointShape(const Plot &plot, int category, int index) const;
    bool isOnRight(const ChartSeries &series) const;
    double maximum(bool right) const;
    AxisScale::Numbers numbers(bool right) const;
    double labelWidth(const AxisScale &scale) const;

    void paintGrid(QPainter &painter, const Plot &plot, const QRectF &area, const ChartStyle &style) const;
    void paintCategories(QPainter &painter, const Plot &plot, const QRectF &area,
                         const ChartStyle &style) const;
    void paintLine(QPainter &painter, const QList<Mark> &marks, int series, const ChartStyle &style) const;
};

} // namespace ui
