// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/error.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace console {

class Console;

/// An option of a command line: `--posts N`, or a switch such as `--force`.
struct Option
{
    QString name;
    QString value = {}; ///< what stands for the value in the help, such as N or DIR; empty for a switch
    QString description = {};
    std::optional<int> minimum = std::nullopt; ///< the value is a whole number from here on
    bool isDate = false; ///< the value is a day, as 2026-11-22
    bool isVersion = false; ///< the value is the version of a migration
    bool isRepeatable = false; ///< each value counts, not only the last
};

/// What was typed behind a command, found to be well-formed.
struct Arguments
{
    QStringList operands = {};
    QHash<QString, QStringList> options = {}; ///< with each value that was given; a switch has an empty one

    bool isSet(const QString &option) const { return options.contains(option); }
    /// The last value, where an option is given more than once.
    QString value(const QString &option) const { return values(option).isEmpty() ? QString() : values(option).last(); }
    QStringList values(const QString &option) const { return options.value(option); }
    /// The value of an option with a minimum.
    std::optional<int> number(const QString &option) const
    {
        return isSet(option) ? std::optional(value(option).toInt()) : std::nullopt;
    }
    /// The value of an option that is a version.
    std::optional<qint64> version(const QString &option) const
    {
        return isSet(option) ? std::optional(value(option).toLongLong()) : std::nullopt;
    }
    /// The value of an option that is a day.
    std::optional<QDate> date(const QString &option) const
    {
        return isSet(option) ? std::optional(QDate::fromString(value(option), Qt::ISODate)) : std::nullopt;
    }
};

/// One thing that quectoctl can do.
struct Command
{
    QString name; ///< one or two words
    QStringList operands = {}; ///< as they are called in the help, a|b where it is one of these words; all are needed but one in [brackets], which is the last; the last may be repeated if it ends in ...
    QString summary = {};
    QString description = {};
    QList<Option> options = {};
    QStringList alternatives = {}; ///< names of options of which at most one may be given
    QStringList examples = {}; ///< what is typed behind the program's name
    /// Does it. What a person is to read goes to the console at once; the answer is what `--json` prints.
    db::Result<QJsonObject> (*run)(const Arguments &arguments, Console &console) = nullptr;
};

} // namespace console
