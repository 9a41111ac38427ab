// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace console {

/// What may stand in the place of a word that is being typed.
struct Completion
{
    struct Choice
    {
        QString word;
        QString meaning;
    };
    enum class Paths {
        None,
        Files,
        Folders
    };

    QList<Choice> choices = {};
    Paths paths = Paths::None; ///< which the shell lists itself
};

/// Completes the last of the words of a command line, which may be empty; without the program's name.
Completion complete(const QStringList &words);

/// The same for the scripts of completionScript(): a line for each choice, a tab before its meaning; ":files" or
/// ":folders" for paths.
QStringList completionLines(const QStringList &words);

/// What a shell reads to let quectoctl complete its command lines; empty for a shell that is unknown.
QString completionScript(const QString &shell);

} // namespace console
