// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/tree_builder.h"

namespace bench {

void TreeBuilder::addPost()
{
    const qint64 key = m_posts.last().id.value;
    m_places.insert(key, m_posts.size() - 1);
    m_postKeys.append(key);
    m_tags.emplaceBack();
    m_comments.emplaceBack();
}

void TreeBuilder::want(qint64 user, QList<qint64> &keys)
{
    if (m_users.contains(user))
        return;
    m_users.insert(user, nullptr);
    keys.append(user);
}

QList<qint64> TreeBuilder::authorKeys()
{
    QList<qint64> keys;
    for (const Post &post : std::as_const(m_posts))
        want(post.authorId.value, keys);
    return keys;
}

QList<qint64> TreeBuilder::commenterKeys()
{
    QList<qint64> keys;
    for (const QList<Comment> &comments : std::as_const(m_comments)) {
        for (const Comment &comment : comments)
            want(comment.userId.value, keys);
    }
    return keys;
}

QList<Post> TreeBuilder::finished()
{
    for (qsizetype place = 0; place < m_posts.size(); ++place) {
        Post &post = m_posts[place];
        for (Comment &comment : m_comments[place])
            comment.user.set(m_users.value(comment.userId.value));
        post.author.set(m_users.value(post.authorId.value));
        post.tags.set(std::make_shared<QList<Tag>>(std::move(m_tags[place])));
        post.comments.set(std::make_shared<QList<Comment>>(std::move(m_comments[place])));
    }
    return std::move(m_posts);
}

} // namespace bench
