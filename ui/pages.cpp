// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages.h"

#include "core/toolkit/migrator.h"
#include "ui/comments/comments_page.h"
#include "ui/dashboard/dashboard_page.h"
#include "ui/migrations/migrations_page.h"
#include "ui/migrations/sql_folder.h"
#include "ui/moderation/moderation_page.h"
#include "ui/posts/posts_page.h"
#include "ui/session.h"
#include "ui/users/users_page.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Pages
{
    Q_DECLARE_TR_FUNCTIONS(ui::Pages)
};

QString content()
{
    return Pages::tr("Content");
}

QString people()
{
    return Pages::tr("People");
}

QString database()
{
    return Pages::tr("Database");
}

template <typename P>
Page *make(Session &session)
{
    return new P(session);
}

db::Request<db::Result<qint64>> pendingMigrations(Session &session, const QList<db::Migration> &migrations)
{
    return session.database().read([migrations = session.sqlFolder().with(migrations)](db::Repo &repo) -> db::Result<qint64> { return db::Migrator(repo, migrations).pendingCount(); });
}

} // namespace

QList<PageEntry> pageEntries(const QList<db::Migration> &migrations)
{
    return {
        {.id = u"dashboard"_qs, .icon = u"view-statistics"_qs, .title = [] { return Pages::tr("Dashboard"); }, .group = {}, .make = make<DashboardPage>},
        {.id = u"moderation"_qs, .icon = u"dialog-ok-apply"_qs, .title = [] { return Pages::tr("Moderation"); }, .group = {}, .make = make<ModerationPage>, .badge = ModerationPage::badge},
        {.id = u"posts"_qs, .icon = u"document-multiple"_qs, .title = [] { return Pages::tr("Posts"); }, .group = content, .make = make<PostsPage>},
        {.id = u"comments"_qs, .icon = u"edit-comment"_qs, .title = [] { return Pages::tr("Comments"); }, .group = content, .make = make<CommentsPage>},
        {.id = u"users"_qs, .icon = u"system-users"_qs, .title = [] { return Pages::tr("Users"); }, .group = people, .make = make<UsersPage>},
        {.id = u"migrations"_qs,
         .icon = u"server-database"_qs,
         .title = [] { return Pages::tr("Migrations"); },
         .group = database,
         .make = [migrations](Session &session) -> Page * { return new MigrationsPage(session, migrations); },
         .badge = [migrations](Session &session) { return pendingMigrations(session, migrations); }},
    };
}

} // namespace ui
