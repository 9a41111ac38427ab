// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace console {

class Console;

/// Does what the command line, without the program's name, asks for. Returns the exit code: 0 done, 1 failed, 2 wrong
/// usage, 3 migrations are pending.
int run(const QStringList &words, Console &console);

} // namespace console
