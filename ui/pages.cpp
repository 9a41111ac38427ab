// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages.h"

#include "core/toolkit/migration.h"

namespace ui {

QList<PageEntry> pageEntries(const QList<db::Migration> &)
{
    return {};
}

} // namespace ui
