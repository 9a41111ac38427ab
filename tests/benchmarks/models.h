// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/changeset.h"
#include "core/toolkit/schema.h"

#include <QDateTime>
#include <QString>

/// A small community, as every implementation of the benchmarks loads it.
namespace bench {

struct User
{
    db::Id<User> id;
    QString email;
    QString username;
    bool isActive = true;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<User> &schema);
};

struct Tag
{
    db::Id<Tag> id;
    QString name;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Tag> &schema);
};

struct Comment
{
    db::Id<Comment> id;
    QString body;
    bool isApproved = false;
    qint64 postId = 0;
    db::Id<User> userId;
    db::BelongsTo<User> user;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Comment> &schema);
    static db::Changeset<Comment> changeset(const db::Params &params);
};

struct Post
{
    db::Id<Post> id;
    QString title;
    QString body;
    QString slug;
    std::optional<QDateTime> publishedAt;
    qint64 viewCount = 0;
    db::Id<User> authorId;
    db::BelongsTo<User> author;
    db::HasMany<Comment> comments;
    db::ManyToMany<Tag> tags;
    QDateTime insertedAt;
    QDateTime updatedAt;

    static void describe(db::SchemaBuilder<Post> &schema);
};

/// Each comment ten times over, by a view: five million rows.
struct Repetition
{
    db::Id<Repetition> id;
    QString body;
    qint64 postId = 0;
    QDateTime insertedAt;

    static void describe(db::SchemaBuilder<Repetition> &schema);
};

// What a comment must keep to, for those who check by hand.
inline constexpr int shortestComment = 10;
inline constexpr int longestComment = 5000;
inline const QStringList emptyPhrases{QStringLiteral("first comment"), QStringLiteral("me too, thanks")};

} // namespace bench
