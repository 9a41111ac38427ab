// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_style.h"

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using ui::ChartStyle;

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

QPalette paletteOf(const QColor &background, const QColor &text)
{
    QPalette palette;
    palette.setColor(QPalette::Base, background);
    palette.setColor(QPalette::Text, text);
    return palette;
}

QImage bar(const ChartStyle &style, int series, ChartStyle::Fill fill)
{
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(style.background());
    QPainter painter(&image);
    style.paintBar(painter, QRectF(4, 4, 32, 32), series, fill);
    return image;
}

} // namespace

class tst_ChartStyle : public QObject
{
    Q_OBJECT

private slots:
    void coloursStandOutFromTheBackground_data()
    {
        QTest::addColumn<QColor>("background");
        QTest::addColumn<QColor>("text");
        QTest::newRow("white") << QColor(Qt::white) << QColor(Qt::black);
        QTest::newRow("light grey") << QColor(0xef, 0xf0, 0xf1) << QColor(0x23, 0x26, 0x29);
        QTest::newRow("black") << QColor(Qt::black) << QColor(Qt::white);
        QTest::newRow("dark") << QColor(0x1b, 0x1e, 0x20) << QColor(0xfc, 0xfc, 0xfc);
        QTest::newRow("dark grey") << QColor(0x31, 0x36, 0x3b) << QColor(0xef, 0xf0, 0xf1);
    }

    void coloursStandOutFromTheBackground()
    {
        QFETCH(QColor, background);
        QFETCH(QColor, text);
        const ChartStyle style(paletteOf(background, text), 16);
        for (int series = 0; series < 2 * ChartStyle::colors; ++series)
            QVERIFY2(contrast(style.series(series), background) >= 3,
                     qPrintable(style.series(series).name()));
        QVERIFY(contrast(style.label(), background) >= 4.5);
        QVERIFY(contrast(style.gridLine(), background) < 2);
        QVERIFY(contrast(style.baseLine(), background) > contrast(style.gridLine(), background));
    }

    void neighboursDifferWithoutColour_data()
    {
        QTest::addColumn<QColor>("background");
        QTest::newRow("light") << QColor(Qt::white);
        QTest::newRow("dark") << QColor(0x1b, 0x1e, 0x20);
    }

    void neighboursDifferWithoutColour()
    {
        QFETCH(QColor, background);
        const ChartStyle style(paletteOf(background, background.lightness() < 128 ? Qt::white : Qt::black),
                               16);
        // The first five patterns, told apart by which pixels are full colour.
        QList<QImage> shapes;
        for (int series = 0; series < 5; ++series) {
            const QImage picture = bar(style, series, ChartStyle::Fill::Whole);
            QImage shape(picture.size(), QImage::Format_RGB32);
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    shape.setPixelColor(
                        x, y, picture.pixelColor(x, y) == style.series(series) ? Qt::black : Qt::white);
            }
            QVERIFY(!shapes.contains(shape));
            shapes.append(shape);
        }
    }

    void aRunningPeriodLooksUnfinished()
    {
        const ChartStyle style(paletteOf(Qt::white, Qt::black), 16);
        const QImage whole = bar(style, 0, ChartStyle::Fill::Whole);
        const QImage soFar = bar(style, 0, ChartStyle::Fill::SoFar);
        QCOMPARE(whole.pixelColor(20, 20), style.series(0));
        QCOMPARE(soFar.pixelColor(4, 20), style.series(0));
        int pale = 0;
        for (int x = 6; x < 34; ++x)
            pale += soFar.pixelColor(x, 20).lightness() > 200 ? 1 : 0;
        QVERIFY(pale > 14);
    }

    void patternsStayInsideTheirBar()
    {
        const ChartStyle style(paletteOf(Qt::white, Qt::black), 16);
        for (int series = 0; series < ChartStyle::colors; ++series) {
            for (const auto fill : {ChartStyle::Fill::Whole, ChartStyle::Fill::SoFar}) {
                const QImage image = bar(style, series, fill);
                for (int place = 0; place < 40; ++place) {
                    QCOMPARE(image.pixelColor(place, 2), QColor(Qt::white));
                    QCOMPARE(image.pixelColor(2, place), QColor(Qt::white));
                    QCOMPARE(image.pixelColor(place, 37), QColor(Qt::white));
                    QCOMPARE(image.pixelColor(37, place), QColor(Qt::white));
                }
            }
        }
    }
};

QTEST_MAIN(tst_ChartStyle)
#include "tst_chart_style.moc"
