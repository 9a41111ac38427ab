// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/moderation/moderation.h"
#include "core/toolkit/repo.h"

using blog::Comment;
using blog::ModerationState;

namespace moderation {

namespace {

/// Somebody else was faster. Whoever put a comment back into the queue left no name.
db::Error decidedMeanwhile(const Comment &comment)
{
    db::Error error{.kind = db::Error::Kind::Stale};
    error.subject = comment.moderatedBy.value_or(QString());
    error.message = u"Comment %1 is %2 since"_qs.arg(comment.id.value).arg(db::enumName(comment.state));
    if (comment.moderatedBy)
        error.message += u", decided by " + *comment.moderatedBy;
    if (comment.moderatedAt)
        error.message += u" at " + comment.moderatedAt->toString(Qt::ISODate);
    return error;
}

db::Changeset<Comment> withVerdict(const Comment &comment, const Verdict &verdict)
{
    return db::change(comment)
        .put(&Comment::state, verdict.state)
        .put(&Comment::isApproved, verdict.state == ModerationState::Approved)
        .put(&Comment::moderatedAt, verdict.at)
        .put(&Comment::moderatedBy, verdict.by)
        .put(&Comment::moderationReason, verdict.reason)
        .checkUnchanged();
}

} // namespace

db::Result<QList<Decision>> Moderation::decide(const QList<db::Id<Comment>> &comments, ModerationState seen, ModerationState state,
                                               const QString &moderator, const QString &reason)
{
    QList<Seen> all;
    for (const db::Id<Comment> id : comments)
        all.append({id, seen});
    return decide(all, state, moderator, reason);
}

db::Result<QList<Decision>> Moderation::decide(const QList<Seen> &comments, ModerationState state, const QString &moderator, const QString &reason)
{
    const QVariantMap params{{u"moderation_state"_qs, db::enumName(state)}, {u"moderation_reason"_qs, reason}};
    return m_repo.transaction([&]() -> db::Result<QList<Decision>> {
        QList<Decision> decisions;
        for (const Seen &seen : comments) {
            const db::Result<Comment> comment = m_repo.fetch(seen.comment);
            if (!comment)
                return db::Failure(comment.error());
            if (comment->state != seen.state)
                return db::Failure(decidedMeanwhile(*comment));
            const db::Result<Comment> decided = m_repo.update(Comment::moderation(*comment, params, moderator).checkUnchanged());
            if (!decided)
                return db::Failure(decided.error());
            decisions.append({seen.comment, verdictOf(*comment), verdictOf(*decided)});
        }
        return decisions;
    });
}

db::Result<void> Moderation::restore(const QList<Decision> &decisions)
{
    return m_repo.transaction([&]() -> db::Result<void> {
        for (const Decision &decision : decisions) {
            const db::Result<Comment> comment = m_repo.fetch(decision.comment);
            if (!comment)
                return db::Failure(comment.error());
            if (verdictOf(*comment) != decision.after)
                return db::Failure(decidedMeanwhile(*comment));
            if (const db::Result<Comment> restored = m_repo.update(withVerdict(*comment, decision.before)); !restored)
                return db::Failure(restored.error());
        }
        return {};
    });
}

} // namespace moderation
