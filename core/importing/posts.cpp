// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/posts.h"

#include "core/blog/slug.h"
#include "core/importing/unique_name.h"
#include "core/toolkit/graphemes.h"

using namespace Qt::StringLiterals;

namespace importing {

using accounts::User;
using blog::Post;

namespace {

// Values of PostTypeId.
constexpr QStringView question = u"1";
constexpr QStringView answer = u"2";

// What Post's changesets ask of a title and a slug.
constexpr int longestTitle = 200;
constexpr int longestSlug = 100;

struct Title
{
    QString text;
};

} // namespace

db::Result<void> Posts::importQuestion(const DumpRow &row)
{
    const QString type = row.value(u"PostTypeId");
    if (type == answer)
        return {};
    if (type != question) {
        m_tally.countRead();
        m_tally.reject(row, u"PostTypeId"_s, u"is neither a question's nor an answer's"_s);
        return {};
    }
    const db::Result<bool> isNew = m_context.isNew(row, u"Id"_s, u"post"_s, m_tally);
    if (!isNew || !*isNew)
        return isNew.map([](bool) {});
    return import(row, row.value(u"Title"));
}

db::Result<void> Posts::importAnswer(const DumpRow &row)
{
    if (row.value(u"PostTypeId") != answer)
        return {};
    const db::Result<bool> isNew = m_context.isNew(row, u"Id"_s, u"post"_s, m_tally);
    if (!isNew || !*isNew)
        return isNew.map([](bool) {});

    const auto parent = m_context.find<Post>(u"post"_s, row.value(u"ParentId"));
    if (!parent)
        return db::Failure(parent.error());
    std::optional<Title> title;
    if (*parent) {
        const auto found = m_context.repo().one(
            db::from<Post>().where(&Post::id, **parent).select<Title>({into(&Title::text, db::col(&Post::title))}));
        if (!found)
            return db::Failure(found.error());
        title = *found;
    }
    if (!title) {
        m_tally.reject(row, u"ParentId"_s, u"was not imported"_s);
        return {};
    }
    return import(row, db::firstGraphemes(u"Answer: " + title->text, longestTitle));
}

db::Result<void> Posts::import(const DumpRow &row, const QString &title)
{
    const QString key = row.value(u"Id");
    const QString created = row.value(u"CreationDate");
    const QString edited = row.value(u"LastEditDate");
    const db::Changeset<Post> changeset = Post::importing({}, {
                                                                  {u"title"_s, title},
                                                                  {u"body"_s, row.value(u"Body")},
                                                                  {u"view_count"_s, row.value(u"ViewCount")},
                                                                  {u"published_at"_s, created},
                                                                  {u"inserted_at"_s, created},
                                                                  {u"updated_at"_s, edited.isEmpty() ? created : edited},
                                                              });
    if (!changeset.isValid())
        return m_tally.reject(row, db::Error::invalid(changeset.core()));
    const auto author = m_people.authorOf(row, u"post"_s, {u"OwnerUserId"_s, u"OwnerDisplayName"_s}, m_tally);
    if (!author || !*author)
        return author.map([](const auto &) {});
    const db::Result<QString> slug = uniqueSlug(title, key);
    if (!slug)
        return db::Failure(slug.error());

    const db::Result<db::Id<Post>> post
        = m_context.insert(changeset.put(&Post::slug, *slug).put(&Post::authorId, **author), u"post"_s, key, fingerprintOf(row));
    if (!post)
        return m_tally.reject(row, post.error());
    m_tally.countImported();
    return addTags(row, *post);
}

db::Result<QString> Posts::uniqueSlug(const QString &title, const QString &key) const
{
    return uniqueName(blog::slugFor(title), key, 1, longestSlug, [this](const QString &candidate) {
        return m_context.repo().exists(db::from<Post>().where(&Post::slug, candidate));
    });
}

db::Result<void> Posts::addTags(const DumpRow &row, db::Id<Post> post)
{
    const QStringList names = Tags::namesIn(row.value(u"Tags"));
    if (names.isEmpty())
        return {};
    const auto tags = m_tags.named(names, row, m_tally);
    if (!tags)
        return db::Failure(tags.error());
    QList<std::pair<db::Id<Post>, db::Id<blog::Tag>>> pairs;
    for (const db::Id<blog::Tag> tag : *tags)
        pairs.append({post, tag});
    return m_context.repo().insertAllJoined(&Post::tags, pairs).map([](qint64) {});
}

} // namespace importing
