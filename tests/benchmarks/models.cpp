// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/models.h"

using namespace Qt::StringLiterals;

namespace bench {

void User::describe(db::SchemaBuilder<User> &schema)
{
    schema.table(u"users");
    schema.primaryKey(u"id", &User::id);
    schema.field(u"email", &User::email);
    schema.field(u"username", &User::username);
    schema.field(u"is_active", &User::isActive);
    schema.timestamps(&User::insertedAt, &User::updatedAt);
}

void Tag::describe(db::SchemaBuilder<Tag> &schema)
{
    schema.table(u"tags");
    schema.primaryKey(u"id", &Tag::id);
    schema.field(u"name", &Tag::name);
    schema.timestamps(&Tag::insertedAt, &Tag::updatedAt);
}

void Comment::describe(db::SchemaBuilder<Comment> &schema)
{
    schema.table(u"comments");
    schema.primaryKey(u"id", &Comment::id);
    schema.field(u"body", &Comment::body);
    schema.field(u"is_approved", &Comment::isApproved);
    schema.field(u"post_id", &Comment::postId);
    schema.belongsTo(u"user", &Comment::user, u"user_id", &Comment::userId);
    schema.timestamps(&Comment::insertedAt, &Comment::updatedAt);
}

db::Changeset<Comment> Comment::changeset(const db::Params &params)
{
    static const QVariantList excluded(emptyPhrases.begin(), emptyPhrases.end());
    return db::cast(Comment{}, params, {&Comment::body, &Comment::isApproved, &Comment::postId, &Comment::userId})
        .validateRequired({&Comment::body, &Comment::postId, &Comment::userId})
        .validateLength(&Comment::body, {.min = shortestComment, .max = longestComment})
        .validateExclusion(&Comment::body, excluded);
}

void Post::describe(db::SchemaBuilder<Post> &schema)
{
    schema.table(u"posts");
    schema.primaryKey(u"id", &Post::id);
    schema.field(u"title", &Post::title);
    schema.field(u"body", &Post::body);
    schema.field(u"slug", &Post::slug);
    schema.field(u"published_at", &Post::publishedAt);
    schema.field(u"view_count", &Post::viewCount);
    schema.belongsTo(u"author", &Post::author, u"author_id", &Post::authorId);
    schema.hasMany(u"comments", &Post::comments, u"post_id");
    schema.manyToMany(u"tags", &Post::tags, u"posts_tags", u"post_id", u"tag_id");
    schema.timestamps(&Post::insertedAt, &Post::updatedAt);
}

void Repetition::describe(db::SchemaBuilder<Repetition> &schema)
{
    schema.table(u"repetitions");
    schema.primaryKey(u"id", &Repetition::id);
    schema.field(u"body", &Repetition::body);
    schema.field(u"post_id", &Repetition::postId);
    schema.field(u"inserted_at", &Repetition::insertedAt).as(db::Type::NaiveDatetime);
}

} // namespace bench
