// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QDateTime>
#include <QMap>
#include <QString>

namespace db {

class Repo;

/// What applied migrations did when they were applied, by its checksum: the table `quecto_migrations`, which stands beside
/// Ecto's `schema_migrations` and means nothing to Ecto.
class MigrationChecksums
{
public:
    explicit MigrationChecksums(Repo &repo)
        : m_repo(repo) { }

    static QString tableName();

    /// Makes the table unless it is there.
    Result<void> ensureTable();
    /// The checksum of each migration that is in the books as it was written here: what others applied, or took back and
    /// applied anew, has none.
    Result<QMap<qint64, QString>> all(const QMap<qint64, QDateTime> &books);
    /// Puts a checksum in the place of the one that is there. `appliedAt` is what the books say.
    Result<void> put(qint64 version, const QDateTime &appliedAt, const QString &checksum);
    Result<void> remove(qint64 version);

private:
    Repo &m_repo;
};

} // namespace db
