// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/badge.h"

#include "ui/language/retranslate.h"

#include <QPainter>

namespace ui {

Badge::Badge(QWidget *parent)
    : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    restyle(this, [this] {
        setContentsMargins(fontMetrics().height() / 2, 1, fontMetrics().height() / 2, 1);
        setRole(m_role);
    });
}

void Badge::setRole(Theme::Role role)
{
    m_role = role;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::color(role));
    setPalette(colors);
}

void Badge::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::background(m_role));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    }
    QLabel::paintEvent(event);
}

} // namespace ui
