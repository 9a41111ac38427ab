// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/error.h"
#include "ui/lists/list_query.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace ui {

/// A table whose rows are fetched in pages of 200 while they are looked at. Showing never waits: a row that is not there
/// yet is a placeholder, its page is marked as wanted, and the newest wish is fetched first.
///
/// Use it through RecordModel, which knows the type of the rows. After setQuery() the old rows stay until the first of
/// the new ones and their number are known.
class PagedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Roles {
        PlaceholderRole = Qt::UserRole, ///< true for a row that is not there yet
        KeyRole, ///< the row's primary key
        FirstFreeRole ///< pages may use this and what follows
    };
    static constexpr int PageSize = 200;
    static constexpr int MostRows = 50 * PageSize; ///< that are kept at a time
    /// The first row and the last.
    using RowRange = std::pair<int, int>;

    explicit PagedModel(QObject *parent = nullptr);
    ~PagedModel() override;

    /// Asks for the rows of a query; its answer arrives with loaded(), failed() or canceled().
    void setQuery(const ListQuery &query);
    const ListQuery &query() const { return m_query; }
    /// Asks again for the number of rows and those that were looked at last; scroll position and selection stay.
    void reload();
    /// reload() with all rows there are. Not to be called when there are more than MostRows.
    void fetchAll();
    /// Withdraws what is being asked; the query of the rows on show is in force again.
    void cancel();
    /// Whether the rows on show answer this query.
    bool isShowing(const ListQuery &query) const { return m_isLoaded && m_shown == query; }
    bool isLoading() const { return m_isLoading; }

    /// The key of a row, 0 for a placeholder.
    qint64 keyAt(int row) const;
    /// The row with a key among those fetched, or -1.
    int rowOf(qint64 key) const;
    /// The rows with such keys among those fetched, in order.
    QList<int> rowsOf(const QSet<qint64> &keys) const;
    /// Rows that are there, in order.
    QList<RowRange> fetchedRows() const;
    bool isComplete() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    // The columns, as the table needs them.
    virtual QString sortKey(int column) const = 0;
    virtual int widthInCharacters(int column) const = 0;
    virtual bool stretches(int column) const = 0;

signals:
    void loadingChanged();
    /// The answer to reload() is about to take the place of the rows on show; loaded() follows.
    void aboutToReplace();
    /// The rows of query() are on show; also after reload().
    void loaded();
    void failed(const db::Error &error);
    void canceled();

protected:
    struct Rows
    {
        std::shared_ptr<const void> list;
        qsizetype count = 0;
    };
    using Withdraw = std::function<void()>;

    virtual Withdraw fetchRows(const ListQuery &query, int offset, int limit,
                               std::function<void(const db::Result<Rows> &)> done)
        = 0;
    virtual Withdraw fetchCount(const ListQuery &query, std::function<void(const db::Result<qint64> &)> done) = 0;
    virtual const void *rowIn(const void *list, qsizetype index) const = 0;
    virtual qint64 keyOf(const void *row) const = 0;
    virtual QVariant cell(const void *row, int column, int role) const = 0;

    /// The fetched row, or null.
    const void *findRow(int row) const;

private:
    struct Pending;
    /// A page on its way. An answer with another ticket than the newest is dropped.
    struct Fetch
    {
        quint64 ticket = 0;
        Withdraw withdraw;
    };

    void ask(bool isReload, const QList<int> &pages);
    void arrived(const std::shared_ptr<Pending> &pending);
    void show(const Pending &pending);
    void want(int page) const;
    void fetchWanted();
    void fetch(int page);
    void changed(int page);
    void withdrawAll();
    void withdrawPages();
    void setLoading(bool loading);

    ListQuery m_query; ///< asked for
    ListQuery m_shown; ///< on show
    int m_rowCount = 0;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    mutable QCache<int, Rows> m_pages;
    mutable QList<int> m_wanted; ///< newest last
    QHash<int, Fetch> m_fetching;
    std::shared_ptr<Pending> m_pending;
    quint64 m_lastTicket = 0;
    mutable QTimer m_timer;
};

} // namespace ui
