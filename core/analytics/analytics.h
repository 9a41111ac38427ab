// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accounts/user.h"
#include "core/analytics/date_range.h"
#include "core/blog/comment_lists.h"
#include "core/toolkit/error.h"

#include <optional>

namespace analytics {

/// The posts of one month in UTC.
struct MonthOfPosts
{
    QDateTime month; ///< its first instant
    qint64 count = 0;
    qint64 totalViews = 0;
};

/// The posts published in one part of a range.
struct Bucket
{
    DateRange range;
    qint64 posts = 0;
    qint64 views = 0; ///< of those posts, up to now
};

struct TopAuthor
{
    accounts::User author;
    qint64 postCount = 0;
    qint64 totalViews = 0;
};

/// What happened in a range, in single figures.
struct Numbers
{
    qint64 totalViews = 0; ///< of the posts published in it
    qint64 postsPublished = 0;
    qint64 comments = 0; ///< of any state
    qint64 newUsers = 0;
    qint64 pending = 0; ///< comments that wait for a decision now, whenever they came
};

/// Figures over the community. Posts in the trash never count; among published posts those dated later than now do not
/// count yet.
class Analytics
{
public:
    explicit Analytics(db::Repo &repo)
        : m_repo(repo) { }

    /// Over all posts, drafts included.
    db::Result<qint64> totalViews() const;
    /// Published posts by month in UTC, the last month first; months without posts are left out.
    db::Result<QList<MonthOfPosts>> postsPerMonth() const;
    /// Those with the most views first: over all their posts, drafts included, or over those published in a range.
    db::Result<QList<TopAuthor>> topAuthors(qint64 limit = 10, const std::optional<DateRange> &range = std::nullopt) const;

    /// Published posts in each part of the range; parts without posts are there with 0. More than 3000 parts are Refused.
    db::Result<QList<Bucket>> buckets(const DateRange &range, Granularity granularity, const QTimeZone &zone) const;
    db::Result<blog::CommentCounts> commentsByState(const DateRange &range) const;
    db::Result<Numbers> numbers(const DateRange &range) const;
    /// From the first to just behind the last published post; nothing if there is none.
    db::Result<std::optional<DateRange>> publishedRange() const;

private:
    db::Result<Bucket> published(const DateRange &range) const;

    db::Repo &m_repo;
};

} // namespace analytics
