// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/command.h"

namespace console {

// Each command has a file of its own.
Command createCommand();
Command diffCommand();
Command dropCommand();
Command genMigrationCommand();
Command importStackExchangeCommand();
Command migrateCommand();
Command migrationsCommand();
Command rollbackCommand();
Command seedCommand();

/// All commands, in the order of the help.
const QList<Command> &commands();

/// The options that every command takes.
const QList<Option> &commonOptions();

} // namespace console
