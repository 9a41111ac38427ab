// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/blog.h"
#include "core/toolkit/repo.h"

using db::from;

namespace blog {

db::Result<Comment> Blog::fetchComment(db::Id<Comment> id) const
{
    return m_repo.fetch(from<Comment>().where(&Comment::id, id).preload(&Comment::post).preload(&Comment::user));
}

db::Result<Comment> Blog::createComment(const QVariantMap &params)
{
    return m_repo.insert(Comment::creation({}, params));
}

db::Result<Comment> Blog::updateComment(const Comment &comment, const QVariantMap &params)
{
    return m_repo.update(Comment::editing(comment, params).checkUnchanged());
}

db::Result<Comment> Blog::deleteComment(const Comment &comment)
{
    return m_repo.remove(comment);
}

db::Result<CommentChange> Blog::saveComment(const Comment &comment, const QVariantMap &params)
{
    return m_repo.transaction([&]() -> db::Result<CommentChange> {
        const db::Result<Comment> before = fetchComment(comment.id);
        if (!before)
            return db::Failure(before.error());
        if (const db::Result<Comment> saved = updateComment(comment, params); !saved)
            return db::Failure(saved.error());
        const db::Result<Comment> after = fetchComment(comment.id);
        if (!after)
            return db::Failure(after.error());
        return CommentChange{*before, *after};
    });
}

db::Result<void> Blog::takeBack(const CommentChange &change)
{
    const db::Result<Comment> restored
        = m_repo.update(db::change(change.after).put(&Comment::body, change.before.body).checkUnchanged());
    if (!restored)
        return db::Failure(restored.error());
    return {};
}

} // namespace blog
