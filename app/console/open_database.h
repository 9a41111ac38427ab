// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/command.h"
#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <memory>

namespace console {

/// A database and the door to it.
struct OpenDatabase
{
    std::unique_ptr<db::Connection> connection;
    db::Repo repo;
};

/// The database that the arguments, the environment or the user's data folder names.
db::Result<db::DatabaseUrl> databaseUrl(const Arguments &arguments);

db::Result<OpenDatabase> openDatabase(const Arguments &arguments);
/// A database that lacks migrations is the error MissingTable.
db::Result<OpenDatabase> openMigratedDatabase(const Arguments &arguments);

} // namespace console
