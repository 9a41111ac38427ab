// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/structure_engine.h"

#include "core/toolkit/connection.h"

namespace db {

const StructureEngine &StructureEngine::of(DatabaseUrl::Engine engine)
{
    switch (engine) {
    case DatabaseUrl::Engine::Sqlite:
        return sqliteStructure();
    case DatabaseUrl::Engine::Postgres:
        return postgresStructure();
    case DatabaseUrl::Engine::MariaDb:
        return mariadbStructure();
    }
    Q_UNREACHABLE();
}

Result<QString> StructureEngine::quotedTable(Connection &connection, const QString &table) const
{
    return connection.dialect().quoted(table);
}

} // namespace db
