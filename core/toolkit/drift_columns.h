// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/catalogue.h"
#include "core/toolkit/column.h"
#include "core/toolkit/fwd.h"

namespace db {

struct Field;

/// What a migration makes for a field.
ColumnType columnTypeOf(const Field &field);

/// The column of a field: NOT NULL unless its member is optional, and a reference where a belongs_to leads by it.
Column columnFor(const Schema &schema, const Field &field);

/// The column that is there, as far as migrations can say its type without further numbers.
std::optional<Column> columnFrom(const ColumnInfo &column);

} // namespace db
