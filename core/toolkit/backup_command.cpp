// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/backup_command.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace db {

namespace {

QString quotedForShell(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString hostsOf(const DatabaseUrl &url)
{
    QStringList names;
    for (const DatabaseUrl::Host &host : url.hosts())
        names.append(host.name);
    return names.join(u',');
}

QString portsOf(const DatabaseUrl &url)
{
    QStringList ports;
    for (const DatabaseUrl::Host &host : url.hosts())
        ports.append(QString::number(host.port));
    return ports.join(u',');
}

/// https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE
QString postgresConnection(const DatabaseUrl &url)
{
    QStringList keywords;
    const auto add = [&keywords](const QString &name, QString value) {
        if (!value.isEmpty())
            keywords.append(name + u"='" + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'');
    };
    add(u"host"_s, url.hosts().isEmpty() ? url.option(u"socket_dir"_s).value_or(QString()) : hostsOf(url));
    add(u"port"_s, portsOf(url));
    add(u"user"_s, url.user());
    add(u"dbname"_s, url.database());
    for (const QString &option : {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s})
        add(option, url.option(option).value_or(QString()));
    return keywords.join(u' ');
}

/// https://mariadb.com/kb/en/mariadb-dump/
QStringList mariadbOptions(const DatabaseUrl &url)
{
    QStringList words;
    const auto add = [&words](const QString &name, const QString &value) {
        if (!value.isEmpty())
            words.append(name + u'=' + quotedForShell(value));
    };
    add(u"--socket"_s, url.option(u"socket"_s).value_or(QString()));
    if (const QList<DatabaseUrl::Host> &hosts = url.hosts(); !hosts.isEmpty()) {
        add(u"--host"_s, hosts.first().name);
        add(u"--port"_s, QString::number(hosts.first().port));
    }
    add(u"--user"_s, url.user());
    add(u"--ssl-ca"_s, url.option(u"sslrootcert"_s).value_or(QString()));
    add(u"--ssl-cert"_s, url.option(u"sslcert"_s).value_or(QString()));
    add(u"--ssl-key"_s, url.option(u"sslkey"_s).value_or(QString()));
    if (url.option(u"sslmode"_s) == u"verify-full")
        words.append(u"--ssl-verify-server-cert"_s);
    return words;
}

} // namespace

QString backupCommand(const DatabaseUrl &url)
{
    if (url.engine() == DatabaseUrl::Engine::Postgres)
        return u"pg_dump --format=custom --file="_s + quotedForShell(url.database() + u".dump") + u" --dbname=" + quotedForShell(postgresConnection(url));
    QStringList words{u"mariadb-dump --single-transaction --routines --triggers --events"_s};
    words.append(mariadbOptions(url));
    words.append(u"--password"_s);
    words.append(u"--result-file="_s + quotedForShell(url.database() + u".sql"));
    words.append(quotedForShell(url.database()));
    return words.join(u' ');
}

} // namespace db
