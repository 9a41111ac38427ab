// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_legend.h"

#include "ui/charts/chart_style.h"
#include "ui/charts/chart_text.h"

#include <QPainter>
#include <QPen>

#include <algorithm>

namespace ui {

ChartLegend::ChartLegend(const ChartData &data, const QFontMetricsF &metrics, qreal width)
    : m_metrics(metrics), m_em(metrics.height())
{
    QList<Entry> left;
    QList<Entry> right;
    for (int index = 0; index < data.series.size(); ++index) {
        const ChartSeries &series = data.series.at(index);
        const bool onRight = series.axis == ChartSeries::Axis::Right
            && !(data.stacked && series.shape == ChartSeries::Shape::Bar);
        (onRight ? right : left).append({series.name, index, series.shape, false, {}});
    }
    const bool hasBars = std::any_of(data.series.begin(), data.series.end(), [](const ChartSeries &series) {
        return series.shape == ChartSeries::Shape::Bar;
    });
    if (data.lastIsPartial && hasBars)
        left.append({chart_text::soFar(), 0, ChartSeries::Shape::Bar, true, {}});

    const qreal gap = m_em * 1.25;
    qreal x = 0;
    qreal y = 0;
    for (Entry &entry : left) {
        const qreal needed = std::min(widthOf(entry), width);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += m_em * 1.3;
        }
        entry.place = QRectF(x, y, needed, m_em);
        x += needed + gap;
    }

    qreal needed = 0;
    for (const Entry &entry : std::as_const(right))
        needed += widthOf(entry) + gap;
    if (x > 0 && x + needed - gap > width)
        y += m_em * 1.3;
    x = std::max<qreal>(0, width - needed + gap);
    for (Entry &entry : right) {
        entry.place = QRectF(x, y, std::min(widthOf(entry), width - x), m_em);
        x += widthOf(entry) + gap;
    }
    m_entries = left + right;
    m_height = m_entries.isEmpty() ? 0 : y + m_em;
}

qreal ChartLegend::widthOf(const Entry &entry) const
{
    return m_em * 1.6 + m_metrics.horizontalAdvance(entry.text) + 1;
}

void ChartLegend::paint(QPainter &painter, const QRectF &area, const ChartStyle &style) const
{
    for (const Entry &entry : m_entries) {
        const QRectF place = entry.place.translated(area.topLeft());
        const QRectF key(place.left(), place.center().y() - m_em * 0.35, m_em * 1.2, m_em * 0.7);
        const QRectF text = place.adjusted(m_em * 1.6, 0, 0, 0);
        paintKey(painter, mirrored(key, area, painter.layoutDirection()), entry, style);
        painter.setPen(style.text());
        painter.drawText(mirrored(text, area, painter.layoutDirection()),
                         Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                         m_metrics.elidedText(entry.text, Qt::ElideRight, text.width()));
    }
}

void ChartLegend::paintKey(QPainter &painter, const QRectF &key, const Entry &entry,
                           const ChartStyle &style) const
{
    if (entry.shape == ChartSeries::Shape::Bar) {
        style.paintBar(painter, QRectF(key.toRect()), entry.series,
                       entry.soFar ? ChartStyle::Fill::SoFar : ChartStyle::Fill::Whole);
        return;
    }
    painter.setPen(QPen(style.series(entry.series), style.lineWidth()));
    painter.drawLine(QPointF(key.left(), key.center().y()), QPointF(key.right(), key.center().y()));
    style.paintMarker(painter, key.center(), entry.series, ChartStyle::Fill::Whole);
}

QRectF mirrored(const QRectF &rect, const QRectF &area, Qt::LayoutDirection direction)
{
    if (direction != Qt::RightToLeft)
        return rect;
    return QRectF(area.left() + area.right() - rect.right(), rect.top(), rect.width(), rect.height());
}

} // namespace ui
