// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/backup_command.h"

#include "core/toolkit/client_program.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

QString quotedForShell(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString connectionFor(const DatabaseUrl &url)
{
    QStringList words;
    const QStringList arguments = clientArguments(url);
    for (const QString &argument : arguments) {
        const qsizetype value = argument.indexOf(u'=') + 1;
        words.append(value > 0 ? QString(argument.first(value) + quotedForShell(argument.sliced(value))) : argument);
    }
    return words.join(u' ');
}

} // namespace

QString backupCommand(const DatabaseUrl &url)
{
    if (url.engine() == DatabaseUrl::Engine::Postgres)
        return u"pg_dump --format=custom --file="_s + quotedForShell(url.database() + u".dump") + u' ' + connectionFor(url);
    QStringList words{u"mariadb-dump --single-transaction --routines --triggers --events"_s};
    words.append(connectionFor(url));
    words.append(u"--password"_s);
    words.append(u"--result-file="_s + quotedForShell(url.database() + u".sql"));
    words.append(quotedForShell(url.database()));
    return words.join(u' ');
}

} // namespace db
