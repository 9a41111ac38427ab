// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_skeleton.h"

#include "ui/charts/chart_style.h"

#include <QPainter>

#include <array>

namespace ui {

ChartSkeleton::ChartSkeleton(QWidget *parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
}

void ChartSkeleton::paintEvent(QPaintEvent *)
{
    static constexpr std::array heights{0.45, 0.7, 0.55, 0.85, 0.65, 0.4, 0.75, 0.5};
    const int em = fontMetrics().height();
    const ChartStyle style(palette(), em);
    const QRectF area = QRectF(rect()).adjusted(em, em, -em, -em);
    const double column = area.width() / static_cast<double>(heights.size());
    QPainter painter(this);
    for (std::size_t index = 0; index < heights.size(); ++index) {
        const double height = area.height() * heights.at(index);
        painter.fillRect(QRectF(area.left() + (static_cast<double>(index) + 0.2) * column,
                                area.bottom() - height, column * 0.6, height),
                         style.hovered());
    }
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), style.gridLine());
}

} // namespace ui
