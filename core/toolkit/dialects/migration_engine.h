// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/error.h"
#include "core/toolkit/operation.h"

#include <QString>

#include <memory>

namespace db {

class Connection;

/// A database that is there for a trial, and is dropped with this.
class StructureCopy
{
public:
    virtual ~StructureCopy() = default;
    virtual Connection &connection() = 0;
    /// Why a statement of an operation may do something outside the copy; empty where it cannot.
    virtual QString objection(const Operation &operation, const QString &sql) const = 0;
};

/// What an engine has to say to those who run migrations, besides what its Dialect says of single statements.
class MigrationEngine
{
public:
    virtual ~MigrationEngine() = default;

    static const MigrationEngine &of(DatabaseUrl::Engine engine);

    /// Selects rows of one text each that together change whenever a definition does, of tables, views, routines and
    /// whatever else a migration may define, but for the tables in which the Migrator itself keeps its books.
    virtual QString definitions() const = 0;
    /// Whether a statement cannot share a transaction with the note that it is done.
    virtual bool runsAlone(const QString &sql) const = 0;
    /// Whether a statement that runs alone, and after which all definitions are as they were before, may be run again
    /// without harm, so that it does not matter whether it had run.
    virtual bool isRepeatable(const QString &sql) const = 0;

    /// A file that is locked while migrations run, and tells who locked it. Empty where there is something better.
    virtual QString lockFile(const DatabaseUrl &) const { return {}; }
    /// Keeps others from migrating without a transaction as long as this transaction runs. Fails at once with the error
    /// Locked where somebody does. Empty where Dialect::lockMigrations() is enough.
    virtual QString lockTransaction() const { return {}; }
    /// The same for as long as the connection wants. Empty for a connection that is not the same one all the time.
    virtual QString lockSession(const DatabaseUrl &) const { return {}; }
    virtual QString unlockSession() const { return {}; }
    /// Selects who has one of the locks: process, application, user, address, since when. Empty where nobody tells.
    virtual QString lockHolder(const QString &) const { return {}; }

    /// Selects the locks on tables that this connection has, one text each. Empty where nobody tells.
    virtual QString locks() const { return {}; }
    /// Selects how many rows were changed by this connection so far. Empty where each statement tells its own.
    virtual QString changesSoFar() const { return {}; }
    /// Makes a database with the same structure without rows, and removes those that others left behind: where a
    /// transaction does not take definitions back.
    virtual Result<std::unique_ptr<StructureCopy>> copyStructure(Connection &connection) const;
};

/// The first word of a statement in upper case; comments and brackets are passed over.
QString firstWord(const QString &sql, DatabaseUrl::Engine engine);

} // namespace db
