// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/blog.h"
#include "core/toolkit/repo.h"

using db::from;

namespace blog {

db::Result<Comment> Blog::fetchComment(db::Id<Comment> id) const
{
    const db::Result<std::optional<Comment>> comment
        = m_repo.one(from<Comment>().where(&Comment::id, id).preload(&Comment::post).preload(&Comment::user));
    if (!comment)
        return db::Failure(comment.error());
    if (!*comment)
        return db::Failure(db::Error::notFound(db::schemaOf<Comment>().table()));
    return **comment;
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

} // namespace blog
