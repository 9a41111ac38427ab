// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/mariadb_server.h"

#include "core/toolkit/connection.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

QString binary(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

/// A quarter of the usual size, so that copying the files is quick.
QString smallLog()
{
    return u"--innodb-log-file-size=8M"_s;
}

} // namespace

QString MariadbServer::problem()
{
    return binary(u"mariadb-install-db"_s).isEmpty() || binary(u"mariadbd"_s).isEmpty() ? u"MariaDB's server (package mariadb-server) is not installed"_s
                                                                                        : QString();
}

db::DatabaseUrl MariadbServer::url(const QString &database) const
{
    return *db::DatabaseUrl::parse(u"mysql://%1@/%2?socket=%3/socket"_s.arg(userName(), database, folder()));
}

db::DatabaseUrl MariadbServer::emptyDatabase()
{
    const db::DatabaseUrl made = url(u"empty_%1"_s.arg(++m_databases));
    if (const db::Result<void> created = db::Connection::create(made); !created)
        qFatal("%s", qPrintable(created.error().message));
    return made;
}

void MariadbServer::install(const QString &folder)
{
    runUnprivileged({binary(u"mariadb-install-db"_s), u"--no-defaults"_s, u"--datadir="_s + folder, u"--auth-root-authentication-method=normal"_s,
                     u"--skip-test-db"_s, smallLog()});
}

QString MariadbServer::programName() const
{
    // A new version has a newer program.
    return u"mariadb-%1"_s.arg(QFileInfo(binary(u"mariadbd"_s)).lastModified().toSecsSinceEpoch());
}

QStringList MariadbServer::serverCommand() const
{
    QStringList command{binary(u"mariadbd"_s), u"--no-defaults"_s, u"--datadir="_s + dataFolder(), u"--socket="_s + folder() + u"/socket",
                        u"--pid-file="_s + folder() + u"/pid", u"--skip-name-resolve"_s, smallLog(), u"--innodb-buffer-pool-size=32M"_s,
                        // Not the one of the machine: a server that starts removes the temporary tables of others there.
                        u"--tmpdir="_s + folder(),
                        // Test machines allow few requests that the kernel carries out on its own.
                        u"--innodb-use-native-aio=0"_s, u"--innodb-flush-log-at-trx-commit=0"_s, u"--innodb-doublewrite=0"_s,
                        u"--innodb-flush-method=nosync"_s, u"--innodb-fast-shutdown=2"_s};
    if (options().onTcp)
        command += {u"--bind-address=127.0.0.1"_s, u"--port=%1"_s.arg(port())};
    else
        command += u"--skip-networking"_s;
    return command + options().arguments;
}

bool MariadbServer::isReady() const
{
    return db::Connection::open(url(u"mysql"_s)).has_value();
}

int MariadbServer::stopSignal() const
{
    return SIGTERM;
}
