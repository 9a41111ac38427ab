// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/blog/slug.h"
#include "core/sample/community_builder.h"

#include <cmath>

using blog::Post;
using blog::Tag;

namespace sample {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

/// Behind the topics' own tags.
const QStringList &generalTags()
{
    static const QStringList tags{u"Question"_qs, u"Beginners"_qs, u"Report"_qs, u"Meetups"_qs, u"Swap and sell"_qs, u"Tools"_qs, u"Off topic"_qs};
    return tags;
}

} // namespace

db::Result<void> CommunityBuilder::writeTags()
{
    QStringList names;
    for (const Topic &topic : topics())
        names.append(topic.tag);
    QList<Tag> tags;
    for (const QString &name : names + generalTags()) {
        Tag tag;
        tag.id = {tags.size() + 1};
        tag.name = name;
        tag.slug = blog::tagSlugFor(name);
        tag.insertedAt = utc(m_start);
        tag.updatedAt = tag.insertedAt;
        tags.append(tag);
    }
    return store(tags, true);
}

db::Result<void> CommunityBuilder::writePosts()
{
    QList<Post> posts;
    QList<std::pair<db::Id<Post>, db::Id<Tag>>> tagged;
    for (int i = 0; i < m_size.posts; ++i) {
        const int topic = int(m_writer.skewed(1.4) * double(topics().size()));
        const Post post = makePost(i, topic);
        if (post.publishedAt && post.publishedAt->toSecsSinceEpoch() < m_now)
            m_threads.append({post.id.value, post.publishedAt->toSecsSinceEpoch(), topic});
        for (const db::Id<Tag> tag : tagsFor(post, topic))
            tagged.append({post.id, tag});
        posts.append(post);
        if (const db::Result<void> stored = store(posts, i + 1 == m_size.posts); !stored)
            return stored;
    }
    const db::Result<qint64> joined = m_repo.insertAllJoined(&Post::tags, tagged);
    if (!joined)
        return db::Failure(joined.error());
    return {};
}

/// Of a hundred posts six are drafts, two scheduled and four in the trash.
Post CommunityBuilder::makePost(int index, int topic)
{
    const int fate = m_writer.below(100);
    const bool isDraft = fate < 6;
    const bool isScheduled = fate >= 6 && fate < 8;
    const bool isDeleted = fate >= 8 && fate < 12;

    Post post;
    post.id = {index + 1};
    post.title = m_writer.title(topics().at(topic));
    post.body = m_writer.body(topics().at(topic));
    post.slug = freshSlug(post.title);
    const qint64 written = isScheduled ? m_now - m_writer.below(10 * day) - 60 : timeAt(std::pow((index + 0.5) / m_size.posts, 0.8));
    post.authorId = memberAt(written);
    post.insertedAt = utc(written);
    post.updatedAt = post.insertedAt;
    if (isScheduled) {
        post.publishedAt = utc(m_now + hour + m_writer.below(21 * day));
    } else if (!isDraft) {
        const qint64 published = qMin(written + m_writer.below(3 * hour), m_now - 30);
        const double age = double(m_now - published) / day;
        post.publishedAt = utc(published);
        post.updatedAt = *post.publishedAt;
        post.viewCount = qint64((20 + 4000 * m_writer.skewed(4)) * age / (age + 30));
    }
    if (isDeleted) {
        post.deletedAt = utc(qMin(written + m_writer.below(20 * day), m_now - 10));
        post.updatedAt = *post.deletedAt;
    }
    return post;
}

QString CommunityBuilder::freshSlug(const QString &title)
{
    const QString slug = blog::slugFor(title);
    const int wanted = ++m_slugs[slug];
    return wanted == 1 ? slug : QString(slug + u'-' + QString::number(wanted));
}

QList<db::Id<Tag>> CommunityBuilder::tagsFor(const Post &post, int topic)
{
    const auto general = [](int index) { return db::Id<Tag>{topics().size() + index + 1}; };
    QList<db::Id<Tag>> tags{{topic + 1}};
    const bool isQuestion = post.title.endsWith(u'?');
    if (isQuestion)
        tags.append(general(0));
    if (m_writer.chance(30))
        tags.append(general(1 + m_writer.below(int(generalTags().size()) - 1)));
    return tags;
}

} // namespace sample
