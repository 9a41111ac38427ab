// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"

#include <QString>

namespace db {

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
};

/// The first word of a statement in upper case; comments and brackets are passed over.
QString firstWord(const QString &sql, DatabaseUrl::Engine engine);

} // namespace db
