// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What happens right after a connection to PostgreSQL was opened, or was not.

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/postgres.h"

#include <QSqlDatabase>
#include <QSqlDriver>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

QString setting(const QString &name, const QString &value)
{
    return u"set_config('"_s + name + u"', " + quotedLiteral(value) + u", false)";
}

QString serversOf(const DatabaseUrl &url)
{
    QStringList hosts;
    for (const DatabaseUrl::Host &host : url.hosts())
        hosts.append(host.name + u':' + QString::number(host.port));
    return hosts.isEmpty() ? url.option(u"socket_dir"_s).value_or(u"the local socket"_s) : hosts.join(u", ");
}

/// What libpq and servers say when they mean the same thing; English is all that can be understood.
struct Reason
{
    QStringList words; ///< any of them
    QString meaning;
    QString code = {}; ///< the server's own, which libpq keeps to itself
};

QList<Reason> reasonsFor(const DatabaseUrl &url)
{
    const QString servers = serversOf(url);
    const QString user = url.shownUser();
    return {
        {{u"could not translate host name"_s}, u"there is no host %1"_s.arg(servers)},
        {{u"timeout expired"_s, u"timed out"_s, u"No route to host"_s, u"is unreachable"_s}, u"the host does not answer: %1"_s.arg(servers)},
        {{u"Connection refused"_s, u"Is the server running"_s}, u"no server runs at %1, or the port is wrong"_s.arg(servers)},
        {{u"does not support SSL"_s, u"certificate"_s, u"SSL error"_s}, u"the TLS of %1 is not what sslmode and sslrootcert ask for"_s.arg(servers)},
        {{u"pg_hba.conf"_s}, u"the server does not let the user %1 in from here"_s.arg(user), u"28000"_s},
        {{u"password authentication failed"_s, u"no password supplied"_s}, u"the password of the user %1 is wrong, or there is no such user"_s.arg(user), u"28P01"_s},
        {{u"role \""_s}, u"there is no user %1"_s.arg(user), u"28000"_s},
        {{u"database \""_s}, u"there is no database %1 on the server"_s.arg(url.database()), u"3D000"_s},
        {{u"authentication failed"_s}, u"the server does not let the user %1 in from here"_s.arg(user), u"28000"_s},
        {{u"read-only"_s, u"hot standby"_s}, u"none of the servers is what target_session_attrs asks for: %1"_s.arg(servers)},
    };
}

} // namespace

Error PostgresDialect::notOpened(const DatabaseUrl &url, const NativeError &error) const
{
    QString said = error.text.simplified();
    for (const Reason &reason : reasonsFor(url)) {
        for (const QString &words : reason.words) {
            if (!said.contains(words))
                continue;
            Error problem = Error::cannotOpen(url, reason.meaning + u" (" + said + u')');
            problem.code = reason.code;
            return problem;
        }
    }
    return Error::cannotOpen(url, said);
}

Result<void> PostgresDialect::prepare(Connection &connection, const QSqlDatabase &database) const
{
    const DatabaseUrl &url = connection.url();
    const QVariant handle = database.driver()->handle();
    if (handle.typeName() != QByteArrayView("pg_conn*"))
        return Failure(Error::cannotOpen(url, u"Qt's PostgreSQL driver does not lend its connection"_s));
    auto *native = *static_cast<PGconn *const *>(handle.constData());

    // What a server says besides errors, libpq would print.
    PQsetNoticeReceiver(
        native, [](void *, const PGresult *) {}, nullptr);

    // What the reading and writing of values relies on, whatever the server's settings.
    QStringList asked{u"pg_backend_pid()"_s, setting(u"TimeZone"_s, u"UTC"_s), setting(u"standard_conforming_strings"_s, u"on"_s),
                      setting(u"extra_float_digits"_s, u"1"_s), setting(u"bytea_output"_s, u"hex"_s)};
    // Behind a pooler, what is set for one program is set for the next one, too.
    const bool isShared = url.option(u"prepare"_s) == u"unnamed";
    if (isShared && (url.option(u"search_path"_s) || connection.isReadOnly()))
        return Failure(Error::cannotOpen(url, u"with prepare=unnamed there is neither a search_path nor a connection that only reads: the pooler would hand them on to others"_s));
    if (const std::optional<QString> path = url.option(u"search_path"_s))
        asked.append(setting(u"search_path"_s, *path));
    if (connection.isReadOnly())
        asked.append(setting(u"default_transaction_read_only"_s, u"on"_s));
    const QByteArray sql = "SELECT " + asked.join(u", ").toUtf8();
    PGresult *answer = PQexec(native, sql.constData());
    const bool isSet = PQresultStatus(answer) == PGRES_TUPLES_OK;
    const bool isDirect = isSet && QByteArray(PQgetvalue(answer, 0, 0)).toInt() == PQbackendPID(native);
    PQclear(answer);
    if (!isSet)
        return Failure(Error::cannotOpen(url, QString::fromUtf8(PQerrorMessage(native)).simplified()));
    // A pooler gives its clients numbers of its own. Prepared statements of several programs would get mixed up behind one
    // that lends its connections for a transaction each, so which kind it is has to be told.
    if (!isDirect && !url.option(u"prepare"_s))
        return Failure(Error::cannotOpen(url, u"a pooler stands before the server; add prepare=unnamed to the URL if it lends connections for a transaction or statement, prepare=named if it does for a whole session"_s));
    return {};
}

} // namespace db
