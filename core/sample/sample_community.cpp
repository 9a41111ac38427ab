// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/sample/sample_community.h"

#include "core/orders/product.h"
#include "core/sample/community_builder.h"

namespace sample {

namespace {

/// Whether a table that is to be filled holds something already.
template <typename... T>
db::Result<bool> anyRows(db::Repo &repo)
{
    for (const db::Result<bool> &found : {repo.exists(db::from<T>())...}) {
        if (!found || *found)
            return found;
    }
    return false;
}

} // namespace

SampleSize SampleSize::forPosts(int posts)
{
    return {.users = qMax(5, posts / 10), .posts = posts, .comments = posts * 4};
}

db::Result<void> createCommunity(db::Repo &repo, const SampleSize &size, const QDateTime &now)
{
    return repo.transaction([&]() -> db::Result<void> {
        const db::Result<bool> used = anyRows<accounts::User, blog::Tag, orders::Product>(repo);
        if (!used)
            return db::Failure(used.error());
        if (*used)
            return db::Failure(db::Error::refused(u"The database holds data already; the sample community needs an empty one"_qs));
        return CommunityBuilder(repo, size, now).build();
    });
}

} // namespace sample
