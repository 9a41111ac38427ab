// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <memory>

namespace db {

class CancelToken;

/// Makes the database file `to` hold what the database file `from` holds at this moment: in one transaction of `to`, which
/// is made if it is not there, and without keeping others from reading `from`. An error names the file.
Result<void> copySqliteFile(const QString &from, const QString &to, const std::shared_ptr<CancelToken> &token);

} // namespace db
