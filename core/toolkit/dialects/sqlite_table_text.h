// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/catalogue.h"

#include <QString>

namespace db {

/// What SQLite keeps only in the text of a CREATE TABLE.
struct SqliteTableText
{
    QStringList foreignKeys = {}; ///< their names in the order of the text; empty where they have none
    QList<CheckInfo> checks = {};
};

/// Reads the names of constraints, and the checks, out of a CREATE TABLE. Text that is none gives nothing.
SqliteTableText readSqliteTable(const QString &sql);

} // namespace db
