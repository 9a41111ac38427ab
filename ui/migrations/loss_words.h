// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/losses.h"

#include <QStringList>

namespace ui {

struct MigrationLine;

/// Whether something is known to be lost, and not only unknown.
bool isKnown(const db::Loss &loss);

/// A sentence that says what is lost: "The table apples is dropped, with all its rows."
QString inWords(const db::Loss &loss);

/// What is worth knowing of a migration before it runs, in a few words each: "drops a table", "not reversible".
QStringList marksOf(const MigrationLine &line);
/// The same in whole sentences that name tables and columns.
QStringList remarksOn(const MigrationLine &line);

} // namespace ui
