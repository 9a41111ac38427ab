// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"

#include <QDateTime>
#include <QList>

#include <memory>
#include <optional>

namespace db {

class CancelToken;

/// A copy of a database file as it was at some moment.
struct Backup
{
    QString path;
    QDateTime madeAt; ///< UTC
    qint64 bytes = 0;
};

/// The backups of one SQLite file, in a folder of its own: what a migration or a mistake destroys is still there. They are
/// whole and consistent, whoever writes meanwhile (https://www.sqlite.org/backup.html), and ordinary SQLite files.
///
/// All functions take as long as the disk. They may be called in any thread.
class Backups
{
public:
    /// So many are kept; the oldest ones give way.
    static constexpr int kept = 10;

    /// `folder` may be that of several databases: each has a folder of its own in it, made with the first backup.
    explicit Backups(const DatabaseUrl &url, const QString &folder = standardFolder());

    /// Where users keep the data of programs, `quecto/backups` in it.
    static QString standardFolder();
    /// Whether a database is one file, which can be copied. For servers see backup_command.h.
    static bool arePossible(const DatabaseUrl &url);

    /// Where the backups of this database lie.
    const QString &folder() const { return m_folder; }
    /// Newest first.
    QList<Backup> list() const;
    /// Copies the database, which others may go on using. Where nothing was written since the newest backup, that one is
    /// returned. Without room, or when canceled, nothing stays behind. Only who
    /// may read the database may read the backup.
    Result<Backup> make(const std::shared_ptr<CancelToken> &token = {}) const;
    /// Puts what a backup holds in the place of what the database holds, in one transaction: connections that are open go
    /// on with it. What it held becomes a backup itself, which is returned; there is none of a database that is gone. A file
    /// that is no database any more, or a damaged one, is put aside, next to the backups.
    Result<std::optional<Backup>> restore(const Backup &backup, const std::shared_ptr<CancelToken> &token = {}) const;

private:
    Result<Backup> copy(const std::shared_ptr<CancelToken> &token) const;
    /// Puts a file that is no database any more aside, and what a backup holds into its place, once that is known to be good.
    Result<void> replace(const Backup &backup, const std::shared_ptr<CancelToken> &token) const;
    /// Never the ones that are `wanted`.
    void discardOldest(const QStringList &wanted) const;

    DatabaseUrl m_url;
    QString m_folder;
};

} // namespace db
