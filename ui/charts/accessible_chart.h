// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace ui {

/// Makes charts readable for assistive technology: role Chart, the name and the current value of the chart,
/// and a table with a row for each category and a column for each series whose cells speak and can be
/// pressed. Every chart calls this; once is enough.
void installAccessibleCharts();

} // namespace ui
