// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/drift_repair.h"

#include <QStringList>

namespace console {

/// What stands in the `change` of a migration that mends drift, line by line, without indentation. What nothing mends is a
/// comment; so is what loses data, with its sentence, for somebody to decide.
QStringList migrationLines(const QList<db::DriftRepair> &repairs);

} // namespace console
