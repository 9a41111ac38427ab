// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/posts_page.h"

#include "core/accounts/accounts.h"
#include "core/blog/blog.h"
#include "ui/common/format.h"
#include "ui/language/retranslate.h"
#include "ui/lists/list_page.h"
#include "ui/lists/record_model.h"
#include "ui/lists/record_names.h"
#include "ui/lists/record_table.h"
#include "ui/lists/selection_button.h"
#include "ui/posts/post_columns.h"
#include "ui/posts/post_form.h"
#include "ui/posts/post_operations.h"
#include "ui/session.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QMenu>

namespace ui {

namespace {

using Row = blog::PostRow;

const QMap<QString, blog::PostScope> &scopes()
{
    static const QMap<QString, blog::PostScope> scopes{
        {u"all"_qs, blog::PostScope::All},
        {u"published"_qs, blog::PostScope::Published},
        {u"drafts"_qs, blog::PostScope::Drafts},
        {u"scheduled"_qs, blog::PostScope::Scheduled},
        {u"trash"_qs, blog::PostScope::Trash}};
    return scopes;
}

const QMap<QString, blog::PostSort> &sorts()
{
    static const QMap<QString, blog::PostSort> sorts{
        {u"title"_qs, blog::PostSort::Title},
        {u"author"_qs, blog::PostSort::Author},
        {u"published_at"_qs, blog::PostSort::PublishedAt},
        {u"view_count"_qs, blog::PostSort::Views},
        {u"updated_at"_qs, blog::PostSort::UpdatedAt}};
    return sorts;
}

} // namespace

PostsPage::PostsPage(Session &session, QWidget *parent)
    : RecordsPage(u"posts"_qs, session, parent)
{
    m_authors = new RecordNames([&session](qint64 key) {
        return session.database().read([key](db::Repo &repo) {
            return accounts::Accounts(repo).fetchUser({key}).map([](const accounts::User &user) { return user.username; });
        });
    },
                                this);
    buildList();
    buildActions();
}

void PostsPage::buildList()
{
    Session &session = this->session();
    m_model = new RecordModel<Row>(
        postColumns(),
        {.fetch = [&session](const ListQuery &query, int offset, int limit) { return session.database().read([filter = filterOf(query), offset, limit](db::Repo &repo) { return blog::Blog(repo).postRows(filter, offset, limit); }); },
         .count = [&session](const ListQuery &query) { return session.database().read([filter = filterOf(query)](db::Repo &repo) { return blog::Blog(repo).postCount(filter); }); },
         .key = [](const Row &row) { return row.id.value; }});
    auto *list = new ListPage(u"posts.list"_qs, session, m_model,
                              {.heading = [] { return tr("Posts"); },
                               .newButton = [] { return tr("New post"); },
                               .noRows = [] { return tr("No posts here yet."); },
                               .noMatch = [] { return tr("No posts match."); },
                               .searchHint = [] { return tr("Search title, text and author"); },
                               .loading = [] { return tr("Reading posts"); }},
                              this);
    list->addScope(u"all"_qs, [] { return tr("All"); });
    list->addScope(u"published"_qs, [] { return tr("Published"); });
    list->addScope(u"drafts"_qs, [] { return tr("Drafts"); });
    list->addScope(u"scheduled"_qs, [] { return tr("Scheduled"); });
    list->addScope(u"trash"_qs, [] { return tr("Trash"); });
    list->reloadOn({DataKind::Posts, DataKind::Tags, DataKind::Comments, DataKind::Users});
    const auto showChips = [this, list] {
        list->setFilterText([this](const QString &key, const QVariant &value) { return filterText(key, value); });
    };
    showChips();
    connect(m_authors, &RecordNames::arrived, list, showChips);
    connect(list, &ListPage::loaded, this, [this, list] {
        const auto counts = this->session().database().read([filter = filterOf(list->query())](db::Repo &repo) { return blog::Blog(repo).postScopeCounts(filter); });
        countScopes(counts, [](const QMap<blog::PostScope, qint64> &found) {
            QMap<QString, qint64> byKey;
            for (auto scope = scopes().cbegin(); scope != scopes().cend(); ++scope)
                byKey.insert(scope.key(), found.value(scope.value()));
            return byKey;
        });
    });
    setParts(list, new PostForm(session));
}

void PostsPage::buildActions()
{
    const auto change = [this](blog::PostAction action) {
        return [this, action] { changePosts(session(), list()->selectedKeys(), action); };
    };
    QAction *author = add(u"author"_qs, "view-filter", [this] {
        if (const Row *row = m_model->record(list()->currentRow())) {
            m_authors->insert(row->authorId.value, row->authorName);
            session().go({id(), 0, list()->query().scope, {{u"author_id"_qs, row->authorId.value}}});
        }
    });
    QAction *comments = add(u"comments"_qs, "edit-comment", [this] { session().go({u"comments"_qs, 0, u"all"_qs, {{u"post_id"_qs, list()->currentKey()}}}); });
    const QList<QAction *> changes{
        add(u"publish"_qs, "dialog-ok-apply", change(blog::PostAction::Publish)),
        add(u"unpublish"_qs, "document-edit", change(blog::PostAction::Unpublish)),
        add(u"delete"_qs, "user-trash", change(blog::PostAction::Delete)),
        add(u"restore"_qs, "edit-undo", change(blog::PostAction::Restore))};
    m_actions[u"delete"_qs]->setShortcut(QKeySequence::Delete);
    m_actions[u"delete"_qs]->setShortcutContext(Qt::WidgetShortcut);
    list()->table()->addAction(m_actions[u"delete"_qs]);

    new SelectionButton(list(), changes);
    connect(list()->table(), &RecordTable::menuRequested, this, [this, author, comments, changes](QMenu *menu) {
        if (!m_model->record(list()->currentRow()))
            return;
        menu->addAction(author);
        menu->addAction(comments);
        menu->addSeparator();
        menu->addActions(changes);
        menu->addSeparator();
    });
    connect(list(), &ListPage::selectionChanged, this, &PostsPage::updateActions);
    connect(list(), &ListPage::queryChanged, this, &PostsPage::updateActions);
    connect(&session(), &Session::readOnlyChanged, this, &PostsPage::updateActions);
    retranslate(this, [this] { updateTexts(); });
    updateActions();
}

QAction *PostsPage::add(const QString &key, const char *iconName, const std::function<void()> &run)
{
    QAction *action = makeAction(key, icon(iconName), run);
    m_actions.insert(key, action);
    return action;
}

void PostsPage::updateActions()
{
    const bool isTrash = list()->query().scope == u"trash";
    for (const QString &key : {u"publish"_qs, u"unpublish"_qs, u"delete"_qs, u"restore"_qs}) {
        m_actions[key]->setVisible((key == u"restore") == isTrash);
        m_actions[key]->setEnabled((key == u"restore") == isTrash && !session().isReadOnly());
    }
}

void PostsPage::updateTexts()
{
    m_actions[u"author"_qs]->setText(tr("Only this &author"));
    m_actions[u"comments"_qs]->setText(tr("Its &comments"));
    m_actions[u"publish"_qs]->setText(tr("&Publish now"));
    m_actions[u"unpublish"_qs]->setText(tr("Make it a &draft"));
    m_actions[u"delete"_qs]->setText(tr("Move to the &trash"));
    m_actions[u"restore"_qs]->setText(tr("&Restore"));
}

QString PostsPage::listTitle() const
{
    return tr("Posts");
}

blog::PostFilter PostsPage::filterOf(const ListQuery &query)
{
    blog::PostFilter filter;
    filter.scope = scopes().value(query.scope, blog::PostScope::All);
    filter.search = query.search;
    filter.author = query.id<accounts::User>(u"author_id"_qs);
    filter.publishedFrom = query.time(u"published_from"_qs);
    filter.publishedTo = query.time(u"published_to"_qs);
    if (!query.sortKey.isEmpty()) {
        filter.sort = sorts().value(query.sortKey, blog::PostSort::PublishedAt);
        filter.descending = query.order == Qt::DescendingOrder;
    }
    return filter;
}

QString PostsPage::filterText(const QString &key, const QVariant &value) const
{
    if (key == u"author_id")
        return tr("Author: %1").arg(m_authors->name(value.toLongLong()));
    if (key == u"published_from")
        return tr("Published from %1").arg(formatDateTime(value.toDateTime()));
    return tr("Published before %1").arg(formatDateTime(value.toDateTime()));
}

} // namespace ui
