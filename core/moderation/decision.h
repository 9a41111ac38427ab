// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/comment.h"

namespace moderation {

/// What a comment says about its moderation.
struct Verdict
{
    blog::ModerationState state = blog::ModerationState::Pending;
    std::optional<QDateTime> at = std::nullopt;
    std::optional<QString> by = std::nullopt;
    std::optional<QString> reason = std::nullopt;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// A comment in the state in which a moderator saw it.
struct Seen
{
    db::Id<blog::Comment> comment;
    blog::ModerationState state = blog::ModerationState::Pending;
};

/// A decision that was stored, with what is needed to take it back.
struct Decision
{
    db::Id<blog::Comment> comment;
    Verdict before;
    Verdict after;

    /// What takes this decision back.
    Decision inverse() const { return {comment, after, before}; }
};

Verdict verdictOf(const blog::Comment &comment);

} // namespace moderation
