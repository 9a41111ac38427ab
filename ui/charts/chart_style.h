// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>

class QPainter;
class QPalette;

namespace ui {

/// Colours, patterns and markers of charts on a given palette. Series differ by pattern or marker as well as
/// by colour; every series colour has a contrast of at least 3:1 to the background (WCAG 2.1, 1.4.11).
class ChartStyle
{
public:
    enum class Fill {
        Whole,
        SoFar
    };

    /// @param em the height of a line of text; everything drawn is measured by it.
    ChartStyle(const QPalette &palette, qreal em);

    /// How many colours there are before they repeat, then with other patterns.
    static constexpr int colors = 6;

    qreal em() const { return m_em; }
    QColor background() const { return m_background; }
    QColor text() const { return m_text; }
    /// For labels beside the data; still readable as text (4.5:1).
    QColor label() const { return blend(0.75); }
    QColor gridLine() const { return blend(0.12); }
    QColor baseLine() const { return blend(0.45); }
    /// Behind the category under the mouse.
    QColor hovered() const { return blend(0.06); }
    QColor series(int index) const;

    /// A bar in the colour and pattern of a series; pale and hatched when its period is still running.
    void paintBar(QPainter &painter, const QRectF &bar, int series, Fill fill) const;
    /// A point of a line; hollow when its period is still running.
    void paintMarker(QPainter &painter, const QPointF &center, int series, Fill fill) const;
    qreal markerSize() const { return m_em * 0.5; }
    qreal lineWidth() const { return m_em * 0.14; }

private:
    /// A colour between background (0) and text (1).
    QColor blend(qreal share) const;
    void paintPattern(QPainter &painter, const QRectF &bar, int series) const;

    QColor m_background;
    QColor m_text;
    qreal m_em;
    bool m_dark;
};

} // namespace ui
