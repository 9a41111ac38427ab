// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVariantMap>

namespace ui {

/// A place in the program one can go to, and back to.
struct Destination
{
    QString page; ///< the id of a page: "posts"
    qint64 record = 0; ///< the record open in it, 0 for the list, NewRecord for an empty form
    QString scope = {}; ///< the tab of the list, empty for its first
    QVariantMap filter = {}; ///< conditions the page understands, e.g. {"author_id": 12}; shown as chips

    static constexpr qint64 NewRecord = -1;

    friend bool operator==(const Destination &, const Destination &) = default;
};

} // namespace ui
