// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accounts.h"
#include "core/blog/blog.h"
#include "core/toolkit/changeset.h"
#include "ui/common/format.h"
#include "ui/forms/form.h"
#include "ui/forms/form_page.h"
#include "ui/lists/list_page.h"
#include "ui/lists/record_model.h"
#include "ui/pages.h"
#include "ui/records_page.h"
#include "ui/session.h"

/// The smallest page that uses what pages share: users with a list and a form.
class PeopleForm final : public ui::FormPage
{
public:
    explicit PeopleForm(ui::Session &session)
        : FormPage(QStringLiteral("people.form"), session)
    {
        auto *form = new ui::Form(QStringLiteral("people.form"), db::schemaOf<accounts::User>(), this);
        form->add(&accounts::User::username, [] { return QStringLiteral("Username"); });
        form->add(&accounts::User::email, [] { return QStringLiteral("Email"); });
        form->add(&accounts::User::role, [] { return QStringLiteral("Role"); });
        form->add(&accounts::User::isActive, [] { return QStringLiteral("Active"); });
        form->addPassword(
            &accounts::User::password, [] { return QStringLiteral("Password"); }, [] { return QStringLiteral("Repeat it"); });
        form->setValidator([this](const db::Params &params) { return changeset(params); });
        addForm(form);
    }

    QString recordName() const override { return m_user.id.isNull() ? QStringLiteral("New person") : m_user.username; }

protected:
    void read(qint64 key) override
    {
        readWith(session().database().read([key](db::Repo &repo) { return accounts::Accounts(repo).fetchUser({key}); }),
                 [this](const accounts::User &user) { showRecord(user); });
    }
    void prepareNew() override { showRecord({}); }
    void save() override
    {
        const auto params = form()->params();
        saveWith(
            session().write([user = m_user, params](db::Repo &repo) {
                accounts::Accounts accounts(repo);
                return user.id.isNull() ? accounts.createUser(params) : accounts.updateUser(user, params);
            }),
            [this](const accounts::User &user) {
                setKey(user.id.value);
                showRecord(user);
            },
            [&session = session()](const accounts::User &) { session.announce(ui::DataKind::Users); });
    }

private:
    db::ChangesetCore changeset(const db::Params &params) const
    {
        return (m_user.id.isNull() ? accounts::User::registration(m_user, params) : accounts::User::editing(m_user, params)).core();
    }
    void showRecord(const accounts::User &user)
    {
        m_user = user;
        form()->load(user);
        setBadge(user.id.isNull() ? QString() : QStringLiteral("Saved"), ui::Theme::Role::Ok);
    }

    accounts::User m_user;
};

class PeoplePage final : public ui::RecordsPage
{
public:
    explicit PeoplePage(ui::Session &session)
        : RecordsPage(QStringLiteral("people"), session)
    {
        using Row = blog::UserRow;
        auto *model = new ui::RecordModel<Row>(
            {{.title = [] { return QStringLiteral("Username"); }, .text = [](const Row &row) { return row.username; }, .sortKey = QStringLiteral("username"), .width = 20},
             {.title = [] { return QStringLiteral("Email"); }, .text = [](const Row &row) { return row.email; }, .sortKey = QStringLiteral("email"), .width = 20, .stretches = true},
             {.title = [] { return QStringLiteral("Posts"); }, .text = [](const Row &row) { return ui::formatNumber(row.posts); }, .alignment = Qt::AlignTrailing, .width = 8}},
            {.fetch = [&session](const ui::ListQuery &query, int offset, int limit) { return session.database().read([filter = filterOf(query), offset, limit](db::Repo &repo) { return blog::Blog(repo).userRows(filter, offset, limit); }); },
             .count = [&session](const ui::ListQuery &query) { return session.database().read([filter = filterOf(query)](db::Repo &repo) { return blog::Blog(repo).userCount(filter); }); },
             .key = [](const Row &row) { return row.id.value; }});
        auto *list = new ui::ListPage(QStringLiteral("people.list"), session, model,
                                      {.heading = [] { return QStringLiteral("People"); },
                                       .newButton = [] { return QStringLiteral("New person"); },
                                       .noRows = [] { return QStringLiteral("Nobody yet."); },
                                       .noMatch = [] { return QStringLiteral("Nobody matches."); },
                                       .searchHint = [] { return QStringLiteral("Search people"); },
                                       .loading = [] { return QStringLiteral("Reading people"); }},
                                      this);
        list->addScope(QStringLiteral("all"), [] { return QStringLiteral("All"); });
        list->addScope(QStringLiteral("inactive"), [] { return QStringLiteral("Inactive"); });
        list->setFilterText([](const QString &, const QVariant &value) { return QString(u"Since: " + value.toString()); });
        list->reloadOn({ui::DataKind::Users});
        setParts(list, new PeopleForm(session));
    }

    using RecordsPage::form;
    using RecordsPage::list;

protected:
    QString listTitle() const override { return QStringLiteral("People"); }

private:
    static blog::UserFilter filterOf(const ui::ListQuery &query)
    {
        blog::UserFilter filter;
        filter.search = query.search;
        filter.scope = query.scope == u"inactive" ? blog::UserScope::Inactive : blog::UserScope::All;
        filter.sort = query.sortKey == u"email" ? blog::UserSort::Email : blog::UserSort::Username;
        filter.descending = query.order == Qt::DescendingOrder;
        if (query.filter.contains(QStringLiteral("since")))
            filter.insertedFrom = query.filter.value(QStringLiteral("since")).toDateTime();
        return filter;
    }
};

/// People, and once more under another name.
inline QList<ui::PageEntry> peopleEntries()
{
    const auto make = [](ui::Session &session) -> ui::Page * { return new PeoplePage(session); };
    return {{.id = QStringLiteral("people"), .icon = QStringLiteral("system-users"), .title = [] { return QStringLiteral("People"); }, .group = [] { return QStringLiteral("Community"); }, .make = make, .badge = [](ui::Session &session) { return session.database().read([](db::Repo &repo) { return blog::Blog(repo).userCount({.scope = blog::UserScope::Inactive}); }); }}};
}
