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

QString helpText()
{
    QList<Entry> entries;
    for (const Command &command : commands())
        entries.append({(QStringList(command.name) + command.operands).join(u' '), command.summary});
    return u"Usage: quectoctl COMMAND [options]\n\nLooks after the database of a community.\n"_s
        + section(u"Commands"_s, entries)
        + section(u"Options of every command"_s, entriesFor(commonOptions()))
        + section(u"Exit codes"_s, {{u"0"_s, u"done"_s}, {u"1"_s, u"failed"_s}, {u"2"_s, u"wrong usage"_s}, {u"3"_s, u"migrations are pending, for 'migrations --check'"_s}})
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
