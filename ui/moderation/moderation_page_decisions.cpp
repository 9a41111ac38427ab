// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/error_text.h"
#include "ui/lists/scope_tabs.h"
#include "ui/moderation/action_bar.h"
#include "ui/moderation/decision_desk.h"
#include "ui/moderation/moderation_page.h"
#include "ui/moderation/moderation_texts.h"
#include "ui/moderation/queue_model.h"
#include "ui/session.h"

#include <QLabel>
#include <QListView>

#include <algorithm>

using blog::ModerationState;
using moderation::QueueItem;

// What happens to comments: decisions, and how they turn out.

namespace ui {

void ModerationPage::decide(ModerationState state)
{
    if (session().isReadOnly()) {
        session().tell({Message::Kind::Warning, session().readOnlyText(), {}, {}, u"moderation.readOnly"_qs});
        return;
    }
    QList<QueueItem> items = selected();
    items.removeIf([state](const QueueItem &item) { return item.state == state; });
    if (items.isEmpty())
        return;
    const QString reason = m_actions->note();
    takeOut(items, state);
    m_desk->decide(items, state, reason);
    showRows();
}

/// The rows leave at once, and the cursor goes to the one behind them.
void ModerationPage::takeOut(const QList<QueueItem> &items, ModerationState state)
{
    const auto leaves = [this, &items](int row) {
        return std::any_of(items.cbegin(), items.cend(), [id = m_model->item(row).id](const QueueItem &item) { return item.id == id; });
    };
    int row = m_list->currentIndex().row();
    if (row >= 0 && leaves(row)) {
        while (row < m_model->rowCount() && leaves(row))
            ++row;
        if (row == m_model->rowCount()) {
            do
                --row;
            while (row >= 0 && leaves(row));
        }
        if (row >= 0)
            setCurrentRow(row);
    }
    m_model->take(items);
    for (const QueueItem &item : items)
        m_model->recount(item, item.state, state);
}

void ModerationPage::putBack(const QList<QueueItem> &items)
{
    for (const QueueItem &item : items) {
        if (item.state == m_model->state())
            m_model->putBack(item);
        else
            m_model->release(item);
    }
}

void ModerationPage::showSkipped(const QueueItem &item, ModerationState state, const std::optional<moderation::Verdict> &verdict)
{
    m_model->recount(item, state, verdict ? verdict->state : item.state);
    QString note;
    if (!verdict) {
        note = tr("it has been deleted meanwhile");
        m_model->release(item);
    } else {
        note = moderation_texts::verdict(*verdict);
        QueueItem decided = item;
        decided.state = verdict->state;
        if (item.state == m_model->state())
            m_model->putBack(decided, note);
        else
            m_model->release(item);
    }
    showCounts();
    showRows();
    session().tell({Message::Kind::Warning, tr("The comment by %1 was left as it is: %2.").arg(item.username, note), {}, {}, u"moderation.skipped"_qs});
}

void ModerationPage::showFailed(const QList<QueueItem> &items, ModerationState state, const db::Error &error)
{
    for (const QueueItem &item : items)
        m_model->recount(item, state, item.state);
    putBack(items);
    showRows();
    if (error.kind == db::Error::Kind::Canceled)
        return;
    const auto text = [error, count = int(items.size())] { return QString(tr("%n comment(s) could not be decided about.", nullptr, count) + u' ' + errorText(error)); };
    session().tell({Message::Kind::Error, text, {}, errorDetails(error), u"moderation.failed"_qs});
}

void ModerationPage::showUndone(const QList<QueueItem> &items, ModerationState state)
{
    for (const QueueItem &item : items)
        m_model->recount(item, state, item.state);
    const ModerationState before = items.first().state;
    if (before == m_scope && m_model->state() == m_scope && !m_model->isLoading()) {
        putBack(items);
        showRows();
        select(items);
    } else {
        m_toSelect += items;
        showScope(before);
    }
}

void ModerationPage::showRedone(const QList<QueueItem> &items, ModerationState state)
{
    takeOut(items, state);
    m_model->settle(items);
    if (m_scope == state)
        load();
    else
        showRows();
}

void ModerationPage::showCounts()
{
    QMap<QString, qint64> counts;
    for (auto count = m_desk->counts().cbegin(); count != m_desk->counts().cend(); ++count)
        counts.insert(db::enumName(count.key()), count.value());
    m_scopes->setCounts(counts);
    const qint64 skipped = m_desk->skippedCount();
    m_skipped->setText(skipped > 0 ? tr("%n skipped: somebody else was faster", nullptr, int(skipped)) : QString());
}

} // namespace ui
