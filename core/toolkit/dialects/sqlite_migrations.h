// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/migration_engine.h"

namespace db {

/// Migrations on SQLite.
class SqliteMigrations : public MigrationEngine
{
public:
    QString definitions() const override;
    bool runsAlone(const QString &sql) const override;
    bool isRepeatable(const QString &sql) const override;
    QString changesSoFar() const override;
    QString lockFile(const DatabaseUrl &url) const override;
};

} // namespace db
