// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/migration.h"

namespace db {

/// What lies in a folder of migrations in SQL, for who shows it while it is being worked on: what is wrong with one file leaves
/// out that file only. sqlMigrations() refuses such a folder instead.
struct MigrationFolder
{
    QList<Migration> migrations = {}; ///< of all files `*.sql` that are in order, below the folder, too; oldest first
    QList<Error> problems = {}; ///< of the other files, or of the folder; the subject is the path
    QStringList files = {}; ///< all of them
    QStringList folders = {}; ///< that could be looked into, the folder itself first
};

MigrationFolder readMigrationFolder(const QString &folder, DatabaseUrl::Engine engine);

} // namespace db
