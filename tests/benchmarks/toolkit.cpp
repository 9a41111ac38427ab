// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "tests/benchmarks/implementation.h"

namespace bench {

namespace {

template <typename T>
T required(db::Result<T> result)
{
    if (!result)
        giveUp(result.error().message);
    return std::move(*result);
}

class Toolkit : public Implementation
{
public:
    explicit Toolkit(const db::DatabaseUrl &url)
        : m_connection(required(db::Connection::open(url))), m_repo(*m_connection) { }

    QList<Post> allPosts() override { return required(m_repo.all(db::from<Post>())); }

    QList<Post> postsByKey(const QList<qint64> &keys) override
    {
        QList<Post> posts;
        for (const qint64 key : keys)
            posts.append(required(m_repo.fetch(db::Id<Post>{key})));
        return posts;
    }

    quint64 insertForms(const QList<QVariantMap> &forms) override
    {
        quint64 keys = 0;
        const db::Result<void> done = m_repo.transaction([&]() -> db::Result<void> {
            for (const QVariantMap &form : forms) {
                const db::Result<Comment> comment = m_repo.insert(Comment::changeset(form));
                if (!comment)
                    return db::Failure(comment.error());
                keys += quint64(comment->id.value);
            }
            return {};
        });
        if (!done)
            giveUp(done.error().message);
        return keys;
    }

    void insertAll(const QList<Comment> &comments) override { required(m_repo.insertAll(comments)); }

    QList<Post> trees() override
    {
        return required(m_repo.all(db::from<Post>()
                                       .where(db::col(&Post::id) >= db::Id<Post>{firstTree} && db::col(&Post::id) <= db::Id<Post>{lastTree})
                                       .preload(&Post::author)
                                       .preload(&Post::tags)
                                       .preload(&Post::comments, &Comment::user)));
    }

    quint64 checkForms(const QList<QVariantMap> &forms) override
    {
        quint64 valid = 0;
        for (const QVariantMap &form : forms)
            valid += Comment::changeset(form).isValid() ? 1 : 0;
        return valid;
    }

    quint64 streamRepetitions() override
    {
        quint64 total = 0;
        const db::Result<void> done = m_repo.stream<Repetition>(db::from<Repetition>(), [&](const Repetition &row) {
            total += quint64(row.id.value + row.body.size() + row.postId);
            return true;
        });
        if (!done)
            giveUp(done.error().message);
        return total;
    }

    void removeNewComments() override { required(m_repo.deleteAll(db::from<Comment>().where(db::col(&Comment::id) > db::Id<Comment>{commentCount}))); }

private:
    std::unique_ptr<db::Connection> m_connection;
    db::Repo m_repo;
};

} // namespace

std::unique_ptr<Implementation> toolkit(const db::DatabaseUrl &url)
{
    return std::make_unique<Toolkit>(url);
}

} // namespace bench
