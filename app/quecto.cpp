// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/application.h"

#include <QApplication>
#include <QIcon>
#include <qlogging.h>

#include <cstdio>

namespace {

QtMessageHandler defaultHandler = nullptr;

/// Leaves out what Qt says of every window that is drawn without a display: nobody can do anything about it.
void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(QStringLiteral("This plugin does not support")))
        defaultHandler(type, context, message);
}

} // namespace

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
        defaultHandler = qInstallMessageHandler(&handleMessage);
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
