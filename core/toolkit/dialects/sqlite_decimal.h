// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

struct sqlite3;

namespace db {

// SQLite has no decimals: a NUMERIC column rounds to 15 digits, and TEXT compares letter by letter. Decimals are kept as
// TEXT, and what is computed from them goes through these functions, which take numbers in either form:
//
//   quecto_decimal(x)          a text that sorts, and is equal, as the number is: for ORDER BY, WHERE, GROUP BY
//   quecto_decimal_add(x, y)   and _subtract, _multiply: exact
//   quecto_decimal_sum(x)      and _min, _max: aggregates; NULL over no rows
//
// NULL gives NULL, and so does what is no number (quecto_decimal keeps it, behind all numbers).
void addSqliteDecimals(sqlite3 *database);

} // namespace db
