// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/toolkit/iso_time.h"
#include "tests/benchmarks/implementation.h"
#include "tests/benchmarks/tree_builder.h"

#include <charconv>
#include <libpq-fe.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr char postColumns[] = "id, title, body, slug, published_at, view_count, author_id, inserted_at, updated_at";
constexpr char commentColumns[] = "id, body, is_approved, post_id, user_id, inserted_at, updated_at";
constexpr char newColumns[] = "comments (body, is_approved, post_id, user_id, inserted_at, updated_at)";

struct Clear
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

/// One row of an answer, in PostgreSQL's text format.
class Row
{
public:
    Row(const PGresult *result, int row)
        : m_result(result), m_row(row) { }

    bool isNull(int column) const { return PQgetisnull(m_result, m_row, column); }
    qint64 integer(int column) const
    {
        const QByteArrayView text = bytes(column);
        qint64 number = 0;
        std::from_chars(text.begin(), text.end(), number);
        return number;
    }
    bool boolean(int column) const { return *PQgetvalue(m_result, m_row, column) == 't'; }
    QString text(int column) const { return QString::fromUtf8(bytes(column)); }
    QDateTime time(int column) const { return db::utcFromIso(bytes(column)); }

private:
    QByteArrayView bytes(int column) const { return {PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column)}; }

    const PGresult *m_result;
    int m_row;
};

void read(const Row &row, Post &post)
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

void read(const Row &row, Comment &comment)
{
    comment.id.value = row.integer(0);
    comment.body = row.text(1);
    comment.isApproved = row.boolean(2);
    comment.postId = row.integer(3);
    comment.userId.value = row.integer(4);
    comment.insertedAt = row.time(5);
    comment.updatedAt = row.time(6);
}

void read(const Row &row, User &user)
{
    user.id.value = row.integer(0);
    user.email = row.text(1);
    user.username = row.text(2);
    user.isActive = row.boolean(3);
    user.insertedAt = row.time(4);
    user.updatedAt = row.time(5);
}

void read(const Row &row, Tag &tag)
{
    tag.id.value = row.integer(0);
    tag.name = row.text(1);
    tag.insertedAt = row.time(2);
    tag.updatedAt = row.time(3);
}

QByteArray timeText(const QDateTime &time)
{
    const auto text = db::isoSeconds(time);
    return QByteArray(text.data(), qsizetype(text.size()));
}

/// `{1,2,3}`
QByteArray arrayText(const QList<qint64> &keys)
{
    QByteArray text = "{";
    for (const qint64 key : keys)
        text += (text.size() > 1 ? "," : "") + QByteArray::number(key);
    return text + '}';
}

/// A line of COPY in its text format.
void appendLine(QByteArray &lines, const Comment &comment)
{
    for (const char c : comment.body.toUtf8()) {
        switch (c) {
        case '\\':
            lines += "\\\\";
            break;
        case '\t':
            lines += "\\t";
            break;
        case '\n':
            lines += "\\n";
            break;
        case '\r':
            lines += "\\r";
            break;
        default:
            lines += c;
        }
    }
    lines += comment.isApproved ? "\tt\t" : "\tf\t";
    lines += QByteArray::number(comment.postId) + '\t' + QByteArray::number(comment.userId.value) + '\t';
    lines += timeText(comment.insertedAt) + '\t' + timeText(comment.updatedAt) + '\n';
}

class RawPostgres : public Implementation
{
public:
    explicit RawPostgres(const db::DatabaseUrl &url)
    {
        const QByteArray host = url.hosts().isEmpty() ? url.option(u"socket_dir"_s).value_or(QString()).toUtf8() : url.hosts().first().name.toUtf8();
        const QByteArray port = url.hosts().isEmpty() ? QByteArray() : QByteArray::number(url.hosts().first().port);
        const QByteArray user = url.user().toUtf8();
        const QByteArray name = url.database().toUtf8();
        const char *const keywords[] = {"host", "port", "user", "dbname", nullptr};
        const char *const values[] = {host.constData(), port.constData(), user.constData(), name.constData(), nullptr};
        m_native = PQconnectdbParams(keywords, values, 0);
        if (PQstatus(m_native) != CONNECTION_OK)
            giveUp(QString::fromUtf8(PQerrorMessage(m_native)));
    }
    ~RawPostgres() override { PQfinish(m_native); }
    RawPostgres(const RawPostgres &) = delete;
    RawPostgres &operator=(const RawPostgres &) = delete;

    QList<Post> allPosts() override
    {
        QList<Post> posts;
        const QByteArray sql = QByteArray("SELECT ") + postColumns + " FROM posts";
        eachRow(sql, [&](const Row &row) { read(row, posts.emplaceBack()); });
        return posts;
    }

    QList<Post> postsByKey(const QList<qint64> &keys) override
    {
        QList<Post> posts;
        prepare("by_key", QByteArray("SELECT ") + postColumns + " FROM posts WHERE id = $1");
        for (const qint64 key : keys) {
            const Answer answer = execute("by_key", {QByteArray::number(key)});
            if (PQntuples(answer.get()) == 1)
                read(Row(answer.get(), 0), posts.emplaceBack());
        }
        return posts;
    }

    quint64 insertForms(const QList<QVariantMap> &forms) override
    {
        quint64 keys = 0;
        run("BEGIN");
        prepare("insert_comment", QByteArray("INSERT INTO ") + newColumns + " VALUES ($1, $2, $3, $4, $5, $6) RETURNING id");
        for (const QVariantMap &form : forms) {
            std::optional<Comment> comment = checkedByHand(form);
            if (!comment)
                giveUp(u"a form is not all right"_s);
            const Answer answer = execute("insert_comment",
                                          {comment->body.toUtf8(), comment->isApproved ? "t" : "f", QByteArray::number(comment->postId),
                                           QByteArray::number(comment->userId.value), timeText(comment->insertedAt), timeText(comment->updatedAt)});
            comment->id.value = Row(answer.get(), 0).integer(0);
            keys += quint64(comment->id.value);
        }
        run("COMMIT");
        return keys;
    }

    void insertAll(const QList<Comment> &comments) override
    {
        constexpr qsizetype linesAtOnce = 64 * 1024; // bytes
        const QByteArray copy = QByteArray("COPY ") + newColumns + " FROM STDIN";
        const Answer begun(PQexec(m_native, copy.constData()));
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
            giveUp(QString::fromUtf8(PQerrorMessage(m_native)));
        QByteArray lines;
        for (const Comment &comment : comments) {
            appendLine(lines, comment);
            if (lines.size() < linesAtOnce)
                continue;
            PQputCopyData(m_native, lines.constData(), int(lines.size()));
            lines.clear();
        }
        PQputCopyData(m_native, lines.constData(), int(lines.size()));
        PQputCopyEnd(m_native, nullptr);
        check(Answer(PQgetResult(m_native)));
        PQclear(PQgetResult(m_native)); // the end of the answer
    }

    QList<Post> trees() override
    {
        TreeBuilder builder;
        const QByteArray sql = QByteArray("SELECT ") + postColumns + " FROM posts WHERE id BETWEEN $1 AND $2";
        eachRow(asked(sql, {QByteArray::number(firstTree), QByteArray::number(lastTree)}), [&](const Row &row) {
            read(row, builder.newPost());
            builder.addPost();
        });
        loadUsers(builder, builder.authorKeys());
        const QByteArray keys = arrayText(builder.postKeys());
        eachRow(asked("SELECT t.id, t.name, t.inserted_at, t.updated_at, pt.post_id FROM tags t JOIN posts_tags pt ON pt.tag_id = t.id WHERE pt.post_id = ANY ($1)", {keys}),
                [&](const Row &row) { read(row, builder.newTag(row.integer(4))); });
        eachRow(asked(QByteArray("SELECT ") + commentColumns + " FROM comments WHERE post_id = ANY ($1)", {keys}),
                [&](const Row &row) { read(row, builder.newComment(row.integer(3))); });
        loadUsers(builder, builder.commenterKeys());
        return builder.finished();
    }

    quint64 checkForms(const QList<QVariantMap> &forms) override { return checkAllByHand(forms); }

    quint64 streamRepetitions() override
    {
        quint64 total = 0;
        eachRow("SELECT id, body, post_id, inserted_at FROM repetitions", [&](const Row &row) {
            const Repetition repetition{.id = {row.integer(0)}, .body = row.text(1), .postId = row.integer(2), .insertedAt = row.time(3)};
            total += quint64(repetition.id.value + repetition.body.size() + repetition.postId);
        });
        return total;
    }

    void removeNewComments() override { run("DELETE FROM comments WHERE id > " + QByteArray::number(commentCount)); }

private:
    Answer check(Answer answer)
    {
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_SINGLE_TUPLE)
            giveUp(QString::fromUtf8(PQerrorMessage(m_native)));
        return answer;
    }
    void run(const QByteArray &sql) { check(Answer(PQexec(m_native, sql.constData()))); }
    void prepare(const char *name, const QByteArray &sql)
    {
        run("DEALLOCATE ALL");
        check(Answer(PQprepare(m_native, name, sql.constData(), 0, nullptr)));
    }
    static std::vector<const char *> pointers(const QList<QByteArray> &values)
    {
        std::vector<const char *> list;
        for (const QByteArray &value : values)
            list.push_back(value.constData());
        return list;
    }
    Answer execute(const char *name, const QList<QByteArray> &values)
    {
        return check(Answer(PQexecPrepared(m_native, name, int(values.size()), pointers(values).data(), nullptr, nullptr, 0)));
    }
    Answer asked(const QByteArray &sql, const QList<QByteArray> &values)
    {
        return check(Answer(PQexecParams(m_native, sql.constData(), int(values.size()), nullptr, pointers(values).data(), nullptr, nullptr, 0)));
    }

    template <typename Each>
    static void eachRow(const Answer &answer, Each each)
    {
        for (int row = 0; row < PQntuples(answer.get()); ++row)
            each(Row(answer.get(), row));
    }
    /// Row by row, in the memory of one.
    template <typename Each>
    void eachRow(const QByteArray &sql, Each each)
    {
        PQsendQuery(m_native, sql.constData());
        PQsetSingleRowMode(m_native);
        while (const Answer answer = Answer(PQgetResult(m_native))) {
            if (PQresultStatus(answer.get()) == PGRES_SINGLE_TUPLE)
                each(Row(answer.get(), 0));
            else if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
                giveUp(QString::fromUtf8(PQerrorMessage(m_native)));
        }
    }

    void loadUsers(TreeBuilder &builder, const QList<qint64> &keys)
    {
        eachRow(asked("SELECT id, email, username, is_active, inserted_at, updated_at FROM users WHERE id = ANY ($1)", {arrayText(keys)}), [&](const Row &row) {
            auto user = std::make_shared<User>();
            read(row, *user);
            builder.addUser(std::move(user));
        });
    }

    PGconn *m_native = nullptr;
};

} // namespace

std::unique_ptr<Implementation> rawPostgres(const db::DatabaseUrl &url)
{
    return std::make_unique<RawPostgres>(url);
}

} // namespace bench
