// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/users/users_page.h"

#include "core/blog/blog.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/lists/list_page.h"
#include "ui/lists/record_model.h"
#include "ui/lists/record_table.h"
#include "ui/session.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/users/role_text.h"
#include "ui/users/user_form.h"
#include "ui/users/user_operations.h"

#include <QAction>
#include <QMenu>

namespace ui {

namespace {

using Row = blog::UserRow;

const QMap<QString, blog::UserScope> &scopes()
{
    static const QMap<QString, blog::UserScope> scopes{
        {u"all"_qs, blog::UserScope::All},
        {u"active"_qs, blog::UserScope::Active},
        {u"inactive"_qs, blog::UserScope::Inactive},
        {u"staff"_qs, blog::UserScope::Staff}};
    return scopes;
}

const QMap<QString, blog::UserSort> &sorts()
{
    static const QMap<QString, blog::UserSort> sorts{
        {u"username"_qs, blog::UserSort::Username},
        {u"email"_qs, blog::UserSort::Email},
        {u"role"_qs, blog::UserSort::Role},
        {u"is_active"_qs, blog::UserSort::Active},
        {u"inserted_at"_qs, blog::UserSort::InsertedAt}};
    return sorts;
}

QVariant activeData(const Row &row, int role)
{
    return role == Qt::ForegroundRole ? QVariant(Theme::color(row.isActive ? Theme::Role::Ok : Theme::Role::Muted)) : QVariant();
}

} // namespace

UsersPage::UsersPage(Session &session, QWidget *parent)
    : RecordsPage(u"users"_qs, session, parent)
{
    buildList();
    buildActions();
}

void UsersPage::buildList()
{
    Session &session = this->session();
    const QList<Column<Row>> columns{
        {.title = [] { return tr("Username"); }, .text = [](const Row &row) { return row.username; }, .sortKey = u"username"_qs, .width = 24, .stretches = true},
        {.title = [] { return tr("Email"); }, .text = [](const Row &row) { return row.email; }, .sortKey = u"email"_qs, .width = 34, .stretches = true},
        {.title = [] { return tr("Role"); }, .text = [](const Row &row) { return roleText(row.role); }, .sortKey = u"role"_qs, .width = 14},
        {.title = [] { return tr("Active"); }, .text = [](const Row &row) { return row.isActive ? tr("Active") : tr("Inactive"); }, .sortKey = u"is_active"_qs, .width = 12, .icon = [](const Row &row) { return icon(row.isActive ? "dialog-ok-apply" : "dialog-cancel"); }, .data = activeData},
        {.title = [] { return tr("Posts"); }, .text = [](const Row &row) { return formatNumber(row.posts); }, .alignment = Qt::AlignTrailing, .width = 8},
        {.title = [] { return tr("Joined"); }, .text = [](const Row &row) { return formatDateTime(row.insertedAt); }, .sortKey = u"inserted_at"_qs, .width = 18}};
    m_model = new RecordModel<Row>(
        columns,
        {.fetch = [&session](const ListQuery &query, int offset, int limit) { return session.database().read([filter = filterOf(query), offset, limit](db::Repo &repo) { return blog::Blog(repo).userRows(filter, offset, limit); }); },
         .count = [&session](const ListQuery &query) { return session.database().read([filter = filterOf(query)](db::Repo &repo) { return blog::Blog(repo).userCount(filter); }); },
         .key = [](const Row &row) { return row.id.value; }});
    auto *list = new ListPage(u"users.list"_qs, session, m_model,
                              {.heading = [] { return tr("Users"); },
                               .newButton = [] { return tr("New user"); },
                               .noRows = [] { return tr("No users here yet."); },
                               .noMatch = [] { return tr("No users match."); },
                               .searchHint = [] { return tr("Search username and email"); },
                               .loading = [] { return tr("Reading users"); }},
                              this);
    list->addScope(u"all"_qs, [] { return tr("All"); });
    list->addScope(u"active"_qs, [] { return tr("Active"); });
    list->addScope(u"inactive"_qs, [] { return tr("Inactive"); });
    list->addScope(u"staff"_qs, [] { return tr("Staff"); });
    list->reloadOn({DataKind::Users, DataKind::Posts});
    list->setFilterText([](const QString &key, const QVariant &value) {
        const QString time = formatDateTime(value.toDateTime());
        return key == u"inserted_from" ? tr("Joined from %1").arg(time) : tr("Joined before %1").arg(time);
    });
    connect(list, &ListPage::loaded, this, [this, list] {
        const auto counts = this->session().database().read([filter = filterOf(list->query())](db::Repo &repo) { return blog::Blog(repo).userScopeCounts(filter); });
        countScopes(counts, [](const QMap<blog::UserScope, qint64> &found) {
            QMap<QString, qint64> byKey;
            for (auto scope = scopes().cbegin(); scope != scopes().cend(); ++scope)
                byKey.insert(scope.key(), found.value(scope.value()));
            return byKey;
        });
    });
    setParts(list, new UserForm(session));
}

void UsersPage::buildActions()
{
    m_posts = makeAction(u"posts"_qs, icon("document-multiple"), [this] { session().go({u"posts"_qs, 0, u"all"_qs, {{u"author_id"_qs, list()->currentKey()}}}); });
    m_comments = makeAction(u"comments"_qs, icon("edit-comment"), [this] { session().go({u"comments"_qs, 0, u"all"_qs, {{u"user_id"_qs, list()->currentKey()}}}); });
    m_activate = makeAction(u"activate"_qs, icon("dialog-ok-apply"), [this] { setUserActive(session(), {list()->currentKey()}, true); });
    m_deactivate = makeAction(u"deactivate"_qs, icon("dialog-cancel"), [this] { setUserActive(session(), {list()->currentKey()}, false); });
    connect(list()->table(), &RecordTable::menuRequested, this, [this](QMenu *menu) {
        const Row *row = m_model->record(list()->currentRow());
        if (!row)
            return;
        QAction *activity = row->isActive ? m_deactivate : m_activate;
        activity->setEnabled(!session().isReadOnly());
        menu->addActions({m_posts, m_comments});
        menu->addSeparator();
        menu->addAction(activity);
        menu->addSeparator();
    });
    retranslate(this, [this] { updateTexts(); });
}

void UsersPage::updateTexts()
{
    m_posts->setText(tr("Their &posts"));
    m_comments->setText(tr("Their &comments"));
    m_activate->setText(tr("&Activate"));
    m_deactivate->setText(tr("&Deactivate"));
}

QString UsersPage::listTitle() const
{
    return tr("Users");
}

blog::UserFilter UsersPage::filterOf(const ListQuery &query)
{
    blog::UserFilter filter;
    filter.scope = scopes().value(query.scope, blog::UserScope::All);
    filter.search = query.search;
    filter.insertedFrom = query.time(u"inserted_from"_qs);
    filter.insertedTo = query.time(u"inserted_to"_qs);
    if (!query.sortKey.isEmpty()) {
        filter.sort = sorts().value(query.sortKey, blog::UserSort::Username);
        filter.descending = query.order == Qt::DescendingOrder;
    }
    return filter;
}

} // namespace ui
