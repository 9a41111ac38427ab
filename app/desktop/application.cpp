// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/application.h"

#include "app/console/default_database.h"
#include "app/desktop/bench_log.h"
#include "app/desktop/demo.h"
#include "app/desktop/screenshots.h"
#include "migrations/migrations.h"
#include "ui/language/language.h"
#include "ui/main_window.h"
#include "ui/settings.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Who works here, as far as the computer knows.
QString operatorName()
{
    for (const char *variable : {"QUECTO_OPERATOR", "USER", "LOGNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return u"operator"_s;
}

} // namespace

Application::Application(const Options &options)
    : m_options(options)
{
    if (options.screenshotFolder.isEmpty()) {
        m_settings = std::make_unique<ui::Settings>();
    } else {
        // Pictures depend on the options alone, and leave the user's settings alone.
        m_scratch = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<ui::Settings>(m_scratch->filePath(u"settings.ini"_s));
    }
    ui::Theme::apply(options.theme.value_or(m_settings->theme()));
    ui::Theme::setZoom(m_settings->zoom());
    const QString language = options.language.isEmpty() ? m_settings->language() : options.language;
    ui::Language::apply(language.isEmpty() ? ui::Language::ofSystem() : language);

    m_window = std::make_unique<ui::MainWindow>(*m_settings, operatorName(), migrations::all());
    m_window->setSqlFolder(options.folder);
    if (!options.benchLog.isEmpty())
        m_benchLog = std::make_unique<BenchLog>(*m_window, options.benchLog);
    if (!options.screenshotFolder.isEmpty())
        takeScreenshots();
}

Application::~Application() = default;

int Application::run()
{
    m_window->show();
    open();
    return QApplication::exec();
}

void Application::open()
{
    if (m_options.demo) {
        m_demo = std::make_unique<Demo>();
        m_demo->make(m_window.get(), [this](const db::Result<db::DatabaseUrl> &url) {
            if (url)
                m_window->openDatabase(*url);
            else
                fail(url.error().message);
        });
        return;
    }
    const db::Result<db::DatabaseUrl> url = databaseUrl(m_options.database);
    if (!url) {
        fail(url.error().message);
        return;
    }
    // A database that was named must be there; the embedded one is made on first use.
    const bool isEmbedded = m_options.database.isEmpty() && qEnvironmentVariableIsEmpty("DATABASE_URL");
    if (isEmbedded && QDir().mkpath(QFileInfo(url->path()).path()))
        m_window->createDatabase(*url);
    else
        m_window->openDatabase(*url);
}

void Application::fail(const QString &why)
{
    std::fprintf(stderr, "quecto: %s\n", qPrintable(why));
    QMetaObject::invokeMethod(
        qApp, [] { QApplication::exit(1); }, Qt::QueuedConnection);
}

void Application::takeScreenshots()
{
    m_window->resize(m_options.size);
    m_screenshots = std::make_unique<Screenshots>(*m_window, m_options.screenshotFolder);
    QObject::connect(m_window.get(), &ui::MainWindow::opened, m_screenshots.get(), &Screenshots::start);
    QObject::connect(m_window.get(), &ui::MainWindow::openFailed, m_screenshots.get(), [this] { fail(u"The database cannot be opened."_s); });
    QObject::connect(m_screenshots.get(), &Screenshots::finished, m_screenshots.get(), [this](const QString &problem) {
        if (problem.isEmpty())
            QApplication::exit(0);
        else
            fail(problem);
    });
}
