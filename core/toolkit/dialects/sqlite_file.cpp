// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// A SQLite database as a file: how it comes, goes, and is opened.

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/dialects/sqlite_native.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Whether readers use a write-ahead log: the "read version" of https://www.sqlite.org/fileformat2.html#the_database_header
bool hasWriteAheadLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(20);
    return header.size() == 20 && header.at(19) == 2;
}

/// The one value that a statement answers with.
Result<QString> answer(Connection &connection, const QString &sql)
{
    QString text;
    const Result<void> asked = connection.select({.sql = sql}, [&](const RowReader &row) {
        text = row.value(0, Type::String).toString();
        return true;
    });
    if (!asked)
        return Failure(asked.error());
    return text;
}

} // namespace

Result<Opening> SqliteDialect::opening(const DatabaseUrl &url) const
{
    if (url.isInMemory())
        return Opening{.name = url.path()};
    const QFileInfo file(url.path());
    if (!file.exists())
        return Failure(Error::cannotOpen(url, u"there is no such file"_s));
    if (!file.isFile())
        return Failure(Error::cannotOpen(url, u"this is not a file"_s));
    if (!file.isReadable())
        return Failure(Error::cannotOpen(url, u"you may not read this file"_s));
    if (file.isWritable())
        return Opening{.name = url.path()};
    // Even readers make files for a write-ahead log. Where they may not, and no log is there that could hold newer pages,
    // SQLite has to be told that the database stays as it is.
    const bool isFrozen = hasWriteAheadLog(url.path()) && !QFileInfo(file.path()).isWritable() && !QFile::exists(url.path() + u"-wal");
    if (!isFrozen)
        return Opening{.name = url.path(), .options = u"QSQLITE_OPEN_READONLY"_s, .isReadOnly = true};
    return Opening{.name = QString::fromLatin1(QUrl::fromLocalFile(url.path()).toEncoded()) + u"?immutable=1",
                   .options = u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s,
                   .isReadOnly = true};
}

Result<void> SqliteDialect::prepare(Connection &connection, const QSqlDatabase &database) const
{
    if (const Result<void> attached = attachSqlite(connection, database); !attached)
        return attached;
    // The first statement that looks into the file is the first to notice that it is something else.
    if (const Result<QString> version = answer(connection, u"PRAGMA schema_version"_s); !version)
        return Failure(version.error());
    const Result<QString> journal = answer(connection, u"PRAGMA journal_mode"_s);
    if (!journal)
        return Failure(journal.error());
    QStringList settings{
        u"PRAGMA foreign_keys = ON"_s,
        // Without a write-ahead log, NORMAL may lose the whole file to a power cut.
        *journal == u"wal" ? u"PRAGMA synchronous = NORMAL"_s : u"PRAGMA synchronous = FULL"_s,
        // Kibibytes when negative: with the default of 2 MB, bulk inserts into indexed tables take nearly twice as long.
        u"PRAGMA cache_size = -65536"_s,
    };
    if (connection.isReadOnly())
        settings.append(u"PRAGMA query_only = ON"_s);
    for (const QString &setting : std::as_const(settings)) {
        if (const auto set = connection.execute({.kind = Statement::Kind::Transaction, .sql = setting}); !set)
            return Failure(set.error());
    }
    return {};
}

Result<void> SqliteDialect::create(const DatabaseUrl &url) const
{
    if (url.isInMemory())
        return {};
    const QString folder = QFileInfo(url.path()).path();
    std::error_code why;
    std::filesystem::create_directories(folder.toStdString(), why);
    if (why)
        return Failure(Error::cannotOpen(url, u"the folder %1 cannot be made: %2"_s.arg(folder, QString::fromStdString(why.message()))));
    QFile file(url.path());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Failure(Error::cannotOpen(url, file.exists() ? u"there is such a file already"_s : u"no file can be made in the folder %1: %2"_s.arg(folder, file.errorString())));
    file.close();
    const auto connection = Connection::open(url);
    if (!connection)
        return Failure(connection.error());
    // Readers then never wait for a writer, nor a writer for them. Network drives cannot do it.
    const Result<QString> journal = answer(**connection, u"PRAGMA journal_mode = WAL"_s);
    if (journal && *journal == u"wal")
        return {};
    file.remove();
    return Failure(journal ? Error::cannotOpen(url, u"this drive is not fit for databases: it allows no write-ahead log"_s) : journal.error());
}

Result<void> SqliteDialect::drop(const DatabaseUrl &url) const
{
    // Opening it first keeps us from deleting a file that is something else.
    if (const auto connection = Connection::open(url); !connection)
        return Failure(connection.error());
    QFile file(url.path());
    if (!file.remove())
        return Failure(Error::cannotOpen(url, file.errorString()));
    QFile::remove(url.path() + u"-wal");
    QFile::remove(url.path() + u"-shm");
    return {};
}

} // namespace db
