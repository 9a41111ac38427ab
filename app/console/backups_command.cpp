// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/open_database.h"
#include "core/toolkit/backup_command.h"
#include "core/toolkit/backups.h"
#include "core/toolkit/migration_books.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

/// The database whose backups are meant; its file need not be one any more.
db::Result<db::DatabaseUrl> urlWithBackups(const Arguments &arguments)
{
    const db::Result<db::DatabaseUrl> url = databaseUrl(arguments);
    if (!url || db::Backups::arePossible(*url))
        return url;
    if (url->isInMemory())
        return db::Failure(db::Error::refused(u"A database in memory has no backups"_s));
    return db::Failure(db::Error::refused(u"Servers are backed up by a program of their own: %1"_s.arg(db::backupCommand(*url)), url->path()));
}

QString nameOf(const db::Backup &backup)
{
    return QFileInfo(backup.path).completeBaseName();
}

db::Result<QList<qint64>> versionsIn(const db::Backup &backup)
{
    const auto connection = db::Connection::open(db::DatabaseUrl::sqliteFile(backup.path), db::Connection::Access::ReadOnly);
    if (!connection)
        return db::Failure(connection.error());
    db::Repo repo(**connection);
    const auto applied = db::MigrationBooks(repo).applied();
    if (!applied)
        return db::Failure(applied.error());
    return applied->keys();
}

db::Result<QJsonObject> list(const Arguments &arguments, Console &console)
{
    const db::Result<db::DatabaseUrl> url = urlWithBackups(arguments);
    if (!url)
        return db::Failure(url.error());
    const QList<db::Backup> backups = db::Backups(*url).list();
    if (backups.isEmpty())
        console.say(u"There are no backups of %1"_s.arg(url->displayName()));
    QJsonArray answer;
    for (const db::Backup &backup : backups) {
        const db::Result<QList<qint64>> versions = versionsIn(backup);
        QJsonObject line{{u"name"_s, nameOf(backup)}, {u"path"_s, backup.path}, {u"made_at"_s, backup.madeAt.toString(Qt::ISODateWithMs)}, {u"bytes"_s, backup.bytes}};
        QString applied = versions ? u"no migrations"_s : u"cannot be opened: %1"_s.arg(versions.error().message);
        if (versions) {
            QJsonArray numbers;
            for (const qint64 version : *versions)
                numbers.append(version);
            line.insert(u"versions"_s, numbers);
            if (!versions->isEmpty())
                applied = u"%1 migrations, up to %2"_s.arg(versions->size()).arg(versions->last());
        }
        console.say(u"%1  %2  %3"_s.arg(nameOf(backup), QLocale::c().formattedDataSize(backup.bytes).rightJustified(10), applied));
        answer.append(line);
    }
    return QJsonObject{{u"backups"_s, answer}};
}

db::Result<void> confirm(const db::DatabaseUrl &url, const QString &name, Console &console)
{
    const std::optional<QString> answer = console.ask(u"This puts %1 in the place of what %2 holds. Type the name of the backup to go on:"_s.arg(name, url.path()));
    if (!answer)
        return db::Failure(db::Error::refused(u"%1 is only restored with --yes, or when asked on a terminal"_s.arg(name), url.path()));
    if (*answer != name)
        return db::Failure(db::Error::refused(u"That is not the name; nothing was restored"_s, url.path()));
    return {};
}

db::Result<QJsonObject> restore(const Arguments &arguments, Console &console)
{
    const db::Result<db::DatabaseUrl> url = urlWithBackups(arguments);
    if (!url)
        return db::Failure(url.error());
    const QString &given = arguments.operands.first();
    const db::Backups backups(*url);
    const QList<db::Backup> all = backups.list();
    const auto chosen = std::find_if(all.begin(), all.end(), [&](const db::Backup &backup) { return nameOf(backup) == given || QFileInfo(backup.path).fileName() == given; });
    if (chosen == all.end())
        return db::Failure(db::Error::refused(u"%1 has no backup %2; 'quectoctl backups' lists them"_s.arg(url->displayName(), given), given));
    if (!arguments.isSet(u"yes"_s)) {
        if (const db::Result<void> confirmed = confirm(*url, nameOf(*chosen), console); !confirmed)
            return db::Failure(confirmed.error());
    }
    const auto restored = backups.restore(*chosen);
    if (!restored)
        return db::Failure(restored.error());
    console.say(u"%1 is restored from %2"_s.arg(url->displayName(), nameOf(*chosen)));
    QJsonObject answer{{u"restored"_s, chosen->path}};
    if (*restored) {
        console.say(u"What it held before is kept as %1"_s.arg(nameOf(**restored)));
        answer.insert(u"backup"_s, (*restored)->path);
    }
    return answer;
}

} // namespace

Command backupsCommand()
{
    return {
        .name = u"backups"_s,
        .summary = u"List the backups of the database"_s,
        .description = u"Lists the backups that were made before migrations ran, newest first, with their sizes and the\n"
                       "migrations that are applied in them. The database itself need not be there any more."_s,
        .examples = {u"backups"_s, u"backups --json --database sqlite:community.sqlite"_s},
        .run = &list,
    };
}

Command restoreCommand()
{
    return {
        .name = u"backups restore"_s,
        .operands = {u"NAME"_s},
        .summary = u"Put a backup in the place of the database"_s,
        .description = u"Puts a backup in the place of what the database holds, which becomes a backup itself. A file that is\n"
                       "no database any more is put aside, next to the backups. On a terminal it asks for the name again."_s,
        .options = {{.name = u"yes"_s, .description = u"Do not ask; needed where nobody can be asked"_s}},
        .examples = {u"backups restore 2026-11-22T05-05-04.123Z"_s},
        .run = &restore,
    };
}

} // namespace console
