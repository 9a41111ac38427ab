// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/migrations/migration_line.h"

namespace ui {

/// What applying migrations would run here, oldest first, with remarks on what that loses.
QString upSql(const QList<MigrationLine> &lines);
/// What taking them back would run here, newest first.
QString downSql(const QList<MigrationLine> &lines);

} // namespace ui
