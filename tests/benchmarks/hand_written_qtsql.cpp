// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/implementation.h"
#include "tests/benchmarks/tree_builder.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

const QString postColumns = u"id, title, body, slug, published_at, view_count, author_id, inserted_at, updated_at"_s;
const QString insertComment = u"INSERT INTO comments (body, is_approved, post_id, user_id, inserted_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)"_s;
const QString commentColumns = u"id, body, is_approved, post_id, user_id, inserted_at, updated_at"_s;

void require(bool succeeded, const QSqlQuery &query)
{
    if (!succeeded)
        giveUp(query.lastError().text());
}

/// What is stored is UTC, whether or not the text says so.
QDateTime time(const QVariant &value)
{
    QDateTime time = value.toDateTime();
    time.setTimeSpec(Qt::UTC);
    return time;
}

void read(const QSqlQuery &row, Post &post)
{
    post.id.value = row.value(0).toLongLong();
    post.title = row.value(1).toString();
    post.body = row.value(2).toString();
    post.slug = row.value(3).toString();
    if (const QVariant published = row.value(4); !published.isNull())
        post.publishedAt = time(published);
    post.viewCount = row.value(5).toLongLong();
    post.authorId.value = row.value(6).toLongLong();
    post.insertedAt = time(row.value(7));
    post.updatedAt = time(row.value(8));
}

void read(const QSqlQuery &row, Comment &comment)
{
    comment.id.value = row.value(0).toLongLong();
    comment.body = row.value(1).toString();
    comment.isApproved = row.value(2).toBool();
    comment.postId = row.value(3).toLongLong();
    comment.userId.value = row.value(4).toLongLong();
    comment.insertedAt = time(row.value(5));
    comment.updatedAt = time(row.value(6));
}

void read(const QSqlQuery &row, User &user)
{
    user.id.value = row.value(0).toLongLong();
    user.email = row.value(1).toString();
    user.username = row.value(2).toString();
    user.isActive = row.value(3).toBool();
    user.insertedAt = time(row.value(4));
    user.updatedAt = time(row.value(5));
}

void read(const QSqlQuery &row, Tag &tag)
{
    tag.id.value = row.value(0).toLongLong();
    tag.name = row.value(1).toString();
    tag.insertedAt = time(row.value(2));
    tag.updatedAt = time(row.value(3));
}

void insert(QSqlQuery &query, const Comment &comment)
{
    query.bindValue(0, comment.body);
    query.bindValue(1, comment.isApproved);
    query.bindValue(2, comment.postId);
    query.bindValue(3, comment.userId.value);
    query.bindValue(4, comment.insertedAt);
    query.bindValue(5, comment.updatedAt);
    require(query.exec(), query);
}

QString listed(const QList<qint64> &keys)
{
    QStringList texts;
    for (const qint64 key : keys)
        texts.append(QString::number(key));
    return u" IN ("_s + texts.join(u',') + u')';
}

class HandWritten : public Implementation
{
public:
    explicit HandWritten(const db::DatabaseUrl &url)
        : m_engine(url.engine())
    {
        open(url);
    }
    ~HandWritten() override { m_database.close(); }
    HandWritten(const HandWritten &) = delete;
    HandWritten &operator=(const HandWritten &) = delete;

    QList<Post> allPosts() override
    {
        QList<Post> posts;
        QSqlQuery query = asked(u"SELECT "_s + postColumns + u" FROM posts");
        while (query.next())
            read(query, posts.emplaceBack());
        return posts;
    }

    QList<Post> postsByKey(const QList<qint64> &keys) override
    {
        QList<Post> posts;
        QSqlQuery query = prepared(u"SELECT "_s + postColumns + u" FROM posts WHERE id = ?");
        for (const qint64 key : keys) {
            query.bindValue(0, key);
            require(query.exec(), query);
            if (query.next())
                read(query, posts.emplaceBack());
            query.finish();
        }
        return posts;
    }

    quint64 insertForms(const QList<QVariantMap> &forms) override
    {
        quint64 keys = 0;
        m_database.transaction();
        // lastInsertId() would be one more question to PostgreSQL.
        const bool returns = m_engine == db::DatabaseUrl::Engine::Postgres;
        QSqlQuery query = prepared(returns ? QString(insertComment + u" RETURNING id") : insertComment);
        for (const QVariantMap &form : forms) {
            std::optional<Comment> comment = checkedByHand(form);
            if (!comment)
                giveUp(u"a form is not all right"_s);
            insert(query, *comment);
            if (returns)
                query.next();
            comment->id.value = (returns ? query.value(0) : query.lastInsertId()).toLongLong();
            keys += quint64(comment->id.value);
        }
        m_database.commit();
        return keys;
    }

    void insertAll(const QList<Comment> &comments) override
    {
        m_database.transaction();
        QSqlQuery query = prepared(insertComment);
        for (const Comment &comment : comments)
            insert(query, comment);
        m_database.commit();
    }

    QList<Post> trees() override
    {
        TreeBuilder builder;
        QSqlQuery found = prepared(u"SELECT "_s + postColumns + u" FROM posts WHERE id BETWEEN ? AND ?");
        found.bindValue(0, firstTree);
        found.bindValue(1, lastTree);
        require(found.exec(), found);
        while (found.next()) {
            read(found, builder.newPost());
            builder.addPost();
        }
        loadUsers(builder, builder.authorKeys());
        const QString keys = listed(builder.postKeys());
        QSqlQuery tags = asked(u"SELECT t.id, t.name, t.inserted_at, t.updated_at, pt.post_id FROM tags t JOIN posts_tags pt ON pt.tag_id = t.id WHERE pt.post_id"_s + keys);
        while (tags.next())
            read(tags, builder.newTag(tags.value(4).toLongLong()));
        QSqlQuery comments = asked(u"SELECT "_s + commentColumns + u" FROM comments WHERE post_id" + keys);
        while (comments.next())
            read(comments, builder.newComment(comments.value(3).toLongLong()));
        loadUsers(builder, builder.commenterKeys());
        return builder.finished();
    }

    quint64 checkForms(const QList<QVariantMap> &forms) override { return checkAllByHand(forms); }

    quint64 streamRepetitions() override
    {
        quint64 total = 0;
        QSqlQuery query = asked(u"SELECT id, body, post_id, inserted_at FROM repetitions"_s);
        while (query.next()) {
            const Repetition row{.id = {query.value(0).toLongLong()}, .body = query.value(1).toString(), .postId = query.value(2).toLongLong(), .insertedAt = time(query.value(3))};
            total += quint64(row.id.value + row.body.size() + row.postId);
        }
        return total;
    }

    void removeNewComments() override { asked(u"DELETE FROM comments WHERE id > %1"_s.arg(commentCount)); }

private:
    void open(const db::DatabaseUrl &url)
    {
        const bool isFile = m_engine == db::DatabaseUrl::Engine::Sqlite;
        const bool isPostgres = m_engine == db::DatabaseUrl::Engine::Postgres;
        m_database = QSqlDatabase::addDatabase(isFile ? u"QSQLITE"_s : isPostgres ? u"QPSQL"_s
                                                                                  : u"QMYSQL"_s);
        m_database.setDatabaseName(isFile ? url.path() : url.database());
        if (isPostgres)
            m_database.setHostName(url.option(u"socket_dir"_s).value_or(QString()));
        else if (!isFile)
            m_database.setConnectOptions(u"UNIX_SOCKET="_s + url.option(u"socket"_s).value_or(QString()));
        if (!isFile)
            m_database.setUserName(url.user());
        if (!m_database.open())
            giveUp(m_database.lastError().text());
        if (!isFile)
            return;
        for (const QString &setting : {u"PRAGMA foreign_keys = ON"_s, u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA cache_size = -65536"_s})
            asked(setting);
    }

    QSqlQuery prepared(const QString &sql)
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        require(query.prepare(sql), query);
        return query;
    }
    QSqlQuery asked(const QString &sql)
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        require(query.exec(sql), query);
        return query;
    }

    void loadUsers(TreeBuilder &builder, const QList<qint64> &keys)
    {
        QSqlQuery query = asked(u"SELECT id, email, username, is_active, inserted_at, updated_at FROM users WHERE id"_s + listed(keys));
        while (query.next()) {
            auto user = std::make_shared<User>();
            read(query, *user);
            builder.addUser(std::move(user));
        }
    }

    db::DatabaseUrl::Engine m_engine;
    QSqlDatabase m_database;
};

} // namespace

std::unique_ptr<Implementation> handWrittenQtSql(const db::DatabaseUrl &url)
{
    return std::make_unique<HandWritten>(url);
}

} // namespace bench
