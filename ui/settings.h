// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace ui {

/// What the program remembers from one start to the next, in an INI file in the user's configuration folder. The only
/// place that knows the keys. A value that makes no sense is read as the default.
class Settings
{
public:
    /// The user's own settings.
    Settings();
    /// Settings in another file, for tests.
    explicit Settings(const QString &file);

    Theme::Mode theme() const;
    void setTheme(Theme::Mode mode);
    /// A language code; empty follows the system.
    QString language() const;
    void setLanguage(const QString &code);
    /// Percent, 70 to 200.
    int zoom() const;
    void setZoom(int percent);

    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray &geometry, const QByteArray &state);
    /// The id of the page that was open last.
    QString lastPage() const;
    void setLastPage(const QString &id);

    /// Databases, newest first, at most ten, without passwords.
    QStringList recentDatabases() const;
    void addRecentDatabase(const QString &url);

    /// Whether a database was marked as one that people work with.
    bool isProduction(const QString &url) const;
    void setProduction(const QString &url, bool isProduction);
    /// Where the migrations in SQL for a database are; empty for nowhere.
    QString sqlFolder(const QString &url) const;
    void setSqlFolder(const QString &url, const QString &folder);

private:
    QSettings m_settings;
};

} // namespace ui
