// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAnyStringView>
#include <QIcon>

namespace ui {

/// The icon with a name from freedesktop's icon naming specification or from Breeze: `ui::icon("document-save")`.
/// It follows the theme by itself; keep the QIcon, not a pixmap of it.
QIcon icon(QAnyStringView name);

} // namespace ui
