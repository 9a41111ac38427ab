// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/database_url.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

namespace db {

/// A program that comes with a server's engine, and how it is called. Others of the machine may read its arguments, so
/// the password is in its environment.
struct ClientProgram
{
    QString name = {};
    QStringList arguments = {};
    QProcessEnvironment environment = {};
    QString package = {}; ///< of Debian, which has it

    /// Prints the definitions of everything in a database, without its rows.
    static ClientProgram dumpingStructure(const DatabaseUrl &url);
    /// Runs the script it is given, and ends at the first error: with nothing done on PostgreSQL, while MariaDB keeps what ran
    /// before.
    static ClientProgram runningScript(const DatabaseUrl &url);

    /// Runs it to its end, and returns what it prints. The error is what the program itself says.
    Result<QByteArray> run(const QByteArray &input = {}) const;
};

/// How the programs of a server's engine are told where the database is and how to connect; the name of the database is
/// among it on PostgreSQL, and the last argument of MariaDB's programs. The password is left out.
QStringList clientArguments(const DatabaseUrl &url);

} // namespace db
