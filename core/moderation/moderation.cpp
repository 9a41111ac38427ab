// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/moderation/moderation.h"

#include "core/blog/blog.h"
#include "core/toolkit/repo.h"

using accounts::User;
using blog::Comment;
using blog::ModerationState;
using blog::Post;
using db::asc;
using db::col;
using db::desc;
using db::from;

namespace moderation {

namespace {

db::Selection<QueueItem> asItems(const db::Query<Comment> &query)
{
    return query.leftJoin(&Comment::post)
        .leftJoin(&Comment::user)
        .select({into(&QueueItem::id, col(&Comment::id)),
                 into(&QueueItem::excerpt, left(col(&Comment::body), blog::excerptLength)),
                 into(&QueueItem::state, col(&Comment::state)),
                 into(&QueueItem::postId, col(&Comment::postId)),
                 into(&QueueItem::postTitle, col(&Post::title)),
                 into(&QueueItem::userId, col(&Comment::userId)),
                 into(&QueueItem::username, col(&User::username)),
                 into(&QueueItem::insertedAt, col(&Comment::insertedAt))});
}

db::Condition isAfter(const QDateTime &insertedAt, db::Id<Comment> id)
{
    return col(&Comment::insertedAt) > insertedAt || (col(&Comment::insertedAt) == insertedAt && col(&Comment::id) > id);
}

db::Condition isBefore(const QDateTime &insertedAt, db::Id<Comment> id)
{
    return col(&Comment::insertedAt) < insertedAt || (col(&Comment::insertedAt) == insertedAt && col(&Comment::id) < id);
}

} // namespace

db::Result<QList<QueueItem>> Moderation::queue(ModerationState state, qint64 limit, const std::optional<QueueCursor> &after) const
{
    db::Query<Comment> query = from<Comment>().where(&Comment::state, state);
    if (after)
        query = query.where(col(&Comment::insertedAt) >= after->insertedAt && isAfter(after->insertedAt, after->id));
    db::Result<QList<QueueItem>> items
        = m_repo.all(asItems(query.orderBy({asc(&Comment::insertedAt), asc(&Comment::id)}).limit(limit)));
    if (!items)
        return items;
    QList<db::Id<User>> users;
    for (const QueueItem &item : std::as_const(*items))
        users.append(item.userId);
    const auto judged = records(users);
    if (!judged)
        return db::Failure(judged.error());
    for (QueueItem &item : *items)
        item.record = judged->value(item.userId);
    return items;
}

db::Result<QHash<db::Id<User>, AuthorRecord>> Moderation::records(const QList<db::Id<User>> &users) const
{
    struct Counted
    {
        db::Id<User> user;
        ModerationState state = ModerationState::Pending;
        qint64 comments = 0;
    };
    const db::Result<QList<Counted>> counted
        = m_repo.all(from<Comment>()
                         .where(col(&Comment::userId).in(users))
                         .groupBy(col(&Comment::userId), col(&Comment::state))
                         .select({into(&Counted::user, col(&Comment::userId)),
                                  into(&Counted::state, col(&Comment::state)),
                                  into(&Counted::comments, db::countAll())}));
    if (!counted)
        return db::Failure(counted.error());
    QHash<db::Id<User>, AuthorRecord> judged;
    for (const Counted &entry : *counted) {
        AuthorRecord &record = judged[entry.user];
        switch (entry.state) {
        case ModerationState::Pending:
            record.pending = entry.comments;
            break;
        case ModerationState::Approved:
            record.approved = entry.comments;
            break;
        case ModerationState::Rejected:
            record.rejected = entry.comments;
            break;
        case ModerationState::Spam:
            record.spam = entry.comments;
            break;
        }
    }
    return judged;
}

db::Result<blog::CommentCounts> Moderation::countsByState() const
{
    return blog::Blog(m_repo).commentScopeCounts();
}

db::Result<CommentContext> Moderation::context(db::Id<Comment> id, int neighbours) const
{
    const db::Result<Comment> comment = blog::Blog(m_repo).fetchComment(id);
    if (!comment)
        return db::Failure(comment.error());
    const db::Result<Post> post = blog::Blog(m_repo).fetchPost(comment->postId);
    if (!post)
        return db::Failure(post.error());
    const auto judged = records({comment->userId});
    if (!judged)
        return db::Failure(judged.error());

    const db::Query<Comment> thread = from<Comment>().where(&Comment::postId, comment->postId).preload(&Comment::user).limit(neighbours);
    db::Result<QList<Comment>> before = m_repo.all(thread.where(isBefore(comment->insertedAt, id))
                                                       .orderBy({desc(&Comment::insertedAt), desc(&Comment::id)}));
    if (!before)
        return db::Failure(before.error());
    const db::Result<QList<Comment>> after = m_repo.all(thread.where(isAfter(comment->insertedAt, id))
                                                            .orderBy({asc(&Comment::insertedAt), asc(&Comment::id)}));
    if (!after)
        return db::Failure(after.error());
    std::reverse(before->begin(), before->end());
    return CommentContext{*comment, *post, judged->value(comment->userId), *before, *after};
}

} // namespace moderation
