// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/moderation/moderation.h"
#include "core/toolkit/database.h"
#include "ui/moderation/moderation_keys.h"
#include "ui/page.h"

class QLabel;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace ui {

class ActionBar;
class CommentPane;
class DecisionDesk;
class EmptyState;
class LoadingOverlay;
class QueueModel;
class ScopeTabs;

/// The moderation queue: comments of one state, oldest first, beside what helps to judge the current one. One key is one
/// decision: the comment leaves the list at once and is written in the background.
class ModerationPage : public Page
{
    Q_OBJECT

public:
    explicit ModerationPage(Session &session, QWidget *parent = nullptr);

    QString title() const override;
    /// The scope is the name of a state: "pending", "approved", "rejected", "spam".
    void visit(const Destination &destination) override;
    Destination location() const override;
    void refresh() override;
    void focusFirst() override;

    /// How many comments wait; the number beside the page's entry.
    static db::Request<db::Result<qint64>> badge(Session &session);

private:
    void buildBody();
    void connectDesk();
    void run(ModerationCommand command);

    // The list.
    void showScope(blog::ModerationState state);
    void load();
    void lookForMore();
    void showLoaded();
    void showRows();
    void showEmpty();
    void showProblem(const db::Error &error);
    bool hasFocusIn(const QWidget *part) const;
    void setCurrentRow(int row);
    void moveCursor(int rows, bool extends);
    QList<moderation::QueueItem> selected() const;
    void select(const QList<moderation::QueueItem> &items);

    // The current comment.
    void showCurrent();
    void updateCurrent(const QModelIndex &first, const QModelIndex &last);
    void askForContext();
    void open(ModerationCommand command);

    // Decisions.
    void decide(blog::ModerationState state);
    void takeOut(const QList<moderation::QueueItem> &items, blog::ModerationState state);
    void putBack(const QList<moderation::QueueItem> &items);
    void showSkipped(const moderation::QueueItem &item, blog::ModerationState state, const std::optional<moderation::Verdict> &verdict);
    void showFailed(const QList<moderation::QueueItem> &items, blog::ModerationState state, const db::Error &error);
    void showUndone(const QList<moderation::QueueItem> &items, blog::ModerationState state);
    void showRedone(const QList<moderation::QueueItem> &items, blog::ModerationState state);
    void showCounts();
    void updateTexts();

    QueueModel *m_model;
    DecisionDesk *m_desk;
    ModerationKeys *m_keys;
    QLabel *m_heading;
    QLabel *m_skipped;
    ScopeTabs *m_scopes;
    QStackedWidget *m_body;
    QSplitter *m_splitter;
    QListView *m_list;
    LoadingOverlay *m_overlay;
    CommentPane *m_pane;
    EmptyState *m_empty;
    QPushButton *m_wayOut = nullptr; ///< of what is shown in place of the list
    ActionBar *m_actions;
    blog::ModerationState m_scope = blog::ModerationState::Pending; ///< asked for
    db::Id<blog::Comment> m_current; ///< in the pane
    QList<moderation::QueueItem> m_toSelect; ///< once the rows of the scope are there
    db::Request<db::Result<moderation::CommentContext>> m_context;
    int m_currentRow = 0;
    int m_currentTop = 0; ///< where on the screen
    std::optional<blog::ModerationState> m_emptyFor; ///< the state whose absence is on show
    bool m_wasAsked = false;
    bool m_isOutdated = false;
};

} // namespace ui
