// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/backup_first.h"

#include "app/console/console.h"
#include "core/toolkit/backups.h"
#include "core/toolkit/connection.h"

using namespace Qt::StringLiterals;

namespace console {

Option noBackupOption()
{
    return {.name = u"no-backup"_s, .description = u"Do not back up the file first"_s};
}

db::Result<QJsonObject> backUpFirst(const db::Connection &database, const Arguments &arguments, Console &console)
{
    if (arguments.isSet(u"no-backup"_s) || database.isReadOnly() || !db::Backups::arePossible(database.url()))
        return QJsonObject();
    const db::Result<db::Backup> backup = db::Backups(database.url()).make();
    if (!backup) {
        db::Error error = backup.error();
        error.message += u".\nNothing has run. --no-backup goes on without."_s;
        return db::Failure(error);
    }
    console.say(u"== Backed up to %1"_s.arg(backup->path));
    return QJsonObject{{u"backup"_s, backup->path}};
}

} // namespace console
