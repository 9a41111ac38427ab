// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/blog.h"
#include "core/blog/post_scopes.h"
#include "core/blog/slug.h"
#include "core/toolkit/repo.h"

using db::col;
using db::from;

namespace blog {

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// Sets a time even where the post, as it was read, has it already: only the database knows whether it still does.
db::Changeset<Post> forced(const Post &post, std::optional<QDateTime> Post::*member, const std::optional<QDateTime> &value)
{
    return db::change(post).force(member, value).checkUnchanged();
}

} // namespace

db::Result<Post> Blog::createPost(const QVariantMap &params)
{
    return m_repo.insert(Post::changeset({}, params));
}

db::Result<Post> Blog::createPostWithTags(const QVariantMap &params, const QStringList &tagNames)
{
    return m_repo.transaction([&]() -> db::Result<Post> {
        const db::Result<QList<Tag>> tags = getOrCreateTags(tagNames);
        if (!tags)
            return db::Failure(tags.error());
        return m_repo.insert(Post::changeset({}, params).putAssoc(&Post::tags, *tags));
    });
}

db::Result<Post> Blog::updatePost(const Post &post, const QVariantMap &params)
{
    return m_repo.update(Post::changeset(post, params).checkUnchanged());
}

db::Result<Post> Blog::updatePostWithTags(const Post &post, const QVariantMap &params, const QStringList &tagNames)
{
    return m_repo.transaction([&]() -> db::Result<Post> {
        const db::Result<QList<Tag>> tags = getOrCreateTags(tagNames);
        if (!tags)
            return db::Failure(tags.error());
        Post stored = post;
        if (const db::Result<void> loaded = m_repo.preload(stored, &Post::tags); !loaded)
            return db::Failure(loaded.error());
        return m_repo.update(Post::changeset(stored, params).putAssoc(&Post::tags, *tags).checkUnchanged());
    });
}

db::Result<Tag> Blog::getOrCreateTag(const QString &name)
{
    const QString slug = tagSlugFor(name);
    const db::Result<std::optional<Tag>> found = m_repo.getBy(&Tag::slug, slug);
    if (!found)
        return db::Failure(found.error());
    if (*found)
        return **found;
    return m_repo.insert(Tag::changeset({}, {{u"name"_qs, name.simplified()}, {u"slug"_qs, slug}}));
}

db::Result<QList<Tag>> Blog::getOrCreateTags(const QStringList &names)
{
    QList<Tag> tags;
    for (const QString &name : names) {
        if (name.trimmed().isEmpty())
            continue;
        const db::Result<Tag> tag = getOrCreateTag(name);
        if (!tag)
            return db::Failure(tag.error());
        tags.append(*tag);
    }
    return tags;
}

db::Result<Post> Blog::publishPost(const Post &post, const QDateTime &at)
{
    return m_repo.update(forced(post, &Post::publishedAt, at));
}

db::Result<Post> Blog::unpublishPost(const Post &post)
{
    return m_repo.update(forced(post, &Post::publishedAt, std::nullopt));
}

db::Result<Post> Blog::softDeletePost(const Post &post)
{
    return m_repo.update(forced(post, &Post::deletedAt, now()));
}

db::Result<Post> Blog::restorePost(const Post &post)
{
    return m_repo.update(forced(post, &Post::deletedAt, std::nullopt));
}

db::Result<Post> Blog::deletePost(const Post &post)
{
    return m_repo.remove(post);
}

db::Result<qint64> Blog::softDeletePosts(const QList<db::Id<Post>> &ids)
{
    return m_repo.updateAll(from<Post>().where(col(&Post::id).in(ids) && isNotInTrash()),
                            {db::set(&Post::deletedAt, now()), db::set(&Post::updatedAt, now())});
}

db::Result<qint64> Blog::restorePosts(const QList<db::Id<Post>> &ids)
{
    return m_repo.updateAll(from<Post>().where(col(&Post::id).in(ids) && isInTrash()),
                            {db::set(&Post::deletedAt, std::nullopt), db::set(&Post::updatedAt, now())});
}

db::Result<qint64> Blog::incrementViewCount(db::Id<Post> id)
{
    return m_repo.updateAll(from<Post>().where(&Post::id, id), {db::inc(&Post::viewCount, 1)});
}

db::Result<qint64> Blog::unpublishAuthorPosts(db::Id<accounts::User> author)
{
    return m_repo.updateAll(from<Post>().where(&Post::authorId, author),
                            {db::set(&Post::publishedAt, std::nullopt), db::set(&Post::updatedAt, now())});
}

db::Result<qint64> Blog::cleanupOldDrafts(int daysOld)
{
    return m_repo.deleteAll(from<Post>().where(isDraft() && col(&Post::updatedAt) < now().addDays(-daysOld)));
}

} // namespace blog
