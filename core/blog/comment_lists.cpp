// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/blog.h"
#include "core/toolkit/repo.h"

using accounts::User;
using db::col;
using db::from;

namespace blog {

namespace {

db::Query<Comment> matching(const CommentFilter &filter)
{
    db::Query<Comment> query = from<Comment>();
    if (filter.state)
        query = query.where(&Comment::state, *filter.state);
    if (!filter.search.isEmpty())
        query = query.where(col(&Comment::body).contains(filter.search));
    if (filter.post)
        query = query.where(&Comment::postId, *filter.post);
    if (filter.user)
        query = query.where(&Comment::userId, *filter.user);
    if (filter.insertedFrom)
        query = query.where(col(&Comment::insertedAt) >= *filter.insertedFrom);
    if (filter.insertedTo)
        query = query.where(col(&Comment::insertedAt) < *filter.insertedTo);
    return query;
}

db::Node::Ptr sortedBy(CommentSort sort)
{
    switch (sort) {
    case CommentSort::Body:
        return lower(left(col(&Comment::body), excerptLength)).node();
    case CommentSort::Post:
        return lower(col(&Post::title)).node();
    case CommentSort::User:
        return lower(col(&User::username)).node();
    case CommentSort::State:
        return col(&Comment::state).node();
    case CommentSort::InsertedAt:
        return col(&Comment::insertedAt).node();
    }
    Q_UNREACHABLE();
}

} // namespace

db::Result<QList<CommentRow>> Blog::commentRows(const CommentFilter &filter, qint64 offset, qint64 limit) const
{
    return m_repo.all(matching(filter)
                          .leftJoin(&Comment::post)
                          .leftJoin(&Comment::user)
                          .orderBy({{sortedBy(filter.sort), filter.descending}, {col(&Comment::id).node(), filter.descending}})
                          .offset(offset)
                          .limit(limit)
                          .select({into(&CommentRow::id, col(&Comment::id)),
                                   into(&CommentRow::excerpt, left(col(&Comment::body), excerptLength)),
                                   into(&CommentRow::postId, col(&Comment::postId)),
                                   into(&CommentRow::postTitle, col(&Post::title)),
                                   into(&CommentRow::userId, col(&Comment::userId)),
                                   into(&CommentRow::username, col(&User::username)),
                                   into(&CommentRow::state, col(&Comment::state)),
                                   into(&CommentRow::insertedAt, col(&Comment::insertedAt))}));
}

db::Result<qint64> Blog::commentCount(const CommentFilter &filter) const
{
    return m_repo.count(matching(filter));
}

db::Result<CommentCounts> Blog::commentScopeCounts(const CommentFilter &filter) const
{
    struct Counted
    {
        ModerationState state = ModerationState::Pending;
        qint64 comments = 0;
    };
    CommentFilter anyState = filter;
    anyState.state.reset();
    const db::Result<QList<Counted>> counted = m_repo.all(matching(anyState)
                                                              .groupBy(col(&Comment::state))
                                                              .select({into(&Counted::state, col(&Comment::state)),
                                                                       into(&Counted::comments, db::countAll())}));
    if (!counted)
        return db::Failure(counted.error());
    CommentCounts counts{{ModerationState::Pending, 0}, {ModerationState::Approved, 0}, {ModerationState::Rejected, 0}, {ModerationState::Spam, 0}};
    for (const Counted &entry : *counted)
        counts[entry.state] += entry.comments;
    return counts;
}

} // namespace blog
