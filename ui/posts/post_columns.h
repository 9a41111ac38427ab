// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/blog/post_lists.h"
#include "ui/lists/column.h"

#include <QList>

namespace ui {

/// The columns of the list of posts.
QList<Column<blog::PostRow>> postColumns();

} // namespace ui
