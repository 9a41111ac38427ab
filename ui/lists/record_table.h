// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QTableView>

#include <optional>

class QMenu;

namespace ui {

class PagedModel;

/// The table of a PagedModel: rows of one height, columns as wide as their characters, sorting by the header (the third
/// click brings the default order back). Enter or a double click activates a row. After a reload the same records are
/// current and selected as before, as far as they are still there; no other one is selected in their place.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    explicit RecordTable(PagedModel *model, QWidget *parent = nullptr);

    qint64 currentKey() const;
    QList<qint64> selectedKeys() const;
    /// Shows the sort arrow of a query without asking for anything.
    void showSorting(const QString &sortKey, Qt::SortOrder order);
    /// Selects all rows, which may have to be fetched first. Of more than PagedModel::MostRows only those that are there are
    /// selected: see onlyFetchedSelected().
    void selectAll() override;
    /// Nothing: Qt's would ask for row after row until one matches.
    void keyboardSearch(const QString &) override { }

signals:
    void rowActivated(qint64 key);
    /// The header was clicked; an empty key asks for the default order.
    void sortingRequested(const QString &sortKey, Qt::SortOrder order);
    /// selectAll() could not select them all, but only so many.
    void onlyFetchedSelected(int count);
    /// Other rows are in view.
    void viewMoved();
    /// The context menu is about to be shown; pages add what can be done with the current row.
    void menuRequested(QMenu *menu);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void sortBy(int column);
    void setSizes();
    void shareWidth();
    void keepSelected();
    void keepCurrent();
    void restore(const QSet<qint64> &selected);
    void activateCurrent();

    PagedModel *m_model;
    qint64 m_currentKey = 0; ///< survives a reload
    std::optional<QSet<qint64>> m_kept; ///< keys of the selected rows while others take their place
    bool m_selectsAll = false; ///< once they are fetched
    bool m_isSizedByHand = false;
    bool m_isSizing = false;
    QString m_sortKey;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace ui
