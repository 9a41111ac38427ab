// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_style.h"

#include <QList>
#include <QPainter>
#include <QPalette>
#include <QPen>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr std::array<QRgb, ChartStyle::colors> lightColors{0xff1f6fb4, 0xffc2570c, 0xff00806a,
                                                           0xff8f4aa8, 0xff8a6a00, 0xff56616c};
constexpr std::array<QRgb, ChartStyle::colors> darkColors{0xff5aa9ec, 0xffff9d52, 0xff3ccfae,
                                                          0xffd9a3f0, 0xffe3c845, 0xffa7b3be};

enum class Slope {
    Rising,
    Falling
};

/// Lines of 45° that end at the edges of @p rect by themselves: the SVG engine knows no clipping.
QList<QLineF> diagonals(const QRectF &rect, qreal distance, Slope slope)
{
    QList<QLineF> lines;
    const qreal turn = slope == Slope::Rising ? -1 : 1;
    // On one such line, x - turn * y is the same everywhere.
    const qreal first = rect.left() - std::max(turn * rect.top(), turn * rect.bottom());
    const qreal last = rect.right() - std::min(turn * rect.top(), turn * rect.bottom());
    const int end = static_cast<int>(std::ceil(last / distance));
    for (int index = static_cast<int>(std::ceil(first / distance)); index < end; ++index) {
        const qreal offset = index * distance;
        const qreal atTop = offset + turn * rect.top();
        const qreal atBottom = offset + turn * rect.bottom();
        const qreal from = std::max(rect.left(), std::min(atTop, atBottom));
        const qreal to = std::min(rect.right(), std::max(atTop, atBottom));
        if (from < to)
            lines.append(QLineF(from, turn * (from - offset), to, turn * (to - offset)));
    }
    return lines;
}

QList<QLineF> horizontals(const QRectF &rect, qreal distance)
{
    QList<QLineF> lines;
    for (int index = 1; index * distance < rect.height(); ++index) {
        const qreal y = rect.bottom() - index * distance;
        lines.append(QLineF(rect.left(), y, rect.right(), y));
    }
    return lines;
}

void paintDots(QPainter &painter, const QRectF &rect, qreal distance)
{
    const qreal radius = distance * 0.2;
    const QRectF inner = rect.adjusted(radius, radius, -radius, -radius);
    const qreal half = distance / 2;
    for (int row = 1; row * half < inner.height(); ++row) {
        // Every other row is shifted by half a distance.
        for (int column = 1 + row % 2; column * half < inner.width(); column += 2)
            painter.drawEllipse(QPointF(inner.left() + column * half, inner.bottom() - row * half), radius,
                                radius);
    }
}

QPolygonF markerShape(int series, qreal radius)
{
    switch (series % 4) {
    case 1:
        return {{{-radius, -radius}, {radius, -radius}, {radius, radius}, {-radius, radius}}};
    case 2:
        return {{{0, -radius * 1.3}, {radius * 1.3, 0}, {0, radius * 1.3}, {-radius * 1.3, 0}}};
    default:
        return {{{0, -radius * 1.2}, {radius * 1.2, radius}, {-radius * 1.2, radius}}};
    }
}

} // namespace

ChartStyle::ChartStyle(const QPalette &palette, qreal em)
    : m_background(palette.color(QPalette::Base)),
      m_text(palette.color(QPalette::Text)),
      m_em(em),
      m_dark(m_background.lightness() < 128)
{ }

QColor ChartStyle::series(int index) const
{
    return QColor::fromRgb((m_dark ? darkColors : lightColors).at(static_cast<std::size_t>(index % colors)));
}

QColor ChartStyle::blend(qreal share) const
{
    const auto mix = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return QColor(mix(m_background.red(), m_text.red()), mix(m_background.green(), m_text.green()),
                  mix(m_background.blue(), m_text.blue()));
}

void ChartStyle::paintBar(QPainter &painter, const QRectF &bar, int series, Fill fill) const
{
    if (bar.isEmpty())
        return;
    painter.save();
    const QColor color = this->series(series);
    if (fill == Fill::Whole) {
        painter.fillRect(bar, color);
        paintPattern(painter, bar, series);
    } else {
        QColor pale = color;
        pale.setAlphaF(0.2F);
        painter.fillRect(bar, pale);
        const qreal width = std::min(
            {std::max<qreal>(1, std::round(m_em * 0.07)), bar.width() / 2, bar.height() / 2});
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawLines(diagonals(bar, m_em * 0.55, Slope::Rising));
        painter.drawRect(bar.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    }
    painter.restore();
}

void ChartStyle::paintPattern(QPainter &painter, const QRectF &bar, int series) const
{
    QColor over = m_background;
    over.setAlphaF(0.55F);
    painter.setPen(QPen(over, m_em * 0.08, Qt::SolidLine, Qt::FlatCap));
    switch (series % 5) {
    case 1:
        painter.drawLines(diagonals(bar, m_em * 0.55, Slope::Falling));
        break;
    case 2:
        painter.setPen(Qt::NoPen);
        painter.setBrush(over);
        paintDots(painter, bar, m_em * 0.5);
        break;
    case 3:
        painter.drawLines(horizontals(bar, m_em * 0.35));
        break;
    case 4:
        painter.drawLines(diagonals(bar, m_em * 0.6, Slope::Falling));
        painter.drawLines(diagonals(bar, m_em * 0.6, Slope::Rising));
        break;
    default:
        break;
    }
}

void ChartStyle::paintMarker(QPainter &painter, const QPointF &center, int series, Fill fill) const
{
    painter.save();
    const QColor color = this->series(series);
    const qreal radius = markerSize() / 2;
    // A rim in the colour of the background keeps the marker apart from bars behind it.
    painter.translate(center);
    for (const bool rim : {true, false}) {
        painter.setPen(QPen(rim ? m_background : color, lineWidth() * (rim ? 2 : 0.8)));
        painter.setBrush(rim || fill == Fill::SoFar ? m_background : color);
        if (series % 4 == 0)
            painter.drawEllipse(QPointF(), radius, radius);
        else
            painter.drawPolygon(markerShape(series, radius));
    }
    painter.restore();
}

} // namespace ui
