// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/moderation/moderation.h"
#include "core/toolkit/database.h"
#include "ui/moderation/plain_text.h"

#include <QAbstractListModel>

namespace ui {

class Session;

/// A row of the queue.
struct QueueEntry
{
    moderation::QueueItem item;
    QList<Link> links; ///< in the excerpt
    QString note; ///< why it is back: "Approved by ann 3 min ago"
};

/// The comments of one state, oldest first, fetched page by page as they are scrolled to or used up. Rows are taken out as
/// soon as a decision is made, and put back at their place should it fail.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles {
        EntryRole = Qt::UserRole ///< a QueueEntry
    };
    static constexpr int PageSize = 50;
    /// So few rows behind the cursor are reason to fetch the next page.
    static constexpr int Reserve = PageSize / 2;

    explicit QueueModel(Session &session, QObject *parent = nullptr);

    /// Asks for the comments of a state from the beginning; answers with loaded() or failed(). The old rows stay until then.
    void load(blog::ModerationState state);
    /// The state of the rows on show.
    blog::ModerationState state() const { return m_state; }
    bool isLoading() const { return m_isLoading; }
    /// Whether all rows were fetched, as far as is known.
    bool isComplete() const { return m_isComplete; }
    /// There may be rows behind the last one by now: they are fetched when they are scrolled to.
    void expectMore();

    const moderation::QueueItem &item(int row) const { return m_entries.at(row).item; }
    /// The row of a comment, or -1.
    int rowOf(db::Id<blog::Comment> id) const;

    /// Takes comments out; they stay away from what is fetched until they are settled or put back.
    void take(const QList<moderation::QueueItem> &items);
    /// What was taken out is stored: from the next load() on the database says where it is.
    void settle(const QList<moderation::QueueItem> &items);
    /// Brings a comment back to its place in time.
    void putBack(const moderation::QueueItem &item, const QString &note = {});
    /// The same for a comment of a state that is not on show.
    void release(const moderation::QueueItem &item);
    /// Counts decisions about comments of a user in what their other rows say.
    void recount(const moderation::QueueItem &decided, blog::ModerationState from, blog::ModerationState to);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent = {}) const override;
    void fetchMore(const QModelIndex &parent = {}) override;

signals:
    /// The rows of load() are on show.
    void loaded();
    /// More rows were fetched, or there turned out to be none.
    void extended();
    void failed(const db::Error &error);

private:
    using Items = db::Result<QList<moderation::QueueItem>>;

    void ask(blog::ModerationState state, qint64 limit, const std::optional<moderation::QueueCursor> &after);
    void arrived(blog::ModerationState state, qint64 limit, bool isFirst, const Items &items);
    void insert(const moderation::QueueItem &item, const QString &note);
    bool isAway(const moderation::QueueItem &item) const;

    Session &m_session;
    blog::ModerationState m_state = blog::ModerationState::Pending;
    QList<QueueEntry> m_entries;
    std::optional<moderation::QueueCursor> m_cursor; ///< of the last row fetched
    /// Decisions under way and those made since the rows were asked for, by the state the comments left.
    QHash<db::Id<blog::Comment>, blog::ModerationState> m_leaving;
    QHash<db::Id<blog::Comment>, blog::ModerationState> m_gone;
    db::Request<Items> m_request;
    quint64 m_ticket = 0;
    bool m_isLoading = false;
    bool m_isFetching = false;
    bool m_isComplete = true;
};

} // namespace ui
