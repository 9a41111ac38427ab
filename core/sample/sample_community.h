// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"
#include "core/toolkit/fwd.h"

#include <QDateTime>

namespace sample {

/// How large a sample community is.
struct SampleSize
{
    int users = 50;
    int posts = 500;
    int comments = 2000;

    /// A community with so many posts, and users and comments to match.
    static SampleSize forPosts(int posts);
};

/// Fills an empty database with a community that reads like a real one: people with profiles, posts in every state with
/// tags, comments of which many wait for a moderator, and a small shop. The same size and `now` make the same rows; all
/// dates lie in the 30 months before `now`, but for scheduled posts. One transaction. A database that has users,
/// tags or products is Refused.
db::Result<void> createCommunity(db::Repo &repo, const SampleSize &size = {},
                                 const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace sample
