// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/query_core.h"

namespace db {

/// What a query with groups or aggregates asks for although a group has no single value of it: a column that is neither
/// grouped, nor inside an aggregate, nor of a row whose primary key is grouped. Empty if there is nothing. PostgreSQL refuses
/// such a query, SQLite and MariaDB answer with any row of the group. `isSelected` is false when only the existence of groups
/// is asked for.
QString ungroupedColumn(const QueryCore &query, bool isSelected);

} // namespace db
