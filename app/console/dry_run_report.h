// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/command.h"
#include "core/toolkit/dry_run.h"

namespace console {

/// `--dry-run`.
Option dryRunOption();

/// Tells what a dry run found out; the program fails where the migrations would. Returns it as JSON.
QJsonObject report(Console &console, const db::DryRun &run);

} // namespace console
