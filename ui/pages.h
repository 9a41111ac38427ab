// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"
#include "ui/language/text.h"

#include <QList>
#include <QString>

#include <functional>

namespace db {
struct Migration;
}

namespace ui {

class Page;
class Session;

/// An area of the program as the navigator and the menu Go list it.
struct PageEntry
{
    QString id; ///< "posts"
    QString icon; ///< a freedesktop name
    Text title;
    Text group; ///< the heading it stands under; empty for none
    std::function<Page *(Session &session)> make;
    /// The number beside the entry, asked for again after each write and now and then; empty for none.
    std::function<db::Request<db::Result<qint64>>(Session &session)> badge = {};
};

/// All areas in the order of the navigator. A new area is one entry here.
QList<PageEntry> pageEntries(const QList<db::Migration> &migrations);

} // namespace ui
