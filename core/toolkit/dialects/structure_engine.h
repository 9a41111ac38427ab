// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/error.h"

#include <QString>

namespace db {

class Connection;

/// How an engine writes down the structure of a database, and reads it again.
class StructureEngine
{
public:
    virtual ~StructureEngine() = default;

    static const StructureEngine &of(DatabaseUrl::Engine engine);

    /// The definitions of everything, as a script.
    virtual Result<QString> dump(Connection &connection) const = 0;
    virtual Result<void> load(Connection &connection, const QString &script) const = 0;
    /// A table of the connection by a name that is understood at the end of such a script.
    virtual Result<QString> quotedTable(Connection &connection, const QString &table) const;
};

const StructureEngine &sqliteStructure();
const StructureEngine &postgresStructure();
const StructureEngine &mariadbStructure();

} // namespace db
