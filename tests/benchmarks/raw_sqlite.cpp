// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/iso_time.h"
#include "tests/benchmarks/implementation.h"
#include "tests/benchmarks/tree_builder.h"

#include <sqlite3.h>
#include <string>
#include <utility>

namespace bench {

namespace {

constexpr char postColumns[] = "id, title, body, slug, published_at, view_count, author_id, inserted_at, updated_at";
constexpr char commentColumns[] = "id, body, is_approved, post_id, user_id, inserted_at, updated_at";
constexpr char insertComment[] = "INSERT INTO comments (body, is_approved, post_id, user_id, inserted_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)";

/// A prepared statement that is finalized at the end of its scope.
class RawStatement
{
public:
    RawStatement(sqlite3 *database, const std::string &sql)
    {
        if (sqlite3_prepare_v3(database, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
            giveUp(QString::fromUtf8(sqlite3_errmsg(database)));
    }
    ~RawStatement() { sqlite3_finalize(m_statement); }
    RawStatement(RawStatement &&other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr)) { }
    RawStatement &operator=(RawStatement &&) = delete;

    bool step()
    {
        const int result = sqlite3_step(m_statement);
        if (result != SQLITE_ROW && result != SQLITE_DONE)
            giveUp(QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(m_statement))));
        return result == SQLITE_ROW;
    }
    void reset() { sqlite3_reset(m_statement); }
    void bind(int index, qint64 value) { sqlite3_bind_int64(m_statement, index, value); }
    void bind(int index, const QByteArray &text) { sqlite3_bind_text(m_statement, index, text.constData(), int(text.size()), SQLITE_TRANSIENT); }
    void bind(int index, const QDateTime &time)
    {
        const auto text = db::isoSeconds(time);
        sqlite3_bind_text(m_statement, index, text.data(), int(text.size()), SQLITE_TRANSIENT);
    }

    bool isNull(int column) { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) { return QString::fromUtf8(bytes(column)); }
    QDateTime time(int column) { return db::utcFromIso(bytes(column)); }

private:
    QByteArrayView bytes(int column)
    {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return {text, sqlite3_column_bytes(m_statement, column)};
    }

    sqlite3_stmt *m_statement = nullptr;
};

void read(RawStatement &row, Post &post)
{
    post.id.value = row.integer(0);
    post.title = row.text(1);
    post.body = row.text(2);
    post.slug = row.text(3);
    if (!row.isNull(4))
        post.publishedAt = row.time(4);
    post.viewCount = row.integer(5);
    post.authorId.value = row.integer(6);
    post.insertedAt = row.time(7);
    post.updatedAt = row.time(8);
}

void read(RawStatement &row, Comment &comment)
{
    comment.id.value = row.integer(0);
    comment.body = row.text(1);
    comment.isApproved = row.integer(2) != 0;
    comment.postId = row.integer(3);
    comment.userId.value = row.integer(4);
    comment.insertedAt = row.time(5);
    comment.updatedAt = row.time(6);
}

void read(RawStatement &row, User &user)
{
    user.id.value = row.integer(0);
    user.email = row.text(1);
    user.username = row.text(2);
    user.isActive = row.integer(3) != 0;
    user.insertedAt = row.time(4);
    user.updatedAt = row.time(5);
}

void read(RawStatement &row, Tag &tag)
{
    tag.id.value = row.integer(0);
    tag.name = row.text(1);
    tag.insertedAt = row.time(2);
    tag.updatedAt = row.time(3);
}

void bind(RawStatement &statement, const Comment &comment)
{
    statement.bind(1, comment.body.toUtf8());
    statement.bind(2, qint64(comment.isApproved));
    statement.bind(3, comment.postId);
    statement.bind(4, comment.userId.value);
    statement.bind(5, comment.insertedAt);
    statement.bind(6, comment.updatedAt);
}

class RawSqlite : public Implementation
{
public:
    explicit RawSqlite(const db::DatabaseUrl &url)
    {
        if (sqlite3_open_v2(url.path().toUtf8().constData(), &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
            giveUp(QString::fromUtf8(sqlite3_errmsg(m_database)));
        // As the toolkit sets up its connections.
        for (const char *setting : {"PRAGMA foreign_keys = ON", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -65536"})
            run(setting);
    }
    ~RawSqlite() override { sqlite3_close_v2(m_database); }
    RawSqlite(const RawSqlite &) = delete;
    RawSqlite &operator=(const RawSqlite &) = delete;

    QList<Post> allPosts() override
    {
        QList<Post> posts;
        RawStatement statement(m_database, std::string("SELECT ") + postColumns + " FROM posts");
        while (statement.step())
            read(statement, posts.emplaceBack());
        return posts;
    }

    QList<Post> postsByKey(const QList<qint64> &keys) override
    {
        QList<Post> posts;
        RawStatement statement(m_database, std::string("SELECT ") + postColumns + " FROM posts WHERE id = ?");
        for (const qint64 key : keys) {
            statement.bind(1, key);
            if (statement.step())
                read(statement, posts.emplaceBack());
            statement.reset();
        }
        return posts;
    }

    quint64 insertForms(const QList<QVariantMap> &forms) override
    {
        quint64 keys = 0;
        run("BEGIN IMMEDIATE");
        RawStatement statement(m_database, insertComment);
        for (const QVariantMap &form : forms) {
            std::optional<Comment> comment = checkedByHand(form);
            if (!comment)
                giveUp(QStringLiteral("a form is not all right"));
            insert(statement, *comment);
            comment->id.value = sqlite3_last_insert_rowid(m_database);
            keys += quint64(comment->id.value);
        }
        run("COMMIT");
        return keys;
    }

    void insertAll(const QList<Comment> &comments) override
    {
        run("BEGIN IMMEDIATE");
        RawStatement statement(m_database, insertComment);
        for (const Comment &comment : comments)
            insert(statement, comment);
        run("COMMIT");
    }

    QList<Post> trees() override
    {
        TreeBuilder builder;
        RawStatement found(m_database, std::string("SELECT ") + postColumns + " FROM posts WHERE id BETWEEN ? AND ?");
        found.bind(1, firstTree);
        found.bind(2, lastTree);
        while (found.step()) {
            read(found, builder.newPost());
            builder.addPost();
        }
        loadUsers(builder, builder.authorKeys());
        RawStatement tags = withKeys(
            "SELECT t.id, t.name, t.inserted_at, t.updated_at, pt.post_id FROM tags t JOIN posts_tags pt ON pt.tag_id = t.id WHERE pt.post_id", builder.postKeys());
        while (tags.step())
            read(tags, builder.newTag(tags.integer(4)));
        RawStatement comments = withKeys(std::string("SELECT ") + commentColumns + " FROM comments WHERE post_id", builder.postKeys());
        while (comments.step())
            read(comments, builder.newComment(comments.integer(3)));
        loadUsers(builder, builder.commenterKeys());
        return builder.finished();
    }

    quint64 checkForms(const QList<QVariantMap> &forms) override { return checkAllByHand(forms); }

    quint64 streamRepetitions() override
    {
        quint64 total = 0;
        RawStatement statement(m_database, "SELECT id, body, post_id, inserted_at FROM repetitions");
        while (statement.step()) {
            const Repetition row{.id = {statement.integer(0)}, .body = statement.text(1), .postId = statement.integer(2), .insertedAt = statement.time(3)};
            total += quint64(row.id.value + row.body.size() + row.postId);
        }
        return total;
    }

    void removeNewComments() override { run("DELETE FROM comments WHERE id > " + std::to_string(commentCount)); }

private:
    void run(const std::string &sql)
    {
        if (sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(QString::fromUtf8(sqlite3_errmsg(m_database)));
    }

    static void insert(RawStatement &statement, const Comment &comment)
    {
        bind(statement, comment);
        statement.step();
        statement.reset();
    }

    /// A statement with as many values as keys, bound.
    RawStatement withKeys(const std::string &sql, const QList<qint64> &keys)
    {
        std::string marks;
        for (qsizetype i = 0; i < keys.size(); ++i)
            marks += i == 0 ? "?" : ",?";
        RawStatement statement(m_database, sql + " IN (" + marks + ")");
        for (qsizetype i = 0; i < keys.size(); ++i)
            statement.bind(int(i) + 1, keys.at(i));
        return statement;
    }

    void loadUsers(TreeBuilder &builder, const QList<qint64> &keys)
    {
        RawStatement statement = withKeys("SELECT id, email, username, is_active, inserted_at, updated_at FROM users WHERE id", keys);
        while (statement.step()) {
            auto user = std::make_shared<User>();
            read(statement, *user);
            builder.addUser(std::move(user));
        }
    }

    sqlite3 *m_database = nullptr;
};

} // namespace

std::unique_ptr<Implementation> rawSqlite(const db::DatabaseUrl &url)
{
    return std::make_unique<RawSqlite>(url);
}

} // namespace bench
