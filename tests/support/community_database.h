// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "migrations/migrations.h"
#include "tests/support/test_database.h"

/// A database of the tested engine with all of the program's tables: see addEngines().
inline TestDatabase communityDatabase()
{
    TestDatabase database = TestDatabase::empty();
    database.migrate(migrations::all());
    return database;
}

/// The same in memory, of SQLite.
inline TestDatabase communityInMemory()
{
    TestDatabase database = TestDatabase::inMemory();
    database.migrate(migrations::all());
    return database;
}
