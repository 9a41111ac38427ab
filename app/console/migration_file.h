// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/error.h"

#include <QString>

namespace console {

/// The file of a new migration.
struct MigrationFile
{
    enum class Language {
        Cpp,
        Sql
    };

    qint64 version = 0;
    QString name = {};
    QString path = {}; ///< relative where the folder is
};

/// Words joined by underscores: "CreateUsers", "createUsers" and "create-users" are create_users. Empty for what has no
/// letter or digit of ASCII, or others besides.
QString snakeCase(const QString &text);

/// Writes a file for a migration in a folder, which is made if need be. Its version is the time, in UTC, or a second
/// later if another file has that. A name that another migration has, here or compiled in, is refused, and one that C++
/// cannot have for a function, where it needs one.
/// `lines` stand in its `change` in C++.
db::Result<MigrationFile> writeMigrationFile(const QString &folder, const QString &name, MigrationFile::Language language, const QStringList &lines = {});

} // namespace console
