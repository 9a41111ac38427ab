// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/console.h"

#include <QList>
#include <QString>

namespace console {

struct Command;

/// What an exit code tells.
struct ExitMeaning
{
    ExitCode code = Done;
    QString meaning;
};

/// What quectoctl does: the rest of a sentence.
QString purpose();
/// All exit codes.
QList<ExitMeaning> exitMeanings();

/// What `quectoctl --help` prints.
QString helpText();
/// What `quectoctl COMMAND --help` prints.
QString helpText(const Command &command);

} // namespace console
