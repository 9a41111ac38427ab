// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/blog.h"

#include "core/blog/post_scopes.h"
#include "core/toolkit/repo.h"

using db::col;
using db::desc;
using db::from;

namespace blog {

namespace {

db::Query<Post> livePosts()
{
    return from<Post>().where(isNotInTrash());
}

db::Query<Post> filtered(const PostOptions &options)
{
    db::Query<Post> query = livePosts();
    if (options.published)
        query = query.where(*options.published ? isPublished() : isDraft());
    if (options.author)
        query = query.where(&Post::authorId, *options.author);
    if (options.tag)
        query = query.join(&Post::tags).where(col(&Tag::name) == *options.tag);
    if (!options.search.isEmpty()) {
        const QString pattern = u'%' + options.search + u'%';
        query = query.where(col(&Post::title).ilike(pattern) || col(&Post::body).ilike(pattern));
    }
    return query;
}

} // namespace

db::Result<QList<Post>> Blog::listPosts(const PostOptions &options) const
{
    return m_repo.all(filtered(options)
                          .orderBy({desc(&Post::publishedAt), desc(&Post::insertedAt), desc(&Post::id)})
                          .limit(options.limit)
                          .offset(options.offset));
}

db::Result<QList<Post>> Blog::listPostsWithAuthors() const
{
    return m_repo.all(livePosts()
                          .orderBy({desc(&Post::publishedAt), desc(&Post::id)})
                          .preload(&Post::author));
}

db::Result<QList<PostWithCommentCount>> Blog::listPostsWithCommentCounts() const
{
    struct PerPost
    {
        db::Id<Post> post;
        qint64 comments = 0;
    };
    const auto counts = from<Comment>()
                            .where(&Comment::isApproved, true)
                            .groupBy(col(&Comment::postId))
                            .select({into(&PerPost::post, col(&Comment::postId), u"post_id"_qs),
                                     into(&PerPost::comments, count(col(&Comment::id)), u"comments"_qs)});
    return m_repo.all(livePosts()
                          .leftJoin(counts, u"counts"_qs, col(&Post::id).equals(db::derived<db::Id<Post>>(u"counts"_qs, u"post_id"_qs)))
                          .orderBy({desc(&Post::id)})
                          .select({db::into<PostWithCommentCount>(&PostWithCommentCount::post),
                                   into(&PostWithCommentCount::commentCount,
                                        coalesce(db::derived<qint64>(u"counts"_qs, u"comments"_qs), 0))}));
}

db::Result<PostPage> Blog::listPostsPaginated(qint64 page, qint64 perPage) const
{
    const qint64 rows = qMax<qint64>(1, perPage);
    PostPage result{.posts = {}, .page = qMax<qint64>(1, page), .perPage = rows};
    const db::Query<Post> dated = livePosts().where(!isDraft());
    db::Result<QList<Post>> posts = m_repo.all(dated.orderBy({desc(&Post::publishedAt), desc(&Post::id)})
                                                   .limit(rows)
                                                   .offset((result.page - 1) * rows));
    if (!posts)
        return db::Failure(posts.error());
    const db::Result<qint64> total = m_repo.count(dated);
    if (!total)
        return db::Failure(total.error());
    result.posts = std::move(*posts);
    result.totalCount = *total;
    result.totalPages = (*total + rows - 1) / rows;
    return result;
}

db::Result<std::optional<Post>> Blog::getPost(db::Id<Post> id) const
{
    return m_repo.get(id);
}

db::Result<std::optional<Post>> Blog::getPostWithAssociations(db::Id<Post> id) const
{
    return m_repo.one(from<Post>()
                          .where(&Post::id, id)
                          .preload(&Post::author)
                          .preload(&Post::tags)
                          .preload(&Post::comments, &Comment::user));
}

db::Result<Post> Blog::fetchPost(db::Id<Post> id) const
{
    return m_repo.fetch(from<Post>().where(&Post::id, id).preload(&Post::author).preload(&Post::tags));
}

db::Result<std::optional<Post>> Blog::getPublishedPostBySlug(const QString &slug) const
{
    return m_repo.one(livePosts().where(&Post::slug, slug).where(isPublished()));
}

db::Result<std::optional<Post>> Blog::getPostForEdit(db::Id<Post> id, db::Id<accounts::User> user) const
{
    return m_repo.one(from<Post>().where(&Post::id, id).where(&Post::authorId, user));
}

} // namespace blog
