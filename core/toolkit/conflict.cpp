// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/conflict.h"

using namespace Qt::StringLiterals;

namespace db {

std::optional<Error> ConflictRule::problem(const Schema &schema) const
{
    // PostgreSQL asks for it, and elsewhere any index would do, whatever it is about.
    const bool changesRow = kind == Kind::Replace || kind == Kind::Update;
    if (!changesRow || !target.isEmpty())
        return std::nullopt;
    return Error::refused(u"An INSERT that changes the stored row of %1 needs a conflictTarget: the fields whose unique index tells which row that is"_s.arg(schema.table()), schema.table());
}

} // namespace db
