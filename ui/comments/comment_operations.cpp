// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/comments/comment_operations.h"

#include "core/blog/blog.h"
#include "core/moderation/moderation.h"
#include "ui/comments/comment_state.h"
#include "ui/forms/error_text.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Decisions = QList<moderation::Decision>;

struct CommentTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::CommentOperations)
};

QString doneText(blog::ModerationState state, int count)
{
    switch (state) {
    case blog::ModerationState::Pending:
        return CommentTexts::tr("%Ln comment(s) are pending again.", nullptr, count);
    case blog::ModerationState::Approved:
        return CommentTexts::tr("%Ln comment(s) are approved.", nullptr, count);
    case blog::ModerationState::Rejected:
        return CommentTexts::tr("%Ln comment(s) are rejected.", nullptr, count);
    case blog::ModerationState::Spam:
        return CommentTexts::tr("%Ln comment(s) are marked as spam.", nullptr, count);
    }
    Q_UNREACHABLE();
}

Operation::Step takingBack(Session &session, const blog::CommentChange &change)
{
    return [&session, change] {
        return session.write([change](db::Repo &repo) { return blog::Blog(repo).takeBack(change); });
    };
}

Operation::Step takingBack(Session &session, const Decisions &decisions)
{
    return [&session, decisions] {
        return session.write([decisions](db::Repo &repo) { return moderation::Moderation(repo).restore(decisions); });
    };
}

void recordDecisions(Session &session, const Decisions &decisions, blog::ModerationState state)
{
    Decisions inverses;
    for (const moderation::Decision &decision : decisions)
        inverses.prepend(decision.inverse());
    const int count = int(decisions.size());
    session.record({commentOperationText(state, count), {DataKind::Comments}, takingBack(session, decisions), takingBack(session, inverses)},
                   doneText(state, count));
}

void reportRefusal(Session &session, const db::Error &error)
{
    if (error.kind != db::Error::Kind::Stale || error.subject.isEmpty())
        return session.report(error);
    session.tell({Message::Kind::Warning, CommentTexts::tr("%1 has decided about it in the meantime. Nothing was changed.").arg(error.subject), {}, errorDetails(error)});
    session.announce(DataKind::Comments);
}

} // namespace

void recordComment(Session &session, const blog::CommentChange &change)
{
    const QString author = commentAuthor(change.after);
    session.record({CommentTexts::tr("Edit the comment by %1").arg(author),
                    {DataKind::Comments},
                    takingBack(session, change),
                    takingBack(session, change.inverse())},
                   CommentTexts::tr("Saved the comment by %1.").arg(author));
}

void decideComments(Session &session, const QList<moderation::Seen> &comments, blog::ModerationState state, const QString &reason,
                    const std::function<void()> &refused)
{
    QList<moderation::Seen> others;
    for (const moderation::Seen &seen : comments) {
        if (seen.state != state)
            others.append(seen);
    }
    if (others.isEmpty() || session.isReadOnly()) {
        if (refused)
            refused();
        return;
    }
    session
        .write([others, state, reason, moderator = session.operatorName()](db::Repo &repo) {
            return moderation::Moderation(repo).decide(others, state, moderator, reason);
        })
        .then(&session, [&session, state, refused, activity = session.activities().start(commentOperationText(state, others.size()))](const db::Result<Decisions> &decisions) {
            if (decisions)
                return recordDecisions(session, *decisions, state);
            if (refused)
                refused();
            reportRefusal(session, decisions.error());
        });
}

} // namespace ui
