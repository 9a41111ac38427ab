// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/command_line.h"

#include "app/console/commands.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace console {

namespace {

using Wish = CommandLine::Wish;

void addOptions(QCommandLineParser &parser, const QList<Option> &options)
{
    QSet<QString> added; // two commands may have the same switch
    for (const Option &option : options) {
        if (!added.contains(option.name))
            parser.addOption(QCommandLineOption(option.name, option.description, option.value));
        added.insert(option.name);
    }
}

tl::unexpected<QString> unknownCommand(const QString &word)
{
    QStringList firstWords;
    for (const Command &command : commands())
        firstWords.append(command.name.section(u' ', 0, 0));
    const qsizetype meant = firstWords.indexOf(nearest(word, firstWords));
    const QString hint = meant < 0 ? QString() : u" Did you mean '%1'?"_s.arg(commands().at(meant).name);
    return tl::unexpected(u"There is no command '%1'.%2"_s.arg(word, hint));
}

/// What is wrong with the value of an option; empty when nothing is.
QString complaintAbout(const Option &option, const QString &value)
{
    if (option.isDate) {
        return QDate::fromString(value, Qt::ISODate).isValid()
            ? QString()
            : u"--%1 takes a day such as 2026-11-22, not '%2'."_s.arg(option.name, value);
    }
    if (option.isVersion) {
        static const QRegularExpression digits(u"^[0-9]{1,18}$"_s);
        return digits.match(value).hasMatch() ? QString() : u"--%1 takes a version such as 20261122120000, not '%2'."_s.arg(option.name, value);
    }
    if (!option.minimum)
        return value.isEmpty() && !option.value.isEmpty() ? u"--%1 needs a value."_s.arg(option.name) : QString();
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= *option.minimum
        ? QString()
        : u"--%1 takes a whole number from %2 on, not '%3'."_s.arg(option.name).arg(*option.minimum).arg(value);
}

tl::expected<CommandLine, QString> parseFor(const Command &command, const QStringList &words)
{
    const QList<Option> options = command.options + commonOptions();
    QCommandLineParser parser;
    addOptions(parser, options);
    if (!parser.parse(QStringList(u"quectoctl"_s) + words)) {
        if (parser.unknownOptionNames().isEmpty())
            return tl::unexpected(parser.errorText());
        QStringList names;
        for (const Option &option : options)
            names.append(option.name);
        const QString unknown = parser.unknownOptionNames().first();
        const QString meant = nearest(unknown, names);
        const QString hint = meant.isEmpty() ? QString() : u" Did you mean --%1?"_s.arg(meant);
        return tl::unexpected(u"'%1' has no option --%2.%3"_s.arg(command.name, unknown, hint));
    }
    CommandLine line{.command = &command};
    if (parser.isSet(u"help"_s)) {
        line.wish = Wish::Help;
        return line;
    }
    QStringList given; // of the command's alternatives
    for (const Option &option : options) {
        if (!parser.isSet(option.name))
            continue;
        const QStringList values = option.value.isEmpty() ? QStringList(QString()) : parser.values(option.name);
        for (const QString &value : values) {
            if (const QString complaint = complaintAbout(option, value); !complaint.isEmpty())
                return tl::unexpected(complaint);
        }
        line.arguments.options.insert(option.name, values);
        if (command.alternatives.contains(option.name))
            given.append(u"--"_s + option.name);
    }
    if (given.size() > 1)
        return tl::unexpected(u"%1 and %2 exclude each other."_s.arg(given.at(0), given.at(1)));
    line.arguments.operands = parser.positionalArguments().mid(command.name.count(u' ') + 1);
    const bool mayLackLast = !command.operands.isEmpty() && command.operands.last().startsWith(u'[');
    if (line.arguments.operands.size() < command.operands.size() - (mayLackLast ? 1 : 0))
        return tl::unexpected(u"'%1' needs %2."_s.arg(command.name, command.operands.at(line.arguments.operands.size())));
    const bool takesMore = !command.operands.isEmpty() && command.operands.last().endsWith(u"...");
    if (line.arguments.operands.size() > command.operands.size() && !takesMore)
        return tl::unexpected(u"'%1' has no use for '%2'."_s.arg(command.name, line.arguments.operands.at(command.operands.size())));
    for (qsizetype i = 0; i < command.operands.size(); ++i) {
        const QString &wanted = command.operands.at(i);
        if (wanted.contains(u'|') && !wanted.split(u'|').contains(line.arguments.operands.at(i)))
            return tl::unexpected(u"'%1' takes %2, not '%3'."_s.arg(command.name, wanted, line.arguments.operands.at(i)));
    }
    return line;
}

} // namespace

tl::expected<CommandLine, QString> parse(const QStringList &words)
{
    // Options may stand before the command, so it is found by reading everything once with all options there are.
    QCommandLineParser parser;
    QList<Option> options = commonOptions() + QList<Option>{versionOption()};
    for (const Command &command : commands())
        options += command.options;
    addOptions(parser, options);
    const bool isUnderstood = parser.parse(QStringList(u"quectoctl"_s) + words);

    const QStringList operands = parser.positionalArguments();
    if (const Command *command = findCommand(operands))
        return parseFor(*command, words);
    if (!operands.isEmpty())
        return unknownCommand(operands.first());
    if (!isUnderstood)
        return tl::unexpected(parser.errorText());
    if (parser.isSet(versionOption().name))
        return CommandLine{.wish = Wish::Version};
    if (parser.isSet(u"help"_s))
        return CommandLine{.wish = Wish::Help};
    return tl::unexpected(u"Which command? 'quectoctl --help' lists them."_s);
}

QString nearest(const QString &word, const QStringList &choices)
{
    // Levenshtein's distance: how many letters are to be added, taken away or changed.
    const auto distance = [&word](const QString &other) {
        std::vector<qsizetype> row(size_t(other.size()) + 1);
        std::iota(row.begin(), row.end(), 0);
        for (qsizetype i = 0; i < word.size(); ++i) {
            qsizetype diagonal = row.front()++;
            for (size_t j = 1; j < row.size(); ++j) {
                const qsizetype changed = diagonal + (word.at(i) == other.at(qsizetype(j) - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
            }
        }
        return row.back();
    };
    const auto best = std::min_element(choices.begin(), choices.end(),
                                       [&](const QString &left, const QString &right) { return distance(left) < distance(right); });
    return best != choices.end() && distance(*best) <= (word.size() + 1) / 3 ? *best : QString();
}

} // namespace console
