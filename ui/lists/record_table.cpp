// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/record_table.h"

#include "ui/common/row_look.h"
#include "ui/language/retranslate.h"
#include "ui/lists/fetched_selection.h"
#include "ui/lists/paged_model.h"
#include "ui/lists/row_delegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ui {

RecordTable::RecordTable(PagedModel *model, QWidget *parent)
    : QTableView(parent), m_model(model)
{
    setModel(model);
    setSelectionModel(new FetchedSelection(model, this));
    setItemDelegate(new RowDelegate(this));
    lookLikeRows(this);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);

    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sectionClicked, this, &RecordTable::sortBy);
    connect(header, &QHeaderView::sectionResized, this, [this] { m_isSizedByHand = m_isSizedByHand || !m_isSizing; });

    connect(this, &QTableView::doubleClicked, this, &RecordTable::activateCurrent);
    connect(m_model, &PagedModel::aboutToReplace, this, &RecordTable::keepSelected);
    connect(m_model, &PagedModel::loaded, this, &RecordTable::keepCurrent);
    connect(m_model, &PagedModel::failed, this, [this] { m_selectsAll = false; });
    connect(m_model, &PagedModel::canceled, this, [this] { m_selectsAll = false; });
    connect(m_model, &PagedModel::modelReset, this, [this] { m_selectsAll = false; });
    retranslate(this, [this] { emit m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1); });
    restyle(this, [this] { setSizes(); });
}

qint64 RecordTable::currentKey() const
{
    return currentIndex().isValid() ? m_model->keyAt(currentIndex().row()) : 0;
}

QList<qint64> RecordTable::selectedKeys() const
{
    QModelIndexList indexes = selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    QList<qint64> keys;
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (const qint64 key = m_model->keyAt(index.row()))
            keys.append(key);
    }
    return keys;
}

void RecordTable::selectAll()
{
    const bool isComplete = m_model->isComplete();
    m_selectsAll = !isComplete && m_model->rowCount() <= PagedModel::MostRows;
    if (m_selectsAll) {
        m_model->fetchAll();
        return;
    }
    QTableView::selectAll();
    if (!isComplete)
        emit onlyFetchedSelected(int(selectedKeys().size()));
}

void RecordTable::showSorting(const QString &sortKey, Qt::SortOrder order)
{
    m_sortKey = sortKey;
    m_order = order;
    int column = -1;
    for (int candidate = 0; candidate < m_model->columnCount() && !sortKey.isEmpty(); ++candidate) {
        if (m_model->sortKey(candidate) == sortKey)
            column = candidate;
    }
    horizontalHeader()->setSortIndicator(column, order);
}

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        activateCurrent();
    else
        QTableView::keyPressEvent(event);
}

void RecordTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(objectName() + u".menu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (currentKey()) {
        QAction *open = menu->addAction(tr("Open"), this, &RecordTable::activateCurrent);
        menu->setDefaultAction(open);
    }
    emit menuRequested(menu);
    QMenu *sorting = menu->addMenu(tr("Sort by"));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_model->sortKey(column).isEmpty())
            sorting->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), this, [this, column] { sortBy(column); });
    }
    sorting->menuAction()->setVisible(!sorting->isEmpty());
    const QPoint beside = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    // Not exec(): this table may be gone before the menu is closed.
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : beside);
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
    emit viewMoved();
}

void RecordTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    emit viewMoved();
}

void RecordTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (const qint64 key = currentKey(); key && !m_kept)
        m_currentKey = key;
}

void RecordTable::sortBy(int column)
{
    const QString key = m_model->sortKey(column);
    if (key.isEmpty())
        emit sortingRequested(m_sortKey, m_order);
    else if (key != m_sortKey)
        emit sortingRequested(key, Qt::AscendingOrder);
    else if (m_order == Qt::AscendingOrder)
        emit sortingRequested(key, Qt::DescendingOrder);
    else
        emit sortingRequested({}, Qt::AscendingOrder);
}

void RecordTable::setSizes()
{
    const QScopedValueRollback sizing(m_isSizing, true);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    if (m_isSizedByHand)
        return;
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, fontMetrics().averageCharWidth() * (m_model->widthInCharacters(column) + 2));
    shareWidth();
}

void RecordTable::shareWidth()
{
    if (m_isSizedByHand)
        return;
    const QScopedValueRollback sizing(m_isSizing, true);
    QList<int> stretching;
    int left = viewport()->width();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->stretches(column))
            stretching.append(column);
        else
            left -= columnWidth(column);
    }
    for (const int column : std::as_const(stretching)) {
        const int least = fontMetrics().averageCharWidth() * (m_model->widthInCharacters(column) + 2);
        setColumnWidth(column, qMax(least, left / int(stretching.size())));
    }
}

void RecordTable::keepSelected()
{
    const QList<qint64> keys = selectedKeys();
    m_kept = QSet<qint64>(keys.cbegin(), keys.cend());
}

void RecordTable::keepCurrent()
{
    const std::optional<QSet<qint64>> selected = std::exchange(m_kept, std::nullopt);
    if (m_model->rowCount() > 0) {
        if (selected)
            restore(*selected);
        const int found = m_model->rowOf(m_currentKey);
        const int row = found >= 0 ? found : qBound(0, currentIndex().row(), m_model->rowCount() - 1);
        if (row == currentIndex().row())
            currentChanged(currentIndex(), {});
        else if (selected)
            selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
        else
            setCurrentIndex(m_model->index(row, 0));
    }
    if (m_selectsAll)
        selectAll();
}

void RecordTable::restore(const QSet<qint64> &selected)
{
    QItemSelection selection;
    const int last = m_model->columnCount() - 1;
    const QList<int> rows = m_model->rowsOf(selected);
    for (const int row : rows) {
        const bool continues = !selection.isEmpty() && selection.last().bottom() == row - 1;
        const int top = continues ? selection.takeLast().top() : row;
        selection.append(QItemSelectionRange(m_model->index(top, 0), m_model->index(row, last)));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void RecordTable::activateCurrent()
{
    if (const qint64 key = currentKey())
        emit rowActivated(key);
}

} // namespace ui
