// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart.h"

#include "ui/charts/accessible_chart.h"
#include "ui/charts/chart_style.h"
#include "ui/charts/chart_text.h"

#include <QAccessible>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMarginsF>
#include <QMouseEvent>
#include <QPainter>
#include <QPen>
#include <QTextDocument>
#include <QToolTip>

#include <cmath>
#include <limits>

namespace ui {

namespace {

double distance(const QPointF &point, const QRectF &rect)
{
    const double x = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
    const double y = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
    return std::hypot(x, y);
}

} // namespace

Chart::Chart(QWidget *parent)
    : QWidget(parent)
{
    installAccessibleCharts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Chart::setData(const ChartData &data)
{
    m_data = data;
    m_hovered = {};
    m_pressed = {};
    if (!exists(m_current))
        m_current = {};
    setAccessibleDescription(spokenText(m_current));
    QAccessibleTableModelChangeEvent changed(this, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&changed);
    updateGeometry();
    update();
}

QString Chart::emptyText() const
{
    return m_emptyText.isEmpty() ? tr("No data in this range") : m_emptyText;
}

void Chart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void Chart::setDimmed(bool dimmed)
{
    m_dimmed = dimmed;
    update();
}

bool Chart::exists(Item item) const
{
    return !m_data.isEmpty() && !item.isNull() && item.category < m_data.categories.size()
        && item.series < m_data.series.size();
}

void Chart::setCurrent(Item item)
{
    if (!exists(item) || item == m_current)
        return;
    m_current = item;
    announceCurrent();
    update();
    emit currentChanged(item.category, item.series);
}

void Chart::announceCurrent()
{
    setAccessibleDescription(spokenText(m_current));
    if (!hasFocus() || m_current.isNull())
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(static_cast<int>(m_current.category * m_data.series.size()) + m_current.series);
    QAccessible::updateAccessibility(&focused);
}

void Chart::activate(Item item)
{
    if (exists(item))
        emit activated(item.category, item.series);
}

QString Chart::spokenText(Item item) const
{
    return exists(item) ? chart_text::item(m_data, item.category, item.series, locale()) : QString();
}

Chart::Item Chart::itemAt(const QPointF &point) const
{
    Item nearest;
    double least = std::numeric_limits<double>::infinity();
    const QList<Mark> all = shownMarks();
    // Backwards: what is drawn last lies on top.
    for (auto mark = all.crbegin(); mark != all.crend(); ++mark) {
        if (mark->target.contains(point) && distance(point, mark->shape) < least) {
            least = distance(point, mark->shape);
            nearest = mark->item;
        }
    }
    return nearest;
}

QRectF Chart::itemRect(Item item) const
{
    const QList<Mark> all = shownMarks();
    const auto mark = std::find_if(all.begin(), all.end(),
                                   [item](const Mark &mark) { return mark.item == item; });
    return mark == all.end() ? QRectF() : mark->shape;
}

QFont Chart::drawingFont() const
{
    QFont result = font();
    result.setPixelSize(QFontInfo(font()).pixelSize());
    return result;
}

/// All marks on the screen; none while the widget is too small to draw in.
QList<Chart::Mark> Chart::shownMarks() const
{
    return hasRoom(drawingArea()) ? marks(drawingArea()) : QList<Mark>();
}

bool Chart::hasRoom(const QRectF &area) const
{
    const double least = QFontMetricsF(drawingFont()).height() * 4;
    return !m_data.isEmpty() && area.width() >= least && area.height() >= least;
}

ChartStyle Chart::chartStyle() const
{
    return ChartStyle(palette(), QFontMetricsF(drawingFont()).height());
}

QRectF Chart::drawingArea() const
{
    const double em = fontMetrics().height();
    return QRectF(rect()).marginsRemoved(
        QMarginsF(std::round(em * 0.15), std::round(em * 0.5), std::round(em * 0.15), std::round(em * 0.5)));
}

void Chart::render(QPainter &painter, const QRectF &area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(drawingFont());
    painter.setLayoutDirection(layoutDirection());
    if (m_data.isEmpty()) {
        painter.setPen(chartStyle().label());
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, emptyText());
    } else if (hasRoom(area)) {
        paintData(painter, area, chartStyle());
    }
    painter.restore();
}

QSize Chart::sizeHint() const
{
    return minimumSizeHint() * 1.5;
}

QSize Chart::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    return {em * 16, em * 10};
}

bool Chart::event(QEvent *event)
{
    // The tool tip follows the mouse at once; the one that comes after a pause would only hide it.
    if (event->type() == QEvent::ToolTip)
        return true;
    return QWidget::event(event);
}

void Chart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        setAccessibleDescription(spokenText(m_current));
    updateGeometry();
    update();
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ChartStyle style = chartStyle();
    if (exists(m_hovered))
        paintHovered(painter, style);
    render(painter, drawingArea());
    if (m_dimmed) {
        QColor veil = style.background();
        veil.setAlphaF(0.4F);
        painter.fillRect(rect(), veil);
    }
    if (hasFocus())
        paintFocus(painter, style);
}

void Chart::paintHovered(QPainter &painter, const ChartStyle &style) const
{
    QRectF band;
    for (const Mark &mark : shownMarks()) {
        if (mark.item.category == m_hovered.category)
            band |= mark.target;
    }
    painter.fillRect(band, style.hovered());
}

void Chart::paintFocus(QPainter &painter, const ChartStyle &style) const
{
    const double width = std::max(2.0, std::round(style.em() * 0.12));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.text(), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const QRectF mark = exists(m_current)
        ? itemRect(m_current).adjusted(-1.5 * width, -1.5 * width, 1.5 * width, 1.5 * width)
        : QRectF(rect()).adjusted(width, width, -width, -width);
    painter.drawRoundedRect(mark, width, width);
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(itemAt(event->position()));
}

void Chart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = itemAt(event->position());
    setCurrent(m_pressed);
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    const Item pressed = std::exchange(m_pressed, {});
    if (!pressed.isNull() && itemAt(event->position()) == pressed)
        activate(pressed);
}

void Chart::leaveEvent(QEvent *event)
{
    setHovered({});
    QWidget::leaveEvent(event);
}

void Chart::setHovered(Item item)
{
    if (item == m_hovered)
        return;
    m_hovered = item;
    setCursor(item.isNull() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (item.isNull())
        QToolTip::hideText();
    else
        showToolTip(item);
    update();
}

void Chart::showToolTip(Item item)
{
    // Names come from the database: they must not be read as rich text.
    const QString text = Qt::convertFromPlainText(chart_text::allOf(m_data, item.category, locale()),
                                                  Qt::WhiteSpaceNormal);
    const QRect place = itemRect(item).toAlignedRect();
    QToolTip::showText(mapToGlobal(QPoint(place.center().x(), place.top())), text, this);
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    if (m_data.isEmpty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        setCurrent(neighbour(event->key()));
        showToolTip(m_current);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

Chart::Item Chart::neighbour(int key) const
{
    if (m_current.isNull())
        return {key == Qt::Key_End ? static_cast<int>(m_data.categories.size()) - 1 : 0, 0};
    Item item = m_current;
    if (key == Qt::Key_Home)
        item.category = 0;
    else if (key == Qt::Key_End)
        item.category = static_cast<int>(m_data.categories.size()) - 1;
    else {
        const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
        const bool mirrored = sideways && layoutDirection() == Qt::RightToLeft;
        const bool forward = (key == Qt::Key_Right || key == Qt::Key_Down) != mirrored;
        int &place = sideways == (categoryOrientation() == Qt::Horizontal) ? item.category : item.series;
        place += forward ? 1 : -1;
    }
    return exists(item) ? item : m_current;
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current.isNull() && event->reason() != Qt::MouseFocusReason)
        setCurrent({0, 0});
    else
        announceCurrent();
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    QToolTip::hideText();
}

} // namespace ui
