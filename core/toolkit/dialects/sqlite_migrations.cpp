// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_migrations.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace db {

QString SqliteMigrations::definitions() const
{
    return u"SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema "
           "WHERE tbl_name NOT IN ('quecto_migrations', 'quecto_unfinished', 'schema_migrations') ORDER BY type, name"_s;
}

bool SqliteMigrations::runsAlone(const QString &sql) const
{
    static const QStringList ordinary{u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"REPLACE"_s, u"WITH"_s, u"CREATE"_s, u"ALTER"_s, u"DROP"_s};
    return !ordinary.contains(firstWord(sql, DatabaseUrl::Engine::Sqlite));
}

bool SqliteMigrations::isRepeatable(const QString &sql) const
{
    static const QStringList repeatable{u"PRAGMA"_s, u"VACUUM"_s, u"ANALYZE"_s, u"REINDEX"_s, u"ATTACH"_s, u"DETACH"_s, u"SELECT"_s};
    return repeatable.contains(firstWord(sql, DatabaseUrl::Engine::Sqlite));
}

// A definition leaves what changes() tells as it was.
QString SqliteMigrations::changesSoFar() const
{
    return u"SELECT total_changes()"_s;
}

QString SqliteMigrations::lockFile(const DatabaseUrl &url) const
{
    return url.isInMemory() ? QString() : QString(url.path() + u"-migrating");
}

} // namespace db
