// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/number_tile.h"

#include "ui/common/elided_label.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace ui {

NumberTile::NumberTile(const QString &name, const Text &title, QWidget *parent)
    : QFrame(parent), m_titleText(title), m_head(new QHBoxLayout), m_title(new ElidedLabel(this)), m_number(new QLabel(this))
{
    setObjectName(name);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setObjectName(name + u".title");
    m_number->setObjectName(name + u".value");
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // Labels take the text colour of the ground they stand on, here Base; these have colours of their own.
    m_title->setForegroundRole(QPalette::WindowText);
    m_number->setForegroundRole(QPalette::WindowText);
    makeQuiet(m_title);
    makeHeading(m_number, 1.8);

    m_head->addWidget(m_title, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_head);
    column->addWidget(m_number);
    column->addStretch(1);
    retranslate(this, [this] { updateTexts(); });
    restyle(this, [this] {
        m_title->setMinimumHeight(linkSize());
        if (m_open)
            m_open->setFixedSize(linkSize(), linkSize());
        updateColors();
    });
}

void NumberTile::setLink(const Text &text)
{
    m_linkText = text;
    m_open = new QToolButton(this);
    m_open->setObjectName(objectName() + u".open");
    m_open->setIcon(icon(layoutDirection() == Qt::RightToLeft ? "go-previous" : "go-next"));
    m_open->setAutoRaise(true);
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_open->setFixedSize(linkSize(), linkSize());
    m_head->addWidget(m_open);
    connect(m_open, &QToolButton::clicked, this, &NumberTile::activated);
    setCursor(Qt::PointingHandCursor);
    m_number->setTextInteractionFlags(Qt::NoTextInteraction);
    updateTexts();
}

void NumberTile::setValue(qint64 value)
{
    m_value = value;
    setWaiting(false);
    updateTexts();
}

void NumberTile::setWaiting(bool waiting)
{
    m_isWaiting = waiting;
    updateColors();
    update();
}

void NumberTile::mouseReleaseEvent(QMouseEvent *event)
{
    QFrame::mouseReleaseEvent(event);
    if (m_open && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit activated();
}

void NumberTile::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (m_value || !m_isWaiting)
        return;
    QColor color = palette().color(QPalette::Text);
    color.setAlphaF(0.08F);
    const QRect place = m_number->geometry();
    QPainter(this).fillRect(QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, {place.width() / 2, place.height() / 2}, place), color);
}

int NumberTile::linkSize() const
{
    return fontMetrics().height() * 3 / 2;
}

void NumberTile::updateTexts()
{
    m_title->setText(m_titleText());
    // A blank keeps the height of the line.
    m_number->setText(m_value ? formatNumber(*m_value) : u" "_qs);
    m_number->setAccessibleName(m_value ? tr("%1: %2").arg(m_titleText(), formatNumber(*m_value)) : m_titleText());
    setAccessibleName(m_titleText());
    if (m_open) {
        m_open->setToolTip(m_linkText());
        m_open->setAccessibleName(m_linkText());
    }
}

void NumberTile::updateColors()
{
    QPalette colors = m_number->palette();
    colors.setColor(QPalette::WindowText, m_isWaiting ? Theme::color(Theme::Role::Muted) : QApplication::palette().color(QPalette::Text));
    m_number->setPalette(colors);
}

} // namespace ui
