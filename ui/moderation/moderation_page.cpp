// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/moderation/moderation_page.h"

#include "core/blog/blog.h"
#include "ui/comments/comment_state.h"
#include "ui/common/empty_state.h"
#include "ui/common/fonts.h"
#include "ui/common/loading_overlay.h"
#include "ui/language/retranslate.h"
#include "ui/lists/scope_tabs.h"
#include "ui/moderation/action_bar.h"
#include "ui/moderation/comment_pane.h"
#include "ui/moderation/decision_desk.h"
#include "ui/moderation/moderation_texts.h"
#include "ui/moderation/queue_delegate.h"
#include "ui/moderation/queue_model.h"
#include "ui/session.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <array>

using blog::ModerationState;

namespace ui {

namespace {

constexpr int LookEvery = 30'000; // milliseconds, for what others write
constexpr std::array states{ModerationState::Pending, ModerationState::Approved, ModerationState::Rejected, ModerationState::Spam};

ModerationState stateNamed(const QString &name)
{
    const auto state = std::find_if(states.cbegin(), states.cend(), [&name](ModerationState state) { return db::enumName(state) == name; });
    return state == states.cend() ? ModerationState::Pending : *state;
}

} // namespace

ModerationPage::ModerationPage(Session &session, QWidget *parent)
    : Page(u"moderation"_qs, session, parent), m_model(new QueueModel(session, this)), m_desk(new DecisionDesk(session, this)), m_keys(new ModerationKeys(this)), m_heading(new QLabel(this)), m_skipped(new QLabel(this)), m_scopes(new ScopeTabs(this)), m_body(new QStackedWidget(this)), m_splitter(new QSplitter(this)), m_list(new QListView(this)), m_overlay(new LoadingOverlay(m_list)), m_pane(new CommentPane(this)), m_empty(new EmptyState(u"moderation.empty"_qs, this)), m_actions(new ActionBar(this))
{
    m_heading->setObjectName(u"moderation.heading"_qs);
    makeHeading(m_heading, 1.4);
    m_skipped->setObjectName(u"moderation.skipped"_qs);
    makeQuiet(m_skipped);
    m_scopes->setObjectName(u"moderation.scopes"_qs);
    for (const ModerationState state : states)
        m_scopes->addScope(db::enumName(state), [state] { return commentStateText(state); });
    buildBody();

    auto *header = new QHBoxLayout;
    header->addWidget(m_heading);
    header->addStretch(1);
    header->addWidget(m_skipped);
    auto *column = new QVBoxLayout(this);
    column->addLayout(header);
    column->addWidget(m_scopes);
    column->addWidget(m_body, 1);
    column->addWidget(m_actions);

    connect(m_scopes, &ScopeTabs::chosen, this, [this](const QString &scope) { showScope(stateNamed(scope)); });
    connect(m_model, &QueueModel::loaded, this, &ModerationPage::showLoaded);
    connect(m_model, &QueueModel::extended, this, &ModerationPage::showRows);
    connect(m_model, &QueueModel::failed, this, &ModerationPage::showProblem);
    connect(m_model, &QueueModel::dataChanged, this, &ModerationPage::updateCurrent);
    connect(m_model, &QueueModel::modelAboutToBeReset, this, [this] {
        m_currentRow = qMax(0, m_list->currentIndex().row());
        m_currentTop = m_list->visualRect(m_list->currentIndex()).top();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModerationPage::showCurrent);
    connect(m_actions, &ActionBar::triggered, this, &ModerationPage::run);
    connect(m_actions, &ActionBar::noteLeft, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_keys, &ModerationKeys::triggered, this, &ModerationPage::run);
    connect(&session, &Session::readOnlyChanged, this, [this] { m_actions->setReadOnly(this->session().readOnlyReason()); });
    connectDesk();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        if (isVisible())
            lookForMore();
    });
    timer->start(LookEvery);
    retranslate(this, [this] { updateTexts(); });
}

void ModerationPage::buildBody()
{
    m_list->setObjectName(u"moderation.list"_qs);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_keys->watch(m_list);
    m_keys->watch(m_empty);
    for (QWidget *view : m_pane->views())
        m_keys->watch(view);
    m_splitter->setObjectName(u"moderation.splitter"_qs);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({400, 600});
    m_body->addWidget(m_splitter);
    m_body->addWidget(m_empty);
    restyle(m_list, [this] {
        m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
        m_list->verticalScrollBar()->setSingleStep(fontMetrics().height());
        m_list->doItemsLayout();
    });
}

void ModerationPage::connectDesk()
{
    connect(m_desk, &DecisionDesk::countsChanged, this, &ModerationPage::showCounts);
    connect(m_desk, &DecisionDesk::stored, m_model, &QueueModel::settle);
    connect(m_desk, &DecisionDesk::skipped, this, &ModerationPage::showSkipped);
    connect(m_desk, &DecisionDesk::failed, this, &ModerationPage::showFailed);
    connect(m_desk, &DecisionDesk::undone, this, &ModerationPage::showUndone);
    connect(m_desk, &DecisionDesk::redone, this, &ModerationPage::showRedone);
    connect(m_desk, &DecisionDesk::othersWrote, this, [this] {
        m_isOutdated = true;
        if (isVisible())
            refresh();
    });
}

QString ModerationPage::title() const
{
    return tr("Moderation");
}

void ModerationPage::visit(const Destination &destination)
{
    const ModerationState wanted = destination.scope.isEmpty() ? m_scope : stateNamed(destination.scope);
    if (!m_wasAsked || wanted != m_scope) {
        showScope(wanted);
    } else if (m_isOutdated) {
        refresh();
    } else {
        lookForMore();
    }
}

Destination ModerationPage::location() const
{
    return {id(), 0, db::enumName(m_scope)};
}

void ModerationPage::refresh()
{
    if (m_wasAsked)
        load();
}

void ModerationPage::focusFirst()
{
    if (m_body->currentWidget() == m_empty)
        m_wayOut->setFocus();
    else
        m_list->setFocus();
}

db::Request<db::Result<qint64>> ModerationPage::badge(Session &session)
{
    return session.database().read([](db::Repo &repo) { return blog::Blog(repo).commentCount({.state = ModerationState::Pending}); });
}

void ModerationPage::run(ModerationCommand command)
{
    if (const auto state = decisionOf(command))
        return decide(*state);
    switch (command) {
    case ModerationCommand::Next:
        return moveCursor(1, false);
    case ModerationCommand::Previous:
        return moveCursor(-1, false);
    case ModerationCommand::ExtendDown:
        return moveCursor(1, true);
    case ModerationCommand::ExtendUp:
        return moveCursor(-1, true);
    case ModerationCommand::ShowPending:
        return showScope(ModerationState::Pending);
    case ModerationCommand::ShowApproved:
        return showScope(ModerationState::Approved);
    case ModerationCommand::ShowRejected:
        return showScope(ModerationState::Rejected);
    case ModerationCommand::ShowSpam:
        return showScope(ModerationState::Spam);
    case ModerationCommand::Note:
        return m_actions->focusNote();
    case ModerationCommand::Edit:
    case ModerationCommand::OpenPost:
    case ModerationCommand::OpenAuthor:
        return open(command);
    case ModerationCommand::ScrollOn:
        return m_pane->scrollOn();
    case ModerationCommand::Undo:
        return session().history().undo();
    case ModerationCommand::Redo:
        return session().history().redo();
    case ModerationCommand::ShowKeys:
        return showModerationKeys(this);
    default:
        return;
    }
}

void ModerationPage::showScope(ModerationState state)
{
    m_scope = state;
    m_scopes->setCurrent(db::enumName(state));
    load();
    emit changed();
}

void ModerationPage::lookForMore()
{
    m_model->expectMore();
    m_desk->refreshCounts();
}

void ModerationPage::load()
{
    m_wasAsked = true;
    m_isOutdated = false;
    m_overlay->setLoading(true);
    m_model->load(m_scope);
    m_desk->refreshCounts();
}

void ModerationPage::updateTexts()
{
    m_heading->setText(tr("Moderation"));
    m_list->setAccessibleName(tr("Comments to moderate"));
    m_scopes->setAccessibleName(tr("Which comments"));
    m_splitter->setAccessibleName(tr("Comments, and the current one"));
    m_list->viewport()->update();
    m_actions->setReadOnly(session().readOnlyReason());
    showCounts();
}

} // namespace ui
