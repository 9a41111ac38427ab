// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/iso_time.h"
#include "tests/benchmarks/implementation.h"
#include "tests/benchmarks/raw_mariadb_statement.h"
#include "tests/benchmarks/tree_builder.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace bench {

using namespace mariadb;

namespace {

constexpr char postColumns[] = "id, title, body, slug, published_at, view_count, author_id, inserted_at, updated_at";
constexpr char commentColumns[] = "id, body, is_approved, post_id, user_id, inserted_at, updated_at";
constexpr char insertComment[] = "INSERT INTO comments (body, is_approved, post_id, user_id, inserted_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)";

constexpr char postKinds[] = "nssstnntt";
constexpr char commentKinds[] = "nsnnntt";
constexpr char userKinds[] = "nssntt";
constexpr char tagKinds[] = "nsttn"; // and the post

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

/// The columns of many comments, for the array binding of MariaDB.
struct CommentColumns
{
    std::vector<QByteArray> bodies;
    std::vector<const char *> texts;
    std::vector<unsigned long> lengths;
    std::vector<qint64> approved;
    std::vector<qint64> posts;
    std::vector<qint64> users;
    std::vector<QByteArray> stamps;
    std::vector<const char *> inserted;
    std::vector<const char *> updated;
    std::vector<unsigned long> stampLengths;

    void append(const Comment &comment)
    {
        bodies.push_back(comment.body.toUtf8());
        texts.push_back(bodies.back().constData());
        lengths.push_back(static_cast<unsigned long>(bodies.back().size()));
        approved.push_back(comment.isApproved);
        posts.push_back(comment.postId);
        users.push_back(comment.userId.value);
        inserted.push_back(stamp(comment.insertedAt));
        updated.push_back(stamp(comment.updatedAt));
        stampLengths.push_back(static_cast<unsigned long>(stamps.back().size()));
    }

    void insert(RawStatement &statement)
    {
        auto rows = static_cast<unsigned int>(bodies.size());
        mysql_stmt_attr_set(statement.native(), STMT_ATTR_ARRAY_SIZE, &rows);
        std::array<MYSQL_BIND, 6> binds{strings(texts, lengths), numbers(approved), numbers(posts), numbers(users), strings(inserted, stampLengths), strings(updated, stampLengths)};
        statement.execute(binds.data());
    }

private:
    const char *stamp(const QDateTime &time)
    {
        const auto text = db::isoSeconds(time);
        stamps.emplace_back(text.data(), qsizetype(text.size()));
        return stamps.back().constData();
    }
    static MYSQL_BIND numbers(std::vector<qint64> &values)
    {
        MYSQL_BIND bind{};
        bind.buffer_type = MYSQL_TYPE_LONGLONG;
        bind.buffer = values.data();
        return bind;
    }
    static MYSQL_BIND strings(std::vector<const char *> &values, std::vector<unsigned long> &lengths)
    {
        MYSQL_BIND bind{};
        bind.buffer_type = MYSQL_TYPE_STRING;
        bind.buffer = values.data();
        bind.length = lengths.data();
        return bind;
    }
};

class RawMariadb : public Implementation
{
public:
    explicit RawMariadb(const db::DatabaseUrl &url)
        : m_connection(mysql_init(nullptr))
    {
        const QByteArray host = url.hosts().isEmpty() ? QByteArray() : url.hosts().first().name.toUtf8();
        const unsigned int port = url.hosts().isEmpty() ? 0 : static_cast<unsigned int>(url.hosts().first().port);
        const QByteArray socket = url.option(u"socket"_s).value_or(QString()).toUtf8();
        mysql_options(m_connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
        if (!mysql_real_connect(m_connection, host.isEmpty() ? nullptr : host.constData(), url.user().toUtf8().constData(), url.password().toUtf8().constData(),
                                url.database().toUtf8().constData(), port, socket.isEmpty() ? nullptr : socket.constData(), 0))
            giveUp(QString::fromUtf8(mysql_error(m_connection)));
    }
    ~RawMariadb() override { mysql_close(m_connection); }
    RawMariadb(const RawMariadb &) = delete;
    RawMariadb &operator=(const RawMariadb &) = delete;

    QList<Post> allPosts() override
    {
        QList<Post> posts;
        RawStatement statement(m_connection, QByteArray("SELECT ") + postColumns + " FROM posts");
        statement.execute();
        statement.expect(postKinds);
        while (statement.next())
            read(statement, posts.emplaceBack());
        return posts;
    }

    QList<Post> postsByKey(const QList<qint64> &keys) override
    {
        QList<Post> posts;
        RawStatement statement(m_connection, QByteArray("SELECT ") + postColumns + " FROM posts WHERE id = ?");
        qint64 wanted = 0;
        MYSQL_BIND parameter = bound(wanted);
        statement.check(mysql_stmt_bind_param(statement.native(), &parameter));
        statement.expect(postKinds);
        for (const qint64 key : keys) {
            wanted = key;
            statement.execute();
            if (statement.next())
                read(statement, posts.emplaceBack());
            statement.finish();
        }
        return posts;
    }

    quint64 insertForms(const QList<QVariantMap> &forms) override
    {
        quint64 keys = 0;
        run("BEGIN");
        RawStatement statement(m_connection, insertComment);
        for (const QVariantMap &form : forms) {
            std::optional<Comment> comment = checkedByHand(form);
            if (!comment)
                giveUp(u"a form is not all right"_s);
            const QByteArray body = comment->body.toUtf8();
            const qint64 isApproved = comment->isApproved;
            const MYSQL_TIME inserted = timeOf(comment->insertedAt);
            const MYSQL_TIME updated = timeOf(comment->updatedAt);
            std::array<MYSQL_BIND, 6> binds{bound(body), bound(isApproved), bound(comment->postId), bound(comment->userId.value), bound(inserted), bound(updated)};
            statement.execute(binds.data());
            comment->id.value = qint64(mysql_stmt_insert_id(statement.native()));
            keys += quint64(comment->id.value);
        }
        run("COMMIT");
        return keys;
    }

    void insertAll(const QList<Comment> &comments) override
    {
        constexpr std::size_t rowsAtOnce = 2000;
        run("BEGIN");
        RawStatement statement(m_connection, insertComment);
        CommentColumns columns;
        for (const Comment &comment : comments) {
            columns.append(comment);
            if (columns.bodies.size() < rowsAtOnce)
                continue;
            columns.insert(statement);
            columns = {};
        }
        if (!columns.bodies.empty())
            columns.insert(statement);
        run("COMMIT");
    }

    QList<Post> trees() override
    {
        TreeBuilder builder;
        RawStatement found(m_connection, QByteArray("SELECT ") + postColumns + " FROM posts WHERE id BETWEEN ? AND ?");
        std::array<MYSQL_BIND, 2> range{bound(firstTree), bound(lastTree)};
        found.execute(range.data());
        found.expect(postKinds);
        while (found.next()) {
            read(found, builder.newPost());
            builder.addPost();
        }
        found.finish();
        loadUsers(builder, builder.authorKeys());
        eachOf("SELECT t.id, t.name, t.inserted_at, t.updated_at, pt.post_id FROM tags t JOIN posts_tags pt ON pt.tag_id = t.id WHERE pt.post_id", builder.postKeys(),
               tagKinds, [&](RawStatement &row) { read(row, builder.newTag(row.integer(4))); });
        eachOf(QByteArray("SELECT ") + commentColumns + " FROM comments WHERE post_id", builder.postKeys(), commentKinds,
               [&](RawStatement &row) { read(row, builder.newComment(row.integer(3))); });
        loadUsers(builder, builder.commenterKeys());
        return builder.finished();
    }

    quint64 checkForms(const QList<QVariantMap> &forms) override { return checkAllByHand(forms); }

    quint64 streamRepetitions() override
    {
        quint64 total = 0;
        RawStatement statement(m_connection, "SELECT id, body, post_id, inserted_at FROM repetitions");
        statement.execute();
        statement.expect("nsnt");
        while (statement.next()) {
            const Repetition row{.id = {statement.integer(0)}, .body = statement.text(1), .postId = statement.integer(2), .insertedAt = statement.time(3)};
            total += quint64(row.id.value + row.body.size() + row.postId);
        }
        return total;
    }

    void removeNewComments() override { run("DELETE FROM comments WHERE id > " + QByteArray::number(commentCount)); }

private:
    void run(const QByteArray &sql)
    {
        if (mysql_real_query(m_connection, sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
            giveUp(QString::fromUtf8(mysql_error(m_connection)));
    }

    template <typename Each>
    void eachOf(const QByteArray &sql, const QList<qint64> &keys, const char *kinds, Each each)
    {
        QByteArray marks;
        std::vector<MYSQL_BIND> binds;
        for (const qint64 &key : keys) {
            marks += marks.isEmpty() ? "?" : ",?";
            binds.push_back(bound(key));
        }
        RawStatement statement(m_connection, sql + " IN (" + marks + ')');
        statement.execute(binds.data());
        statement.expect(kinds);
        while (statement.next())
            each(statement);
    }

    void loadUsers(TreeBuilder &builder, const QList<qint64> &keys)
    {
        if (keys.isEmpty())
            return;
        eachOf("SELECT id, email, username, is_active, inserted_at, updated_at FROM users WHERE id", keys, userKinds, [&](RawStatement &row) {
            auto user = std::make_shared<User>();
            read(row, *user);
            builder.addUser(std::move(user));
        });
    }

    MYSQL *m_connection;
};

} // namespace

std::unique_ptr<Implementation> rawMariadb(const db::DatabaseUrl &url)
{
    return std::make_unique<RawMariadb>(url);
}

} // namespace bench
