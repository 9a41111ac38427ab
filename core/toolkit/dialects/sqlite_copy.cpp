// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// The online backup interface: https://www.sqlite.org/c3ref/backup_finish.html

#include "core/toolkit/dialects/sqlite_copy.h"

#include "core/toolkit/cancel_token.h"
#include "core/toolkit/dialects/sqlite.h"

#include <QFileInfo>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// A connection for the time of a copy.
class File
{
public:
    File(const QString &path, int flags)
        : m_path(path)
    {
        constexpr int patience = 5000; // milliseconds
        sqlite3_open_v2(path.toUtf8().constData(), &m_database, flags, nullptr);
        sqlite3_busy_timeout(m_database, patience);
    }
    ~File() { sqlite3_close(m_database); }
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    sqlite3 *handle() const { return m_database; }
    Result<void> run(const char *sql)
    {
        return sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK ? Result<void>() : Failure(error());
    }
    Error error() const
    {
        Violation violation;
        const NativeError native{QString::number(sqlite3_extended_errcode(m_database)), QString::fromUtf8(sqlite3_errmsg(m_database))};
        Error error = SqliteDialect().classify(native, {}, violation);
        error.subject = m_path;
        error.message = QFileInfo(m_path).fileName() + u": " + error.message;
        return error;
    }

private:
    QString m_path;
    sqlite3 *m_database = nullptr;
};

} // namespace

Result<void> copySqliteFile(const QString &from, const QString &to, const std::shared_ptr<CancelToken> &token)
{
    constexpr int pages = 1024; // between two looks at the token: 4 MB as a rule
    File source(from, SQLITE_OPEN_READWRITE); // where that is allowed: a crash may have left something to undo
    File target(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // A transaction keeps the source as it is; otherwise the copy would begin anew with each write of somebody else.
    if (const Result<void> begun = source.run("BEGIN; SELECT count(*) FROM sqlite_schema"); !begun)
        return begun;
    sqlite3_backup *copy = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (!copy)
        return Failure(target.error());
    int result = SQLITE_OK;
    const auto isOver = [&token] { return token && token->isOver(); };
    while (result == SQLITE_OK && !isOver())
        result = sqlite3_backup_step(copy, pages);
    // Ends it in any case, and takes back what is not whole.
    sqlite3_backup_finish(copy);
    if (result == SQLITE_DONE)
        return {};
    return Failure(result == SQLITE_OK ? Error::canceled() : target.error());
}

} // namespace db
