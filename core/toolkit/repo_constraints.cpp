// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How the refusal of a database becomes errors on the fields of a changeset.

#include "core/toolkit/connection.h"
#include "core/toolkit/explanation.h"
#include "core/toolkit/repo.h"

#include <utility>

namespace db {

namespace {

bool isExplainable(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unique:
    case Error::Kind::ForeignKey:
    case Error::Kind::NotNull:
    case Error::Kind::Check:
    case Error::Kind::Exclusion:
    case Error::Kind::TooLong:
    case Error::Kind::OutOfRange:
        return true;
    default:
        return false;
    }
}

} // namespace

Error Repo::explained(const Error &error, const ChangesetCore &changeset, const void *object)
{
    const bool isGuarded = std::exchange(m_isGuarded, false);
    if (!isExplainable(error.kind))
        return error;
    Explanation explanation(m_connection, error, changeset, object);
    if (stepBack(isGuarded))
        explanation.lookUp();
    if (isGuarded)
        m_connection.rollbackTo(m_levels.size());
    explanation.takeReport();
    return explanation.outcome();
}

} // namespace db
