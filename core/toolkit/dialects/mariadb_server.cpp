// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// A MariaDB database on its server: how it comes, goes, and is opened.

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/mariadb.h"
#include "core/toolkit/dialects/mariadb_statement.h"
#include "core/toolkit/row_reader.h"

#include <QFile>
#include <QSqlDatabase>

#include <mysql.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// `name={value}` as libmariadb reads it in the place of a host name (3.3 and newer). QtSql has no other way to ask for
/// a server's certificate to be checked. A library that does not know this finds no such host.
QString keyword(const QString &name, QString value)
{
    return name + u"={" + value.replace(u'}', u"}}"_s) + u'}';
}

QString hostList(const QList<DatabaseUrl::Host> &hosts)
{
    QStringList list;
    for (const DatabaseUrl::Host &host : hosts)
        list.append((host.name.contains(u':') ? QString(u'[' + host.name + u']') : host.name) + u':' + QString::number(host.port));
    return list.join(u',');
}

QString sslMode(const DatabaseUrl &url)
{
    // What goes through a socket stays on the machine; there is TLS for who asks for it.
    return url.option(u"sslmode"_s).value_or(url.hosts().isEmpty() ? u"disable"_s : u"prefer"_s);
}

bool needsTls(const QString &mode)
{
    return mode == u"require" || mode.startsWith(u"verify-");
}

/// What the URL asks for and nobody can give; empty when all is there.
QString missingForTls(const DatabaseUrl &url)
{
    const QString mode = sslMode(url);
    if (mode.startsWith(u"verify-") && !url.option(u"sslrootcert"_s))
        return u"sslmode=%1 needs sslrootcert, the file with the certificate to trust"_s.arg(mode);
    for (const QString &option : {u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s}) {
        const std::optional<QString> file = url.option(option);
        if (file && !QFile::exists(*file))
            return u"there is no file "_s + *file;
    }
    return {};
}

QStringList tlsKeywords(const DatabaseUrl &url)
{
    const QString mode = sslMode(url);
    // Newer libraries check chain and name together or neither.
    constexpr unsigned long checksTogether = 30400;
    const bool isChecked = mode == u"verify-full" || (mode == u"verify-ca" && mysql_get_client_version() >= checksTogether);
    QStringList keywords{keyword(u"ssl-verify-server-cert"_s, isChecked ? u"1"_s : u"0"_s)};
    if (mode == u"disable")
        return keywords;
    // In spite of its name: TLS where the server offers it. prepare() refuses the others.
    keywords.append(keyword(u"ssl-enforce"_s, u"1"_s));
    const auto pass = [&](const QString &option, const QString &name) {
        if (const std::optional<QString> file = url.option(option))
            keywords.append(keyword(name, *file));
    };
    if (needsTls(mode))
        pass(u"sslrootcert"_s, u"ssl-ca"_s);
    pass(u"sslcert"_s, u"ssl-cert"_s);
    pass(u"sslkey"_s, u"ssl-key"_s);
    return keywords;
}

/// Of several servers, those do not count that refuse what is wanted of them: a replica, and a node of Galera that has lost
/// the others.
Result<void> requireUseful(Connection &connection, const DatabaseUrl::Host &host)
{
    bool isReadOnly = false;
    bool isAlone = false;
    const Statement question{.kind = Statement::Kind::Transaction,
                             .sql = u"SELECT @@GLOBAL.read_only, COALESCE("
                                    "(SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_VARIABLES WHERE VARIABLE_NAME = 'WSREP_ON') = 'ON' AND "
                                    "(SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'WSREP_READY') = 'OFF', FALSE)"_s};
    const auto asked = connection.select(question, [&](const RowReader &row) {
        isReadOnly = row.value(0, Type::Boolean).toBool();
        isAlone = row.value(1, Type::Boolean).toBool();
        return true;
    });
    if (!asked)
        return asked;
    const DatabaseUrl place = connection.url().withHosts({host});
    if (isReadOnly && place.option(u"target_session_attrs"_s) == u"read-write")
        return Failure(Error::cannotOpen(place, u"the server at %1 can only be read"_s.arg(hostList({host}))));
    if (isAlone)
        return Failure(Error::cannotOpen(place, u"the server at %1 has lost the others of its cluster"_s.arg(hostList({host}))));
    return {};
}

} // namespace

QList<DatabaseUrl> MariadbDialect::places(const DatabaseUrl &url) const
{
    // The library would take the first that accepts a connection, be it of any use or not.
    if (url.hosts().isEmpty())
        return {url};
    QList<DatabaseUrl> places;
    const QList<DatabaseUrl::Host> &hosts = url.hosts();
    for (const DatabaseUrl::Host &host : hosts)
        places.append(url.withHosts({host}));
    return places;
}

Result<Opening> MariadbDialect::opening(const DatabaseUrl &url) const
{
    if (const QString missing = missingForTls(url); !missing.isEmpty())
        return Failure(Error::cannotOpen(url, u"no secure connection (TLS) could be made: "_s + missing));
    QStringList keywords{keyword(u"connect-timeout"_s, QString::number(url.connectTimeout().count()))};
    const QList<DatabaseUrl::Host> &hosts = url.hosts();
    if (const std::optional<QString> socket = url.option(u"socket"_s))
        keywords.append(keyword(u"socket"_s, *socket));
    if (!hosts.isEmpty()) {
        // The library would take "localhost" for a socket.
        keywords.append(keyword(u"protocol"_s, QString::number(MYSQL_PROTOCOL_TCP)));
        keywords.append(keyword(u"host"_s, hosts.first().name));
        keywords.append(keyword(u"port"_s, QString::number(hosts.first().port)));
    }
    keywords.append(tlsKeywords(url));
    return Opening{.name = url.database(),
                   .host = keywords.join(u';'),
                   .user = url.user(),
                   .password = url.password()};
}

Error MariadbDialect::notOpened(const DatabaseUrl &url, const NativeError &native) const
{
    const QString place = url.hosts().isEmpty() ? url.option(u"socket"_s).value_or(u"its usual socket"_s) : hostList(url.hosts());
    const auto error = [&](const QString &why) {
        Error problem = Error::cannotOpen(url, why);
        problem.code = native.code;
        return problem;
    };
    switch (native.code.toInt()) {
    case 1044: // ER_DBACCESS_DENIED_ERROR
        return error(u"the user %1 may not use the database %2"_s.arg(url.shownUser(), url.database()));
    case 1045: // ER_ACCESS_DENIED_ERROR
    case 1698: // ER_ACCESS_DENIED_NO_PASSWORD_ERROR
        return error(url.password().isEmpty() ? u"the server does not let the user %1 in without a password"_s.arg(url.shownUser())
                                              : u"the server does not let the user %1 in: the name or the password is wrong"_s.arg(url.shownUser()));
    case 1049: // ER_BAD_DB_ERROR
        return error(u"there is no database %1 on the server"_s.arg(url.database()));
    case 1040: // ER_CON_COUNT_ERROR
    case 1203: // ER_TOO_MANY_USER_CONNECTIONS
    case 1226: // ER_USER_LIMIT_REACHED
        return error(u"the server has too many connections already"_s);
    case 1129: // ER_HOST_IS_BLOCKED
    case 1130: // ER_HOST_NOT_PRIVILEGED
        return error(u"the server accepts no connections from this computer"_s);
    case 2002: // CR_CONNECTION_ERROR
    case 2003: // CR_CONN_HOST_ERROR
        return error(u"no server answers at %1"_s.arg(place));
    case 2005: // CR_UNKNOWN_HOST
        return error(u"there is no computer with the name %1"_s.arg(place.section(u':', 0, -2)));
    case 2007: // CR_VERSION_ERROR
    case 2012: // CR_SERVER_HANDSHAKE_ERR
    case 2013: // CR_SERVER_LOST
    case 2027: // CR_MALFORMED_PACKET
        return error(u"what answers at %1 does not speak as MariaDB does: %2"_s.arg(place, native.text));
    case 2026: // CR_SSL_CONNECTION_ERROR
        return error(u"no secure connection (TLS) could be made: %1"_s.arg(native.text));
    default:
        return error(native.text);
    }
}

Result<void> MariadbDialect::prepare(Connection &connection, const QSqlDatabase &database) const
{
    const DatabaseUrl &url = connection.url();
    MYSQL *native = mariadbHandle(database);
    // Asked of our own end of the line, which nobody between can forge.
    if (needsTls(sslMode(url)) && !mysql_get_ssl_cipher(native))
        return Failure(Error::cannotOpen(url, u"no secure connection (TLS) could be made: the server offers none"_s));
    constexpr unsigned long oldestVersion = 100600;
    if (!mariadb_connection(native) || mysql_get_server_version(native) < oldestVersion)
        return Failure(Error::cannotOpen(url, u"the server is no MariaDB of version 10.6 or newer"_s));

    // What the reading and writing of values relies on, whatever the server's settings, in one round trip.
    QStringList settings{u"time_zone = '+00:00'"_s,
                         u"sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,"
                         "SIMULTANEOUS_ASSIGNMENT'"_s,
                         u"collation_connection = utf8mb4_nopad_bin"_s,
                         // Errors are told apart by their codes, and names are read from their texts.
                         u"lc_messages = 'en_US'"_s,
                         // Each statement sees what is committed, as on PostgreSQL.
                         u"tx_isolation = 'READ-COMMITTED'"_s,
                         // Rows go out as they are read, which may take as long as it takes: a day.
                         u"net_write_timeout = 86400"_s};
    if (connection.isReadOnly())
        settings.append(u"tx_read_only = 1"_s);
    const auto set = connection.execute({.kind = Statement::Kind::Transaction, .sql = u"SET @quecto_left = 0, SESSION "_s + settings.join(u", SESSION ")});
    if (!set)
        return Failure(set.error());
    return url.hosts().size() > 1 ? requireUseful(connection, {QString::fromUtf8(native->host), int(native->port)}) : Result<void>();
}

Result<void> MariadbDialect::create(const DatabaseUrl &url) const
{
    // The collation tells apart what the other engines tell apart: case, accents, blanks at the end.
    Result<void> made = executeOn(url.reachedBy({}), u"CREATE DATABASE "_s + quoted(url.database()) + u" CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
    if (!made && made.error().code == u"1007")
        return Failure(Error::cannotOpen(url, u"there is such a database already"_s));
    return made;
}

Result<void> MariadbDialect::drop(const DatabaseUrl &url) const
{
    Result<void> dropped = executeOn(url.reachedBy({}), u"DROP DATABASE "_s + quoted(url.database()));
    if (!dropped && dropped.error().code == u"1008")
        return Failure(Error::cannotOpen(url, u"there is no such database"_s));
    return dropped;
}

} // namespace db
