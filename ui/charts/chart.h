// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chart_data.h"

#include <QWidget>

namespace ui {

class ChartStyle;

/// A chart: draws ChartData, is read with the mouse, the arrow keys and a screen reader, and reports which of
/// its items was activated by a click, Enter or Space. Subclasses draw and say where each item lies.
///
/// Everything is measured by the font and coloured by the palette (background role Base), and is mirrored in
/// a right-to-left window. Numbers are written in locale().
class Chart : public QWidget
{
    Q_OBJECT

public:
    /// One value: a category in a series.
    struct Item
    {
        int category = -1;
        int series = -1;

        bool isNull() const { return category < 0 || series < 0; }
        friend bool operator==(const Item &, const Item &) = default;
    };

    explicit Chart(QWidget *parent = nullptr);

    const ChartData &data() const { return m_data; }
    /// Shows other data. The current item stays where it is as long as there is one at this place.
    void setData(const ChartData &data);

    /// Said in place of an empty chart; "No data in this range" unless set.
    QString emptyText() const;
    void setEmptyText(const QString &text);

    /// A pale picture says that newer data are on their way.
    bool isDimmed() const { return m_dimmed; }
    void setDimmed(bool dimmed);

    /// The item that the arrow keys have reached; null until there is one.
    Item current() const { return m_current; }
    /// Moves to an item and tells screen readers. Items that do not exist are ignored.
    void setCurrent(Item item);
    /// Emits activated() for an item that exists.
    void activate(Item item);

    /// The value of an item in words, as it is spoken; empty for an item that does not exist.
    QString spokenText(Item item) const;
    /// The item under a point of the widget; null beside all of them.
    Item itemAt(const QPointF &point) const;
    /// Where the bar or the point of an item lies in the widget.
    QRectF itemRect(Item item) const;

    using QWidget::render;
    /// Draws the chart without focus and mouse marks, and without background: on the screen, an image, a
    /// page.
    void render(QPainter &painter, const QRectF &area) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activated(int category, int series);
    void currentChanged(int category, int series);

protected:
    /// Where an item is drawn and where a click means it.
    struct Mark
    {
        Item item;
        QRectF shape;
        QRectF target;
    };

    /// The marks of all items inside @p area.
    virtual QList<Mark> marks(const QRectF &area) const = 0;
    virtual void paintData(QPainter &painter, const QRectF &area, const ChartStyle &style) const = 0;
    /// Along which arrow keys the categories follow each other; the other pair changes the series.
    virtual Qt::Orientation categoryOrientation() const = 0;

    /// The font of the widget with a size in pixels, so that it is the same on every paint device.
    QFont drawingFont() const;

    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool exists(Item item) const;
    QRectF drawingArea() const;
    bool hasRoom(const QRectF &area) const;
    QList<Mark> shownMarks() const;
    ChartStyle chartStyle() const;
    Item neighbour(int key) const;
    void setHovered(Item item);
    void showToolTip(Item item);
    void announceCurrent();
    void paintHovered(QPainter &painter, const ChartStyle &style) const;
    void paintFocus(QPainter &painter, const ChartStyle &style) const;

    ChartData m_data;
    QString m_emptyText;
    Item m_current;
    Item m_hovered;
    Item m_pressed;
    bool m_dimmed = false;
};

} // namespace ui
