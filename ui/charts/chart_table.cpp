// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_table.h"

#include "ui/charts/chart_table_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace ui {

ChartTable::ChartTable(QWidget *parent)
    : QTableView(parent), m_model(new ChartTableModel(this))
{
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
}

void ChartTable::setChart(const ChartData &data)
{
    m_model->setChart(data, locale());
    fitColumns();
}

/// Gives each column of numbers its width, and the names what remains.
void ChartTable::fitColumns()
{
    const int em = fontMetrics().height();
    // Closer than the style wants rows to be: they are for reading, and a year of them should fit.
    verticalHeader()->setMinimumSectionSize(em * 4 / 3);
    verticalHeader()->setDefaultSectionSize(em * 4 / 3);
    m_fittingWidth = verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int needed = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column))
            + em;
        horizontalHeader()->setSectionResizeMode(column,
                                                 column == 0 ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (column > 0)
            horizontalHeader()->resizeSection(column, needed);
        m_fittingWidth += std::min(needed, em * 14);
    }
}

void ChartTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

} // namespace ui
