// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/migrator.h"

#include <QJsonArray>

namespace console {

class Console;

/// Tells of every migration while it runs, in Ecto's words.
db::Migrator::Progress narrate(Console &console);

/// What ran, as JSON.
QJsonArray toJson(const QList<db::MigrationRun> &runs);

} // namespace console
