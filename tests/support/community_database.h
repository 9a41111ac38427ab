// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "migrations/migrations.h"
#include "tests/support/test_database.h"

/// A database in memory with all of the program's tables.
inline TestDatabase communityDatabase()
{
    TestDatabase database = TestDatabase::inMemory();
    database.migrate(migrations::all());
    return database;
}
