// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/program.h"

#include "app/console/command_line.h"
#include "app/console/completion.h"
#include "app/console/console.h"
#include "app/console/help.h"

using namespace Qt::StringLiterals;

namespace console {

int run(const QStringList &words, Console &console)
{
    if (!words.isEmpty() && words.first() == u"complete"_s) { // asked by completionScript()
        for (const QString &line : completionLines(words.sliced(1)))
            console.say(line);
        return Done;
    }
    if (words.contains(u"--json"_s))
        console.setFormat(Console::Format::Json);
    const tl::expected<CommandLine, QString> line = parse(words);
    if (!line) {
        console.failUsage(line.error());
        return WrongUsage;
    }
    switch (line->wish) {
    case CommandLine::Wish::Version:
        console.say(u"quectoctl " QUECTO_VERSION ""_s);
        console.print({{u"version"_s, u"" QUECTO_VERSION ""_s}});
        return Done;
    case CommandLine::Wish::Help: {
        const QString text = line->command ? helpText(*line->command) : helpText();
        console.say(text);
        console.print({{u"help"_s, text}});
        return Done;
    }
    case CommandLine::Wish::Run:
        break;
    }
    console.setQuiet(line->arguments.isSet(u"quiet"_s));
    const db::Result<QJsonObject> answer = line->command->run(line->arguments, console);
    console.showProgress({});
    if (!answer) {
        console.fail(answer.error());
        return Failed;
    }
    console.print(*answer);
    return console.exitCode();
}

} // namespace console
