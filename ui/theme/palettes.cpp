// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/palettes.h"

#include <QColor>

namespace ui {

namespace {

struct Shades
{
    QRgb window, base, alternate, button, text, quiet, disabled, highlight, link, light, midlight, mid, dark, shadow;
};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, shades.window);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Button, shades.button);
    set(QPalette::ToolTipBase, shades.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText})
        set(role, shades.text);
    set(QPalette::PlaceholderText, shades.quiet);
    set(QPalette::Highlight, shades.highlight);
    set(QPalette::HighlightedText, 0xffffff);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::Light, shades.light);
    set(QPalette::Midlight, shades.midlight);
    set(QPalette::Mid, shades.mid);
    set(QPalette::Dark, shades.dark);
    set(QPalette::Shadow, shades.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.mid));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = 0xf3f4f6, .base = 0xffffff, .alternate = 0xf7f8fa, .button = 0xeceef1, .text = 0x1b1f24, .quiet = 0x5f6771, .disabled = 0x8e959d, .highlight = 0x1a5fb4, .link = 0x0b57c2, .light = 0xffffff, .midlight = 0xe4e7eb, .mid = 0xc3c8ce, .dark = 0x9aa1a9, .shadow = 0x6b727a});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0x202328, .base = 0x181a1e, .alternate = 0x1d2024, .button = 0x2c3037, .text = 0xe6e8eb, .quiet = 0xa3abb5, .disabled = 0x747c86, .highlight = 0x2a66b8, .link = 0x7ab4ff, .light = 0x434a54, .midlight = 0x383e46, .mid = 0x3a4048, .dark = 0x14161a, .shadow = 0x0b0c0e});
}

} // namespace ui
