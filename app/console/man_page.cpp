// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/man_page.h"

#include "app/console/commands.h"
#include "app/console/help.h"

using namespace Qt::StringLiterals;

namespace console {

namespace {

/// Text as it stands: groff(7) gives these characters a meaning or another look, and a dot or a quote at the beginning
/// of a line makes it a request.
QString plain(const QString &text)
{
    QString escaped;
    for (const QChar character : text) {
        switch (character.unicode()) {
        case u'\\':
            escaped += u"\\e"_s;
            break;
        case u'-':
            escaped += u"\\-"_s;
            break;
        case u'\'':
            escaped += u"\\(aq"_s;
            break;
        case u'"':
            escaped += u"\\(dq"_s;
            break;
        case u'^':
            escaped += u"\\(ha"_s;
            break;
        case u'~':
            escaped += u"\\(ti"_s;
            break;
        case u'`':
            escaped += u"\\(ga"_s;
            break;
        case u'\n':
            escaped += u' ';
            break;
        default:
            escaped += character;
        }
    }
    return escaped.startsWith(u'.') ? u"\\&"_s + escaped : escaped;
}

QString bold(const QString &text)
{
    return u"\\fB"_s + plain(text) + u"\\fR"_s;
}

QString italic(const QString &text)
{
    return u"\\fI"_s + plain(text) + u"\\fR"_s;
}

/// A term and, indented below it, what it means.
QString entry(const QString &term, const QString &meaning)
{
    return u".TP\n"_s + term + u'\n' + plain(meaning) + u'\n';
}

QString entriesFor(const QList<Option> &options)
{
    QString text;
    for (const Option &option : options)
        text += entry(bold(u"--"_s + option.name) + (option.value.isEmpty() ? QString() : u' ' + italic(option.value)), option.description);
    return text;
}

QString sectionFor(const Command &command)
{
    QString text = u".SS "_s + plain((QStringList(command.name) + command.operands).join(u' ')) + u'\n';
    text += plain(command.description) + u'\n' + entriesFor(command.options);
    text += u".PP\nExamples:\n.PP\n.RS 4\n.nf\n"_s;
    for (const QString &example : command.examples)
        text += plain(u"quectoctl "_s + example) + u'\n';
    return text + u".fi\n.RE\n"_s;
}

} // namespace

QString manPage()
{
    QString page = u".TH QUECTOCTL 1 \"\" \"Quecto "_s + plain(u"" QUECTO_VERSION ""_s) + u"\" \"User Commands\"\n"_s;
    page += u".nh\n.ad l\n"_s; // commands and paths are not to be broken
    page += u".SH NAME\nquectoctl \\- "_s + plain(purpose()) + u'\n';
    page += u".SH SYNOPSIS\n"_s + bold(u"quectoctl"_s) + u' ' + italic(u"COMMAND"_s) + u" ["_s + italic(u"options"_s) + u"]\n"_s;
    page += u".SH COMMANDS\n"_s;
    for (const Command &command : commands())
        page += sectionFor(command);
    page += u".SH OPTIONS\nOf every command, before it or behind it:\n"_s + entriesFor(commonOptions());
    page += u".PP\nInstead of a command:\n"_s + entriesFor({versionOption()});
    page += u".SH EXIT STATUS\n"_s;
    for (const ExitMeaning &exit : exitMeanings())
        page += entry(bold(QString::number(exit.code)), exit.meaning);
    return page;
}

} // namespace console
