// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace ui {

QPalette lightPalette();
QPalette darkPalette();

} // namespace ui
