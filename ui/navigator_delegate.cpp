// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/navigator_delegate.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace ui {

void NavigatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int gap = option.fontMetrics.height() / 2;
    if (index.data(HeadingRole).toBool()) {
        QFont font = option.font;
        font.setBold(true);
        font.setPointSizeF(font.pointSizeF() * 0.9);
        painter->save();
        painter->setFont(font);
        painter->setPen(Theme::color(Theme::Role::Muted));
        painter->drawText(option.rect.adjusted(gap, 0, -gap, -gap / 2), Qt::AlignBottom | Qt::AlignLeading, index.data().toString());
        painter->restore();
        return;
    }
    // A tinted ground rather than the selection's: icons stay readable on it in both themes.
    QStyleOptionViewItem entry = option;
    entry.palette.setColor(QPalette::Highlight, Theme::background(Theme::Role::Accent));
    entry.palette.setColor(QPalette::HighlightedText, option.palette.color(QPalette::Text));
    QStyledItemDelegate::paint(painter, entry, index);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(gap / 3, option.rect.height())), Theme::color(Theme::Role::Accent));
    const QString badge = index.data(BadgeRole).toString();
    if (badge.isEmpty())
        return;
    const QSize size(option.fontMetrics.horizontalAdvance(badge) + gap, option.fontMetrics.height());
    QRect place(QPoint(), size);
    place.moveCenter(option.rect.center());
    place.moveRight(option.rect.right() - gap);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::background(Theme::Role::Pending));
    painter->drawRoundedRect(place, size.height() / 2.0, size.height() / 2.0);
    painter->setPen(Theme::color(Theme::Role::Pending));
    painter->drawText(place, Qt::AlignCenter, badge);
    painter->restore();
}

QSize NavigatorDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() * 2};
}

} // namespace ui
