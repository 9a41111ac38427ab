// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/choice_delegate.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace ui {

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString label = std::exchange(cell.text, QString());
    cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const QColor text = cell.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const int margin = cell.fontMetrics.height() / 4;
    const QRect inner = cell.rect.adjusted(2 * margin, margin, -2 * margin, -margin);
    const int width = inner.width();
    painter->save();
    painter->setPen(text);
    painter->drawText(inner, Qt::AlignTop | Qt::AlignLeading, cell.fontMetrics.elidedText(label, Qt::ElideRight, width));
    painter->setPen(isSelected ? text : Theme::color(Theme::Role::Muted));
    painter->drawText(inner, Qt::AlignBottom | Qt::AlignLeading, cell.fontMetrics.elidedText(index.data(DetailRole).toString(), Qt::ElideRight, width));
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    return {QStyledItemDelegate::sizeHint(option, index).width(), 2 * line + line / 2 + option.fontMetrics.leading()};
}

} // namespace ui
