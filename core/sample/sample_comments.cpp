// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/sample/community_builder.h"

#include <algorithm>

using blog::Comment;
using blog::ModerationState;

namespace sample {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

} // namespace

db::Result<void> CommunityBuilder::writeComments()
{
    const QList<PlannedComment> plans = planComments();
    QList<Comment> comments;
    for (qsizetype i = 0; i < plans.size(); ++i) {
        comments.append(makeComment(i + 1, plans.at(i)));
        if (const db::Result<void> stored = store(comments, i + 1 == plans.size()); !stored)
            return stored;
    }
    return {};
}

/// When, where and with what outcome people comment, in the order of time.
QList<CommunityBuilder::PlannedComment> CommunityBuilder::planComments()
{
    QList<PlannedComment> plans;
    if (m_threads.isEmpty())
        return plans;
    plans.reserve(m_size.comments);
    for (int i = 0; i < m_size.comments; ++i) {
        const int fate = m_writer.below(100);
        const ModerationState state = fate < 9 ? ModerationState::Pending
            : fate < 15                        ? ModerationState::Rejected
            : fate < 21                        ? ModerationState::Spam
                                               : ModerationState::Approved;
        // The product of two numbers makes some threads long and leaves others without an answer.
        const auto thread = qsizetype(m_writer.skewed(1) * (1 - m_writer.skewed(2.5) * 0.3) * double(m_threads.size()));
        const qint64 published = m_threads.at(thread).publishedAt;
        const qint64 age = m_now - published;
        const auto delay = qint64(m_writer.skewed(4) * double(qMin(age, 120 * day)));
        // What still waits came in lately.
        const qint64 at = state == ModerationState::Pending ? qMax(published, m_now - m_writer.below(21 * day)) : published + delay;
        plans.append({qMin(at + 60, m_now - 1), thread, state});
    }
    std::stable_sort(plans.begin(), plans.end(), [](const PlannedComment &left, const PlannedComment &right) { return left.at < right.at; });
    return plans;
}

Comment CommunityBuilder::makeComment(qint64 id, const PlannedComment &plan)
{
    const Thread &thread = m_threads.at(plan.thread);
    Comment comment;
    comment.id = {id};
    comment.postId = {thread.post};
    comment.userId = memberAt(plan.at);
    comment.body = commentText(plan.state, topics().at(thread.topic));
    comment.state = plan.state;
    comment.isApproved = plan.state == ModerationState::Approved;
    comment.insertedAt = utc(plan.at);
    comment.updatedAt = comment.insertedAt;
    if (plan.state == ModerationState::Pending)
        return comment;
    comment.moderatedAt = utc(qMin(plan.at + 600 + m_writer.below(2 * day), m_now));
    comment.moderatedBy = m_writer.pick(m_staffNames);
    if (plan.state == ModerationState::Rejected && m_writer.chance(60))
        comment.moderationReason = m_writer.reason();
    comment.updatedAt = *comment.moderatedAt;
    return comment;
}

QString CommunityBuilder::commentText(ModerationState state, const Topic &topic)
{
    switch (state) {
    case ModerationState::Approved:
        return m_writer.comment(topic);
    case ModerationState::Spam:
        return m_writer.spam();
    case ModerationState::Rejected:
        return m_writer.chance(75) ? m_writer.rudeComment(topic) : m_writer.comment(topic);
    case ModerationState::Pending:
        break;
    }
    if (m_writer.chance(18))
        return m_writer.spam();
    return m_writer.chance(12) ? m_writer.rudeComment(topic) : m_writer.comment(topic);
}

} // namespace sample
