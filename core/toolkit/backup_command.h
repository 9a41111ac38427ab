// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"

namespace db {

/// The command for a POSIX shell that backs up the database of a server into a file that is named after it, with the
/// engine's own program, which asks for the password itself.
QString backupCommand(const DatabaseUrl &url);

} // namespace db
