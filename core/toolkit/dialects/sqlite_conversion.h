// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/column.h"

namespace db {

/// What makes a value of one type out of a value of another where SQLite, which keeps both as text or bytes, would leave it
/// as it is. Empty where that is right.
QString sqliteConversion(const Column &before, const Column &now);

} // namespace db
