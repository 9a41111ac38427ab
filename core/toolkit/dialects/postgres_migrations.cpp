// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/postgres_migrations.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace db {

// Only what cannot be in a transaction has to be seen here: indexes, of which one that could not be finished does not count.
QString PostgresMigrations::definitions() const
{
    return u"SELECT concat_ws(' ', i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)) AS line FROM pg_index i "
           "JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
           "WHERE i.indisvalid AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND c.relname NOT LIKE 'quecto\\_%' ORDER BY line"_s;
}

// https://www.postgresql.org/docs/current/sql-createindex.html and others say so of their own statements.
bool PostgresMigrations::runsAlone(const QString &sql) const
{
    static const QStringList ordinary{u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"MERGE"_s, u"WITH"_s, u"CREATE"_s, u"ALTER"_s, u"DROP"_s, u"TRUNCATE"_s, u"COMMENT"_s, u"GRANT"_s, u"REVOKE"_s};
    static const QRegularExpression alone(u"\\bCONCURRENTLY\\b|^\\s*(CREATE|DROP|ALTER)\\s+(DATABASE|TABLESPACE|SUBSCRIPTION|SYSTEM)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return !ordinary.contains(firstWord(sql, DatabaseUrl::Engine::Postgres)) || alone.match(sql).hasMatch();
}

bool PostgresMigrations::isRepeatable(const QString &sql) const
{
    static const QStringList repeatable{u"CREATE"_s, u"ALTER"_s, u"DROP"_s, u"COMMENT"_s, u"GRANT"_s, u"REVOKE"_s, u"SET"_s, u"RESET"_s,
                                        u"ANALYZE"_s, u"CLUSTER"_s, u"REFRESH"_s, u"REINDEX"_s, u"VACUUM"_s};
    return repeatable.contains(firstWord(sql, DatabaseUrl::Engine::Postgres));
}

QString PostgresMigrations::locks() const
{
    return u"SELECT l.mode || ' on ' || c.relname FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace "
           "WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND c.relkind IN ('r', 'p', 'v', 'm') "
           "AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY c.relname, l.mode"_s;
}

namespace {

/// Of the advisory lock, which each database has for itself: "quecto" in ASCII.
const QString key = u"124789043885167"_s;

/// A block that fails with the code of a lock that is not available.
QString unlessLocked(const QString &function)
{
    return u"DO $$ BEGIN IF NOT "_s + function + u'(' + key + u") THEN RAISE SQLSTATE '55P03' USING MESSAGE = 'another program migrates'; END IF; END $$";
}

} // namespace

QString PostgresMigrations::lockTransaction() const
{
    return unlessLocked(u"pg_try_advisory_xact_lock"_s);
}

// A pooler that lends its connections for one transaction each would give back the lock of another one.
QString PostgresMigrations::lockSession(const DatabaseUrl &url) const
{
    return url.option(u"prepare"_s) == u"unnamed" ? QString() : unlessLocked(u"pg_try_advisory_lock"_s);
}

QString PostgresMigrations::unlockSession() const
{
    return u"DO $$ BEGIN PERFORM pg_advisory_unlock("_s + key + u"); END $$";
}

QString PostgresMigrations::lockHolder(const QString &table) const
{
    return u"SELECT a.pid, a.application_name, a.usename, coalesce(host(a.client_addr), ''), (coalesce(a.xact_start, a.query_start) AT TIME ZONE 'UTC')::timestamp(0) "
           "FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
           "WHERE l.granted AND l.pid <> pg_backend_pid() AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
           "AND ((l.locktype = 'advisory' AND (l.classid::bigint << 32 | l.objid::bigint) = "_s
        + key + u") OR (l.locktype = 'relation' AND l.relation = to_regclass('" + table
        + u"') AND l.mode IN ('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))) LIMIT 1";
}

} // namespace db
