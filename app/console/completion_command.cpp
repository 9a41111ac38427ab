// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/commands.h"
#include "app/console/completion.h"
#include "app/console/console.h"

using namespace Qt::StringLiterals;

namespace console {

namespace {

db::Result<QJsonObject> printCompletion(const Arguments &arguments, Console &console)
{
    const QString script = completionScript(arguments.operands.first());
    console.say(script.trimmed());
    return QJsonObject{{u"script"_s, script}};
}

} // namespace

Command completionCommand()
{
    return {
        .name = u"completion"_s,
        .operands = {u"bash|zsh"_s},
        .summary = u"Print what lets a shell complete command lines"_s,
        .description = u"Prints a script that lets the Tab key complete commands, options and paths. For the shell at hand:\n"
                       "source <(quectoctl completion bash)"_s,
        .examples = {u"completion bash > ~/.local/share/bash-completion/completions/quectoctl"_s, u"completion zsh > ~/.zfunc/_quectoctl"_s},
        .run = &printCompletion,
    };
}

} // namespace console
