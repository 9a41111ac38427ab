// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/postgres_server.h"

#include "core/toolkit/connection.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// The newest of the versions that Debian has side by side, else the one of the PATH.
QString binary(const QString &name)
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList folders = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &version : folders) {
        const QString file = versions.filePath(version + u"/bin/" + name);
        if (QFile::exists(file))
            return file;
    }
    return QStandardPaths::findExecutable(name);
}

void require(const db::Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

db::Result<void> runOn(const db::DatabaseUrl &url, const QString &sql)
{
    const auto connection = db::Connection::open(url);
    if (!connection)
        return db::Failure(connection.error());
    const auto done = (*connection)->execute({.kind = db::Statement::Kind::Definition, .sql = sql});
    return done ? db::Result<void>() : db::Failure(done.error());
}

} // namespace

QString PostgresServer::problem()
{
    return binary(u"initdb"_s).isEmpty() || binary(u"postgres"_s).isEmpty() ? u"PostgreSQL's server (package postgresql) is not installed"_s : QString();
}

db::DatabaseUrl PostgresServer::url(const QString &database) const
{
    // The name of the socket has the port in it.
    if (options().onTcp)
        return tcpUrl(database);
    return *db::DatabaseUrl::parse(u"postgres://%1@/%2?socket_dir=%3"_s.arg(userName(), database, folder()));
}

db::DatabaseUrl PostgresServer::emptyDatabase()
{
    const QString name = u"empty_%1"_s.arg(++m_schemas);
    require(runOn(url(u"postgres"_s), u"CREATE SCHEMA "_s + name));
    return url(u"postgres"_s).withOption(u"search_path"_s, name);
}

void PostgresServer::install(const QString &folder)
{
    // Small write-ahead logs, so that copying the folder is quick.
    runUnprivileged({binary(u"initdb"_s), u"--pgdata="_s + folder, u"--auth=trust"_s, u"--username="_s + userName(), u"--encoding=UTF8"_s,
                     u"--locale=C.UTF-8"_s, u"--no-sync"_s, u"--no-instructions"_s, u"--wal-segsize=1"_s});
}

QString PostgresServer::programName() const
{
    return u"postgres"_s + binary(u"postgres"_s).remove(u"/usr/lib/postgresql"_s).replace(u'/', u'-');
}

QStringList PostgresServer::serverCommand() const
{
    QStringList command{binary(u"postgres"_s), u"-D"_s, dataFolder(), u"-k"_s, folder(), u"-F"_s};
    for (const QString &setting : {u"shared_buffers=16MB"_s, u"autovacuum=off"_s, u"lc_messages=C"_s, u"log_min_messages=error"_s})
        command += {u"-c"_s, setting};
    command += {u"-c"_s, options().onTcp ? u"listen_addresses=127.0.0.1"_s : u"listen_addresses="_s};
    if (options().onTcp)
        command += {u"-p"_s, QString::number(port())};
    return command + options().arguments;
}

bool PostgresServer::isReady() const
{
    return runOn(url(u"postgres"_s), u"SELECT 1"_s).has_value();
}

// "Fast Shutdown": https://www.postgresql.org/docs/current/server-shutdown.html
int PostgresServer::stopSignal() const
{
    return SIGINT;
}
