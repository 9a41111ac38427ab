// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QString>

#include <chrono>
#include <optional>

namespace db {

/// Where a database is: `sqlite:path`, `sqlite::memory:`, or a plain path of a file.
///
/// `postgres://…` and `mysql://…` are recognised so that the message can say that this build does not speak them.
class DatabaseUrl
{
public:
    enum class Engine {
        Sqlite,
        Postgres,
        MariaDb
    };

    /// Refuses empty text and unknown schemes with a sentence that lists the known ones.
    static Result<DatabaseUrl> parse(const QString &text);
    static DatabaseUrl sqliteFile(const QString &path);
    static DatabaseUrl inMemory();

    Engine engine() const { return m_engine; }
    bool isInMemory() const { return m_engine == Engine::Sqlite && m_path == u":memory:"; }
    /// The file, absolute; for servers the whole URL without its password.
    const QString &path() const { return m_path; }
    /// How long a statement may go without an answer, and a request wait for a connection. Nothing means without end.
    std::optional<std::chrono::milliseconds> timeout() const;
    /// How many connections to a server a Database keeps.
    int poolSize() const;
    /// How it can be written down again, without a password; parse() reads it as the same database.
    QString toString() const;
    /// A short name for titles: the file's name, or host and database.
    QString displayName() const;

private:
    Engine m_engine = Engine::Sqlite;
    QString m_path;
};

} // namespace db
