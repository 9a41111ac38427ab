// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/post.h"

#include <QStringList>

namespace blog {

/// All is everything outside the trash.
enum class PostScope {
    All,
    Published,
    Drafts,
    Scheduled,
    Trash
};
enum class PostSort {
    Title,
    Author,
    PublishedAt,
    Views,
    UpdatedAt
};

/// Which posts a list shows, and in which order. Equal posts follow their id.
struct PostFilter
{
    PostScope scope = PostScope::All;
    QString search = {}; ///< part of title, body or author's username, whatever the case
    std::optional<db::Id<accounts::User>> author = std::nullopt;
    std::optional<QDateTime> publishedFrom = std::nullopt; ///< the first instant that belongs to the range
    std::optional<QDateTime> publishedTo = std::nullopt; ///< the first instant after it
    PostSort sort = PostSort::PublishedAt; ///< posts without a date count as newest
    bool descending = true;

    friend bool operator==(const PostFilter &, const PostFilter &) = default;
};

/// One line of a list of posts.
struct PostRow
{
    db::Id<Post> id;
    QString title;
    QString authorName;
    db::Id<accounts::User> authorId;
    PostState state = PostState::Draft;
    std::optional<QDateTime> publishedAt;
    std::optional<QDateTime> deletedAt;
    qint64 viewCount = 0;
    qint64 approvedComments = 0;
    qint64 pendingComments = 0;
    QStringList tags; ///< names, in alphabetical order
    QDateTime updatedAt;
};

} // namespace blog
