// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <tl/expected.hpp>

/// What the command line of quecto asks for.
struct Options
{
    /// Why no window is wanted: words for the terminal, and how the program ends.
    struct Exit
    {
        QString text;
        int code = 0;
    };

    QString database; ///< empty for the default one
    QString folder; ///< of migrations in SQL; empty for the one that is remembered
    bool demo = false; ///< a sample community in a temporary file
    QString screenshotFolder; ///< draw every page into it instead of opening a window
    QSize size = QSize(1280, 800); ///< of the window in a screenshot, in device-independent pixels
    QString scale; ///< of the screen in a screenshot: "2"
    std::optional<ui::Theme::Mode> theme;
    QString language; ///< empty for the one of the settings
    QString benchLog; ///< file for time stamps

    /// Reads the arguments without the program's name. Works before there is a QCoreApplication.
    static tl::expected<Options, Exit> parse(const QStringList &arguments);
};
