// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Draws the entries of the navigator: headings small and quiet, entries with their number at the end.
class NavigatorDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Roles {
        PageRole = Qt::UserRole,
        HeadingRole,
        BadgeRole,
        CountRole
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
