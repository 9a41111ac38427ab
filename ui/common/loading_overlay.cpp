// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/loading_overlay.h"

#include <QEvent>
#include <QPainter>
#include <QTimer>

namespace ui {

LoadingOverlay::LoadingOverlay(QWidget *covered)
    : QWidget(covered), m_delay(new QTimer(this))
{
    // The content stays usable: clicks and keys go through.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    covered->installEventFilter(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(100);
    connect(m_delay, &QTimer::timeout, this, [this] {
        resize(parentWidget()->size());
        raise();
        show();
    });
    hide();
}

void LoadingOverlay::setLoading(bool loading)
{
    m_loading = loading;
    if (!loading) {
        m_delay->stop();
        hide();
    } else if (isHidden() && !m_delay->isActive()) {
        m_delay->start();
    }
}

bool LoadingOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    return QWidget::eventFilter(watched, event);
}

void LoadingOverlay::paintEvent(QPaintEvent *)
{
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(0.4F);
    QPainter(this).fillRect(rect(), veil);
}

} // namespace ui
