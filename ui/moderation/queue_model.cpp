// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/queue_model.h"

#include "ui/common/format.h"
#include "ui/moderation/moderation_texts.h"
#include "ui/session.h"

#include <algorithm>

using blog::ModerationState;
using moderation::QueueItem;

namespace ui {

namespace {

bool isBefore(const QueueItem &left, const QueueItem &right)
{
    return std::pair(left.insertedAt, left.id) < std::pair(right.insertedAt, right.id);
}

QString spokenText(const QueueEntry &entry)
{
    const QueueItem &item = entry.item;
    QStringList parts{QueueModel::tr("%1, %2", "author | their record").arg(item.username, moderation_texts::record(item.record)),
                      moderation_texts::ago(item.insertedAt), entry.note, item.postTitle, item.excerpt, moderation_texts::links(entry.links.size())};
    parts.removeAll(QString());
    return parts.join(u". "_qs);
}

} // namespace

QueueModel::QueueModel(Session &session, QObject *parent)
    : QAbstractListModel(parent), m_session(session)
{
}

void QueueModel::load(ModerationState state)
{
    m_gone = m_leaving;
    m_isLoading = true;
    // A reload brings back at least as much as was there.
    ask(state, state == m_state ? qMax<qint64>(PageSize, m_entries.size()) : PageSize, std::nullopt);
}

void QueueModel::expectMore()
{
    m_isComplete = false;
    if (m_entries.size() < Reserve)
        fetchMore();
}

int QueueModel::rowOf(db::Id<blog::Comment> id) const
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(), [id](const QueueEntry &entry) { return entry.item.id == id; });
    return entry == m_entries.cend() ? -1 : int(entry - m_entries.cbegin());
}

void QueueModel::take(const QList<QueueItem> &items)
{
    for (const QueueItem &item : items) {
        m_leaving.insert(item.id, item.state);
        m_gone.insert(item.id, item.state);
        const int row = rowOf(item.id);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    if (m_entries.size() < Reserve)
        fetchMore();
}

void QueueModel::settle(const QList<QueueItem> &items)
{
    for (const QueueItem &item : items)
        m_leaving.remove(item.id);
}

void QueueModel::putBack(const QueueItem &item, const QString &note)
{
    release(item);
    if (const int row = rowOf(item.id); row >= 0) {
        m_entries[row].item = item;
        m_entries[row].note = note;
        emit dataChanged(index(row), index(row));
        return;
    }
    insert(item, note);
}

void QueueModel::insert(const QueueItem &item, const QString &note)
{
    const auto place = std::upper_bound(m_entries.cbegin(), m_entries.cend(), item,
                                        [](const QueueItem &item, const QueueEntry &entry) { return isBefore(item, entry.item); });
    const int row = int(place - m_entries.cbegin());
    beginInsertRows({}, row, row);
    m_entries.insert(row, {item, linksIn(item.excerpt), note});
    // More may have been decided about the author since.
    const auto sibling = std::find_if(m_entries.cbegin(), m_entries.cend(), [&item](const QueueEntry &entry) {
        return entry.item.userId == item.userId && entry.item.id != item.id;
    });
    if (sibling != m_entries.cend())
        m_entries[row].item.record = sibling->item.record;
    endInsertRows();
}

void QueueModel::release(const QueueItem &item)
{
    m_leaving.remove(item.id);
    m_gone.remove(item.id);
}

void QueueModel::recount(const QueueItem &decided, ModerationState from, ModerationState to)
{
    const auto numberOf = [](moderation::AuthorRecord &record, ModerationState state) -> qint64 & {
        switch (state) {
        case ModerationState::Pending:
            return record.pending;
        case ModerationState::Approved:
            return record.approved;
        case ModerationState::Rejected:
            return record.rejected;
        case ModerationState::Spam:
            return record.spam;
        }
        Q_UNREACHABLE();
    };
    for (int row = 0; row < m_entries.size(); ++row) {
        QueueItem &item = m_entries[row].item;
        if (item.userId != decided.userId)
            continue;
        --numberOf(item.record, from);
        ++numberOf(item.record, to);
        emit dataChanged(index(row), index(row));
    }
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.item.excerpt;
    case Qt::AccessibleTextRole:
        return spokenText(entry);
    case EntryRole:
        return QVariant::fromValue(entry);
    default:
        return {};
    }
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete && !m_isLoading && !m_isFetching;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    ask(m_state, PageSize, m_cursor);
}

void QueueModel::ask(ModerationState state, qint64 limit, const std::optional<moderation::QueueCursor> &after)
{
    m_request.cancel();
    m_request = m_session.database().read([state, limit, after](db::Repo &repo) { return moderation::Moderation(repo).queue(state, limit, after); });
    m_request.then(this, [this, ticket = ++m_ticket, state, limit, isFirst = !after](const Items &items) {
        if (ticket == m_ticket)
            arrived(state, limit, isFirst, items);
    });
}

void QueueModel::arrived(ModerationState state, qint64 limit, bool isFirst, const Items &items)
{
    m_isLoading = false;
    m_isFetching = false;
    if (!items) {
        emit failed(items.error());
        return;
    }
    m_isComplete = items->size() < limit;
    if (isFirst) {
        beginResetModel();
        m_state = state;
        m_cursor.reset();
        m_entries.clear();
        for (const QueueItem &item : *items) {
            if (!isAway(item))
                m_entries.append({item, linksIn(item.excerpt), {}});
        }
        endResetModel();
    } else {
        // One that was put back is there already.
        for (const QueueItem &item : *items) {
            if (!isAway(item) && rowOf(item.id) < 0)
                insert(item, {});
        }
    }
    if (!items->isEmpty())
        m_cursor = moderation::QueueCursor::after(items->last());
    if (m_entries.size() < Reserve)
        fetchMore();
    if (isFirst)
        emit loaded();
    else
        emit extended();
}

bool QueueModel::isAway(const QueueItem &item) const
{
    const auto gone = m_gone.constFind(item.id);
    return gone != m_gone.cend() && *gone == item.state;
}

} // namespace ui
