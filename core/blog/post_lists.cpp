// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/blog.h"
#include "core/blog/post_scopes.h"
#include "core/toolkit/repo.h"

#include <QHash>

using accounts::User;
using db::asc;
using db::col;
using db::desc;
using db::from;

namespace blog {

namespace {

db::Condition inScope(PostScope scope)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (scope) {
    case PostScope::All:
        return isNotInTrash();
    case PostScope::Published:
        return isNotInTrash() && isPublished(now);
    case PostScope::Drafts:
        return isNotInTrash() && isDraft();
    case PostScope::Scheduled:
        return isNotInTrash() && col(&Post::publishedAt) > now;
    case PostScope::Trash:
        return isInTrash();
    }
    Q_UNREACHABLE();
}

/// Authors take part only where they are needed: a count without them is found in an index.
db::Query<Post> matching(const PostFilter &filter, bool withAuthors)
{
    db::Query<Post> query = from<Post>().where(inScope(filter.scope));
    if (withAuthors || !filter.search.isEmpty())
        query = query.leftJoin(&Post::author);
    if (!filter.search.isEmpty()) {
        query = query.where(col(&Post::title).contains(filter.search) || col(&Post::body).contains(filter.search)
                            || col(&User::username).contains(filter.search));
    }
    if (filter.author)
        query = query.where(&Post::authorId, *filter.author);
    if (filter.publishedFrom)
        query = query.where(col(&Post::publishedAt) >= *filter.publishedFrom);
    if (filter.publishedTo)
        query = query.where(col(&Post::publishedAt) < *filter.publishedTo);
    return query;
}

db::Node::Ptr sortedBy(PostSort sort)
{
    switch (sort) {
    case PostSort::Title:
        return lower(col(&Post::title)).node();
    case PostSort::Author:
        return lower(col(&User::username)).node();
    case PostSort::PublishedAt:
        return col(&Post::publishedAt).node();
    case PostSort::Views:
        return col(&Post::viewCount).node();
    case PostSort::UpdatedAt:
        return col(&Post::updatedAt).node();
    }
    Q_UNREACHABLE();
}

/// The questions whose answers, one after the other, are the list. Posts without a date come before the newest, where no
/// engine sorts them; asked for by themselves they, too, are found in the order of an index.
QList<db::Query<Post>> questions(const PostFilter &filter)
{
    const auto ordered = [&](const db::Query<Post> &query) {
        return query.orderBy({{sortedBy(filter.sort), filter.descending}, {col(&Post::id).node(), filter.descending}});
    };
    const db::Query<Post> all = matching(filter, true);
    if (filter.sort != PostSort::PublishedAt)
        return {ordered(all)};
    const db::Query<Post> drafts = all.where(isDraft()).orderBy({{col(&Post::id).node(), filter.descending}});
    const db::Query<Post> dated = ordered(all.where(!isDraft()));
    return filter.descending ? QList{drafts, dated} : QList{dated, drafts};
}

db::Selection<PostRow> asRows(const db::Query<Post> &query)
{
    return query.select({into(&PostRow::id, col(&Post::id)),
                         into(&PostRow::title, col(&Post::title)),
                         into(&PostRow::authorName, col(&User::username)),
                         into(&PostRow::authorId, col(&Post::authorId)),
                         into(&PostRow::publishedAt, col(&Post::publishedAt)),
                         into(&PostRow::deletedAt, col(&Post::deletedAt)),
                         into(&PostRow::viewCount, col(&Post::viewCount)),
                         into(&PostRow::updatedAt, col(&Post::updatedAt))});
}

QList<db::Id<Post>> idsOf(const QList<PostRow> &rows)
{
    QList<db::Id<Post>> ids;
    for (const PostRow &row : rows)
        ids.append(row.id);
    return ids;
}

} // namespace

db::Result<QList<PostRow>> Blog::postRows(const PostFilter &filter, qint64 offset, qint64 limit) const
{
    QList<PostRow> rows;
    for (const db::Query<Post> &question : questions(filter)) {
        const qint64 wanted = limit - rows.size();
        if (wanted <= 0)
            break;
        const db::Result<QList<PostRow>> found = m_repo.all(asRows(question.offset(offset).limit(wanted)));
        if (!found)
            return db::Failure(found.error());
        rows += *found;
        if (found->size() == wanted)
            break;
        const db::Result<qint64> passed = found->isEmpty() ? m_repo.count(question) : offset + found->size();
        if (!passed)
            return db::Failure(passed.error());
        offset = qMax<qint64>(0, offset - *passed);
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (PostRow &row : rows)
        row.state = postState(row.publishedAt, row.deletedAt, now);
    if (const db::Result<void> added = addCommentCounts(rows); !added)
        return db::Failure(added.error());
    if (const db::Result<void> added = addTags(rows); !added)
        return db::Failure(added.error());
    return rows;
}

db::Result<void> Blog::addCommentCounts(QList<PostRow> &rows) const
{
    struct Counted
    {
        db::Id<Post> post;
        ModerationState state = ModerationState::Pending;
        qint64 comments = 0;
    };
    const db::Result<QList<Counted>> counted
        = m_repo.all(from<Comment>()
                         .where(col(&Comment::postId).in(idsOf(rows)))
                         .groupBy(col(&Comment::postId), col(&Comment::state))
                         .select({into(&Counted::post, col(&Comment::postId)),
                                  into(&Counted::state, col(&Comment::state)),
                                  into(&Counted::comments, count(col(&Comment::id)))}));
    if (!counted)
        return db::Failure(counted.error());
    QHash<db::Id<Post>, QMap<ModerationState, qint64>> perPost;
    for (const Counted &entry : *counted)
        perPost[entry.post][entry.state] = entry.comments;
    for (PostRow &row : rows) {
        row.approvedComments = perPost.value(row.id).value(ModerationState::Approved);
        row.pendingComments = perPost.value(row.id).value(ModerationState::Pending);
    }
    return {};
}

db::Result<void> Blog::addTags(QList<PostRow> &rows) const
{
    struct Tagged
    {
        db::Id<Post> post;
        QString name;
    };
    const db::Result<QList<Tagged>> tagged = m_repo.all(from<Post>()
                                                            .join(&Post::tags)
                                                            .where(col(&Post::id).in(idsOf(rows)))
                                                            .orderBy({asc(lower(col(&Tag::name))), asc(&Tag::id)})
                                                            .select({into(&Tagged::post, col(&Post::id)),
                                                                     into(&Tagged::name, col(&Tag::name))}));
    if (!tagged)
        return db::Failure(tagged.error());
    QHash<db::Id<Post>, QStringList> perPost;
    for (const Tagged &entry : *tagged)
        perPost[entry.post].append(entry.name);
    for (PostRow &row : rows)
        row.tags = perPost.value(row.id);
    return {};
}

db::Result<qint64> Blog::postCount(const PostFilter &filter) const
{
    return m_repo.count(matching(filter, false));
}

db::Result<QMap<PostScope, qint64>> Blog::postScopeCounts(const PostFilter &filter) const
{
    QMap<PostScope, qint64> counts;
    for (const PostScope scope : {PostScope::Published, PostScope::Drafts, PostScope::Scheduled, PostScope::Trash}) {
        PostFilter scoped = filter;
        scoped.scope = scope;
        const db::Result<qint64> count = postCount(scoped);
        if (!count)
            return db::Failure(count.error());
        counts[scope] = *count;
    }
    counts[PostScope::All] = counts[PostScope::Published] + counts[PostScope::Drafts] + counts[PostScope::Scheduled];
    return counts;
}

db::Result<QStringList> Blog::tagNames(const QString &prefix, int limit) const
{
    struct Named
    {
        QString name;
    };
    const db::Result<QList<Named>> found = m_repo.all(from<Tag>()
                                                          .where(col(&Tag::name).startsWith(prefix))
                                                          .orderBy({asc(lower(col(&Tag::name))), asc(&Tag::id)})
                                                          .limit(limit)
                                                          .select({into(&Named::name, col(&Tag::name))}));
    if (!found)
        return db::Failure(found.error());
    QStringList names;
    for (const Named &tag : *found)
        names.append(tag.name);
    return names;
}

} // namespace blog
