// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/blog.h"
#include "core/toolkit/repo.h"

using db::asc;
using db::col;
using db::from;

namespace blog {

namespace {

/// The stored post with the values of another version of it. The rules are not asked: it had these values before.
db::Changeset<Post> withValuesOf(const Post &stored, const Post &version)
{
    const db::Changeset<Post> changeset = db::change(stored)
                                              .put(&Post::title, version.title)
                                              .put(&Post::body, version.body)
                                              .put(&Post::slug, version.slug)
                                              .put(&Post::publishedAt, version.publishedAt)
                                              .put(&Post::deletedAt, version.deletedAt)
                                              .put(&Post::authorId, version.authorId)
                                              .uniqueConstraint(&Post::slug)
                                              .foreignKeyConstraint(&Post::authorId)
                                              .checkUnchanged();
    if (!stored.tags.isLoaded() || !version.tags.isLoaded())
        return changeset;
    return changeset.putAssoc(&Post::tags, *version.tags);
}

db::Changeset<Post> acted(const Post &post, PostAction action, const QDateTime &now)
{
    const db::Changeset<Post> changeset = db::change(post);
    switch (action) {
    case PostAction::Publish:
        return post.publishedAt && *post.publishedAt <= now ? changeset : changeset.put(&Post::publishedAt, now);
    case PostAction::Unpublish:
        return changeset.put(&Post::publishedAt, std::nullopt);
    case PostAction::Delete:
        return post.deletedAt ? changeset : changeset.put(&Post::deletedAt, now);
    case PostAction::Restore:
        return changeset.put(&Post::deletedAt, std::nullopt);
    }
    Q_UNREACHABLE();
}

} // namespace

db::Result<PostChange> Blog::savePost(const Post &post, const QVariantMap &params, const QStringList &tagNames)
{
    return m_repo.transaction([&]() -> db::Result<PostChange> {
        PostChange change;
        if (!post.id.isNull()) {
            // Read again: what others changed in other fields is not to be taken back with this change.
            const db::Result<Post> before = fetchPost(post.id);
            if (!before)
                return db::Failure(before.error());
            change.before = *before;
        }
        const db::Result<Post> saved = post.id.isNull() ? createPostWithTags(params, tagNames) : updatePostWithTags(post, params, tagNames);
        if (!saved)
            return db::Failure(saved.error());
        const db::Result<Post> after = fetchPost(saved->id);
        if (!after)
            return db::Failure(after.error());
        change.after = *after;
        if (post.id.isNull()) {
            change.before = *after;
            change.before.deletedAt = after->insertedAt;
        }
        return change;
    });
}

db::Result<QList<PostChange>> Blog::changePosts(const QList<db::Id<Post>> &ids, PostAction action)
{
    return m_repo.transaction([&]() -> db::Result<QList<PostChange>> {
        const db::Result<QList<Post>> posts = m_repo.all(from<Post>().where(col(&Post::id).in(ids)).orderBy({asc(&Post::id)}));
        if (!posts)
            return db::Failure(posts.error());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<PostChange> changes;
        for (const Post &post : *posts) {
            const db::Changeset<Post> changeset = acted(post, action, now);
            if (!changeset.core().isChanged())
                continue;
            const db::Result<Post> changed = m_repo.update(changeset);
            if (!changed)
                return db::Failure(changed.error());
            changes.append({post, *changed});
        }
        return changes;
    });
}

db::Result<void> Blog::takeBack(const QList<PostChange> &changes)
{
    return m_repo.transaction([&]() -> db::Result<void> {
        for (const PostChange &change : changes) {
            if (const db::Result<Post> restored = m_repo.update(withValuesOf(change.after, change.before)); !restored)
                return db::Failure(restored.error());
        }
        return {};
    });
}

} // namespace blog
