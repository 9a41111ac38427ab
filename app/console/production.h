// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/command.h"

namespace db {
class DatabaseUrl;
}

namespace console {

/// Lets a command do without the question of confirmProduction().
Option yesOption();

/// Has the name of the database typed if its URL marks it as production; refuses where it is another, or nobody types.
db::Result<void> confirmProduction(const db::DatabaseUrl &url, const Arguments &arguments, Console &console);

} // namespace console
