// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"
#include "core/toolkit/operation.h"

#include <functional>

namespace db {

class Repo;

/// Makes a table in which the Migrator keeps its books, unless it is there. `isThere` tells whether it can be read.
Result<void> ensureTableOf(Repo &repo, const Operation &creation, const std::function<bool()> &isThere);

} // namespace db
