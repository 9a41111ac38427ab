// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/decision_desk.h"

#include "core/blog/blog.h"
#include "ui/comments/comment_state.h"
#include "ui/moderation/moderation_texts.h"
#include "ui/session.h"

#include <QPointer>

#include <algorithm>

using blog::ModerationState;
using moderation::Decision;
using moderation::QueueItem;
using moderation::Verdict;

namespace ui {

/// What became of decisions. Those named nowhere were kept back by `error`.
struct DecisionDesk::Outcome
{
    QList<Decision> decided;
    QHash<db::Id<blog::Comment>, std::optional<Verdict>> skipped;
    std::optional<db::Error> error;
};

/// Somebody else was faster: the comment is decided about, or gone.
static bool isMissed(const db::Error &error)
{
    return error.kind == db::Error::Kind::Stale || error.kind == db::Error::Kind::NotFound;
}

DecisionDesk::DecisionDesk(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
    connect(&session, &Session::dataChanged, this, &DecisionDesk::dataChanged);
}

void DecisionDesk::decide(const Items &items, ModerationState state, const QString &reason)
{
    count(items, state, true);
    ++m_writing;
    const auto request = m_session.write([items, state, moderator = m_session.operatorName(), reason](db::Repo &repo) { return write(repo, items, state, moderator, reason); });
    History::Ticket ticket = m_session.history().expect([state, count = items.size()] { return commentOperationText(state, count); });
    request.then(this, [this, items, state, ticket = std::move(ticket)](const db::Result<Outcome> &outcome) mutable {
        --m_writing;
        settle(items, state, outcome, std::exchange(ticket, {}));
        if (m_writing == 0 && std::exchange(m_isCountDue, false))
            refreshCounts();
    });
}

void DecisionDesk::refreshCounts()
{
    m_session.database().read([](db::Repo &repo) { return moderation::Moderation(repo).countsByState(); }).then(this, [this, changes = m_changes](const db::Result<blog::CommentCounts> &counts) {
        if (!counts)
            return;
        if (m_writing > 0) {
            m_isCountDue = true;
        } else if (changes != m_changes) {
            refreshCounts();
        } else {
            m_counts = *counts;
            emit countsChanged();
        }
    });
}

db::Result<DecisionDesk::Outcome> DecisionDesk::write(db::Repo &repo, const Items &items, ModerationState state, const QString &moderator, const QString &reason)
{
    moderation::Moderation moderation(repo);
    QList<db::Id<blog::Comment>> ids;
    for (const QueueItem &item : items)
        ids.append(item.id);
    const ModerationState seen = items.first().state;
    const bool isAlike = std::all_of(items.cbegin(), items.cend(), [seen](const QueueItem &item) { return item.state == seen; });
    if (isAlike) {
        const auto decided = moderation.decide(ids, seen, state, moderator, reason);
        if (decided)
            return Outcome{*decided, {}, {}};
        if (!isMissed(decided.error()))
            return db::Failure(decided.error());
    }
    // One by one, to find those that somebody else was faster with.
    Outcome outcome;
    for (const QueueItem &item : items) {
        const auto decided = moderation.decide({item.id}, item.state, state, moderator, reason);
        if (decided) {
            outcome.decided += *decided;
            continue;
        }
        if (!isMissed(decided.error())) {
            outcome.error = decided.error();
            break;
        }
        const auto comment = blog::Blog(repo).fetchComment(item.id);
        outcome.skipped.insert(item.id, comment ? std::optional(moderation::verdictOf(*comment)) : std::nullopt);
    }
    return outcome;
}

void DecisionDesk::settle(const Items &items, ModerationState state, const db::Result<Outcome> &outcome, const History::Ticket &ticket)
{
    if (!outcome) {
        count(items, state, false);
        emit failed(items, state, outcome.error());
        return;
    }
    Items decided;
    Items missed;
    Items kept;
    for (const QueueItem &item : items) {
        const bool isDecided = std::any_of(outcome->decided.cbegin(), outcome->decided.cend(), [&item](const Decision &decision) { return decision.comment == item.id; });
        (isDecided ? decided : outcome->skipped.contains(item.id) ? missed
                                                                  : kept)
            .append(item);
    }
    count(missed + kept, state, false);
    if (!decided.isEmpty()) {
        emit stored(decided);
        record(decided, state, outcome->decided, ticket);
    }
    for (const QueueItem &item : std::as_const(missed)) {
        ++m_skipped;
        emit skipped(item, state, outcome->skipped.value(item.id));
    }
    if (!kept.isEmpty())
        emit failed(kept, state, *outcome->error);
    if (!missed.isEmpty())
        refreshCounts();
}

void DecisionDesk::record(const Items &items, ModerationState state, const QList<Decision> &decisions, const History::Ticket &ticket)
{
    QList<Decision> inverses;
    for (const Decision &decision : decisions)
        inverses.append(decision.inverse());
    // The history may outlive this page, but not the session.
    const auto restore = [session = &m_session, desk = QPointer(this), items, state](const QList<Decision> &decisions, bool isUndo) {
        const auto request = session->write([decisions](db::Repo &repo) { return moderation::Moderation(repo).restore(decisions); });
        if (desk) {
            request.then(desk, [desk, items, state, isUndo](const db::Result<void> &result) {
                if (result)
                    desk->restored(items, state, isUndo);
            });
        }
        return request;
    };
    ++m_announcements;
    m_session.record(
        {.text = [state, count = items.size()] { return commentOperationText(state, count); },
         .kinds = {DataKind::Comments},
         .undo = [restore, decisions] { return restore(decisions, true); },
         .redo = [restore, inverses] { return restore(inverses, false); }},
        [state, count = items.size(), left = m_counts.value(ModerationState::Pending)] { return moderation_texts::done(state, count, left); }, ticket);
}

void DecisionDesk::restored(const Items &items, ModerationState state, bool isUndo)
{
    ++m_announcements;
    count(items, state, !isUndo);
    if (isUndo)
        emit undone(items, state);
    else
        emit redone(items, state);
}

void DecisionDesk::dataChanged(DataKind kind)
{
    if (kind != DataKind::Comments)
        return;
    if (m_announcements > 0)
        --m_announcements;
    else
        emit othersWrote();
}

void DecisionDesk::count(const Items &items, ModerationState state, bool isForwards)
{
    ++m_changes;
    if (m_counts.isEmpty())
        return;
    for (const QueueItem &item : items) {
        m_counts[item.state] += isForwards ? -1 : 1;
        m_counts[state] += isForwards ? 1 : -1;
    }
    emit countsChanged();
}

} // namespace ui
