// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/migration_file.h"
#include "app/console/open_database.h"
#include "app/console/struct_source.h"
#include "core/toolkit/connection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace console {

namespace {

db::Result<QString> contextOf(const Arguments &arguments)
{
    const QString given = arguments.value(u"context"_s);
    const QString name = snakeCase(given);
    const bool isName = !name.isEmpty() && !name.front().isDigit() && !isReservedInCpp(name) && name != u"db" && name != u"std";
    if (arguments.isSet(u"context"_s) && !isName)
        return db::Failure(db::Error::refused(u"'%1' cannot be the name of a namespace in C++"_s.arg(given), given));
    return name;
}

db::Result<QString> folderOf(const Arguments &arguments, const QString &context)
{
    if (arguments.isSet(u"folder"_s))
        return arguments.value(u"folder"_s);
    if (!context.isEmpty() && QFileInfo(u"core"_s).isDir())
        return QString(u"core/" + context);
    return db::Failure(db::Error::refused(u"Where to? Name a folder with --folder, or a context with --context where there is a folder 'core'"_s));
}

/// All or none: what is there already is not overwritten.
db::Result<void> write(const QDir &folder, const QList<SourceFile> &files)
{
    for (const SourceFile &file : files) {
        if (folder.exists(file.name))
            return db::Failure(db::Error::refused(u"There is a file %1 already"_s.arg(folder.filePath(file.name)), file.name));
    }
    for (const SourceFile &file : files) {
        QFile written(folder.filePath(file.name));
        const QByteArray text = file.text.toUtf8();
        if (!QDir().mkpath(folder.path()) || !written.open(QIODevice::WriteOnly | QIODevice::NewOnly) || written.write(text) != text.size() || !written.flush())
            return db::Failure(db::Error::refused(u"%1 cannot be written: %2"_s.arg(written.fileName(), written.errorString()), written.fileName()));
    }
    return {};
}

db::Result<QList<StructModel>> models(const Arguments &arguments)
{
    const db::Result<db::DatabaseUrl> url = databaseUrl(arguments);
    if (!url)
        return db::Failure(url.error());
    const auto connection = db::Connection::open(*url, db::Connection::Access::ReadOnly);
    if (!connection)
        return db::Failure(connection.error());
    const db::Result<db::Catalogue> catalogue = db::readCatalogue(**connection);
    if (!catalogue)
        return db::Failure(catalogue.error());
    QStringList tables = arguments.operands;
    tables.removeDuplicates();
    for (const QString &table : std::as_const(tables)) {
        const db::TableInfo *found = catalogue->findTable(table);
        if (!found)
            return db::Failure(db::Error::refused(u"%1 has no table %2"_s.arg(url->displayName(), table), table));
        if (found->problem)
            return db::Failure(*found->problem);
    }
    return structModels(*catalogue, tables, url->engine());
}

db::Result<QJsonObject> generate(const Arguments &arguments, Console &console)
{
    const db::Result<QString> context = contextOf(arguments);
    if (!context)
        return db::Failure(context.error());
    const db::Result<QString> folder = folderOf(arguments, *context);
    if (!folder)
        return db::Failure(folder.error());
    const db::Result<QList<StructModel>> structs = models(arguments);
    if (!structs)
        return db::Failure(structs.error());
    const QString includeFolder = QDir::isAbsolutePath(*folder) ? QString() : QString(QDir::cleanPath(*folder) + u'/');
    const QList<SourceFile> files = structSources(*structs, {.context = *context, .includeFolder = includeFolder});
    if (const db::Result<void> written = write(QDir(*folder), files); !written)
        return db::Failure(written.error());
    QJsonArray list;
    for (const SourceFile &file : files) {
        const QString path = QDir(*folder).filePath(file.name);
        console.say(u"* creating "_s + path);
        list.append(path);
    }
    return QJsonObject{{u"files"_s, list}};
}

} // namespace

Command genSchemaCommand()
{
    return {
        .name = u"gen schema"_s,
        .operands = {u"TABLE..."_s},
        .summary = u"Write C++ structs for tables"_s,
        .description = u"Writes a header and a source for each table, with what the database knows of it: columns, keys,\n"
                       "associations among the tables that are named, and a changeset with lengths and constraints.\n"
                       "The files compile as they stand; read them, for the database does not know everything."_s,
        .options = {
            {.name = u"context"_s, .value = u"NAME"_s, .description = u"In this namespace, and the folder core/NAME unless another is named"_s},
            {.name = u"folder"_s, .value = u"DIR"_s, .description = u"Into this folder, which is made if need be"_s},
        },
        .examples = {u"gen schema posts comments --context blog"_s, u"gen schema orders --folder shop --database mysql://ann@db/shop"_s},
        .run = &generate,
    };
}

} // namespace console
