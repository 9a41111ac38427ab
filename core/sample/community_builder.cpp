// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/sample/community_builder.h"

#include <algorithm>

namespace sample {

CommunityBuilder::CommunityBuilder(db::Repo &repo, const SampleSize &size, const QDateTime &now)
    : m_repo(repo), m_size{.users = qMax(1, size.users), .posts = qMax(0, size.posts), .comments = qMax(0, size.comments)}, m_start(now.toUTC().addMonths(-30).toSecsSinceEpoch()), m_now(now.toSecsSinceEpoch()), m_writer(20260126)
{ }

db::Result<void> CommunityBuilder::build()
{
    for (const auto step : {&CommunityBuilder::writeUsers, &CommunityBuilder::writeTags, &CommunityBuilder::writePosts,
                            &CommunityBuilder::writeComments, &CommunityBuilder::writeShop}) {
        if (const db::Result<void> written = (this->*step)(); !written)
            return written;
    }
    return {};
}

db::Id<accounts::User> CommunityBuilder::memberAt(qint64 time)
{
    const auto members = std::upper_bound(m_joined.cbegin(), m_joined.cend(), time) - m_joined.cbegin();
    const auto count = qMax<qsizetype>(1, members);
    return {1 + qMin(count - 1, qsizetype(m_writer.skewed(1.8) * double(count)))};
}

qint64 CommunityBuilder::timeAt(double fraction)
{
    constexpr std::array hours{0, 7, 8, 9, 10, 12, 12, 13, 15, 16, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 22, 23};
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;

    const auto anywhere = m_start + qint64(fraction * double(m_now - m_start));
    const qint64 awake = anywhere / day * day + hours.at(size_t(m_writer.below(int(hours.size())))) * hour + m_writer.below(hour);
    return std::clamp(awake, m_start, m_now - 60);
}

} // namespace sample
