// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings.h"

#include "ui/language/language.h"

#include <QStandardPaths>
#include <QUrl>

namespace ui {

namespace {

constexpr qsizetype MostRecent = 10;

// How modes are written down, in the order of Theme::Mode.
QStringList themeNames()
{
    return {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
}

/// A slash in a key would begin a group.
QString folderKey(const QString &url)
{
    return u"folders/" + QString::fromLatin1(QUrl::toPercentEncoding(url));
}

} // namespace

Settings::Settings()
    : Settings(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/quecto/quecto.ini")
{
}

Settings::Settings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

Theme::Mode Settings::theme() const
{
    return Theme::Mode(qMax(qsizetype(0), themeNames().indexOf(m_settings.value(u"view/theme"_qs).toString())));
}

void Settings::setTheme(Theme::Mode mode)
{
    m_settings.setValue(u"view/theme"_qs, themeNames().at(int(mode)));
}

QString Settings::language() const
{
    const QString code = m_settings.value(u"view/language"_qs).toString();
    return Language::available().contains(code) ? code : QString();
}

void Settings::setLanguage(const QString &code)
{
    m_settings.setValue(u"view/language"_qs, code);
}

int Settings::zoom() const
{
    const int percent = m_settings.value(u"view/zoom"_qs, 100).toInt();
    return percent >= 70 && percent <= 200 ? percent : 100;
}

void Settings::setZoom(int percent)
{
    m_settings.setValue(u"view/zoom"_qs, percent);
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(u"window/geometry"_qs).toByteArray();
}

QByteArray Settings::windowState() const
{
    return m_settings.value(u"window/state"_qs).toByteArray();
}

void Settings::setWindow(const QByteArray &geometry, const QByteArray &state)
{
    m_settings.setValue(u"window/geometry"_qs, geometry);
    m_settings.setValue(u"window/state"_qs, state);
}

QString Settings::lastPage() const
{
    return m_settings.value(u"window/page"_qs).toString();
}

void Settings::setLastPage(const QString &id)
{
    m_settings.setValue(u"window/page"_qs, id);
}

QStringList Settings::recentDatabases() const
{
    return m_settings.value(u"databases/recent"_qs).toStringList();
}

void Settings::addRecentDatabase(const QString &url)
{
    QStringList urls = recentDatabases();
    urls.removeAll(url);
    urls.prepend(url);
    m_settings.setValue(u"databases/recent"_qs, urls.mid(0, MostRecent));
}

bool Settings::isProduction(const QString &url) const
{
    return m_settings.value(u"databases/production"_qs).toStringList().contains(url);
}

void Settings::setProduction(const QString &url, bool isProduction)
{
    QStringList urls = m_settings.value(u"databases/production"_qs).toStringList();
    urls.removeAll(url);
    if (isProduction)
        urls.append(url);
    m_settings.setValue(u"databases/production"_qs, urls);
}

QString Settings::sqlFolder(const QString &url) const
{
    return m_settings.value(folderKey(url)).toString();
}

void Settings::setSqlFolder(const QString &url, const QString &folder)
{
    if (folder.isEmpty())
        m_settings.remove(folderKey(url));
    else
        m_settings.setValue(folderKey(url), folder);
}

} // namespace ui
