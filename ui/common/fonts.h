// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLabel;

namespace ui {

/// Makes a label a heading: bold, and `scale` times as large as the text around it, at any zoom.
void makeHeading(QLabel *label, double scale);

/// Makes a label quiet: in the muted colour.
void makeQuiet(QLabel *label);

} // namespace ui
