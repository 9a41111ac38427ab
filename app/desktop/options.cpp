// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/options.h"

#include "ui/language/language.h"

#include <QCommandLineParser>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Options::Exit> wrong(const QString &why)
{
    return tl::unexpected(Options::Exit{u"quecto: "_s + why + u"\nTry 'quecto --help'.\n", 2});
}

} // namespace

tl::expected<Options, Options::Exit> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Quecto: users, posts, comments and orders of a community's database, in a window."_s);
    parser.addOption({u"database"_s, u"Open this database: sqlite:PATH, or a file name."_s, u"URL"_s});
    parser.addOption({u"folder"_s, u"Migrations in SQL are there, too, and below."_s, u"DIR"_s});
    parser.addOption({u"demo"_s, u"Open a sample community, which is gone when the window is closed."_s});
    parser.addOption({u"theme"_s, u"light, dark or system."_s, u"THEME"_s});
    parser.addOption({u"language"_s, u"%1."_s.arg(ui::Language::available().join(u" or "_s)), u"CODE"_s});
    parser.addOption({u"screenshot"_s, u"Draw every page into FOLDER, one PNG each, and exit; needs no display."_s, u"FOLDER"_s});
    parser.addOption({u"size"_s, u"The window's size in screenshots, 1280x800 if not given."_s, u"WxH"_s});
    parser.addOption({u"scale"_s, u"The screen's scale in screenshots, 1 if not given."_s, u"FACTOR"_s});
    parser.addOption({u"bench-log"_s, u"Write time stamps into FILE: window shown, first rows painted."_s, u"FILE"_s});
    parser.addOption({{u"h"_s, u"help"_s}, u"Show this text."_s});
    parser.addOption({{u"v"_s, u"version"_s}, u"Show the version."_s});
    parser.addPositionalArgument(u"file"_s, u"The database, instead of --database."_s, u"[file]"_s);
    if (!parser.parse(QStringList{u"quecto"_s} + arguments))
        return wrong(parser.errorText());
    if (parser.isSet(u"help"_s)) {
        // The parser takes the program's name from the application, which may not be there yet.
        return tl::unexpected(Exit{parser.helpText().replace(QRegularExpression(u"^Usage: .*$"_s, QRegularExpression::MultilineOption),
                                                             u"Usage: quecto [options] [file]"_s),
                                   0});
    }
    if (parser.isSet(u"version"_s))
        return tl::unexpected(Exit{u"quecto " QUECTO_VERSION "\n"_s, 0});

    Options options;
    options.database = parser.value(u"database"_s);
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1 || (!files.isEmpty() && !options.database.isEmpty()))
        return wrong(u"name one database only."_s);
    if (!files.isEmpty())
        options.database = files.first();
    options.folder = parser.value(u"folder"_s);
    options.demo = parser.isSet(u"demo"_s);
    if (options.demo && !options.database.isEmpty())
        return wrong(u"--demo opens a database of its own; leave the other one out."_s);
    options.screenshotFolder = parser.value(u"screenshot"_s);
    options.benchLog = parser.value(u"bench-log"_s);

    if (parser.isSet(u"size"_s)) {
        static const QRegularExpression shape(u"^([0-9]{3,4})x([0-9]{3,4})$"_s);
        const QRegularExpressionMatch match = shape.match(parser.value(u"size"_s));
        if (!match.hasMatch())
            return wrong(u"--size is written like 1280x800."_s);
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    if (parser.isSet(u"scale"_s)) {
        bool isNumber = false;
        const double factor = parser.value(u"scale"_s).toDouble(&isNumber);
        if (!isNumber || factor < 0.5 || factor > 4)
            return wrong(u"--scale is a number from 0.5 to 4."_s);
        options.scale = parser.value(u"scale"_s);
    }
    if (parser.isSet(u"theme"_s)) {
        const QStringList names{u"system"_s, u"light"_s, u"dark"_s};
        const qsizetype index = names.indexOf(parser.value(u"theme"_s));
        if (index < 0)
            return wrong(u"--theme is one of %1."_s.arg(names.join(u", "_s)));
        options.theme = ui::Theme::Mode(index);
    }
    options.language = parser.value(u"language"_s);
    if (parser.isSet(u"language"_s) && !ui::Language::available().contains(options.language))
        return wrong(u"--language is one of %1."_s.arg(ui::Language::available().join(u", "_s)));
    return options;
}
