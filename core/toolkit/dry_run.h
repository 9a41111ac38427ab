// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace db {

/// What would be gone for good if a migration ran.
struct DataLoss
{
    enum class Kind {
        Table, ///< dropped
        Column, ///< removed
        NarrowedColumn, ///< changed to a type that may not hold all that is in it
        Rows ///< deleted by a statement
    };

    Kind kind = Kind::Table;
    QString table;
    QString column = {}; ///< empty for a table and for rows
    qint64 count = 0; ///< rows, or values that are not NULL

    /// "table jars with 12 rows"
    QString text() const;
};

/// A statement that was run for trial.
struct TriedStatement
{
    QString sql;
    qint64 microseconds = 0;
    qint64 rows = 0; ///< changed, inserted or deleted; on a copy of the structure there are none
    QStringList locks = {}; ///< PostgreSQL: what it locked until the end of the transaction, as "AccessExclusiveLock on jars"
};

/// A migration that was run for trial, in one direction.
struct TriedMigration
{
    qint64 version = 0;
    QString name;
    bool isUp = true;
    QString notTried = {}; ///< why it was not; a sentence, empty where it was
    QList<TriedStatement> statements = {}; ///< as far as they succeeded
    QList<DataLoss> losses = {};
    std::optional<Error> error = std::nullopt; ///< why the statement behind those failed: it is in there
};

/// What Migrator::dryRun() found out.
struct DryRun
{
    QList<TriedMigration> migrations = {}; ///< in the order in which they would run
    bool isOnCopy = false; ///< on a copy of the structure without rows, as on MariaDB

    /// Whether all of them were tried and none failed.
    bool hasSucceeded() const;
};

} // namespace db
