// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

struct sqlite3_context;
struct sqlite3_value;

namespace db {

/// An argument of a function of ours, as text.
QString textOf(sqlite3_value *value);
/// Makes a text the result of the function.
void answer(sqlite3_context *context, const QString &text);

} // namespace db
