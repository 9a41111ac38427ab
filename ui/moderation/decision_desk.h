// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/moderation/moderation.h"
#include "core/toolkit/error.h"
#include "ui/data_kind.h"
#include "ui/operations/history.h"

#include <QObject>

namespace ui {

class Session;

/// Writes a moderator's decisions in the background, keeps them for Undo, and counts what is left. A decision counts as soon
/// as it is made; one that is refused counts no more.
class DecisionDesk : public QObject
{
    Q_OBJECT

public:
    using Items = QList<moderation::QueueItem>;

    explicit DecisionDesk(Session &session, QObject *parent = nullptr);

    /// Gives comments a state: all at once, but for those that somebody else has decided about meanwhile.
    void decide(const Items &items, blog::ModerationState state, const QString &reason);

    /// Comments by state, as far as known.
    const blog::CommentCounts &counts() const { return m_counts; }
    /// Asks for the counts again.
    void refreshCounts();
    /// Comments that were left alone because somebody else was faster.
    qint64 skippedCount() const { return m_skipped; }

signals:
    void countsChanged();
    /// Comments were written elsewhere in the program.
    void othersWrote();
    /// What was decided is stored.
    void stored(const QList<moderation::QueueItem> &items);
    /// Somebody else was faster: that is what they decided; nothing when the comment is gone.
    void skipped(const moderation::QueueItem &item, blog::ModerationState state, const std::optional<moderation::Verdict> &verdict);
    void failed(const QList<moderation::QueueItem> &items, blog::ModerationState state, const db::Error &error);
    /// A decision was taken back; the items are in the state they had before.
    void undone(const QList<moderation::QueueItem> &items, blog::ModerationState state);
    void redone(const QList<moderation::QueueItem> &items, blog::ModerationState state);

private:
    struct Outcome;

    static db::Result<Outcome> write(db::Repo &repo, const Items &items, blog::ModerationState state, const QString &moderator, const QString &reason);
    void settle(const Items &items, blog::ModerationState state, const db::Result<Outcome> &outcome, const History::Ticket &ticket);
    void record(const Items &items, blog::ModerationState state, const QList<moderation::Decision> &decisions, const History::Ticket &ticket);
    void restored(const Items &items, blog::ModerationState state, bool isUndo);
    void dataChanged(DataKind kind);
    void count(const Items &items, blog::ModerationState state, bool isForwards);

    Session &m_session;
    blog::CommentCounts m_counts;
    quint64 m_changes = 0; ///< of the counts, so that an answer that is older is not believed
    qint64 m_skipped = 0;
    int m_writing = 0; ///< decisions on their way to the database
    bool m_isCountDue = false;
    int m_announcements = 0; ///< of what was written here, still to come
};

} // namespace ui
