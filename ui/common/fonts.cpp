// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/fonts.h"

#include "ui/language/retranslate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>

namespace ui {

void makeHeading(QLabel *label, double scale)
{
    restyle(label, [label, scale] {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * scale);
        font.setBold(true);
        label->setFont(font);
    });
}

void makeQuiet(QLabel *label)
{
    restyle(label, [label] {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, Theme::color(Theme::Role::Muted));
        label->setPalette(palette);
    });
}

} // namespace ui
