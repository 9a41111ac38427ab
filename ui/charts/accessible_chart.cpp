// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/accessible_chart.h"

#include "ui/charts/chart.h"
#include "ui/charts/chart_text.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleTableCellInterface>
#include <QAccessibleTableInterface>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QWindow>

namespace ui {

namespace {

/// One value of a chart as a cell of its table.
class AccessibleCell : public QAccessibleInterface,
                       public QAccessibleTableCellInterface,
                       public QAccessibleActionInterface
{
public:
    AccessibleCell(Chart *chart, Chart::Item item)
        : m_chart(chart), m_item(item) { }

    bool isValid() const override { return m_chart && !m_chart->spokenText(m_item).isEmpty(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_chart->window()->windowHandle(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::Cell; }

    QString text(QAccessible::Text text) const override
    {
        if (text == QAccessible::Name)
            return m_chart->spokenText(m_item);
        if (text == QAccessible::Value)
            return chart_text::number(m_chart->data().value(m_item.category, m_item.series),
                                      m_chart->locale());
        return {};
    }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        const QRect place = m_chart->itemRect(m_item).toAlignedRect();
        return QRect(m_chart->mapToGlobal(place.topLeft()), place.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.focusable = true;
        state.selectable = true;
        state.selected = isSelected();
        state.focused = isSelected() && m_chart->hasFocus();
        state.invisible = !m_chart->isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        return nullptr;
    }

    bool isSelected() const override { return m_chart->current() == m_item; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int rowIndex() const override { return m_item.category; }
    int columnIndex() const override { return m_item.series; }
    int rowExtent() const override { return 1; }
    int columnExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        m_chart->setCurrent(m_item);
        if (name == pressAction())
            m_chart->activate(m_item);
        else if (name == setFocusAction())
            m_chart->setFocus();
    }

private:
    QPointer<Chart> m_chart;
    Chart::Item m_item;
};

class AccessibleChart : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit AccessibleChart(Chart *chart)
        : QAccessibleWidget(chart, QAccessible::Chart), m_chart(chart) { }
    ~AccessibleChart() override
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text text) const override
    {
        if (text == QAccessible::Name && m_chart->accessibleName().isEmpty())
            return m_chart->data().title;
        if (text == QAccessible::Value)
            return m_chart->data().isEmpty() ? m_chart->emptyText() : m_chart->spokenText(m_chart->current());
        return QAccessibleWidget::text(text);
    }

    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override
    {
        const int columns = columnCount();
        return index < 0 || columns == 0 ? nullptr : cellAt(index / columns, index % columns);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto cell = m_cells.begin(); cell != m_cells.end(); ++cell) {
            if (QAccessible::accessibleInterface(cell.value()) == child)
                return cell.key().first * columnCount() + cell.key().second;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const Chart::Item item = m_chart->itemAt(m_chart->mapFromGlobal(QPoint(x, y)));
        return cellAt(item.category, item.series);
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_chart->hasFocus() ? cellAt(m_chart->current().category, m_chart->current().series) : nullptr;
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        const std::pair key(row, column);
        if (!m_cells.contains(key)) {
            // Qt keeps the cell until the destructor gives it back, which the analyzer cannot see.
            auto *cell = new AccessibleCell(m_chart, {row, column});
            // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks)
            m_cells.insert(key, QAccessible::registerAccessibleInterface(cell));
        }
        return QAccessible::accessibleInterface(m_cells.value(key));
    }
    int rowCount() const override
    {
        return m_chart->data().isEmpty() ? 0 : static_cast<int>(m_chart->data().categories.size());
    }
    int columnCount() const override
    {
        return m_chart->data().isEmpty() ? 0 : static_cast<int>(m_chart->data().series.size());
    }
    QString rowDescription(int row) const override { return chart_text::category(m_chart->data(), row); }
    QString columnDescription(int column) const override { return m_chart->data().series.value(column).name; }

    int selectedCellCount() const override { return m_chart->current().isNull() ? 0 : 1; }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        QAccessibleInterface *cell = cellAt(m_chart->current().category, m_chart->current().series);
        return cell ? QList{cell} : QList<QAccessibleInterface *>();
    }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { }

private:
    Chart *m_chart;
    /// By row and column; they outlive the data, as whoever asked for one may keep it.
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells;
};

QAccessibleInterface *accessibleChart(const QString &, QObject *object)
{
    auto *chart = qobject_cast<Chart *>(object);
    return chart ? new AccessibleChart(chart) : nullptr;
}

} // namespace

void installAccessibleCharts()
{
    // Installing it again would do no harm but lengthen Qt's list.
    static const bool installed = [] {
        QAccessible::installFactory(accessibleChart);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace ui
