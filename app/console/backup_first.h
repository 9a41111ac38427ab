// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/command.h"

namespace db {
class Connection;
}

namespace console {

/// Do not back up first.
Option noBackupOption();

/// Backs up a database that is a file, unless that is not wanted, and says where to. Returns what goes into the answer: the
/// file as "backup", where there is one.
db::Result<QJsonObject> backUpFirst(const db::Connection &database, const Arguments &arguments, Console &console);

} // namespace console
