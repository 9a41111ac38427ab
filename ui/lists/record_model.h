// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "ui/common/literal_text.h"
#include "ui/lists/column.h"
#include "ui/lists/paged_model.h"

namespace ui {

/// Where a list gets its rows from.
template <typename Row>
struct RowSource
{
    std::function<db::Request<db::Result<QList<Row>>>(const ListQuery &query, int offset, int limit)> fetch;
    std::function<db::Request<db::Result<qint64>>(const ListQuery &query)> count;
    std::function<qint64(const Row &row)> key;
};

/// The PagedModel of a list of Rows.
///
/// \code
/// m_model = new RecordModel<blog::Post>(
///     {{.title = [] { return tr("Title"); }, .text = [](const Post &post) { return post.title; }, .sortKey = u"title"_s, .stretches = true},
///      {.title = [] { return tr("Views"); }, .text = [](const Post &post) { return formatNumber(post.viewCount); },
///       .sortKey = u"view_count"_s, .alignment = Qt::AlignTrailing, .width = 8}},
///     {.fetch = …, .count = …, .key = [](const Post &post) { return post.id.value; }}, this);
/// \endcode
template <typename Row>
class RecordModel final : public PagedModel
{
public:
    RecordModel(QList<Column<Row>> columns, RowSource<Row> source, QObject *parent = nullptr)
        : PagedModel(parent), m_columns(std::move(columns)), m_source(std::move(source)) { }

    /// The row if it was fetched, or null. Valid until control returns to the event loop.
    const Row *record(int row) const { return static_cast<const Row *>(findRow(row)); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section >= m_columns.size())
            return PagedModel::headerData(section, orientation, role);
        if (role == Qt::DisplayRole)
            return m_columns.at(section).title();
        if (role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignVCenter | m_columns.at(section).alignment);
        return {};
    }
    QString sortKey(int column) const override { return m_columns.at(column).sortKey; }
    int widthInCharacters(int column) const override { return m_columns.at(column).width; }
    bool stretches(int column) const override { return m_columns.at(column).stretches; }

protected:
    Withdraw fetchRows(const ListQuery &query, int offset, int limit,
                       std::function<void(const db::Result<Rows> &)> done) override
    {
        const auto request = m_source.fetch(query, offset, limit);
        request.then(this, [done](const db::Result<QList<Row>> &rows) {
            if (!rows)
                return done(db::Failure(rows.error()));
            done(Rows{std::make_shared<QList<Row>>(*rows), rows->size()});
        });
        return [request] { request.cancel(); };
    }
    Withdraw fetchCount(const ListQuery &query, std::function<void(const db::Result<qint64> &)> done) override
    {
        const auto request = m_source.count(query);
        request.then(this, std::move(done));
        return [request] { request.cancel(); };
    }
    const void *rowIn(const void *list, qsizetype index) const override
    {
        return &static_cast<const QList<Row> *>(list)->at(index);
    }
    qint64 keyOf(const void *row) const override { return m_source.key(*static_cast<const Row *>(row)); }
    QVariant cell(const void *row, int column, int role) const override
    {
        const auto &record = *static_cast<const Row *>(row);
        const Column<Row> &shown = m_columns.at(column);
        if (role == Qt::DisplayRole)
            return shown.text(record);
        if (role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignVCenter | shown.alignment);
        if (role == Qt::DecorationRole && shown.icon)
            return shown.icon(record);
        const QVariant data = shown.data ? shown.data(record, role) : QVariant();
        return role == Qt::ToolTipRole ? QVariant(literalToolTip(data.toString())) : data;
    }

private:
    QList<Column<Row>> m_columns;
    RowSource<Row> m_source;
};

} // namespace ui
