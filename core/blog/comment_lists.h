// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/comment.h"

#include <QMap>

namespace blog {

enum class CommentSort {
    Body,
    Post,
    User,
    State,
    InsertedAt
};

/// Which comments a list shows, and in which order. Equal comments follow their id.
struct CommentFilter
{
    std::optional<ModerationState> state = std::nullopt; ///< nothing: all
    QString search = {}; ///< part of the body, whatever the case
    std::optional<db::Id<Post>> post = std::nullopt;
    std::optional<db::Id<accounts::User>> user = std::nullopt;
    std::optional<QDateTime> insertedFrom = std::nullopt; ///< the first instant that belongs to the range
    std::optional<QDateTime> insertedTo = std::nullopt; ///< the first instant after it
    CommentSort sort = CommentSort::InsertedAt;
    bool descending = true;

    friend bool operator==(const CommentFilter &, const CommentFilter &) = default;
};

/// How many comments there are of each state; states without any are there with 0.
using CommentCounts = QMap<ModerationState, qint64>;

/// Characters of a body that lists show.
inline constexpr int excerptLength = 280;

/// One line of a list of comments.
struct CommentRow
{
    db::Id<Comment> id;
    QString excerpt; ///< the beginning of the body
    db::Id<Post> postId;
    QString postTitle;
    db::Id<accounts::User> userId;
    QString username;
    ModerationState state = ModerationState::Pending;
    QDateTime insertedAt;
};

} // namespace blog
