// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/benchmarks/models.h"

#include <QHash>
#include <QList>

namespace bench {

/// Puts posts together with what belongs to them, for programs that read the tables by hand: first the posts, then the
/// authors, tags and comments, and last the users of the comments.
class TreeBuilder
{
public:
    /// A new post to be read into; addPost() follows.
    Post &newPost() { return m_posts.emplaceBack(); }
    /// Takes note of the post that was read last.
    void addPost();
    void addUser(std::shared_ptr<User> user) { m_users[user->id.value] = std::move(user); }
    /// A new tag of a post, to be read into.
    Tag &newTag(qint64 post) { return m_tags[m_places.value(post)].emplaceBack(); }
    /// A new comment on a post, to be read into.
    Comment &newComment(qint64 post) { return m_comments[m_places.value(post)].emplaceBack(); }

    const QList<qint64> &postKeys() const { return m_postKeys; }
    /// The authors of the posts, each once.
    QList<qint64> authorKeys();
    /// The users of the comments who were not asked for as authors, each once.
    QList<qint64> commenterKeys();

    QList<Post> finished();

private:
    void want(qint64 user, QList<qint64> &keys);

    QList<Post> m_posts;
    QList<qint64> m_postKeys;
    QHash<qint64, qsizetype> m_places; ///< of posts, by key
    QHash<qint64, std::shared_ptr<User>> m_users;
    QList<QList<Tag>> m_tags;
    QList<QList<Comment>> m_comments;
};

} // namespace bench
