// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/bar_line_chart.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_style.h"
#include "ui/charts/chart_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

bool isBar(const ChartSeries &series)
{
    return series.shape == ChartSeries::Shape::Bar;
}

/// On whole pixels where there are enough of them, so that edges are sharp.
double snapped(double coordinate, double size)
{
    return size < 4 ? coordinate : std::round(coordinate);
}

} // namespace

bool BarLineChart::isOnRight(const ChartSeries &series) const
{
    return series.axis == ChartSeries::Axis::Right && !(data().stacked && isBar(series));
}

double BarLineChart::maximum(bool right) const
{
    double most = 0;
    for (int category = 0; category < data().categories.size(); ++category) {
        double stack = 0;
        for (int index = 0; index < data().series.size(); ++index) {
            const ChartSeries &series = data().series.at(index);
            if (isOnRight(series) != right)
                continue;
            const double value = std::max(0.0, data().value(category, index));
            stack = data().stacked && isBar(series) ? stack + value : stack;
            most = std::max({most, value, stack});
        }
    }
    return most;
}

AxisScale::Numbers BarLineChart::numbers(bool right) const
{
    for (const ChartSeries &series : data().series) {
        const bool whole = std::all_of(series.values.begin(), series.values.end(),
                                       [](double value) { return value == std::floor(value); });
        if (isOnRight(series) == right && !whole)
            return AxisScale::Numbers::Any;
    }
    return AxisScale::Numbers::Counts;
}

double BarLineChart::labelWidth(const AxisScale &scale) const
{
    const QFontMetricsF metrics(drawingFont());
    double width = 0;
    for (const double tick : scale.ticks())
        width = std::max(width, metrics.horizontalAdvance(chart_text::shortNumber(tick, locale())));
    return std::ceil(width);
}

BarLineChart::Plot BarLineChart::plot(const QRectF &area) const
{
    const QFontMetricsF metrics(drawingFont());
    const double em = metrics.height();
    const QList<ChartSeries> &series = data().series;
    Plot plot;
    plot.area = area.adjusted(0, std::round(ChartLegend(data(), metrics, area.width()).height() + em), 0,
                              -std::round(em * 1.4));

    const int maxSteps = std::clamp(static_cast<int>(plot.area.height() / (em * 2.2)), 1, 8);
    const bool hasLeftAxis = std::any_of(series.begin(), series.end(),
                                         [this](const ChartSeries &series) { return !isOnRight(series); });
    plot.hasRightAxis = std::any_of(series.begin(), series.end(),
                                    [this](const ChartSeries &series) { return isOnRight(series); });
    if (plot.hasRightAxis)
        plot.axes = AxisPair::upTo(maximum(false), numbers(false), maximum(true), numbers(true), maxSteps);
    else
        plot.axes.left = AxisScale::upTo(maximum(false), maxSteps, numbers(false));
    const double gap = std::round(em * 0.5);
    plot.area.adjust(hasLeftAxis ? labelWidth(plot.axes.left) + gap : 0, 0,
                     plot.hasRightAxis ? -labelWidth(plot.axes.right) - gap : 0, 0);

    plot.area.setWidth(std::max(1.0, plot.area.width()));
    plot.category = plot.area.width() / static_cast<double>(data().categories.size());
    const auto barSeries = static_cast<int>(std::count_if(series.begin(), series.end(), isBar));
    plot.bars = data().stacked ? 1 : std::max(1, barSeries);
    plot.bar = std::min(plot.category * 0.7 / plot.bars, em * 4);
    plot.barsLeft = (plot.category - plot.bar * plot.bars) / 2;
    return plot;
}

/// @p base is where the stack of this category has arrived; the bar is added to it.
QRectF BarLineChart::barShape(const Plot &plot, int category, int index, int place, double &base) const
{
    const AxisScale &scale = isOnRight(data().series.at(index)) ? plot.axes.right : plot.axes.left;
    const double from = data().stacked ? base : 0;
    const double value = std::max(0.0, data().value(category, index));
    base = from + value;

    const double x = plot.area.left() + category * plot.category + plot.barsLeft + place * plot.bar;
    const double left = snapped(x, plot.bar);
    double right = snapped(x + plot.bar, plot.bar);
    if (!data().stacked && plot.bar >= 4)
        right -= 1;
    const double bottom = std::round(plot.area.bottom() - scale.position(from) * plot.area.height());
    double top = std::round(plot.area.bottom() - scale.position(base) * plot.area.height());
    // A little is more than nothing.
    if (value > 0)
        top = std::min(top, bottom - 2);
    return QRectF(QPointF(left, top), QPointF(right, bottom));
}

QRectF BarLineChart::pointShape(const Plot &plot, int category, int index) const
{
    const AxisScale &scale = isOnRight(data().series.at(index)) ? plot.axes.right : plot.axes.left;
    const double size = drawingFont().pixelSize() * 0.6;
    const double x = plot.area.left() + (category + 0.5) * plot.category;
    const double y = plot.area.bottom() - scale.position(data().value(category, index)) * plot.area.height();
    return QRectF(x - size / 2, y - size / 2, size, size);
}

QList<Chart::Mark> BarLineChart::unmirroredMarks(const Plot &plot) const
{
    QList<Mark> result;
    QList<double> bases(data().categories.size(), 0);
    int place = 0;
    for (int index = 0; index < data().series.size(); ++index) {
        const bool bar = isBar(data().series.at(index));
        for (int category = 0; category < data().categories.size(); ++category) {
            const double left = plot.area.left() + category * plot.category;
            QRectF target(left, plot.area.top(), plot.category, plot.area.height());
            // Bars side by side share the column, so that a low one is hit above it as well.
            if (bar && place > 0)
                target.setLeft(left + plot.barsLeft + place * plot.bar);
            if (bar && place < plot.bars - 1)
                target.setRight(left + plot.barsLeft + (place + 1) * plot.bar);
            const QRectF shape = bar ? barShape(plot, category, index, place, bases[category])
                                     : pointShape(plot, category, index);
            result.append({{category, index}, shape, target});
        }
        if (bar && !data().stacked)
            ++place;
    }
    return result;
}

QList<Chart::Mark> BarLineChart::marks(const QRectF &area) const
{
    QList<Mark> result = unmirroredMarks(plot(area));
    for (Mark &mark : result) {
        mark.shape = mirrored(mark.shape, area, layoutDirection());
        mark.target = mirrored(mark.target, area, layoutDirection());
    }
    return result;
}

void BarLineChart::paintData(QPainter &painter, const QRectF &area, const ChartStyle &style) const
{
    const Plot plot = this->plot(area);
    ChartLegend(data(), QFontMetricsF(drawingFont()), area.width()).paint(painter, area, style);
    paintGrid(painter, plot, area, style);
    paintCategories(painter, plot, area, style);

    const QList<Mark> all = marks(area);
    for (const Mark &mark : all) {
        if (!isBar(data().series.at(mark.item.series)))
            continue;
        const auto fill = data().isPartial(mark.item.category) ? ChartStyle::Fill::SoFar
                                                               : ChartStyle::Fill::Whole;
        // Parts of a stack are kept apart by a line of background.
        const double seam = data().stacked && mark.shape.height() > 4 ? 1 : 0;
        style.paintBar(painter, mark.shape.adjusted(0, seam, 0, 0), mark.item.series, fill);
    }
    for (int index = 0; index < data().series.size(); ++index) {
        if (!isBar(data().series.at(index)))
            paintLine(painter, all, index, style);
    }
}

void BarLineChart::paintGrid(QPainter &painter, const Plot &plot, const QRectF &area,
                             const ChartStyle &style) const
{
    const double em = style.em();
    const Qt::LayoutDirection direction = layoutDirection();
    const QRectF lines = mirrored(plot.area, area, direction);
    const bool hasLeftAxis = plot.area.left() > area.left();
    const AxisScale &counted = hasLeftAxis ? plot.axes.left : plot.axes.right;
    for (int index = 0; index <= counted.steps(); ++index) {
        const double y = std::round(plot.area.bottom() - plot.area.height() * index / counted.steps());
        painter.fillRect(QRectF(lines.left(), y, lines.width(), 1),
                         index == 0 ? style.baseLine() : style.gridLine());
        painter.setPen(style.label());
        const auto label = [&](const QRectF &place, Qt::Alignment alignment, double value) {
            painter.drawText(mirrored(place, area, direction),
                             static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                             chart_text::shortNumber(value, locale()));
        };
        const double gap = std::round(em * 0.5);
        if (hasLeftAxis)
            label(QRectF(area.left(), y - em / 2, plot.area.left() - gap - area.left(), em),
                  Qt::AlignTrailing, plot.axes.left.step() * index);
        if (plot.hasRightAxis)
            label(QRectF(plot.area.right() + gap, y - em / 2, area.right() - plot.area.right() - gap, em),
                  Qt::AlignLeading, plot.axes.right.step() * index);
    }
}

void BarLineChart::paintCategories(QPainter &painter, const Plot &plot, const QRectF &area,
                                   const ChartStyle &style) const
{
    const QFontMetricsF metrics(drawingFont());
    const double em = style.em();
    double widest = 0;
    for (const QString &category : data().categories)
        widest = std::max(widest, metrics.horizontalAdvance(category));
    widest = std::ceil(std::min(widest, em * 9));

    // Where there is no room for all labels, some are left out: half a date tells nothing.
    const int every = std::max(1, static_cast<int>(std::ceil((widest + em * 0.7) / plot.category)));
    painter.setPen(style.label());
    for (int category = 0; category < data().categories.size(); category += every) {
        const QString text = metrics.elidedText(data().categories.at(category), Qt::ElideRight, widest + 1);
        const double width = std::min(metrics.horizontalAdvance(text) + 2, area.width());
        const double middle = plot.area.left() + (category + 0.5) * plot.category;
        const double left = std::clamp(middle - width / 2, area.left(), area.right() - width);
        const QRectF place(left, area.bottom() - em, width, em);
        painter.drawText(mirrored(place, area, layoutDirection()), Qt::AlignCenter | Qt::TextSingleLine,
                         text);
    }
}

void BarLineChart::paintLine(QPainter &painter, const QList<Mark> &marks, int series,
                             const ChartStyle &style) const
{
    QList<Mark> points;
    std::copy_if(marks.begin(), marks.end(), std::back_inserter(points),
                 [series](const Mark &mark) { return mark.item.series == series; });
    QPolygonF line;
    for (const Mark &mark : std::as_const(points))
        line.append(mark.shape.center());

    // A wider line of background below keeps it apart from bars of any colour.
    painter.setBrush(Qt::NoBrush);
    const auto whole = static_cast<int>(line.size()) - (data().lastIsPartial ? 1 : 0);
    for (const bool rim : {true, false}) {
        QPen pen(rim ? style.background() : style.series(series), style.lineWidth() * (rim ? 2.2 : 1),
                 Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        painter.setPen(pen);
        painter.drawPolyline(line.constData(), whole);
        if (whole > 0 && whole < line.size()) {
            if (!rim)
                pen.setDashPattern({2, 1.5});
            painter.setPen(pen);
            painter.drawLine(line.at(whole - 1), line.at(whole));
        }
    }

    const bool crowded = points.size() > 1 && points.first().target.width() < style.markerSize() * 1.8;
    for (const Mark &mark : std::as_const(points)) {
        if (!crowded)
            style.paintMarker(painter, mark.shape.center(), series,
                              data().isPartial(mark.item.category) ? ChartStyle::Fill::SoFar
                                                                   : ChartStyle::Fill::Whole);
    }
}

} // namespace ui
