// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QWidget;

namespace ui {

/// Runs `setTexts` now and whenever the language changes, as long as the widget lives.
void retranslate(QWidget *widget, std::function<void()> setTexts);

/// Runs `setColors` now and whenever the palette or the font changes, as long as the widget lives.
void restyle(QWidget *widget, std::function<void()> setColors);

} // namespace ui
