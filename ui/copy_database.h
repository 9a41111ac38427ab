// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ui {

enum class CopyOutcome {
    Copied,
    SameFile, ///< the copy would be the original; nothing was done
    Failed ///< what was at the target is still there
};

/// Copies a database file, and the journal beside it that may hold its newest commits. An existing file is replaced by a
/// complete copy only. Takes as long as the disk: not for the thread of the window.
CopyOutcome copyDatabase(const QString &from, const QString &to);

} // namespace ui
