// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"
#include "core/toolkit/half_way.h"
#include "core/toolkit/id.h"
#include "core/toolkit/schema.h"

#include <QMap>

namespace db {

class Repo;

/// How far a migration without a transaction has come.
struct UnfinishedMigration
{
    Id<UnfinishedMigration> version;
    bool isUp = true;
    qint64 part = -1; ///< of its statements, so many had been done when it began to be taken back; negative: all
    qint64 total = 0;
    qint64 done = 0;
    QString fingerprint = {}; ///< of the statements that are done
    std::optional<QString> statement = {}; ///< the next, which was begun; shortened
    std::optional<QString> definitions = {}; ///< a digest of all definitions before it was begun
    std::optional<QString> error = {}; ///< why the next failed

    static void describe(SchemaBuilder<UnfinishedMigration> &schema);
};

/// The migrations that were begun without a transaction and have not come to their end: the table `quecto_unfinished`.
class UnfinishedMigrations
{
public:
    explicit UnfinishedMigrations(Repo &repo)
        : m_repo(repo) { }

    static QString tableName();
    /// Makes the table unless it is there.
    Result<void> ensureTable();
    Result<QMap<qint64, UnfinishedMigration>> all();
    Result<void> put(const UnfinishedMigration &migration);
    Result<void> remove(qint64 version);

    /// How it stands, with what the definitions tell of a statement of which nobody wrote down the end.
    Result<HalfWay> judge(const UnfinishedMigration &migration);
    /// A digest of all definitions of the database.
    Result<QString> definitions();

private:
    Repo &m_repo;
};

} // namespace db
