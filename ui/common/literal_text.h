// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ui {

// Text of the database, or of files, where Qt would read more into it than it says.

/// For buttons, actions and menus: an ampersand is one, and gives no letter a shortcut.
QString literalLabel(const QString &text);
/// The reverse, for a label of our own: "&Undo" becomes "Undo", "R&&D" becomes "R&D".
QString withoutMnemonic(const QString &label);
/// For tool tips, which Qt would show as HTML if it looks like some.
QString literalToolTip(const QString &text);

} // namespace ui
