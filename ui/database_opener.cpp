// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/database_opener.h"

#include "core/blog/blog.h"
#include "core/toolkit/migrator.h"
#include "ui/background.h"

#include <QFileInfo>

namespace ui {

namespace {

db::Result<DatabaseState> stateOf(db::Repo &repo, const QList<db::Migration> &migrations, const db::DatabaseUrl &url)
{
    const db::Result<int> pending = db::Migrator(repo, migrations).pendingCount();
    if (!pending)
        return db::Failure(pending.error());
    const bool isFile = url.engine() == db::DatabaseUrl::Engine::Sqlite && !url.isInMemory();
    DatabaseState state{.pendingMigrations = *pending, .isReadOnly = isFile && !QFileInfo(url.path()).isWritable()};
    if (state.pendingMigrations == 0) {
        const db::Result<qint64> users = blog::Blog(repo).userCount({});
        if (!users)
            return db::Failure(users.error());
        state.isEmpty = *users == 0;
    }
    return state;
}

} // namespace

DatabaseOpener::DatabaseOpener(const QList<db::Migration> &migrations, QObject *parent)
    : QObject(parent), m_migrations(migrations)
{
}

DatabaseOpener::~DatabaseOpener()
{
    cancel();
}

void DatabaseOpener::open(const db::DatabaseUrl &url, Missing missing)
{
    cancel();
    const quint64 asked = m_asked;
    const auto create = [url, missing]() -> db::Result<bool> {
        if (missing == Missing::IsAnError || QFileInfo::exists(url.path()))
            return url.isInMemory();
        const db::Result<void> created = db::Database::create(url);
        if (!created)
            return db::Failure(created.error());
        return true;
    };
    inBackground(this, create, [this, url, asked](const db::Result<bool> &isNew) {
        if (asked != m_asked)
            return;
        if (isNew)
            look(url, *isNew);
        else
            emit failed(url, isNew.error());
    });
}

void DatabaseOpener::cancel()
{
    ++m_asked;
    // It may wait for a locked file.
    destroyInBackground(std::move(m_database));
}

std::unique_ptr<db::Database> DatabaseOpener::take()
{
    return std::move(m_database);
}

void DatabaseOpener::look(const db::DatabaseUrl &url, bool isNew)
{
    m_database = std::make_unique<db::Database>(url);
    const auto finish = [this, url, asked = m_asked](const db::Result<DatabaseState> &state) {
        if (asked != m_asked)
            return;
        if (state) {
            emit opened(*state);
            return;
        }
        cancel();
        emit failed(url, state.error());
    };
    if (isNew) {
        m_database->write([migrations = m_migrations, url](db::Repo &repo) -> db::Result<DatabaseState> {
                      const auto made = db::Migrator(repo, migrations).migrate({});
                      if (!made)
                          return db::Failure(made.error());
                      return stateOf(repo, migrations, url);
                  })
            .then(this, finish);
    } else {
        m_database->read([migrations = m_migrations, url](db::Repo &repo) { return stateOf(repo, migrations, url); }).then(this, finish);
    }
}

} // namespace ui
