// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/bookkeeping.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

namespace db {

Result<void> ensureTableOf(Repo &repo, const Operation &creation, const std::function<bool()> &isThere)
{
    const Result<QStringList> statements = repo.connection().dialect().definition({creation});
    if (!statements)
        return Failure(statements.error());
    for (const QString &sql : *statements) {
        const Result<void> done = repo.execute(sql);
        // Of two that make it at the same moment, one may be told that it exists: IF NOT EXISTS does not wait.
        if (!done && !isThere())
            return done;
    }
    return {};
}

} // namespace db
