// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"

namespace bench {

/// How long so many migrations take on an empty database of an engine, each of which makes a table with an index; milliseconds.
qint64 migrationsOn(db::DatabaseUrl::Engine engine, int count);

} // namespace bench
