// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/user.h"
#include "core/blog/moderation_state.h"

#include <optional>

namespace blog {

struct Post;

/// What a user says about a post, and what has been decided about it.
struct Comment
{
    db::Id<Comment> id;
    QString body;
    bool isApproved = false; ///< always whether `state` is Approved
    ModerationState state = ModerationState::Pending;
    std::optional<QDateTime> moderatedAt;
    std::optional<QString> moderatedBy; ///< the operator's name
    std::optional<QString> moderationReason;
    db::Id<Post> postId;
    db::BelongsTo<Post> post;
    db::Id<accounts::User> userId;
    db::BelongsTo<accounts::User> user;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Comment> &schema);

    /// For someone who comments: `body` (10 to 5000 characters), `post_id`, `user_id`. Nobody approves themselves.
    static db::Changeset<Comment> creation(const Comment &comment, const QVariantMap &params);
    /// For a comment from another program: `body`, `post_id`, `user_id`, `inserted_at`, `updated_at`. The database, not this,
    /// insists on post and user.
    static db::Changeset<Comment> importing(const Comment &comment, const QVariantMap &params);
    /// For an editor: `body`.
    static db::Changeset<Comment> editing(const Comment &comment, const QVariantMap &params);
    /// For a moderator: `moderation_state` and `moderation_reason`, or `is_approved` alone, which approves or rejects. Keeps
    /// is_approved true to the state and notes who decided and when; back to pending, the decision is forgotten.
    static db::Changeset<Comment> moderation(const Comment &comment, const QVariantMap &params, const QString &moderator,
                                             const QDateTime &now = QDateTime::currentDateTimeUtc());
};

} // namespace blog
