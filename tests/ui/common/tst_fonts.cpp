// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/gui.h"
#include "ui/common/fonts.h"

#include <QLabel>

/// Labels that are larger than the text around them.
class tst_Fonts : public QObject
{
    Q_OBJECT

private slots:
    void aHeadingFollowsTheZoomBothWays();
};

void tst_Fonts::aHeadingFollowsTheZoomBothWays()
{
    gui::reset();
    QWidget window;
    auto *heading = new QLabel(&window);
    ui::makeHeading(heading, 1.5);
    const qreal usual = QApplication::font().pointSizeF();
    QCOMPARE(heading->font().pointSizeF(), usual * 1.5);
    ui::Theme::setZoom(200);
    QCOMPARE(heading->font().pointSizeF(), usual * 3);
    ui::Theme::setZoom(100);
    QCOMPARE(heading->font().pointSizeF(), usual * 1.5);
    ui::Theme::setZoom(80);
    QCOMPARE(heading->font().pointSizeF(), usual * 0.8 * 1.5);
    gui::reset();
}

QTEST_MAIN(tst_Fonts)
#include "tst_fonts.moc"
