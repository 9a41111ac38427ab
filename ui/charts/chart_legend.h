// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chart_data.h"

#include <QFontMetricsF>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace ui {

class ChartStyle;

/// The key above a plot. Each series stands on the side of its axis, so that the key names the axes as well.
class ChartLegend
{
public:
    /// Arranges the key in lines of the given width.
    ChartLegend(const ChartData &data, const QFontMetricsF &metrics, qreal width);

    qreal height() const { return m_height; }
    /// Paints the key from the top of @p area, which has the width given before.
    void paint(QPainter &painter, const QRectF &area, const ChartStyle &style) const;

private:
    struct Entry
    {
        QString text;
        int series = 0;
        ChartSeries::Shape shape = ChartSeries::Shape::Bar;
        bool soFar = false;
        QRectF place;
    };

    qreal widthOf(const Entry &entry) const;
    void paintKey(QPainter &painter, const QRectF &key, const Entry &entry, const ChartStyle &style) const;

    QFontMetricsF m_metrics;
    qreal m_em;
    qreal m_height = 0;
    QList<Entry> m_entries;
};

/// @p rect as it lies in @p area when the window reads in @p direction.
QRectF mirrored(const QRectF &rect, const QRectF &area, Qt::LayoutDirection direction);

} // namespace ui
