// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/console.h"
#include "app/console/program.h"

#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

int main(int argc, char **argv)
{
    // Finds Qt's plugins; there is no event loop.
    const QCoreApplication application(argc, argv);

    QFile input;
    QFile output;
    QFile error;
    input.open(STDIN_FILENO, QIODevice::ReadOnly);
    output.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
    error.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered);
    console::Console console({input, output, error, ::isatty(STDIN_FILENO) == 1, ::isatty(STDERR_FILENO) == 1});
    return console::run(QCoreApplication::arguments().sliced(1), console);
}
