// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/id.h"

#include <QDateTime>
#include <QString>
#include <QVariantMap>

#include <optional>

namespace ui {

/// Which rows a list shows, and in which order.
struct ListQuery
{
    QString search = {}; ///< trimmed; empty for all
    QString scope = {}; ///< the key of a tab; empty when the list has none
    QVariantMap filter = {}; ///< set by navigation, shown as chips
    QString sortKey = {}; ///< a column's sort key; empty for the default order
    Qt::SortOrder order = Qt::AscendingOrder;

    /// A value of the filter that is the key of a row; nothing when the filter does not have it.
    template <typename T>
    std::optional<db::Id<T>> id(const QString &key) const
    {
        return filter.contains(key) ? std::optional(db::Id<T>{filter.value(key).toLongLong()}) : std::nullopt;
    }
    /// A value of the filter that is a time; nothing when the filter does not have it.
    std::optional<QDateTime> time(const QString &key) const
    {
        return filter.contains(key) ? std::optional(filter.value(key).toDateTime()) : std::nullopt;
    }

    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

} // namespace ui
