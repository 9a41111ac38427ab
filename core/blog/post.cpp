// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/post.h"

#include "core/blog/slug.h"
#include "core/toolkit/changeset.h"

using namespace Qt::StringLiterals;

namespace blog {

void Post::describe(db::SchemaBuilder<Post> &schema)
{
    schema.table("posts");
    schema.primaryKey("id", &Post::id);
    schema.field("title", &Post::title);
    schema.field("body", &Post::body);
    schema.field("slug", &Post::slug);
    schema.field("published_at", &Post::publishedAt);
    schema.field("view_count", &Post::viewCount);
    schema.field("deleted_at", &Post::deletedAt);
    schema.belongsTo("author", &Post::author, "author_id", &Post::authorId);
    schema.hasMany("comments", &Post::comments, "post_id");
    schema.manyToMany("tags", &Post::tags, "posts_tags", "post_id", "tag_id").onReplace(db::OnReplace::Delete);
    schema.timestamps(&Post::insertedAt, &Post::updatedAt);
}

/// The slug follows the title, unless someone chose one.
static db::Changeset<Post> generateSlug(const db::Changeset<Post> &changeset)
{
    const bool isGiven = !changeset.core().params().value(u"slug"_s).toString().trimmed().isEmpty();
    const bool isNeeded = changeset.changes(&Post::title) || changeset.changes(&Post::slug);
    const QString title = changeset.value(&Post::title);
    if (isGiven || !isNeeded || title.isEmpty())
        return changeset;
    return changeset.put(&Post::slug, slugFor(title));
}

db::Changeset<Post> Post::changeset(const Post &post, const QVariantMap &params)
{
    static const QRegularExpression slugShape(u"^[\\p{L}\\p{M}\\p{N}_-]+\\z"_s);

    return db::cast(post, params, {&Post::title, &Post::body, &Post::slug, &Post::publishedAt, &Post::authorId})
        .validateRequired({&Post::title, &Post::body, &Post::authorId})
        .validateLength(&Post::title, {.min = 5, .max = 200})
        .validateLength(&Post::body, {.min = 50})
        .then(generateSlug)
        .validateLength(&Post::slug, {.max = 100})
        .validateFormat(&Post::slug, slugShape)
        .uniqueConstraint(&Post::slug)
        .foreignKeyConstraint(&Post::authorId);
}

db::Changeset<Post> Post::importing(const Post &post, const QVariantMap &params)
{
    return db::cast(post, params,
                    {&Post::title, &Post::body, &Post::slug, &Post::publishedAt, &Post::viewCount, &Post::authorId, &Post::insertedAt,
                     &Post::updatedAt})
        .validateRequired({&Post::title, &Post::body, &Post::insertedAt, &Post::updatedAt})
        .validateLength(&Post::title, {.min = 5, .max = 200})
        .validateNumber(&Post::viewCount, {.greaterThanOrEqualTo = 0})
        .uniqueConstraint(&Post::slug)
        .foreignKeyConstraint(&Post::authorId);
}

PostState postState(const std::optional<QDateTime> &publishedAt, const std::optional<QDateTime> &deletedAt, const QDateTime &now)
{
    if (deletedAt)
        return PostState::Deleted;
    if (!publishedAt)
        return PostState::Draft;
    return *publishedAt <= now ? PostState::Published : PostState::Scheduled;
}

} // namespace blog
