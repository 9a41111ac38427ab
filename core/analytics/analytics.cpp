// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/analytics/analytics.h"

#include "core/blog/blog.h"
#include "core/blog/post_scopes.h"
#include "core/toolkit/repo.h"

using accounts::User;
using blog::Post;
using db::asc;
using db::col;
using db::desc;
using db::from;

namespace analytics {

namespace {

constexpr qint64 mostBuckets = 3000; // there is room for every year of the calendar so far

db::Query<Post> livePosts()
{
    return from<Post>().where(blog::isNotInTrash());
}

db::Query<Post> publishedIn(const DateRange &range)
{
    return livePosts().where(col(&Post::publishedAt) >= range.from && col(&Post::publishedAt) < range.to && blog::isPublished());
}

} // namespace

db::Result<qint64> Analytics::totalViews() const
{
    struct Sum
    {
        qint64 views = 0;
    };
    const auto sums = m_repo.all(livePosts().select({db::into(&Sum::views, sum(col(&Post::viewCount)))}));
    if (!sums)
        return db::Failure(sums.error());
    return sums->first().views;
}

db::Result<QList<MonthOfPosts>> Analytics::postsPerMonth() const
{
    const auto month = truncate(db::Unit::Month, col(&Post::publishedAt));
    return m_repo.all(livePosts()
                          .where(blog::isPublished())
                          .groupBy(month)
                          .orderBy({desc(month)})
                          .select({into(&MonthOfPosts::month, month),
                                   into(&MonthOfPosts::count, count(col(&Post::id))),
                                   into(&MonthOfPosts::totalViews, sum(col(&Post::viewCount)))}));
}

db::Result<QList<TopAuthor>> Analytics::topAuthors(qint64 limit, const std::optional<DateRange> &range) const
{
    const db::Query<Post> posts = range ? publishedIn(*range) : livePosts();
    const auto views = sum(col(&Post::viewCount));
    return m_repo.all(posts.join(&Post::author)
                          .groupBy(col(&User::id))
                          .orderBy({desc(views), asc(&User::id)})
                          .limit(limit)
                          .select({db::into<TopAuthor>(&TopAuthor::author),
                                   into(&TopAuthor::postCount, count(col(&Post::id))),
                                   into(&TopAuthor::totalViews, views)}));
}

db::Result<Bucket> Analytics::published(const DateRange &range) const
{
    struct Figures
    {
        qint64 posts = 0;
        qint64 views = 0;
    };
    const auto figures = m_repo.all(publishedIn(range).select({into(&Figures::posts, count(col(&Post::id))),
                                                               into(&Figures::views, sum(col(&Post::viewCount)))}));
    if (!figures)
        return db::Failure(figures.error());
    return Bucket{range, figures->first().posts, figures->first().views};
}

db::Result<QList<Bucket>> Analytics::buckets(const DateRange &range, Granularity granularity, const QTimeZone &zone) const
{
    const qint64 count = bucketCount(range, granularity, zone);
    if (count > mostBuckets)
        return db::Failure(db::Error::refused(u"%1 parts are too many to show"_qs.arg(count)));
    QList<Bucket> buckets;
    const QList<DateRange> parts = bucketsOf(range, granularity, zone);
    for (const DateRange &part : parts) {
        const db::Result<Bucket> bucket = published(part);
        if (!bucket)
            return db::Failure(bucket.error());
        buckets.append(*bucket);
    }
    return buckets;
}

db::Result<blog::CommentCounts> Analytics::commentsByState(const DateRange &range) const
{
    return blog::Blog(m_repo).commentScopeCounts({.insertedFrom = range.from, .insertedTo = range.to});
}

db::Result<Numbers> Analytics::numbers(const DateRange &range) const
{
    const db::Result<Bucket> posts = published(range);
    if (!posts)
        return db::Failure(posts.error());
    const blog::Blog blog(m_repo);
    const db::Result<qint64> comments = blog.commentCount({.insertedFrom = range.from, .insertedTo = range.to});
    if (!comments)
        return db::Failure(comments.error());
    const db::Result<qint64> users = blog.userCount({.insertedFrom = range.from, .insertedTo = range.to});
    if (!users)
        return db::Failure(users.error());
    const db::Result<qint64> pending = blog.commentCount({.state = blog::ModerationState::Pending});
    if (!pending)
        return db::Failure(pending.error());
    return Numbers{.totalViews = posts->views, .postsPublished = posts->posts, .comments = *comments, .newUsers = *users, .pending = *pending};
}

db::Result<std::optional<DateRange>> Analytics::publishedRange() const
{
    struct Extremes
    {
        std::optional<QDateTime> first;
        std::optional<QDateTime> last;
    };
    const db::Query<Post> posts = livePosts().where(blog::isPublished());
    const auto extremes = m_repo.all(posts.select({into(&Extremes::first, minimum(col(&Post::publishedAt))),
                                                   into(&Extremes::last, maximum(col(&Post::publishedAt)))}));
    if (!extremes)
        return db::Failure(extremes.error());
    const Extremes &found = extremes->first();
    if (!found.first || !found.last)
        return std::nullopt;
    return DateRange{*found.first, found.last->addSecs(1)};
}

} // namespace analytics
