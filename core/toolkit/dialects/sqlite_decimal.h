// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

struct sqlite3;

namespace db {

// SQLite has no decimals: a NUMERIC column rounds to 15 digits, and TEXT compares letter by letter. Decimals are kept as
// TEXT, and what is computed from them goes through these, which take numbers in either form:
//
//   COLLATE quecto_decimal     compares and orders by value
//   quecto_decimal_add(x, y)   and _subtract, _multiply: exact; _divide: 16 digits behind the point or more
//   quecto_decimal_sum(x)      and _avg: aggregates, also over windows; NULL over no rows
//
// NULL gives NULL, and so does what is no number (the collation keeps it, behind all numbers).
void addSqliteDecimals(sqlite3 *database);

} // namespace db
