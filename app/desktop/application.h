// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/options.h"

#include <memory>

class BenchLog;
class Demo;
class QTemporaryDir;
class Screenshots;

namespace ui {
class MainWindow;
class Settings;
} // namespace ui

/// The desktop program put together: settings, theme, language, the window, and the database the options name.
class Application
{
public:
    explicit Application(const Options &options);
    ~Application();

    /// Runs until the window is closed, or until the screenshots are drawn. The exit code of the process.
    int run();

private:
    void open();
    void fail(const QString &why);
    void takeScreenshots();

    Options m_options;
    std::unique_ptr<QTemporaryDir> m_scratch; ///< holds the settings while screenshots are taken
    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Screenshots> m_screenshots;
    std::unique_ptr<BenchLog> m_benchLog;
};
