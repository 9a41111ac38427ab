// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Draws a choice on two lines: its label, and below it, in the muted colour, its detail.
class ChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Roles {
        KeyRole = Qt::UserRole,
        DetailRole
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
