// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVariantMap>

namespace ui {

/// Which rows a list shows, and in which order.
struct ListQuery
{
    QString search = {}; ///< trimmed; empty for all
    QString scope = {}; ///< the key of a tab; empty when the list has none
    QVariantMap filter = {}; ///< set by navigation, shown as chips
    QString sortKey = {}; ///< a column's sort key; empty for the default order
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

} // namespace ui
