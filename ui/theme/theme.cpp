// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/language/retranslate.h"
#include "ui/theme/palettes.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QStandardPaths>
#include <QWidget>

#include <array>
#include <cmath>

namespace ui {

namespace {

/// What the platform gave before it was changed here.
struct Platform
{
    bool isDark;
    QFont font;
};

const Platform &platform()
{
    static const Platform platform{
        QApplication::palette().color(QPalette::Window).lightness() < QApplication::palette().color(QPalette::WindowText).lightness(),
        QApplication::font()};
    return platform;
}

Theme::Mode currentMode = Theme::Mode::System;
int currentZoom = 100;

// Indexed by Theme::Role.
constexpr std::array<QRgb, 6> lightColors{0x14662c, 0x855400, 0xb3261e, 0x6a3fb5, 0x5a626c, 0x1a5fb4};
constexpr std::array<QRgb, 6> darkColors{0x66d183, 0xe7b958, 0xff9188, 0xc9a9f5, 0xa3abb5, 0x7ab4ff};

void useIcons(bool dark)
{
    QStringList paths = QIcon::themeSearchPaths();
    const QStringList folders = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("icons"), QStandardPaths::LocateDirectory);
    for (const QString &folder : folders) {
        if (!paths.contains(folder))
            paths.append(folder);
    }
    QIcon::setThemeSearchPaths(paths);
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
    QIcon::setThemeName(dark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

void Theme::apply(Mode mode)
{
    currentMode = mode;
    const bool dark = mode == Mode::Dark || (mode == Mode::System && platform().isDark);
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    // Before the palette: its change makes every widget paint again, with the new icons.
    useIcons(dark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

Theme::Mode Theme::mode()
{
    return currentMode;
}

bool Theme::isDark()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor Theme::color(Role role)
{
    return (isDark() ? darkColors : lightColors).at(size_t(role));
}

QColor Theme::background(Role role)
{
    const QColor base = QApplication::palette().color(QPalette::Base);
    const QColor tint = color(role);
    const float share = isDark() ? 0.16F : 0.10F;
    const auto mix = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(mix(base.redF(), tint.redF()), mix(base.greenF(), tint.greenF()), mix(base.blueF(), tint.blueF()));
}

void Theme::setZoom(int percent)
{
    currentZoom = qBound(70, percent, 200);
    QFont font = platform().font;
    font.setPointSizeF(font.pointSizeF() * currentZoom / 100);
    QApplication::setFont(font);
    // Qt tells the windows, and each widget whose font comes from them; one with a size of its own has to hear of it too.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent change(QEvent::ApplicationFontChange);
        if (!widget->isWindow())
            QApplication::sendEvent(widget, &change);
    }
}

int Theme::zoom()
{
    return currentZoom;
}

void tint(QWidget *widget, Theme::Role role)
{
    widget->setAutoFillBackground(true);
    restyle(widget, [widget, role] {
        QPalette colors; // with one role set: the others go on following the application's
        colors.setColor(QPalette::Window, Theme::background(role));
        widget->setPalette(colors);
    });
}

double contrast(const QColor &left, const QColor &right)
{
    const double a = luminance(left);
    const double b = luminance(right);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

} // namespace ui
