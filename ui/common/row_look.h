// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QTableView;

namespace ui {

/// Makes a table one of whole rows, as all tables of the window are: striped, without a grid, and left by the Tab key.
void lookLikeRows(QTableView *table);

} // namespace ui
