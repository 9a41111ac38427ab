// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/comment.h"

namespace moderation {

/// How a user's comments were judged so far.
struct AuthorRecord
{
    qint64 approved = 0;
    qint64 rejected = 0;
    qint64 spam = 0;
    qint64 pending = 0;

    /// Nothing of theirs has been decided yet.
    bool isNewcomer() const { return approved + rejected + spam == 0; }
};

/// One comment in a moderator's queue.
struct QueueItem
{
    db::Id<blog::Comment> id;
    QString excerpt; ///< the beginning of the body
    blog::ModerationState state = blog::ModerationState::Pending;
    db::Id<blog::Post> postId;
    QString postTitle;
    db::Id<accounts::User> userId;
    QString username;
    AuthorRecord record;
    QDateTime insertedAt;
};

/// A place in the queue: the items behind it are those that follow it in time.
struct QueueCursor
{
    QDateTime insertedAt;
    db::Id<blog::Comment> id;

    static QueueCursor after(const QueueItem &item) { return {item.insertedAt, item.id}; }
};

} // namespace moderation
