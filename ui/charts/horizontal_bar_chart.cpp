// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/horizontal_bar_chart.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_style.h"
#include "ui/charts/chart_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

QSize HorizontalBarChart::minimumSizeHint() const
{
    const QSize least = Chart::minimumSizeHint();
    const double rows = static_cast<double>(
                            std::clamp<qsizetype>(data().categories.size() * data().series.size(), 0, 20))
        + 2.5;
    return {least.width(), std::max(least.height(), static_cast<int>(rows * fontMetrics().height() * 1.35))};
}

HorizontalBarChart::Plot HorizontalBarChart::plot(const QRectF &area) const
{
    const QFontMetricsF metrics(drawingFont());
    const double em = metrics.height();
    Plot plot;
    double names = 0;
    for (int category = 0; category < data().categories.size(); ++category) {
        names = std::max(names, metrics.horizontalAdvance(data().categories.at(category)));
        for (int series = 0; series < data().series.size(); ++series) {
            const double value = data().value(category, series);
            plot.maximum = std::max(plot.maximum, value);
            plot.values = std::max(plot.values,
                                   metrics.horizontalAdvance(chart_text::number(value, locale())));
        }
    }
    plot.values = std::ceil(plot.values) + 2;
    const double gap = std::round(em * 0.5);
    const double legend = std::round(ChartLegend(data(), metrics, area.width()).height() + em * 0.75);
    plot.area = area.adjusted(std::ceil(std::min(names + 2, area.width() * 0.4)) + gap, legend,
                              -plot.values - gap, 0);

    const auto rows = static_cast<double>(data().categories.size());
    const auto series = static_cast<double>(data().series.size());
    plot.row = std::min(plot.area.height() / rows, em * (1.2 + 1.3 * series));
    plot.bar = std::min(plot.row * 0.75 / series, em * 1.3);
    plot.every = std::max(1, static_cast<int>(std::ceil(em * 0.95 / plot.row)));
    return plot;
}

QRectF HorizontalBarChart::barShape(const Plot &plot, Item item) const
{
    const double value = std::max(0.0, data().value(item.category, item.series));
    const double length = value > 0 ? std::max(2.0, std::round(plot.area.width() * value / plot.maximum)) : 0;
    const double bars = plot.bar * static_cast<double>(data().series.size());
    const double y = plot.area.top() + item.category * plot.row + (plot.row - bars) / 2
        + item.series * plot.bar;
    const double seam = plot.bar >= 4 && data().series.size() > 1 ? 1 : 0;
    const double top = plot.bar < 4 ? y : std::round(y);
    const double bottom = plot.bar < 4 ? y + plot.bar : std::round(y + plot.bar) - seam;
    return QRectF(QPointF(plot.area.left(), top), QPointF(plot.area.left() + length, bottom));
}

QList<Chart::Mark> HorizontalBarChart::marks(const QRectF &area) const
{
    const Plot plot = this->plot(area);
    const auto series = static_cast<int>(data().series.size());
    QList<Mark> result;
    for (int category = 0; category < data().categories.size(); ++category) {
        for (int index = 0; index < series; ++index) {
            const double height = plot.row / series;
            const QRectF target(area.left(), plot.area.top() + category * plot.row + index * height,
                                area.width(), height);
            result.append({{category, index},
                           mirrored(barShape(plot, {category, index}), area, layoutDirection()),
                           target});
        }
    }
    return result;
}

void HorizontalBarChart::paintData(QPainter &painter, const QRectF &area, const ChartStyle &style) const
{
    const Plot plot = this->plot(area);
    const QFontMetricsF metrics(drawingFont());
    const double em = style.em();
    const double gap = std::round(em * 0.5);
    const auto text = [&](const QRectF &place, Qt::Alignment alignment, const QString &words) {
        painter.drawText(mirrored(place, area, layoutDirection()),
                         static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, words);
    };

    ChartLegend(data(), metrics, area.width()).paint(painter, area, style);
    for (int category = 0; category < data().categories.size(); ++category) {
        const double rowTop = plot.area.top() + category * plot.row;
        const bool labelled = category % plot.every == 0;
        if (labelled) {
            const QRectF name(area.left(), rowTop + (plot.row - em) / 2, plot.area.left() - gap - area.left(),
                              em);
            painter.setPen(style.text());
            text(name, Qt::AlignTrailing,
                 metrics.elidedText(data().categories.at(category), Qt::ElideRight, name.width()));
        }
        for (int index = 0; index < data().series.size(); ++index) {
            const QRectF bar = barShape(plot, {category, index});
            const auto fill = data().isPartial(category) ? ChartStyle::Fill::SoFar : ChartStyle::Fill::Whole;
            style.paintBar(painter, mirrored(bar, area, layoutDirection()), index, fill);
            if (!labelled || (plot.bar < em * 0.8 && data().series.size() > 1))
                continue;
            painter.setPen(style.label());
            text(QRectF(bar.right() + gap, bar.center().y() - em / 2, plot.values, em), Qt::AlignLeading,
                 chart_text::number(data().value(category, index), locale()));
        }
    }
    const QRectF baseLine(plot.area.left() - 1, plot.area.top(), 1,
                          plot.row * static_cast<double>(data().categories.size()));
    painter.fillRect(mirrored(baseLine, area, layoutDirection()), style.baseLine());
}

} // namespace ui
