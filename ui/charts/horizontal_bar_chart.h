// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chart.h"

namespace ui {

/// Bars from left to right below each other, in the order given, each with its name and its value: rankings.
/// All series are bars measured on one scale.
class HorizontalBarChart : public Chart
{
    Q_OBJECT

public:
    using Chart::Chart;

    QSize minimumSizeHint() const override;

protected:
    QList<Mark> marks(const QRectF &area) const override;
    void paintData(QPainter &painter, const QRectF &area, const ChartStyle &style) const override;
    Qt::Orientation categoryOrientation() const override { return Qt::Vertical; }

private:
    /// The measures of the drawing as it reads from left to right; mirroring comes last.
    struct Plot
    {
        QRectF area; ///< Of the bars, without names and values.
        double row = 0;
        double bar = 0;
        double values = 0; ///< Width of the widest value.
        double maximum = 0;
        int every = 1; ///< 1: all rows have room for their texts, 2: every other, …
    };

    Plot plot(const QRectF &area) const;
    QRectF barShape(const Plot &plot, Item item) const;
};

} // namespace ui
