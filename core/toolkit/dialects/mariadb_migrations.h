// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/migration_engine.h"

namespace db {

/// Migrations on MariaDB.
class MariadbMigrations : public MigrationEngine
{
public:
    QString definitions() const override;
    bool runsAlone(const QString &sql) const override;
    bool isRepeatable(const QString &sql) const override;
    QString lockHolder(const QString &table) const override;
    Result<std::unique_ptr<StructureCopy>> copyStructure(Connection &connection) const override;
};

} // namespace db
