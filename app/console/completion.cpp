// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/completion.h"

#include "app/console/commands.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

/// The words before the one that is being typed.
struct Typed
{
    QStringList operands = {}; ///< with those that name the command
    QStringList options = {}; ///< their names
    QString awaited = {}; ///< the option whose value comes next
    bool hasEndOfOptions = false; ///< after "--" a dash means nothing
};

/// What stands for the value of an option of any command, for options may come before the command.
QString valueOf(const QString &option)
{
    QList<Option> options = commonOptions();
    for (const Command &command : commands())
        options += command.options;
    const auto found = std::find_if(options.cbegin(), options.cend(), [&](const Option &each) { return each.name == option; });
    return found == options.cend() ? QString() : found->value;
}

Typed read(const QStringList &words)
{
    Typed typed;
    for (const QString &word : words) {
        if (!typed.awaited.isEmpty()) {
            typed.awaited.clear();
        } else if (typed.hasEndOfOptions || !word.startsWith(u"-"_s) || word == u"-"_s) {
            typed.operands.append(word);
        } else if (word == u"--"_s) {
            typed.hasEndOfOptions = true;
        } else {
            const QString name = word.section(u'=', 0, 0).mid(2);
            typed.options.append(name);
            if (!word.contains(u'=') && !valueOf(name).isEmpty())
                typed.awaited = name;
        }
    }
    return typed;
}

/// What the help calls a value says what it is: a path, or one of several words.
Completion completionOf(const QString &placeholder)
{
    Completion completion;
    if (placeholder == u"URL"_s || placeholder == u"FILE"_s || placeholder == u"[FILE]"_s)
        completion.paths = Completion::Paths::Files;
    else if (placeholder == u"DIR"_s || placeholder == u"FOLDER"_s)
        completion.paths = Completion::Paths::Folders;
    else if (placeholder.contains(u'|')) {
        for (const QString &word : placeholder.split(u'|'))
            completion.choices.append({word, {}});
    }
    return completion;
}

/// The options that may still be given.
Completion remainingOptions(const Command *command, const QStringList &given)
{
    const QList<Option> options = command ? command->options + commonOptions() : commonOptions() + QList<Option>{versionOption()};
    const QStringList alternatives = command ? command->alternatives : QStringList();
    const auto isGiven = [&](const QString &name) { return given.contains(name); };
    const bool hasAlternative = std::any_of(alternatives.cbegin(), alternatives.cend(), isGiven);
    Completion completion;
    for (const Option &option : options) {
        if (hasAlternative && alternatives.contains(option.name))
            continue;
        if (option.isRepeatable || !isGiven(option.name))
            completion.choices.append({u"--"_s + option.name, option.description});
    }
    return completion;
}

/// The words that lead on to a command.
Completion commandWords(const QStringList &operands)
{
    Completion completion;
    QSet<QString> added;
    for (const Command &command : commands()) {
        const QStringList words = command.name.split(u' ');
        if (operands.size() >= words.size() || words.first(operands.size()) != operands || added.contains(words.at(operands.size())))
            continue;
        added.insert(words.at(operands.size()));
        const bool isWhole = operands.size() + 1 == words.size();
        completion.choices.append({words.at(operands.size()), isWhole ? command.summary : QString()});
    }
    return completion;
}

Completion completionAfter(const Typed &typed, const QString &word)
{
    if (!typed.awaited.isEmpty())
        return completionOf(valueOf(typed.awaited));
    const Command *command = findCommand(typed.operands);
    if (word.startsWith(u'-') && !typed.hasEndOfOptions)
        return word.contains(u'=') ? completionOf(valueOf(word.section(u'=', 0, 0).mid(2))) : remainingOptions(command, typed.options);
    if (!command)
        return commandWords(typed.operands);
    const qsizetype operand = typed.operands.size() - command->name.count(u' ') - 1;
    if (operand < command->operands.size())
        return completionOf(command->operands.at(operand));
    if (typed.hasEndOfOptions)
        return {};
    Completion completion = commandWords(typed.operands); // "backups" is a command, and "backups restore" another
    completion.choices += remainingOptions(command, typed.options).choices;
    return completion;
}

} // namespace

Completion complete(const QStringList &words)
{
    const QString word = words.isEmpty() ? QString() : words.last();
    Completion completion = completionAfter(read(words.mid(0, words.size() - 1)), word);
    completion.choices.removeIf([&](const Completion::Choice &choice) { return !choice.word.startsWith(word); });
    return completion;
}

QStringList completionLines(const QStringList &words)
{
    const Completion completion = complete(words);
    QStringList lines;
    for (const Completion::Choice &choice : completion.choices)
        lines.append(choice.word + u'\t' + choice.meaning);
    if (completion.paths == Completion::Paths::Files)
        lines.append(u":files"_s);
    if (completion.paths == Completion::Paths::Folders)
        lines.append(u":folders"_s);
    return lines;
}

} // namespace console
