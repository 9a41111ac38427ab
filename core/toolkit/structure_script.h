// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"

#include <QList>
#include <QString>

namespace db {

class Connection;

/// The structure of a database, as `mix ecto.dump` writes it: the definitions of everything in it, and which migrations
/// are applied, but no rows.
struct StructureScript
{
    QString sql; ///< in the language of its engine; statements that end in semicolons
    QList<qint64> versions; ///< of the applied migrations, which `sql` enters in `schema_migrations`
};

/// Writes down the structure of a database. The same structure is the same text. On a server its engine's own program,
/// pg_dump or mariadb-dump, does it: one that is missing is an error that names its package. Refused while a
/// migration is half-way. Who owns what, and who may do
/// what, is left out.
Result<StructureScript> dumpStructure(Connection &connection);

/// Makes what such a script says in a database, which should be empty, and returns the versions of the migrations that are
/// applied then. An error leaves nothing behind on SQLite and PostgreSQL. On the servers it is psql or mariadb that runs
/// the script.
Result<QList<qint64>> loadStructure(Connection &connection, const QString &sql);

} // namespace db
