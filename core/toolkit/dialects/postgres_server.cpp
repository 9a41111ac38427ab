// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// A PostgreSQL database on its server: how it comes, goes, and is reached.

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/postgres.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// `name=value` as libpq reads it: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE
QString keyword(const QString &name, QString value)
{
    return name + u"='" + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

/// libpq takes a host that begins so for a folder, or for an abstract socket.
bool isSocket(const DatabaseUrl::Host &host)
{
    return host.name.startsWith(u'/') || host.name.startsWith(u'@');
}

/// Whether the URL asks for what libpq leaves away without a word: TLS on a socket.
bool asksForTlsOnSocket(const DatabaseUrl &url)
{
    const QString mode = url.option(u"sslmode"_s).value_or(QString());
    const QList<DatabaseUrl::Host> &hosts = url.hosts();
    return (mode == u"require" || mode.startsWith(u"verify-")) && (hosts.isEmpty() || std::any_of(hosts.begin(), hosts.end(), isSocket));
}

} // namespace

Result<Opening> PostgresDialect::opening(const DatabaseUrl &url) const
{
    if (asksForTlsOnSocket(url))
        return Failure(Error::cannotOpen(url, u"no secure connection (TLS) could be made: PostgreSQL has none over a socket, where nothing leaves the machine; leave out sslmode, or name a host"_s));
    QStringList hosts;
    QStringList ports;
    for (const DatabaseUrl::Host &host : url.hosts()) {
        hosts.append(host.name);
        ports.append(QString::number(host.port));
    }
    QStringList options;
    if (!ports.isEmpty())
        options.append(keyword(u"port"_s, ports.join(u',')));
    options.append(keyword(u"connect_timeout"_s, QString::number(url.connectTimeout().count())));
    for (const QString &name : {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"target_session_attrs"_s}) {
        if (const std::optional<QString> value = url.option(name))
            options.append(keyword(name, *value));
    }
    return Opening{.name = url.database(),
                   .options = options.join(u' '),
                   .host = hosts.isEmpty() ? url.option(u"socket_dir"_s).value_or(QString()) : hosts.join(u','),
                   .user = url.user(),
                   .password = url.password()};
}

Result<void> PostgresDialect::create(const DatabaseUrl &url) const
{
    // Every server has this database.
    Result<void> made = executeOn(url.reachedBy(u"postgres"_s), u"CREATE DATABASE "_s + quoted(url.database()) + u" ENCODING 'UTF8'");
    if (!made && made.error().code == u"42P04")
        return Failure(Error::cannotOpen(url, u"there is such a database already"_s));
    return made;
}

Result<void> PostgresDialect::drop(const DatabaseUrl &url) const
{
    Result<void> dropped = executeOn(url.reachedBy(u"postgres"_s), u"DROP DATABASE "_s + quoted(url.database()));
    if (!dropped && dropped.error().code == u"3D000")
        return Failure(Error::cannotOpen(url, u"there is no such database"_s));
    return dropped;
}

} // namespace db
