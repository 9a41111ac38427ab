// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QDateTime>
#include <QMap>
#include <QString>

namespace db {

class Repo;

/// Which migrations were applied: the table `schema_migrations`, exactly as Ecto keeps it.
class MigrationBooks
{
public:
    explicit MigrationBooks(Repo &repo)
        : m_repo(repo) { }

    static QString tableName();

    /// Makes the table unless it is there.
    Result<void> ensureTable();
    /// The versions with the time of their application in UTC, invalid where it was not recorded. None without the table.
    Result<QMap<qint64, QDateTime>> applied();
    Result<void> add(qint64 version, const QDateTime &appliedAt);
    Result<void> remove(qint64 version);

private:
    Repo &m_repo;
};

} // namespace db
