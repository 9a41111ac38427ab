// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/application.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto options = Options::parse(arguments);
    if (!options) {
        std::fputs(qPrintable(options.error().text), options.error().code == 0 ? stdout : stderr);
        return options.error().code;
    }
    if (!options->screenshotFolder.isEmpty()) {
        // Both are read while the application starts.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        if (!options->scale.isEmpty())
            qputenv("QT_SCALE_FACTOR", options->scale.toLatin1());
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quecto"));
    QApplication::setApplicationDisplayName(QStringLiteral("Quecto"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/quecto.svg")));
    QApplication::setDesktopFileName(QStringLiteral("quecto"));
    return Application(*options).run();
}
