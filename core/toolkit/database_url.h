// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace db {

/// Where a database is and how it is to be used.
///
/// \code
/// sqlite:path/to/file.sqlite    sqlite::memory:    path/to/file.sqlite
/// postgres://user:password@host:5432/database?sslmode=verify-full&sslrootcert=/etc/ca.pem
/// mysql://user@[::1],second.example/database?pool_size=5
/// postgres://user@/database?socket_dir=/run/postgresql
/// \endcode
///
/// `postgresql` and `ecto` mean PostgreSQL too, `mariadb` and `mysql` MariaDB. Every part is
/// percent-decoded. Several hosts, each with its port, are tried in turn. The options, of which an unknown one is refused:
///
/// | option | meaning |
/// |---|---|
/// | `sslmode` | `disable`, `prefer`, `require`, `verify-ca` or `verify-full`; `ssl=true` is `require` |
/// | `sslrootcert`, `sslcert`, `sslkey` | files: the authority to trust, the client's certificate and its key |
/// | `connect_timeout` | seconds to wait for a host |
/// | `timeout` | milliseconds that a statement may go without an answer, and a request wait for a connection |
/// | `pool_size` | connections kept open |
/// | `socket_dir`, `socket` | the folder of PostgreSQL's socket, the socket of MariaDB; instead of a host |
/// | `search_path` | PostgreSQL: schemas in which tables are looked for, separated by commas |
/// | `target_session_attrs` | which of several hosts will do: `any`, `read-write`, on PostgreSQL also `primary`, `standby` … |
/// | `production` | `1` marks a database that people work with, so that programs ask before they change it; of a file, too |
/// | `prepare` | PostgreSQL: `named`, or `unnamed` behind a pooler that shares connections between transactions |
class DatabaseUrl
{
public:
    enum class Engine {
        Sqlite,
        Postgres,
        MariaDb
    };
    /// One server that has the database.
    struct Host
    {
        QString name; ///< or address; an IPv6 address without its brackets
        int port = 0;
        bool operator==(const Host &) const = default;
    };

    /// Refuses, with a sentence that says why, what is none of the above.
    static Result<DatabaseUrl> parse(const QString &text);
    static DatabaseUrl sqliteFile(const QString &path);
    static DatabaseUrl inMemory();

    Engine engine() const { return m_engine; }
    bool isInMemory() const { return m_engine == Engine::Sqlite && m_path == u":memory:"; }
    /// The file, absolute; for servers the whole URL without its password.
    const QString &path() const { return m_path; }

    // Servers only.
    const QString &user() const { return m_user; }
    /// The same for messages: without one, drivers take the name of the system account.
    QString shownUser() const { return m_user.isEmpty() ? QStringLiteral("that is called like the system account") : m_user; }
    const QString &password() const { return m_password; }
    const QList<Host> &hosts() const { return m_hosts; }
    /// The name of the database on its server.
    const QString &database() const { return m_database; }
    /// The value of an option; nothing when it is not given.
    std::optional<QString> option(const QString &name) const;
    /// How long to wait for a host: the option `connect_timeout`, else as long as Ecto waits, 15 seconds.
    std::chrono::seconds connectTimeout() const;
    /// How long a statement may go without an answer, and a request wait for a connection: the option `timeout`, else
    /// Ecto's 15 seconds. Nothing, for a file, means without end.
    std::optional<std::chrono::milliseconds> timeout() const;
    /// How many connections to a server a Database keeps: the option `pool_size`, else the environment's POOL_SIZE, else Ecto's 10.
    int poolSize() const;
    /// The same server by way of another database, which messages do not name: for who makes or drops this one.
    DatabaseUrl reachedBy(const QString &name) const;
    /// The same database on other servers.
    DatabaseUrl withHosts(const QList<Host> &hosts) const;
    /// The same with another value of an option.
    DatabaseUrl withOption(const QString &name, const QString &value) const;

    /// How it can be written down again, without a password; parse() reads it as the same database.
    QString toString() const;
    /// A short name for titles: the file's name, or the host, or its socket, and the database.
    QString displayName() const;

private:
    Result<void> parseServer(const QString &text);
    Result<void> parseAuthority(const QString &text);
    Result<void> parseOptions(const QString &text);
    QString written() const;

    Engine m_engine = Engine::Sqlite;
    QString m_path;
    QString m_user;
    QString m_password;
    QList<Host> m_hosts;
    QString m_database;
    QString m_shownDatabase; ///< another one, in messages; null where it is the same
    QMap<QString, QString> m_options;
};

} // namespace db
