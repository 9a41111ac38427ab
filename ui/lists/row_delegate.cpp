// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lists/row_delegate.h"

#include "ui/lists/paged_model.h"

#include <QPainter>

namespace ui {

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(PagedModel::PlaceholderRole).toBool())
        return;
    QColor color = option.palette.color(QPalette::Text);
    color.setAlphaF(0.08F);
    const int height = option.fontMetrics.height() / 2;
    const bool isFirst = index.column() == 0;
    const bool isLast = index.column() == index.model()->columnCount() - 1;
    painter->fillRect(option.rect.adjusted(isFirst ? height : 0, (option.rect.height() - height) / 2,
                                           isLast ? -height : 0, -(option.rect.height() - height) / 2),
                      color);
}

} // namespace ui
