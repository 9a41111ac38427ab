// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/console.h"
#include "app/console/man_page.h"

using namespace Qt::StringLiterals;

namespace console {

namespace {

db::Result<QJsonObject> printManPage(const Arguments &, Console &console)
{
    const QString page = manPage();
    console.say(page.trimmed());
    return QJsonObject{{u"page"_s, page}};
}

} // namespace

Command manCommand()
{
    return {
        .name = u"man"_s,
        .summary = u"Print the manual page"_s,
        .description = u"Prints the manual page, in the language of man(7)."_s,
        .examples = {u"man | man -l -"_s},
        .run = &printManPage,
    };
}

} // namespace console
