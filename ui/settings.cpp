// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings.h"

#include "ui/language/language.h"

#include <QStandardPaths>

namespace ui {

namespace {

constexpr qsizetype MostRecent = 10;

// How modes are written down, in the order of Theme::Mode.
QStringList themeNames()
{
    return {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
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

} // namespace ui
