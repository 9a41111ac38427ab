// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace db {

/// How many characters a text has as people count them (Unicode's grapheme clusters, UAX #29).
int graphemeCount(const QString &text);

/// The first characters as people count them; none is cut in two.
QString firstGraphemes(const QString &text, int count);

} // namespace db
