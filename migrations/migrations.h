// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/toolkit/migration.h"

namespace migrations {

/// The history of the database that was compiled in, oldest first: one entry per file of this folder.
QList<db::Migration> all();

} // namespace migrations
