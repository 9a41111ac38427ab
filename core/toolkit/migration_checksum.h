// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/operation.h"

namespace db {

/// Tells operations apart by what they do: 64 hexadecimal digits.
///
/// The operations count, not the SQL that an engine makes of them, and only what is said of them: a later version of the
/// toolkit may spell them otherwise, or know more that can be said. In SQL of one's own, comments and blanks do not count,
/// nor does what would take an operation back.
QString checksumOf(const QList<Operation> &operations, DatabaseUrl::Engine engine);

} // namespace db
