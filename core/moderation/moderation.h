// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/comment_lists.h"
#include "core/blog/post.h"
#include "core/moderation/decision.h"
#include "core/moderation/queue_item.h"
#include "core/toolkit/error.h"

#include <QHash>
#include <QList>

namespace moderation {

/// What helps to judge a comment.
struct CommentContext
{
    blog::Comment comment; ///< with its user
    blog::Post post; ///< with its author
    AuthorRecord record; ///< of the comment's user
    QList<blog::Comment> before; ///< of the same post, oldest first, each with its user
    QList<blog::Comment> after;
};

/// What becomes of comments.
class Moderation
{
public:
    explicit Moderation(db::Repo &repo)
        : m_repo(repo) { }

    /// Comments of one state, oldest first, from the beginning or behind `after`.
    db::Result<QList<QueueItem>> queue(blog::ModerationState state = blog::ModerationState::Pending, qint64 limit = 50,
                                       const std::optional<QueueCursor> &after = std::nullopt) const;
    /// How many comments there are of each state.
    db::Result<blog::CommentCounts> countsByState() const;
    /// The comment with up to `neighbours` comments of the same post on either side; NotFound if it is gone.
    db::Result<CommentContext> context(db::Id<blog::Comment> id, int neighbours = 3) const;

    /// Gives comments a state, all of them or none. Each must still be in the state in which the moderator saw it: otherwise
    /// the error is Stale, its message says who decided what, and its subject is the name of that operator. Rules:
    /// Comment::moderation(). A blank reason is none.
    db::Result<QList<Decision>> decide(const QList<db::Id<blog::Comment>> &comments, blog::ModerationState seen,
                                       blog::ModerationState state, const QString &moderator, const QString &reason = {});
    /// The same for comments of various states.
    db::Result<QList<Decision>> decide(const QList<Seen> &comments, blog::ModerationState state, const QString &moderator,
                                       const QString &reason = {});
    /// Takes decisions back, all of them or none; Stale when a comment was decided about again since. Restoring the inverse
    /// of the decisions makes them again.
    db::Result<void> restore(const QList<Decision> &decisions);

private:
    db::Result<QHash<db::Id<accounts::User>, AuthorRecord>> records(const QList<db::Id<accounts::User>> &users) const;

    db::Repo &m_repo;
};

} // namespace moderation
