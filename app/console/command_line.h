// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/command.h"

#include <tl/expected.hpp>

namespace console {

/// What a command line asks for.
struct CommandLine
{
    enum class Wish {
        Run,
        Help, ///< of `command`, or of the program when that is null
        Version
    };

    Wish wish = Wish::Run;
    const Command *command = nullptr;
    Arguments arguments = {};
};

/// Reads a command line, without the program's name. The error is a sentence that says what is wrong with it and, where
/// something similar exists, what was probably meant.
tl::expected<CommandLine, QString> parse(const QStringList &words);

/// The one of `choices` that was probably meant by a misspelt word; empty when none is near.
QString nearest(const QString &word, const QStringList &choices);

} // namespace console
