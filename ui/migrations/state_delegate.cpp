// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/migrations/state_delegate.h"

#include <QPainter>

namespace ui {

void StateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->icon.isNull() || !option->state.testFlag(QStyle::State_Selected))
        return;
    QPixmap pixmap = option->icon.pixmap(option->decorationSize, option->widget->devicePixelRatioF());
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), option->palette.color(QPalette::HighlightedText));
    painter.end();
    option->icon = QIcon(pixmap);
    option->icon.addPixmap(pixmap, QIcon::Selected);
}

} // namespace ui
