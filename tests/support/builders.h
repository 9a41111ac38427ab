// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/user.h"
#include "core/blog/post.h"
#include "core/toolkit/repo.h"

/// What a function of the domain returned; an error ends the test program with its message.
template <typename T>
T must(const db::Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return *result;
}

/// Rows to start a test with, stored as they are, so that any moment of the past can be made.
class Builders
{
public:
    explicit Builders(db::Repo &repo)
        : m_repo(repo) { }

    accounts::User user(const QString &username, const QDateTime &at = QDateTime::currentDateTimeUtc())
    {
        accounts::User user;
        user.username = username;
        user.email = username + u"@example.org";
        user.passwordHash = u"!"_qs;
        user.insertedAt = at;
        return must(m_repo.insert(db::change(user)));
    }
    /// A post with a title and a slug of its own; a draft unless it has a date.
    blog::Post post(const accounts::User &author, const QString &title, const std::optional<QDateTime> &publishedAt = std::nullopt,
                    qint64 views = 0)
    {
        blog::Post post;
        post.title = title;
        post.body = u"A body long enough for the rule that asks for fifty characters."_qs;
        post.slug = u"slug-%1"_qs.arg(++s_slugs);
        post.publishedAt = publishedAt;
        post.viewCount = views;
        post.authorId = author.id;
        return must(m_repo.insert(db::change(post)));
    }
    blog::Comment comment(const blog::Post &post, const accounts::User &user, const QString &body,
                          blog::ModerationState state = blog::ModerationState::Pending,
                          const QDateTime &at = QDateTime::currentDateTimeUtc())
    {
        blog::Comment comment;
        comment.body = body;
        comment.state = state;
        comment.isApproved = state == blog::ModerationState::Approved;
        comment.postId = post.id;
        comment.userId = user.id;
        comment.insertedAt = at;
        return must(m_repo.insert(db::change(comment)));
    }

private:
    db::Repo &m_repo;
    static inline int s_slugs = 0; // of all builders, so that two may work on one database
};
