// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/blog/post.h"
#include "core/toolkit/query.h"

// Conditions on posts that more than one question asks for.
namespace blog {

inline db::Condition isInTrash()
{
    return db::col(&Post::deletedAt).isNotNull();
}
inline db::Condition isNotInTrash()
{
    return db::col(&Post::deletedAt).isNull();
}
inline db::Condition isPublished(const QDateTime &now = QDateTime::currentDateTimeUtc())
{
    return db::col(&Post::publishedAt).isNotNull() && db::col(&Post::publishedAt) <= now;
}
inline db::Condition isDraft()
{
    return db::col(&Post::publishedAt).isNull();
}

} // namespace blog
