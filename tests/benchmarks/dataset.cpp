// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/dataset.h"

#include "core/toolkit/migrator.h"
#include "core/toolkit/repo.h"

#include <QTextStream>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

/// Numbers that look random and are the same at each run (the mixing step of SplitMix64).
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed) { }

    qint64 below(qint64 limit)
    {
        m_state += 0x9e3779b97f4a7c15;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return qint64((mixed ^ (mixed >> 31)) % quint64(limit));
    }

private:
    quint64 m_state;
};

QDateTime moment(Dice &dice)
{
    constexpr qint64 beginning = 1'577'836'800; // 2020
    constexpr qint64 fiveYears = 157'680'000; // seconds
    return QDateTime::fromSecsSinceEpoch(beginning + dice.below(fiveYears), Qt::UTC);
}

/// Text of an exact length; one in twenty holds letters beyond ASCII.
QString prose(Dice &dice, int length)
{
    static const QStringList words{u"community"_s, u"answer"_s, u"of"_s, u"the"_s, u"winter"_s, u"question"_s, u"and"_s, u"reader"_s, u"long"_s, u"evening"_s};
    static const QString beyond = u"žluťoučký"_s;
    const bool isPlain = dice.below(20) > 0;
    QString text;
    while (text.size() < length) {
        text += words.at(dice.below(words.size()));
        text += u' ';
        if (!isPlain && dice.below(10) == 0)
            text += beyond;
    }
    text.resize(length - 1);
    return text + u'.';
}

void createTables(db::SchemaChange &change)
{
    change.createTable(u"users", [](db::ColumnList &columns) {
        columns.string(u"email").notNull();
        columns.string(u"username").notNull();
        columns.boolean(u"is_active").notNull();
        columns.timestamps();
    });
    change.createTable(u"tags", [](db::ColumnList &columns) {
        columns.string(u"name").notNull();
        columns.timestamps();
    });
    change.createTable(u"posts", [](db::ColumnList &columns) {
        columns.string(u"title").notNull();
        columns.text(u"body").notNull();
        columns.string(u"slug").notNull();
        columns.utcDatetime(u"published_at");
        columns.integer(u"view_count").notNull();
        columns.references(u"author_id", u"users").notNull();
        columns.timestamps();
    });
    change.createTable(u"comments", [](db::ColumnList &columns) {
        columns.text(u"body").notNull();
        columns.boolean(u"is_approved").notNull();
        columns.references(u"post_id", u"posts").notNull();
        columns.references(u"user_id", u"users").notNull();
        columns.timestamps();
    });
    change.createJoinTable(u"posts_tags", [](db::ColumnList &columns) {
        columns.references(u"post_id", u"posts").notNull();
        columns.references(u"tag_id", u"tags").notNull();
    });
    change.createUniqueIndex(u"users", {u"email"_s});
    change.createUniqueIndex(u"posts", {u"slug"_s});
    change.createIndex(u"posts", {u"author_id"_s});
    change.createIndex(u"comments", {u"post_id"_s});
    change.createIndex(u"comments", {u"user_id"_s});
    change.createUniqueIndex(u"posts_tags", {u"post_id"_s, u"tag_id"_s});
    change.execute(u"CREATE VIEW repetitions AS SELECT c.id, c.body, c.post_id, c.inserted_at FROM comments c, tags t WHERE t.id <= %1"_s.arg(repetitions),
                   u"DROP VIEW repetitions"_s);
}

template <typename T>
void require(const db::Result<T> &result)
{
    if (!result)
        giveUp(result.error().message);
}

template <typename T>
void insert(db::Repo &repo, int count, T (*make)(Dice &, int))
{
    constexpr int rowsAtOnce = 10'000; // so that the memory of the parent process stays small
    Dice dice{quint64(count)};
    for (int begin = 0; begin < count; begin += rowsAtOnce) {
        QList<T> rows;
        for (int index = begin; index < qMin(begin + rowsAtOnce, count); ++index)
            rows.append(make(dice, index));
        require(repo.insertAll(rows));
    }
}

User user(Dice &dice, int index)
{
    const QDateTime time = moment(dice);
    return {.id = {index + 1}, .email = u"user%1@example.org"_s.arg(index), .username = u"user%1"_s.arg(index), .insertedAt = time, .updatedAt = time};
}

Tag tag(Dice &dice, int index)
{
    const QDateTime time = moment(dice);
    return {.id = {index + 1}, .name = u"tag%1"_s.arg(index), .insertedAt = time, .updatedAt = time};
}

Post post(Dice &dice, int index)
{
    constexpr int bodyLength = 600;
    const QDateTime time = moment(dice);
    Post post;
    post.id = {index + 1};
    post.title = prose(dice, 40);
    post.body = prose(dice, bodyLength);
    post.slug = u"post-%1"_s.arg(index);
    if (dice.below(4) > 0)
        post.publishedAt = moment(dice);
    post.viewCount = dice.below(10'000);
    post.authorId = {1 + dice.below(userCount)};
    post.insertedAt = time;
    post.updatedAt = time;
    return post;
}

Comment comment(Dice &dice, int index)
{
    const QDateTime time = moment(dice);
    Comment comment;
    comment.id = {index + 1};
    comment.body = prose(dice, 80);
    comment.isApproved = dice.below(2) == 1;
    comment.postId = 1 + dice.below(postCount);
    comment.userId = {1 + dice.below(userCount)};
    comment.insertedAt = time;
    comment.updatedAt = time;
    return comment;
}

QList<std::pair<db::Id<Post>, db::Id<Tag>>> postTags()
{
    Dice dice(7);
    QList<std::pair<db::Id<Post>, db::Id<Tag>>> pairs;
    for (int index = 1; index <= postCount; ++index) {
        const qint64 first = dice.below(tagCount);
        for (int i = 0; i < tagsPerPost; ++i)
            pairs.append({{index}, {1 + (first + i) % tagCount}});
    }
    return pairs;
}

quint64 sum(const QDateTime &time)
{
    return quint64(time.toMSecsSinceEpoch() / 1000) % 1'000'003;
}

} // namespace

void fill(db::Repo &repo)
{
    require(db::Migrator(repo, {{.version = 1, .name = u"create_tables"_s, .change = &createTables}}).migrate({}));
    insert<User>(repo, userCount, &user);
    insert<Tag>(repo, tagCount, &tag);
    insert<Post>(repo, postCount, &post);
    insert<Comment>(repo, commentCount, &comment);
    require(repo.insertAllJoined(&Post::tags, postTags()));
}

QList<qint64> lookupKeys()
{
    Dice dice(1);
    QList<qint64> keys;
    for (int i = 0; i < 20'000; ++i)
        keys.append(1 + dice.below(postCount));
    return keys;
}

QList<QVariantMap> commentForms()
{
    Dice dice(2);
    QList<QVariantMap> forms;
    for (int i = 0; i < 10'000; ++i) {
        forms.append({{u"body"_s, u"Comment number %1, which is long enough to be taken for one."_s.arg(i)},
                      {u"is_approved"_s, u"true"_s},
                      {u"post_id"_s, QString::number(1 + dice.below(postCount))},
                      {u"user_id"_s, QString::number(1 + dice.below(userCount))},
                      {u"inserted_at"_s, u"2020-01-01T00:00:00"_s}});
    }
    return forms;
}

QList<Comment> newComments()
{
    Dice dice(3);
    QList<Comment> rows;
    for (int i = 0; i < 100'000; ++i) {
        rows.append(comment(dice, i));
        rows.last().id = {};
    }
    return rows;
}

quint64 checksum(const QList<Post> &posts)
{
    quint64 total = 0;
    for (const Post &post : posts) {
        total += quint64(post.id.value) + quint64(post.title.size() * 3 + post.body.size() * 5 + post.slug.size() * 7);
        total += quint64(post.viewCount * 11 + post.authorId.value * 13) + sum(post.insertedAt) + sum(post.updatedAt);
        total += post.publishedAt ? sum(*post.publishedAt) : 1;
    }
    return total;
}

quint64 treeChecksum(const QList<Post> &posts)
{
    quint64 total = checksum(posts);
    for (const Post &post : posts) {
        total += quint64(post.author->email.size());
        for (const Tag &tag : *post.tags)
            total += quint64(tag.id.value * 17 + tag.name.size());
        for (const Comment &comment : *post.comments)
            total += quint64(comment.id.value * 19 + comment.body.size() + comment.user->email.size()) + sum(comment.insertedAt);
    }
    return total;
}

void giveUp(const QString &reason)
{
    QTextStream(stderr) << reason << Qt::endl;
    std::exit(EXIT_FAILURE);
}

} // namespace bench
