// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/client_program.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace db {

namespace {

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
QStringList postgresArguments(const DatabaseUrl &url)
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
    for (const QString &option : {u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"target_session_attrs"_s})
        add(option, url.option(option).value_or(QString()));
    return {u"--dbname="_s + keywords.join(u' ')};
}

/// https://mariadb.com/kb/en/mariadb-dump/
QStringList mariadbArguments(const DatabaseUrl &url)
{
    QStringList words;
    const auto add = [&words](const QString &name, const QString &value) {
        if (!value.isEmpty())
            words.append(name + u'=' + value);
    };
    add(u"--socket"_s, url.option(u"socket"_s).value_or(QString()));
    if (const QList<DatabaseUrl::Host> &hosts = url.hosts(); !hosts.isEmpty()) {
        words.append(u"--protocol=tcp"_s); // "localhost" would be a socket
        add(u"--host"_s, hosts.first().name);
        add(u"--port"_s, QString::number(hosts.first().port));
    }
    add(u"--user"_s, url.user());
    const QString mode = url.option(u"sslmode"_s).value_or(QString());
    if (mode == u"disable")
        words.append(u"--skip-ssl"_s);
    if (mode == u"require")
        words.append(u"--ssl"_s);
    add(u"--ssl-ca"_s, url.option(u"sslrootcert"_s).value_or(QString()));
    add(u"--ssl-cert"_s, url.option(u"sslcert"_s).value_or(QString()));
    add(u"--ssl-key"_s, url.option(u"sslkey"_s).value_or(QString()));
    if (mode == u"verify-full")
        words.append(u"--ssl-verify-server-cert"_s);
    return words;
}

/// The environment of this program with the password of a database.
QProcessEnvironment environmentFor(const DatabaseUrl &url)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!url.password().isEmpty())
        environment.insert(url.engine() == DatabaseUrl::Engine::Postgres ? u"PGPASSWORD"_s : u"MYSQL_PWD"_s, url.password());
    return environment;
}

ClientProgram postgresProgram(const DatabaseUrl &url, const QString &name, const QStringList &arguments)
{
    return {name, arguments + QStringList{u"--no-password"_s} + clientArguments(url), environmentFor(url), u"postgresql-client"_s};
}

/// Files with options on this machine mean other databases.
ClientProgram mariadbProgram(const DatabaseUrl &url, const QString &name, const QStringList &arguments)
{
    return {name, QStringList{u"--no-defaults"_s} + arguments + clientArguments(url) + QStringList{u"--"_s, url.database()}, environmentFor(url), u"mariadb-client"_s};
}

} // namespace

QStringList clientArguments(const DatabaseUrl &url)
{
    return url.engine() == DatabaseUrl::Engine::Postgres ? postgresArguments(url) : mariadbArguments(url);
}

ClientProgram ClientProgram::dumpingStructure(const DatabaseUrl &url)
{
    if (url.engine() == DatabaseUrl::Engine::Postgres)
        return postgresProgram(url, u"pg_dump"_s, {u"--schema-only"_s, u"--no-owner"_s, u"--no-privileges"_s});
    // The last two keep it from asking for privileges that only the copying of rows needs.
    return mariadbProgram(url, u"mariadb-dump"_s, {u"--no-data"_s, u"--skip-comments"_s, u"--routines"_s, u"--triggers"_s, u"--events"_s, u"--default-character-set=utf8mb4"_s, u"--skip-lock-tables"_s, u"--no-tablespaces"_s});
}

ClientProgram ClientProgram::runningScript(const DatabaseUrl &url)
{
    if (url.engine() == DatabaseUrl::Engine::Postgres)
        return postgresProgram(url, u"psql"_s, {u"--no-psqlrc"_s, u"--quiet"_s, u"--set=ON_ERROR_STOP=1"_s, u"--single-transaction"_s, u"--file=-"_s});
    // In binary mode a script cannot run programs.
    return mariadbProgram(url, u"mariadb"_s, {u"--batch"_s, u"--binary-mode"_s, u"--default-character-set=utf8mb4"_s});
}

Result<QByteArray> ClientProgram::run(const QByteArray &input) const
{
    if (QStandardPaths::findExecutable(name).isEmpty())
        return Failure(Error::refused(u"%1 is not installed; Debian has it in the package %2"_s.arg(name, package), name));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(name, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    const QByteArray output = process.readAllStandardOutput();
    if (process.error() == QProcess::FailedToStart || process.exitStatus() == QProcess::CrashExit)
        return Failure(Error::refused(u"%1 failed: %2"_s.arg(name, process.errorString()), name));
    if (process.exitCode() != 0)
        return Failure(Error::refused(u"%1 failed: %2"_s.arg(name, QString::fromUtf8(process.readAllStandardError()).trimmed()), name));
    return output;
}

} // namespace db
