// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/comments/comments_page.h"

#include "core/accounts/accounts.h"
#include "core/blog/blog.h"
#include "ui/comments/comment_form.h"
#include "ui/comments/comment_operations.h"
#include "ui/comments/comment_state.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/lists/list_page.h"
#include "ui/lists/record_model.h"
#include "ui/lists/record_names.h"
#include "ui/lists/record_table.h"
#include "ui/lists/selection_button.h"
#include "ui/session.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QMenu>

#include <array>

namespace ui {

namespace {

using Row = blog::CommentRow;
using State = blog::ModerationState;

constexpr int ExcerptLength = 120;
constexpr int TitleLength = 60;
constexpr std::array states{State::Pending, State::Approved, State::Rejected, State::Spam};

const QMap<QString, blog::CommentSort> &sorts()
{
    static const QMap<QString, blog::CommentSort> sorts{
        {u"body"_qs, blog::CommentSort::Body},
        {u"post"_qs, blog::CommentSort::Post},
        {u"user"_qs, blog::CommentSort::User},
        {u"state"_qs, blog::CommentSort::State},
        {u"inserted_at"_qs, blog::CommentSort::InsertedAt}};
    return sorts;
}

} // namespace

CommentsPage::CommentsPage(Session &session, QWidget *parent)
    : RecordsPage(u"comments"_qs, session, parent)
{
    buildNames();
    buildList();
    buildActions();
}

void CommentsPage::buildNames()
{
    Session &session = this->session();
    m_posts = new RecordNames([&session](qint64 key) {
        return session.database().read([key](db::Repo &repo) {
            return blog::Blog(repo).fetchPost({key}).map([](const blog::Post &post) { return firstLine(post.title, TitleLength); });
        });
    },
                              this);
    m_users = new RecordNames([&session](qint64 key) {
        return session.database().read([key](db::Repo &repo) {
            return accounts::Accounts(repo).fetchUser({key}).map([](const accounts::User &user) { return user.username; });
        });
    },
                              this);
}

void CommentsPage::buildList()
{
    Session &session = this->session();
    const QList<Column<Row>> columns{
        {.title = [] { return tr("Text"); }, .text = [](const Row &row) { return firstLine(row.excerpt, ExcerptLength); }, .sortKey = u"body"_qs, .width = 40, .stretches = true, .data = [](const Row &row, int role) { return role == Qt::ToolTipRole ? QVariant(row.excerpt) : QVariant(); }},
        {.title = [] { return tr("Post"); }, .text = [](const Row &row) { return row.postTitle; }, .sortKey = u"post"_qs, .width = 34, .data = [](const Row &row, int role) { return role == Qt::ToolTipRole ? QVariant(row.postTitle) : QVariant(); }},
        {.title = [] { return tr("User"); }, .text = [](const Row &row) { return row.username; }, .sortKey = u"user"_qs, .width = 16},
        {.title = [] { return tr("State"); }, .text = [](const Row &row) { return commentStateText(row.state); }, .sortKey = u"state"_qs, .width = 12, .icon = [](const Row &row) { return commentStateIcon(row.state); }, .data = [](const Row &row, int role) { return role == Qt::ForegroundRole ? QVariant(Theme::color(commentStateRole(row.state))) : QVariant(); }},
        {.title = [] { return tr("Written"); }, .text = [](const Row &row) { return formatDateTime(row.insertedAt); }, .sortKey = u"inserted_at"_qs, .width = 16}};
    m_model = new RecordModel<Row>(
        columns,
        {.fetch = [&session](const ListQuery &query, int offset, int limit) { return session.database().read([filter = filterOf(query), offset, limit](db::Repo &repo) { return blog::Blog(repo).commentRows(filter, offset, limit); }); },
         .count = [&session](const ListQuery &query) { return session.database().read([filter = filterOf(query)](db::Repo &repo) { return blog::Blog(repo).commentCount(filter); }); },
         .key = [](const Row &row) { return row.id.value; }});
    auto *list = new ListPage(u"comments.list"_qs, session, m_model,
                              {.heading = [] { return tr("Comments"); },
                               .newButton = {},
                               .noRows = [] { return tr("No comments here yet."); },
                               .noMatch = [] { return tr("No comments match."); },
                               .searchHint = [] { return tr("Search the text of comments"); },
                               .loading = [] { return tr("Reading comments"); }},
                              this);
    list->addScope(u"all"_qs, [] { return tr("All"); });
    for (const State state : states)
        list->addScope(db::enumName(state), [state] { return commentStateText(state); });
    list->reloadOn({DataKind::Comments, DataKind::Posts, DataKind::Users});
    const auto showChips = [this, list] {
        list->setFilterText([this](const QString &key, const QVariant &value) { return filterText(key, value); });
    };
    showChips();
    connect(m_posts, &RecordNames::arrived, list, showChips);
    connect(m_users, &RecordNames::arrived, list, showChips);
    connect(list, &ListPage::loaded, this, [this, list] {
        const auto counts = this->session().database().read([filter = filterOf(list->query())](db::Repo &repo) { return blog::Blog(repo).commentScopeCounts(filter); });
        countScopes(counts, [](const blog::CommentCounts &found) {
            QMap<QString, qint64> byKey;
            for (const State state : states) {
                byKey[db::enumName(state)] = found.value(state);
                byKey[u"all"_qs] += found.value(state);
            }
            return byKey;
        });
    });
    setParts(list, new CommentForm(session));
}

void CommentsPage::buildActions()
{
    m_post = makeAction(u"post"_qs, icon("view-filter"), [this] {
        if (const Row *row = m_model->record(list()->currentRow())) {
            m_posts->insert(row->postId.value, firstLine(row->postTitle, TitleLength));
            session().go({id(), 0, list()->query().scope, {{u"post_id"_qs, row->postId.value}}});
        }
    });
    m_user = makeAction(u"user"_qs, icon("view-filter"), [this] {
        if (const Row *row = m_model->record(list()->currentRow())) {
            m_users->insert(row->userId.value, row->username);
            session().go({id(), 0, list()->query().scope, {{u"user_id"_qs, row->userId.value}}});
        }
    });
    QList<QAction *> decisions;
    for (const State state : {State::Approved, State::Rejected, State::Spam, State::Pending}) {
        QAction *action = makeAction(db::enumName(state), commentStateIcon(state), [this, state] { decide(state); });
        m_decisions.insert(state, action);
        decisions.append(action);
    }
    new SelectionButton(list(), decisions);
    connect(list()->table(), &RecordTable::menuRequested, this, [this, decisions](QMenu *menu) {
        if (!m_model->record(list()->currentRow()))
            return;
        menu->addActions({m_post, m_user});
        menu->addSeparator();
        menu->addActions(decisions);
        menu->addSeparator();
    });
    connect(list(), &ListPage::queryChanged, this, &CommentsPage::updateActions);
    connect(&session(), &Session::readOnlyChanged, this, &CommentsPage::updateActions);
    retranslate(this, [this] { updateTexts(); });
    updateActions();
}

void CommentsPage::decide(State state)
{
    QList<moderation::Seen> seen;
    const QModelIndexList rows = list()->table()->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        if (const Row *row = m_model->record(index.row()))
            seen.append({row->id, row->state});
    }
    decideComments(session(), seen, state);
}

void CommentsPage::updateActions()
{
    for (auto decision = m_decisions.cbegin(); decision != m_decisions.cend(); ++decision) {
        decision.value()->setVisible(list()->query().scope != db::enumName(decision.key()));
        decision.value()->setEnabled(!session().isReadOnly());
    }
}

void CommentsPage::updateTexts()
{
    m_post->setText(tr("Only this &post"));
    m_user->setText(tr("Only this &user"));
    for (auto decision = m_decisions.cbegin(); decision != m_decisions.cend(); ++decision)
        decision.value()->setText(commentStateCommand(decision.key()));
}

QString CommentsPage::listTitle() const
{
    return tr("Comments");
}

blog::CommentFilter CommentsPage::filterOf(const ListQuery &query)
{
    blog::CommentFilter filter;
    for (const State state : states) {
        if (query.scope == db::enumName(state))
            filter.state = state;
    }
    filter.search = query.search;
    filter.post = query.id<blog::Post>(u"post_id"_qs);
    filter.user = query.id<accounts::User>(u"user_id"_qs);
    filter.insertedFrom = query.time(u"inserted_from"_qs);
    filter.insertedTo = query.time(u"inserted_to"_qs);
    if (!query.sortKey.isEmpty()) {
        filter.sort = sorts().value(query.sortKey, blog::CommentSort::InsertedAt);
        filter.descending = query.order == Qt::DescendingOrder;
    }
    return filter;
}

QString CommentsPage::filterText(const QString &key, const QVariant &value) const
{
    if (key == u"post_id")
        return tr("Post: %1").arg(m_posts->name(value.toLongLong()));
    if (key == u"user_id")
        return tr("User: %1").arg(m_users->name(value.toLongLong()));
    if (key == u"inserted_from")
        return tr("Written from %1").arg(formatDateTime(value.toDateTime()));
    return tr("Written before %1").arg(formatDateTime(value.toDateTime()));
}

} // namespace ui
