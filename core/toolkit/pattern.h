// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace db {

/// The text with each character in lower case by itself, as the engines' LIKE does it: no rules for sequences, `ß` stays.
QString simpleLower(const QString &text);

/// SQL's LIKE: `%` stands for any text, `_` for one character, and `\` takes the meaning from what follows. Minds the case.
bool matchesPattern(QStringView text, QStringView pattern);

} // namespace db
