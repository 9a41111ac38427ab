// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/empty_state.h"
#include "ui/common/loading_overlay.h"
#include "ui/forms/error_text.h"
#include "ui/moderation/action_bar.h"
#include "ui/moderation/comment_pane.h"
#include "ui/moderation/moderation_page.h"
#include "ui/moderation/queue_model.h"
#include "ui/session.h"

#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

using blog::ModerationState;

// The list, its cursor, and the comment beside it.

namespace ui {

void ModerationPage::showLoaded()
{
    m_overlay->setLoading(false);
    if (m_model->rowCount() > 0)
        m_emptyFor.reset();
    m_toSelect.removeIf([this](const moderation::QueueItem &item) { return item.state != m_model->state(); });
    if (!m_toSelect.isEmpty()) {
        m_emptyFor.reset();
        putBack(m_toSelect);
        select(std::exchange(m_toSelect, {}));
    } else if (m_model->rowCount() > 0) {
        // The current comment keeps its place on the screen; if it is gone, the one that took its place is next.
        const int row = m_model->rowOf(m_current);
        const QModelIndex current = m_model->index(row >= 0 ? row : qMin(m_currentRow, m_model->rowCount() - 1));
        setCurrentRow(current.row());
        if (row >= 0)
            m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->value() + m_list->visualRect(current).top() - m_currentTop);
    }
    showRows();
}

void ModerationPage::showRows()
{
    if (m_model->state() != m_scope)
        return; // those of another state, which are still shown, or no longer
    if (m_model->rowCount() == 0) {
        if (m_model->isComplete() && !m_model->isLoading() && m_emptyFor != m_scope)
            showEmpty();
        return;
    }
    const bool hadFocus = hasFocusIn(m_empty);
    m_emptyFor.reset();
    m_body->setCurrentWidget(m_splitter);
    if (hadFocus)
        m_list->setFocus();
    if (!m_list->currentIndex().isValid())
        setCurrentRow(0);
}

void ModerationPage::showEmpty()
{
    const bool hadFocus = hasFocusIn(m_body);
    m_emptyFor = m_scope;
    m_empty->clearButtons();
    if (m_scope == ModerationState::Pending) {
        m_empty->setIcon(u"checkmark"_qs);
        m_empty->setText([] { return tr("Nothing to moderate."); }, [] { return tr("New comments wait here until somebody has decided about them."); });
        m_wayOut = m_empty->addButton(
            u"showApproved"_qs, [] { return tr("Show approved"); }, [this] { showScope(ModerationState::Approved); });
    } else {
        m_empty->setIcon(u"document-multiple"_qs);
        m_empty->setText([] { return tr("There are no such comments."); });
        m_wayOut = m_empty->addButton(
            u"showPending"_qs, [] { return tr("Show pending"); }, [this] { showScope(ModerationState::Pending); });
    }
    m_body->setCurrentWidget(m_empty);
    showCurrent();
    if (hadFocus)
        focusFirst();
}

void ModerationPage::showProblem(const db::Error &error)
{
    m_overlay->setLoading(false);
    if (m_model->state() == m_scope && m_model->rowCount() > 0) {
        session().tell({Message::Kind::Error, [error] { return errorText(error); }, {{[] { return tr("Try again"); }, [this] { load(); }}}, errorDetails(error), id()});
        return;
    }
    const bool hadFocus = hasFocusIn(m_body);
    m_emptyFor.reset();
    // Nobody decides about what is not in view.
    m_list->selectionModel()->clear();
    m_empty->clearButtons();
    m_empty->setIcon(u"dialog-error"_qs);
    m_empty->setText([error] { return errorText(error); });
    m_wayOut = m_empty->addButton(
        u"retry"_qs, [] { return tr("Try again"); }, [this] { load(); });
    m_body->setCurrentWidget(m_empty);
    if (hadFocus)
        focusFirst();
}

/// Whether the focus of the window is there; a part's own focusWidget() only remembers what had it last.
bool ModerationPage::hasFocusIn(const QWidget *part) const
{
    return isVisible() && part->isAncestorOf(window()->focusWidget());
}

void ModerationPage::setCurrentRow(int row)
{
    // The view's own function would heed the modifiers of whichever key is down by now.
    m_list->selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::ClearAndSelect);
}

void ModerationPage::moveCursor(int rows, bool extends)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const QModelIndex target = m_model->index(qBound(0, current.row() + rows, m_model->rowCount() - 1));
    if (!extends) {
        setCurrentRow(target.row());
        return;
    }
    // The selection grows and shrinks at the end where the cursor is.
    QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QModelIndex anchor = current;
    if (!chosen.isEmpty())
        anchor = chosen.last() == current ? chosen.first() : chosen.last();
    m_list->selectionModel()->select(QItemSelection(qMin(anchor, target), qMax(anchor, target)), QItemSelectionModel::ClearAndSelect);
    m_list->selectionModel()->setCurrentIndex(target, QItemSelectionModel::NoUpdate);
}

QList<moderation::QueueItem> ModerationPage::selected() const
{
    QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    if (chosen.isEmpty() && m_list->currentIndex().isValid())
        chosen.append(m_list->currentIndex());
    std::sort(chosen.begin(), chosen.end());
    QList<moderation::QueueItem> items;
    for (const QModelIndex &index : std::as_const(chosen))
        items.append(m_model->item(index.row()));
    return items;
}

void ModerationPage::select(const QList<moderation::QueueItem> &items)
{
    setCurrentRow(m_model->rowOf(items.first().id));
    for (const moderation::QueueItem &item : items)
        m_list->selectionModel()->select(m_model->index(m_model->rowOf(item.id)), QItemSelectionModel::Select);
}

void ModerationPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || m_emptyFor) {
        m_current = {};
        m_context.cancel();
        m_pane->clear();
        m_actions->clearNote();
        m_actions->setState(std::nullopt);
        return;
    }
    const moderation::QueueItem &item = m_model->item(current.row());
    // A reason is one for the comment in view.
    if (m_current != item.id)
        m_actions->clearNote();
    m_current = item.id;
    m_pane->showItem(item);
    m_actions->setState(item.state);
    askForContext();
    if (m_model->rowCount() - current.row() < QueueModel::Reserve)
        m_model->fetchMore();
}

/// Leaves for the form of the current comment, its post or its author; Back leads to the comment again.
void ModerationPage::open(ModerationCommand command)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const moderation::QueueItem &item = m_model->item(current.row());
    if (command == ModerationCommand::Edit)
        session().go({u"comments"_qs, item.id.value});
    else if (command == ModerationCommand::OpenPost)
        session().go({u"posts"_qs, item.postId.value});
    else
        session().go({u"users"_qs, item.userId.value});
}

void ModerationPage::updateCurrent(const QModelIndex &first, const QModelIndex &last)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || current.row() < first.row() || current.row() > last.row())
        return;
    m_pane->showItem(m_model->item(current.row()));
    m_actions->setState(m_model->item(current.row()).state);
}

void ModerationPage::askForContext()
{
    m_context.cancel();
    m_context = session().database().read([id = m_current](db::Repo &repo) { return moderation::Moderation(repo).context(id); });
    m_context.then(this, [this, id = m_current](const db::Result<moderation::CommentContext> &context) {
        if (id != m_current)
            return;
        if (context)
            m_pane->showContext(*context);
        else if (context.error().kind == db::Error::Kind::NotFound)
            m_pane->showProblem(tr("This comment has been deleted meanwhile."));
        else if (context.error().kind != db::Error::Kind::Canceled)
            m_pane->showProblem(errorText(context.error()));
    });
}

} // namespace ui
