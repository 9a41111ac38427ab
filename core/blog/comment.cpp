// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/comment.h"

#include "core/blog/post.h"
#include "core/toolkit/changeset.h"

namespace blog {

void Comment::describe(db::SchemaBuilder<Comment> &schema)
{
    schema.table("comments");
    schema.primaryKey("id", &Comment::id);
    schema.field("body", &Comment::body);
    schema.field("is_approved", &Comment::isApproved);
    schema.field("moderation_state", &Comment::state);
    schema.field("moderated_at", &Comment::moderatedAt);
    schema.field("moderated_by", &Comment::moderatedBy);
    schema.field("moderation_reason", &Comment::moderationReason);
    schema.belongsTo("post", &Comment::post, "post_id", &Comment::postId);
    schema.belongsTo("user", &Comment::user, "user_id", &Comment::userId);
    schema.timestamps(&Comment::insertedAt, &Comment::updatedAt);
}

static db::Changeset<Comment> validateBody(const db::Changeset<Comment> &changeset)
{
    return changeset.validateLength(&Comment::body, {.min = 10, .max = 5000});
}

db::Changeset<Comment> Comment::creation(const Comment &comment, const QVariantMap &params)
{
    return db::cast(comment, params, {&Comment::body, &Comment::postId, &Comment::userId})
        .validateRequired({&Comment::body, &Comment::postId, &Comment::userId})
        .then(validateBody)
        .foreignKeyConstraint(&Comment::postId)
        .foreignKeyConstraint(&Comment::userId);
}

db::Changeset<Comment> Comment::importing(const Comment &comment, const QVariantMap &params)
{
    return db::cast(comment, params,
                    {&Comment::body, &Comment::postId, &Comment::userId, &Comment::insertedAt, &Comment::updatedAt})
        .validateRequired({&Comment::body, &Comment::insertedAt, &Comment::updatedAt})
        .then(validateBody)
        .foreignKeyConstraint(&Comment::postId)
        .foreignKeyConstraint(&Comment::userId);
}

db::Changeset<Comment> Comment::editing(const Comment &comment, const QVariantMap &params)
{
    return db::cast(comment, params, {&Comment::body})
        .validateRequired({&Comment::body})
        .then(validateBody);
}

/// The boolean of Ecto's guide and the state say the same; whichever was given leads.
static db::Changeset<Comment> agree(const db::Changeset<Comment> &changeset)
{
    const bool onlyBoolean = changeset.changes(&Comment::isApproved) && !changeset.changes(&Comment::state);
    if (onlyBoolean) {
        const bool approved = changeset.value(&Comment::isApproved);
        return changeset.put(&Comment::state, approved ? ModerationState::Approved : ModerationState::Rejected);
    }
    return changeset.put(&Comment::isApproved, changeset.value(&Comment::state) == ModerationState::Approved);
}

db::Changeset<Comment> Comment::moderation(const Comment &comment, const QVariantMap &params, const QString &moderator,
                                           const QDateTime &now)
{
    const db::Changeset<Comment> changeset
        = db::cast(comment, params, {&Comment::isApproved, &Comment::state, &Comment::moderationReason})
              .validateRequired({&Comment::isApproved, &Comment::state})
              .validateLength(&Comment::moderationReason, {.max = 500})
              .then(agree);
    if (!changeset.changes(&Comment::state))
        return changeset;
    if (changeset.value(&Comment::state) == ModerationState::Pending) {
        return changeset.put(&Comment::moderatedAt, std::nullopt)
            .put(&Comment::moderatedBy, std::nullopt)
            .put(&Comment::moderationReason, std::nullopt);
    }
    return changeset.put(&Comment::moderatedAt, now).put(&Comment::moderatedBy, moderator);
}

} // namespace blog
