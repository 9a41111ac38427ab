// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Transactions, and the savepoints inside them.

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

Result<void> Repo::begin(Nested nested)
{
    const bool isOutermost = m_levels.isEmpty();
    const bool isScope = isOutermost || nested == Nested::Savepoint;
    if (isScope) {
        const Result<void> begun = isOutermost ? m_connection.begin() : m_connection.savepoint(m_levels.size());
        if (!begun)
            return begun;
        m_isTouched = false;
        if (isOutermost)
            m_guards = 0;
    }
    m_levels.append({.isScope = isScope, .isDoomed = false});
    return {};
}

Result<void> Repo::end(bool succeeded)
{
    const Level level = m_levels.takeLast();
    const bool fails = !succeeded || level.isDoomed;
    if (!level.isScope) {
        if (fails)
            doom();
        return {};
    }
    m_isTouched = true;
    if (!fails)
        return m_levels.isEmpty() ? m_connection.commit() : m_connection.release(m_levels.size());
    if (m_levels.isEmpty())
        m_connection.rollback();
    else
        m_connection.rollbackTo(m_levels.size());
    return Failure(Error::refused(u"A step inside the transaction failed, so all of it was rolled back"_s));
}

/// What happens in a transaction that joined another one happens to that one.
void Repo::doom()
{
    for (auto level = m_levels.rbegin(); level != m_levels.rend(); ++level) {
        if (!level->isScope)
            continue;
        level->isDoomed = true;
        return;
    }
}

Failure Repo::rollback(const Error &error)
{
    doom();
    return Failure(error);
}

Result<void> Repo::guard()
{
    // A session of PostgreSQL has so many at hand: https://www.postgresql.org/docs/current/subxacts.html
    constexpr int mostGuards = 64;
    if (m_levels.isEmpty() || m_guards == mostGuards || !m_connection.dialect().abortsTransactions() || untouchedSavepoint())
        return {};
    ++m_guards;
    const Result<void> begun = m_connection.savepoint(m_levels.size());
    m_isGuarded = begun.has_value();
    return begun;
}

Result<void> Repo::noteWrite()
{
    m_isTouched = true;
    return std::exchange(m_isGuarded, false) ? m_connection.release(m_levels.size()) : Result<void>();
}

std::optional<qsizetype> Repo::untouchedSavepoint() const
{
    const auto scope = std::find_if(m_levels.rbegin(), m_levels.rend(), [](const Level &level) { return level.isScope; });
    const qsizetype depth = m_levels.rend() - scope - 1;
    return depth > 0 && !m_isTouched ? std::optional(depth) : std::nullopt;
}

bool Repo::stepBack(bool isGuarded)
{
    if (m_levels.isEmpty() || !m_connection.dialect().abortsTransactions())
        return true;
    const std::optional<qsizetype> depth = isGuarded ? std::optional(m_levels.size()) : untouchedSavepoint();
    return depth && m_connection.restart(*depth).has_value();
}

} // namespace db
