// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/open_database.h"

#include "app/console/default_database.h"
#include "core/toolkit/migrator.h"
#include "migrations/migrations.h"

using namespace Qt::StringLiterals;

namespace console {

db::Result<db::DatabaseUrl> databaseUrl(const Arguments &arguments)
{
    return ::databaseUrl(arguments.value(u"database"_s));
}

db::Result<OpenDatabase> openDatabase(const Arguments &arguments)
{
    const db::Result<db::DatabaseUrl> url = databaseUrl(arguments);
    if (!url)
        return db::Failure(url.error());
    db::Result<std::unique_ptr<db::Connection>> opened = db::Connection::open(*url);
    if (!opened)
        return db::Failure(opened.error());
    db::Connection &connection = **opened;
    return OpenDatabase{std::move(*opened), db::Repo(connection)};
}

db::Result<OpenDatabase> openMigratedDatabase(const Arguments &arguments)
{
    db::Result<OpenDatabase> database = openDatabase(arguments);
    if (!database)
        return database;
    const db::Result<int> pending = db::Migrator(database->repo, migrations::all()).pendingCount();
    if (!pending)
        return db::Failure(pending.error());
    if (*pending > 0) {
        db::Error error{.kind = db::Error::Kind::MissingTable};
        error.message = u"%1 is not up to date: pending migrations: %2"_s.arg(database->connection->url().displayName()).arg(*pending);
        return db::Failure(error);
    }
    return database;
}

} // namespace console
