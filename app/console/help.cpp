// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/help.h"

#include "app/console/commands.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace console {

namespace {

struct Entry
{
    QString term;
    QString meaning;
};

/// A heading and indented entries, the meanings below each other.
QString section(const QString &heading, const QList<Entry> &entries)
{
    qsizetype width = 0;
    for (const Entry &entry : entries)
        width = std::max(width, entry.term.size());
    QString text = u'\n' + heading + u":\n";
    for (const Entry &entry : entries) {
        text += u"  " + entry.term;
        if (!entry.meaning.isEmpty())
            text += QString(width - entry.term.size() + 2, u' ') + entry.meaning;
        text += u'\n';
    }
    return text;
}

QList<Entry> entriesFor(const QList<Option> &options)
{
    QList<Entry> entries;
    for (const Option &option : options)
        entries.append({u"--" + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value), option.description});
    return entries;
}

} // namespace

QString purpose()
{
    return u"looks after the database of a community"_s;
}

QList<ExitMeaning> exitMeanings()
{
    return {
        {Done, u"done"_s},
        {Failed, u"failed"_s},
        {WrongUsage, u"wrong usage"_s},
        {CheckFailed, u"for --check: migrations are pending, or there are differences"_s},
    };
}

QString helpText()
{
    QList<Entry> entries;
    for (const Command &command : commands())
        entries.append({(QStringList(command.name) + command.operands).join(u' '), command.summary});
    QList<Entry> exits;
    for (const ExitMeaning &exit : exitMeanings())
        exits.append({QString::number(exit.code), exit.meaning});
    return u"Usage: quectoctl COMMAND [options]\n\nquectoctl "_s + purpose() + u".\n"_s
        + section(u"Commands"_s, entries)
        + section(u"Options of every command"_s, entriesFor(commonOptions()))
        + section(u"Exit codes"_s, exits)
        + u"\n'quectoctl COMMAND --help' says more about a command, 'quectoctl --version' which version this is.";
}

QString helpText(const Command &command)
{
    QString text = u"Usage: quectoctl " + (QStringList(command.name) + command.operands).join(u' ') + u" [options]\n\n" + command.description + u'\n';
    text += section(u"Options"_s, entriesFor(command.options + commonOptions()));
    QList<Entry> examples;
    for (const QString &example : command.examples)
        examples.append({u"quectoctl " + example, {}});
    text += section(u"Examples"_s, examples);
    return text.trimmed();
}

} // namespace console
