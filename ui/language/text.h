// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace ui {

/// A text that is asked for anew when the language changes: `[] { return tr("Title"); }`.
using Text = std::function<QString()>;

} // namespace ui
