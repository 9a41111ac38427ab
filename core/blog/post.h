// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/user.h"
#include "core/blog/comment.h"
#include "core/blog/tag.h"

#include <optional>

namespace blog {

/// What readers can expect of a post.
enum class PostState {
    Draft,
    Scheduled,
    Published,
    Deleted
};

/// Something an author wrote.
struct Post
{
    db::Id<Post> id;
    QString title;
    QString body;
    QString slug; ///< unique; see slugFor()
    std::optional<QDateTime> publishedAt; ///< nothing: a draft; in the future: scheduled
    qint64 viewCount = 0;
    std::optional<QDateTime> deletedAt; ///< set: in the trash
    db::Id<accounts::User> authorId;
    db::BelongsTo<accounts::User> author;
    db::HasMany<Comment> comments;
    db::ManyToMany<Tag> tags;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Post> &schema);

    /// `title` (5 to 200 characters), `body` (from 50), `slug`, `published_at`, `author_id`. A slug that is not given is made
    /// from the title whenever the title changes.
    static db::Changeset<Post> changeset(const Post &post, const QVariantMap &params);
    /// For a post from another program: `title`, `body` of any length but not blank, `slug`, `published_at`, `view_count`,
    /// `author_id`, `inserted_at`, `updated_at`. The database, not this, insists on slug and author.
    static db::Changeset<Post> importing(const Post &post, const QVariantMap &params);
};

PostState postState(const std::optional<QDateTime> &publishedAt, const std::optional<QDateTime> &deletedAt,
                    const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace blog
