// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_folder.h"

#include "core/toolkit/sql_migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

Error refused(const QString &path, const QString &message)
{
    return Error::refused(u"%1: %2"_s.arg(path, message), path);
}

/// Finds all files of SQL in a folder and below.
void look(const QDir &folder, MigrationFolder &found)
{
    const QString path = folder.path();
    if (!folder.exists()) {
        found.problems.append(refused(path, u"there is no such folder"_s));
        return;
    }
    if (!QFileInfo(path).isReadable() || !QFileInfo(path).isExecutable()) {
        found.problems.append(refused(path, u"the folder cannot be read"_s));
        return;
    }
    found.folders.append(path);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        found.files.append(folder.filePath(name));
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name))
        look(QDir(folder.filePath(name)), found);
}

Result<Migration> readFile(const QString &path, DatabaseUrl::Engine engine)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure(refused(path, u"it cannot be read: %1"_s.arg(file.errorString())));
    return sqlMigration(path, file.readAll(), engine);
}

} // namespace

MigrationFolder readMigrationFolder(const QString &folder, DatabaseUrl::Engine engine)
{
    MigrationFolder found;
    look(QDir(folder), found);
    QHash<qint64, QString> versions;
    QHash<QString, QString> names;
    for (const QString &path : std::as_const(found.files)) {
        const Result<Migration> migration = readFile(path, engine);
        if (!migration) {
            found.problems.append(migration.error());
        } else if (versions.contains(migration->version)) {
            found.problems.append(refused(path, u"its version is also that of %1"_s.arg(versions.value(migration->version))));
        } else if (names.contains(migration->name)) {
            found.problems.append(refused(path, u"its name is also that of %1"_s.arg(names.value(migration->name))));
        } else {
            versions.insert(migration->version, path);
            names.insert(migration->name, path);
            found.migrations.append(*migration);
        }
    }
    std::sort(found.migrations.begin(), found.migrations.end(), [](const Migration &left, const Migration &right) { return left.version < right.version; });
    return found;
}

} // namespace db
