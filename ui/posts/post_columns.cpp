// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/post_columns.h"

#include "ui/common/format.h"
#include "ui/posts/post_state.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct PostColumns
{
    Q_DECLARE_TR_FUNCTIONS(ui::PostColumns)
};

using Row = blog::PostRow;

/// "12", or "12 +3 pending".
QString commentsText(const Row &row)
{
    if (row.pendingComments == 0)
        return formatNumber(row.approvedComments);
    return PostColumns::tr("%1 +%2 pending").arg(formatNumber(row.approvedComments), formatNumber(row.pendingComments));
}

QVariant stateData(const Row &row, int role)
{
    return role == Qt::ForegroundRole ? QVariant(Theme::color(postStateRole(row.state))) : QVariant();
}

QVariant titleData(const Row &row, int role)
{
    return role == Qt::ToolTipRole ? QVariant(row.title) : QVariant();
}

QVariant tagsData(const Row &row, int role)
{
    return role == Qt::ToolTipRole ? QVariant(row.tags.join(u", "_qs)) : QVariant();
}

} // namespace

QList<Column<Row>> postColumns()
{
    return {
        {.title = [] { return PostColumns::tr("Title"); }, .text = [](const Row &row) { return row.title; }, .sortKey = u"title"_qs, .width = 28, .stretches = true, .data = titleData},
        {.title = [] { return PostColumns::tr("Author"); }, .text = [](const Row &row) { return row.authorName; }, .sortKey = u"author"_qs, .width = 12},
        {.title = [] { return PostColumns::tr("State"); }, .text = [](const Row &row) { return postStateText(row.state); }, .width = 17, .icon = [](const Row &row) { return postStateIcon(row.state); }, .data = stateData},
        {.title = [] { return PostColumns::tr("Published"); }, .text = [](const Row &row) { return row.publishedAt ? formatDateTime(*row.publishedAt) : QString(); }, .sortKey = u"published_at"_qs, .width = 17},
        {.title = [] { return PostColumns::tr("Views"); }, .text = [](const Row &row) { return formatNumber(row.viewCount); }, .sortKey = u"view_count"_qs, .alignment = Qt::AlignTrailing, .width = 6},
        {.title = [] { return PostColumns::tr("Comments"); }, .text = commentsText, .alignment = Qt::AlignTrailing, .width = 12},
        {.title = [] { return PostColumns::tr("Tags"); }, .text = [](const Row &row) { return row.tags.join(u", "_qs); }, .width = 15, .data = tagsData},
        {.title = [] { return PostColumns::tr("Updated"); }, .text = [](const Row &row) { return formatDateTime(row.updatedAt); }, .sortKey = u"updated_at"_qs, .width = 17},
    };
}

} // namespace ui
