// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"
#include "core/toolkit/migration.h"

#include <QByteArray>

namespace db {

/// A migration written in SQL: the content of a file `YYYYMMDDHHMMSS_what_it_does.sql`.
///
/// \code
/// -- migrate:up
/// CREATE TABLE jars (label text NOT NULL);
/// -- migrate:down
/// DROP TABLE jars;
/// \endcode
///
/// The marks are lines of their own. Without `-- migrate:down` the migration cannot be taken back; with nothing behind it,
/// there is nothing to be done then. The text is UTF-8; its statements are in the language of `engine`, and told apart as
/// scriptPieces() does. They run one by one, in the one transaction of the migration; those that begin or end transactions are
/// refused. With the option `transaction:false` behind both marks there is none: see Migration::inTransaction.
///
/// What is wrong is refused with the file, the line, and what it is; the error's subject is the file.
Result<Migration> sqlMigration(const QString &file, const QByteArray &content, DatabaseUrl::Engine engine);

/// The migrations of all files `*.sql` in a folder and the folders below it, oldest first. Two files with the same version
/// or name are refused, and files with a name that is none of a migration.
Result<QList<Migration>> sqlMigrations(const QString &folder, DatabaseUrl::Engine engine);

} // namespace db
