// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/dialects/migration_engine.h"

namespace db {

/// Migrations on PostgreSQL.
class PostgresMigrations : public MigrationEngine
{
public:
    QString definitions() const override;
    bool runsAlone(const QString &sql) const override;
    bool isRepeatable(const QString &sql) const override;
    QString locks() const override;
    QString lockTransaction() const override;
    QString lockSession(const DatabaseUrl &url) const override;
    QString unlockSession() const override;
    QString lockHolder(const QString &table) const override;
};

} // namespace db
