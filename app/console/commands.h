// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/command.h"

namespace console {

// Each command has a file of its own.
Command backupsCommand();
Command completionCommand();
Command createCommand();
Command diffCommand();
Command driftCommand();
Command dropCommand();
Command dumpCommand();
Command genMigrationCommand();
Command genSchemaCommand();
Command importStackExchangeCommand();
Command loadCommand();
Command manCommand();
Command migrateCommand();
Command migrationsCommand();
Command restoreCommand();
Command rollbackCommand();
Command seedCommand();

/// All commands, in the order of the help.
const QList<Command> &commands();

/// The options that every command takes.
const QList<Option> &commonOptions();

/// What may be asked instead of a command.
const Option &versionOption();

/// The command that the first operands name; where they end, its own begin. Null when they name none.
const Command *findCommand(const QStringList &operands);

} // namespace console
