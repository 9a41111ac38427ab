// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

class QWidget;

namespace ui {

/// The looks of the whole program: Fusion with palettes of our own, a light and a dark one.
///
/// Everything that is drawn takes its colours from the palette or from color(); both change at run time, and a widget
/// that keeps a colour learns of it by QEvent::PaletteChange.
class Theme
{
public:
    enum class Mode {
        System,
        Light,
        Dark
    };
    /// What a colour means. Each can be read as text on the palette's Base and Window (WCAG 2.1: contrast ≥ 4.5:1).
    enum class Role {
        Ok,
        Warning,
        Error,
        Pending,
        Muted,
        Accent
    };

    /// Dresses the application, its icons included.
    static void apply(Mode mode);
    static Mode mode();
    static bool isDark();
    static QColor color(Role role);
    /// `color(role)` so thin that text stays readable on it: for badges and bars.
    static QColor background(Role role);

    /// Text size in percent of the platform's, 70 to 200. Sizes made from font metrics follow.
    static void setZoom(int percent);
    static int zoom();
};

/// Fills a widget with Theme::background(role), in the colours of the theme as it changes.
void tint(QWidget *widget, Theme::Role role);

/// The contrast of two opaque colours after WCAG 2.1, from 1 to 21.
double contrast(const QColor &left, const QColor &right);

} // namespace ui
