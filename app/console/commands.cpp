// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

const QList<Command> &commands()
{
    static const QList<Command> list{
        createCommand(), dropCommand(), migrateCommand(), rollbackCommand(),
        migrationsCommand(), restoreCommand(), backupsCommand(), genMigrationCommand(), genSchemaCommand(), diffCommand(), driftCommand(), dumpCommand(), loadCommand(), seedCommand(), importStackExchangeCommand(),
        completionCommand(), manCommand()};
    return list;
}

const QList<Option> &commonOptions()
{
    static const QList<Option> list{
        {.name = u"database"_s, .value = u"URL"_s, .description = u"A URL or a file; else $DATABASE_URL, else the one in your data folder"_s},
        {.name = u"json"_s, .description = u"Print one JSON object, also for an error"_s},
        {.name = u"quiet"_s, .description = u"Say nothing unless it fails"_s},
        {.name = u"help"_s, .description = u"Show this text"_s},
    };
    return list;
}

const Option &versionOption()
{
    static const Option option{.name = u"version"_s, .description = u"Show which version this is"_s};
    return option;
}

const Command *findCommand(const QStringList &operands)
{
    const auto found = std::find_if(commands().begin(), commands().end(), [&](const Command &command) {
        const QStringList words = command.name.split(u' ');
        return operands.mid(0, words.size()) == words;
    });
    return found == commands().end() ? nullptr : &*found;
}

} // namespace console
