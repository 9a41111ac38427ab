// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/paged_model.h"

#include <algorithm>
#include <optional>

namespace ui {

namespace {

constexpr int KeptPages = PagedModel::MostRows / PagedModel::PageSize;
constexpr qsizetype MostWanted = 3; // a screen spans two pages at most
constexpr qsizetype MostAtOnce = 2;

} // namespace

/// A question whose answer replaces the rows on show.
struct PagedModel::Pending
{
    ListQuery query;
    bool isReload;
    QList<int> pages;
    QHash<int, Rows> rows;
    std::optional<qint64> count;
    QList<Withdraw> withdraws;
};

PagedModel::PagedModel(QObject *parent)
    : QAbstractTableModel(parent), m_pages(KeptPages)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PagedModel::fetchWanted);
}

PagedModel::~PagedModel()
{
    withdrawAll();
}

void PagedModel::setQuery(const ListQuery &query)
{
    m_query = query;
    ask(false, {0});
}

void PagedModel::reload()
{
    const bool isReload = m_isLoaded && m_query == m_shown;
    ask(isReload, isReload && !m_wanted.isEmpty() ? m_wanted : QList<int>{0});
}

void PagedModel::fetchAll()
{
    if (!isShowing(m_query))
        return;
    QList<int> pages;
    for (int page = 0; page * PageSize < m_rowCount; ++page)
        pages.append(page);
    ask(true, pages);
}

void PagedModel::cancel()
{
    if (!m_isLoading)
        return;
    withdrawAll();
    if (m_isLoaded)
        m_query = m_shown;
    setLoading(false);
    emit canceled();
}

qint64 PagedModel::keyAt(int row) const
{
    const void *found = findRow(row);
    return found ? keyOf(found) : 0;
}

int PagedModel::rowOf(qint64 key) const
{
    const QList<int> pages = m_pages.keys();
    for (const int page : pages) {
        const Rows *rows = m_pages.object(page);
        for (qsizetype index = 0; index < rows->count; ++index) {
            if (keyOf(rowIn(rows->list.get(), index)) == key)
                return page * PageSize + int(index);
        }
    }
    return -1;
}

QList<int> PagedModel::rowsOf(const QSet<qint64> &keys) const
{
    QList<int> found;
    const QList<RowRange> ranges = fetchedRows();
    for (const auto &[first, last] : ranges) {
        for (int row = first; row <= last && !keys.isEmpty(); ++row) {
            if (keys.contains(keyAt(row)))
                found.append(row);
        }
    }
    return found;
}

QList<PagedModel::RowRange> PagedModel::fetchedRows() const
{
    QList<int> pages = m_pages.keys();
    std::sort(pages.begin(), pages.end());
    QList<RowRange> ranges;
    for (const int page : std::as_const(pages)) {
        const int first = page * PageSize;
        const int last = qMin(first + int(m_pages.object(page)->count), m_rowCount) - 1;
        if (first <= last)
            ranges.append({first, last});
    }
    return ranges;
}

bool PagedModel::isComplete() const
{
    for (int page = 0; page * PageSize < m_rowCount; ++page) {
        if (!m_pages.contains(page))
            return false;
    }
    return true;
}

int PagedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

QVariant PagedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int page = index.row() / PageSize;
    if (m_wanted.isEmpty() || m_wanted.last() != page)
        want(page);
    const void *row = findRow(index.row());
    if (role == PlaceholderRole)
        return row == nullptr;
    if (!row)
        return {};
    return role == KeyRole ? QVariant(keyOf(row)) : cell(row, index.column(), role);
}

const void *PagedModel::findRow(int row) const
{
    const Rows *rows = row < 0 ? nullptr : m_pages.object(row / PageSize);
    const qsizetype index = row % PageSize;
    return rows && index < rows->count ? rowIn(rows->list.get(), index) : nullptr;
}

void PagedModel::ask(bool isReload, const QList<int> &pages)
{
    withdrawAll();
    auto pending = std::make_shared<Pending>(Pending{m_query, isReload, pages, {}, {}, {}});
    m_pending = pending;
    setLoading(true);

    const auto fail = [this, pending](const db::Error &error) {
        withdrawAll();
        setLoading(false);
        emit failed(error);
    };
    for (const int page : std::as_const(pending->pages)) {
        pending->withdraws.append(fetchRows(m_query, page * PageSize, PageSize, [this, pending, page, fail](const db::Result<Rows> &rows) {
            if (pending != m_pending)
                return;
            if (!rows)
                return fail(rows.error());
            pending->rows.insert(page, *rows);
            arrived(pending);
        }));
    }
    pending->withdraws.append(fetchCount(m_query, [this, pending, fail](const db::Result<qint64> &count) {
        if (pending != m_pending)
            return;
        if (!count)
            return fail(count.error());
        pending->count = *count;
        arrived(pending);
    }));
}

void PagedModel::arrived(const std::shared_ptr<Pending> &pending)
{
    if (!pending->count || pending->rows.size() < pending->pages.size())
        return;
    m_pending.reset();
    show(*pending);
    m_isLoaded = true;
    setLoading(false);
    emit loaded();
}

void PagedModel::show(const Pending &pending)
{
    const int count = int(*pending.count);
    const auto replacePages = [this, &pending] {
        withdrawPages();
        m_pages.clear();
        for (auto page = pending.rows.cbegin(); page != pending.rows.cend(); ++page)
            m_pages.insert(page.key(), new Rows(page.value()));
    };
    m_shown = pending.query;
    if (!pending.isReload) {
        beginResetModel();
        replacePages();
        m_wanted = {0};
        m_rowCount = count;
        endResetModel();
        return;
    }
    emit aboutToReplace();
    // The rows that are gone leave at the end, so that the view stays where it is.
    if (count < m_rowCount) {
        beginRemoveRows({}, count, m_rowCount - 1);
        m_rowCount = count;
        replacePages();
        endRemoveRows();
    } else if (count > m_rowCount) {
        beginInsertRows({}, m_rowCount, count - 1);
        m_rowCount = count;
        replacePages();
        endInsertRows();
    } else {
        replacePages();
    }
    m_wanted.removeIf([count](int page) { return page * PageSize >= count; });
    for (const int page : std::as_const(pending.pages))
        changed(page);
}

void PagedModel::want(int page) const
{
    m_wanted.removeOne(page);
    m_wanted.append(page);
    if (m_wanted.size() > MostWanted)
        m_wanted.removeFirst();
    if (!m_pages.contains(page) && !m_timer.isActive())
        m_timer.start(0);
}

void PagedModel::fetchWanted()
{
    const QList<int> fetching = m_fetching.keys();
    for (const int page : fetching) {
        if (!m_wanted.contains(page))
            m_fetching.take(page).withdraw();
    }
    for (auto wanted = m_wanted.crbegin(); wanted != m_wanted.crend() && m_fetching.size() < MostAtOnce; ++wanted) {
        const int page = *wanted;
        if (!m_pages.contains(page) && !m_fetching.contains(page) && page * PageSize < m_rowCount)
            fetch(page);
    }
}

void PagedModel::fetch(int page)
{
    const quint64 ticket = ++m_lastTicket;
    m_fetching.insert(page, {ticket, [] {}});
    const Withdraw withdraw = fetchRows(m_shown, page * PageSize, PageSize, [this, page, ticket](const db::Result<Rows> &rows) {
        if (m_fetching.value(page).ticket != ticket)
            return;
        m_fetching.remove(page);
        if (!rows) {
            emit failed(rows.error());
            return;
        }
        m_pages.insert(page, new Rows(*rows));
        changed(page);
        fetchWanted();
    });
    if (m_fetching.value(page).ticket == ticket)
        m_fetching.insert(page, {ticket, withdraw});
}

void PagedModel::changed(int page)
{
    const int first = page * PageSize;
    const int last = qMin(first + PageSize, m_rowCount) - 1;
    if (last >= first)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void PagedModel::withdrawAll()
{
    withdrawPages();
    if (const auto pending = std::exchange(m_pending, nullptr)) {
        for (const Withdraw &withdraw : std::as_const(pending->withdraws))
            withdraw();
    }
}

void PagedModel::withdrawPages()
{
    const QHash<int, Fetch> fetching = std::exchange(m_fetching, {});
    for (const Fetch &fetch : fetching)
        fetch.withdraw();
}

void PagedModel::setLoading(bool loading)
{
    if (m_isLoading == loading)
        return;
    m_isLoading = loading;
    emit loadingChanged();
}

} // namespace ui
