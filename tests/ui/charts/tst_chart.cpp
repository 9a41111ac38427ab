// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/charts/sample_data.h"
#include "ui/charts/bar_line_chart.h"
#include "ui/charts/horizontal_bar_chart.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>
#include <QToolTip>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using ui::BarLineChart;
using ui::Chart;
using ui::HorizontalBarChart;

namespace {

void show(Chart &chart, const ui::ChartData &data)
{
    chart.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    chart.setData(data);
    chart.resize(600, 400);
    chart.show();
    chart.activateWindow();
    chart.setFocus(Qt::TabFocusReason);
    QVERIFY(QTest::qWaitForWindowActive(&chart));
}

QImage picture(Chart &chart)
{
    return chart.grab().toImage();
}

} // namespace

class tst_Chart : public QObject
{
    Q_OBJECT

private slots:
    void arrowKeysWalkTheItems_data()
    {
        using Keys = QList<Qt::Key>;
        QTest::addColumn<bool>("horizontal");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<Keys>("keys");
        QTest::addColumn<int>("category");
        QTest::addColumn<int>("series");
        const auto row = [](const char *name, bool horizontal, Qt::LayoutDirection direction,
                            const Keys &keys, int category, int series) {
            QTest::newRow(name) << horizontal << direction << keys << category << series;
        };
        row("focus begins at the first", false, Qt::LeftToRight, {}, 0, 0);
        row("right", false, Qt::LeftToRight, {Qt::Key_Right}, 1, 0);
        row("right and left", false, Qt::LeftToRight, {Qt::Key_Right, Qt::Key_Right, Qt::Key_Left}, 1, 0);
        row("down to the next series", false, Qt::LeftToRight, {Qt::Key_Right, Qt::Key_Down}, 1, 1);
        row("up again", false, Qt::LeftToRight, {Qt::Key_Down, Qt::Key_Up}, 0, 0);
        row("not beyond the first", false, Qt::LeftToRight, {Qt::Key_Left, Qt::Key_Up}, 0, 0);
        row("not beyond the last", false, Qt::LeftToRight,
            {Qt::Key_End, Qt::Key_Right, Qt::Key_Down, Qt::Key_Down}, 2, 1);
        row("end and home keep the series", false, Qt::LeftToRight, {Qt::Key_Down, Qt::Key_End, Qt::Key_Home},
            0, 1);
        row("mirrored, left goes on", false, Qt::RightToLeft, {Qt::Key_Left}, 1, 0);
        row("mirrored, down is down", false, Qt::RightToLeft, {Qt::Key_Down}, 0, 1);
        row("a ranking goes down", true, Qt::LeftToRight, {Qt::Key_Down, Qt::Key_Down, Qt::Key_Up}, 1, 0);
        row("a ranking has series sideways", true, Qt::LeftToRight, {Qt::Key_Right}, 0, 1);
        row("a mirrored ranking", true, Qt::RightToLeft, {Qt::Key_Left, Qt::Key_Down}, 1, 1);
    }

    void arrowKeysWalkTheItems()
    {
        QFETCH(bool, horizontal);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QList<Qt::Key>, keys);
        QFETCH(int, category);
        QFETCH(int, series);
        const std::unique_ptr<Chart> chart(horizontal ? static_cast<Chart *>(new HorizontalBarChart)
                                                      : new BarLineChart);
        chart->setLayoutDirection(direction);
        show(*chart, postsPerMonth());
        for (const Qt::Key key : keys)
            QTest::keyClick(chart.get(), key);
        QCOMPARE(chart->current(), (Chart::Item{category, series}));
    }

    void theCurrentItemIsMarkedAndSpoken()
    {
        BarLineChart chart;
        show(chart, postsPerMonth());
        QCOMPARE(chart.accessibleDescription(), u"January 2026, Posts: 40"_s);
        const QImage first = picture(chart);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.accessibleDescription(), u"March 2026 (so far), Posts: 25"_s);
        QVERIFY(picture(chart) != first);
        const QPoint edge = chart.itemRect({2, 0}).toRect().topLeft();
        QVERIFY(picture(chart).pixelColor(edge - QPoint(3, -10)) == chart.palette().color(QPalette::Text));
    }

    void enterAndSpaceActivate()
    {
        BarLineChart chart;
        show(chart, postsPerMonth());
        QSignalSpy activated(&chart, &Chart::activated);
        QTest::keyClick(&chart, Qt::Key_Right);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
            QTest::keyClick(&chart, key);
        QCOMPARE(activated.size(), 3);
        QCOMPARE(activated.last(), (QVariantList{1, 0}));
    }

    void aClickActivatesTheBarUnderIt_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void aClickActivatesTheBarUnderIt()
    {
        QFETCH(Qt::LayoutDirection, direction);
        BarLineChart chart;
        chart.setLayoutDirection(direction);
        show(chart, postsPerMonth());
        QSignalSpy activated(&chart, &Chart::activated);
        for (int category = 0; category < 3; ++category) {
            for (int series = 0; series < 2; ++series) {
                const QPoint place = chart.itemRect({category, series}).center().toPoint();
                QTest::mouseClick(&chart, Qt::LeftButton, {}, place);
                QCOMPARE(activated.takeLast(), (QVariantList{category, series}));
            }
        }
    }

    void aLowBarIsHitAboveItAsWell()
    {
        BarLineChart chart;
        ui::ChartData data = postsPerMonth();
        data.series.removeLast();
        show(chart, data);
        const QRectF bar = chart.itemRect({1, 0});
        QVERIFY(bar.height() < 30);
        QCOMPARE(chart.itemAt(bar.center() - QPointF(0, 150)), (Chart::Item{1, 0}));
    }

    void aClickBesideThePlotOrByAnotherButtonDoesNothing()
    {
        BarLineChart chart;
        show(chart, postsPerMonth());
        QSignalSpy activated(&chart, &Chart::activated);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(2, 2));
        QTest::mouseClick(&chart, Qt::RightButton, {}, chart.itemRect({0, 0}).center().toPoint());
        QTest::mousePress(&chart, Qt::LeftButton, {}, chart.itemRect({0, 0}).center().toPoint());
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, chart.itemRect({2, 0}).center().toPoint());
        QVERIFY(activated.isEmpty());
    }

    void theMouseShowsAllValuesOfACategory()
    {
        HorizontalBarChart chart;
        show(chart, topAuthors());
        const QImage before = picture(chart);
        QTest::mouseMove(&chart, chart.itemRect({0, 0}).center().toPoint());
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(QToolTip::text().contains(u"&lt;b&gt;Ann&lt;/b&gt;"_s));
        QVERIFY(QToolTip::text().contains(u"Views: 18,300"_s));
        QVERIFY(picture(chart) != before);
    }

    void anEmptyChartSaysSo()
    {
        BarLineChart chart;
        show(chart, {});
        QCOMPARE(chart.emptyText(), u"No data in this range"_s);
        const QImage standard = picture(chart);
        chart.setEmptyText(u"No posts in this range"_s);
        QVERIFY(picture(chart) != standard);
        QSignalSpy activated(&chart, &Chart::activated);
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_End, Qt::Key_Return})
            QTest::keyClick(&chart, key);
        QVERIFY(chart.current().isNull());
        QVERIFY(activated.isEmpty());
        QVERIFY(chart.itemAt(QPointF(300, 200)).isNull());
    }

    void theCurrentItemSurvivesNewDataThatHaveIt()
    {
        BarLineChart chart;
        show(chart, postsPerMonth());
        chart.setCurrent({2, 0});
        chart.setData(postsPerMonth());
        QCOMPARE(chart.current(), (Chart::Item{2, 0}));
        ui::ChartData shorter = postsPerMonth();
        shorter.categories.removeLast();
        chart.setData(shorter);
        QVERIFY(chart.current().isNull());
        QVERIFY(chart.accessibleDescription().isEmpty());
    }

    void barsAreProportionalAndStandOnTheAxis()
    {
        BarLineChart chart;
        show(chart, postsPerMonth());
        const QRectF january = chart.itemRect({0, 0});
        const QRectF march = chart.itemRect({2, 0});
        QCOMPARE(january.bottom(), march.bottom());
        QVERIFY(qAbs(january.height() / march.height() - 40.0 / 25.0) < 0.02);
        QVERIFY(january.top() > 0);
    }

    void stackedBarsStandOnEachOther()
    {
        BarLineChart chart;
        ui::ChartData data = postsPerMonth();
        data.stacked = true;
        data.series = {{u"Approved"_s, {10, 20, 30}}, {u"Pending"_s, {5, 0, 10}}};
        show(chart, data);
        QCOMPARE(chart.itemRect({0, 1}).bottom(), chart.itemRect({0, 0}).top());
        QCOMPARE(chart.itemRect({0, 1}).left(), chart.itemRect({0, 0}).left());
        QCOMPARE(chart.itemRect({1, 1}).height(), 0.0);
        QVERIFY(chart.itemRect({2, 1}).top() > 0);
        QCOMPARE(chart.itemAt(chart.itemRect({2, 1}).center()), (Chart::Item{2, 1}));
    }

    void barsBesideEachOtherDoNotOverlap()
    {
        BarLineChart chart;
        ui::ChartData data = postsPerMonth();
        data.series = {{u"A"_s, {10, 20, 30}}, {u"B"_s, {5, 0, 10}}, {u"C"_s, {1, 2, 3}}};
        show(chart, data);
        for (int category = 0; category < 3; ++category) {
            QVERIFY(!chart.itemRect({category, 0}).intersects(chart.itemRect({category, 1})));
            QVERIFY(!chart.itemRect({category, 1}).intersects(chart.itemRect({category, 2})));
        }
        QVERIFY(chart.itemRect({0, 2}).right() < chart.itemRect({1, 0}).left());
    }

    void rightToLeftMirrorsTheDrawing()
    {
        BarLineChart chart;
        show(chart, postsPerMonth());
        const QRectF before = chart.itemRect({0, 0});
        chart.setLayoutDirection(Qt::RightToLeft);
        const QRectF after = chart.itemRect({0, 0});
        QCOMPARE(after.left(), chart.width() - before.right());
        QCOMPARE(after.top(), before.top());
        QVERIFY(chart.itemRect({0, 0}).left() > chart.itemRect({2, 0}).right());
    }

    void manyCategoriesStayInsideTheChart()
    {
        BarLineChart chart;
        ui::ChartData data;
        data.series = {{u"Posts"_s, {}}};
        for (int day = 0; day < 500; ++day) {
            data.categories.append(u"12 Sep"_s);
            data.series[0].values.append(day % 17);
        }
        show(chart, data);
        QVERIFY(QRectF(chart.rect()).contains(chart.itemRect({499, 0})));
        QVERIFY(chart.itemRect({499, 0}).left() > chart.itemRect({498, 0}).left());
        QVERIFY(!picture(chart).isNull());
    }

    void aLabelWithoutRoomIsLeftOutRatherThanCut()
    {
        ui::ChartData data = postsPerMonth();
        data.categories.clear();
        for (int month = 1; month <= 12; ++month)
            data.categories.append(u"Month %1 of 2026"_s.arg(month));
        data.longCategories.clear();
        data.series[0].values = QList<double>(12, 5);
        BarLineChart chart;
        show(chart, data);
        chart.resize(1000, 400);
        QBuffer drawing;
        QSvgGenerator generator;
        generator.setOutputDevice(&drawing);
        chart.render(&generator);

        int labels = 0;
        QXmlStreamReader svg(drawing.data());
        while (!svg.atEnd()) {
            if (!svg.readNextStartElement() || svg.name() != u"text")
                continue;
            const QString text = svg.readElementText().trimmed();
            QVERIFY2(!text.contains(u'\u2026'), qPrintable(text));
            labels += data.categories.contains(text) ? 1 : 0;
        }
        QVERIFY(labels >= 3 && labels < 12);
    }

    void aRankingIsProportionalFromTheNamesOn()
    {
        HorizontalBarChart chart;
        show(chart, topAuthors());
        const QRectF first = chart.itemRect({0, 0});
        const QRectF second = chart.itemRect({1, 0});
        QCOMPARE(first.left(), second.left());
        QVERIFY(qAbs(first.width() / second.width() - 2) < 0.02);
        QCOMPARE(chart.itemRect({2, 0}).width(), 0.0);
        QVERIFY(first.bottom() < second.top());
        QCOMPARE(chart.itemAt(QPointF(5, second.center().y())), (Chart::Item{1, 0}));
    }

    void drawingsFollowThePalette()
    {
        BarLineChart chart;
        show(chart, postsPerMonth());
        const QPoint inBar = (chart.itemRect({0, 0}).bottomLeft() + QPointF(4, -4)).toPoint();
        const QColor light = picture(chart).pixelColor(inBar);
        QPalette dark;
        dark.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
        dark.setColor(QPalette::Text, Qt::white);
        chart.setPalette(dark);
        QCOMPARE(picture(chart).pixelColor(1, 1), QColor(0x1b, 0x1e, 0x20));
        QVERIFY(picture(chart).pixelColor(inBar).lightness() > light.lightness());
    }

    void aChartWithoutRoomDrawsNothing()
    {
        BarLineChart vertical;
        HorizontalBarChart horizontal;
        for (Chart *chart : {static_cast<Chart *>(&vertical), static_cast<Chart *>(&horizontal)}) {
            show(*chart, postsPerMonth());
            for (const int side : {1, 20, 70, 110}) {
                chart->setFixedSize(side, side);
                QVERIFY(!picture(*chart).isNull());
            }
            chart->setFixedSize(1, 1);
            QVERIFY(chart->itemRect({0, 0}).isNull());
            QVERIFY(chart->itemAt(QPointF(0, 0)).isNull());
        }
    }

    void aDimmedChartIsPaler()
    {
        BarLineChart chart;
        show(chart, postsPerMonth());
        const QPoint inBar = (chart.itemRect({0, 0}).bottomLeft() + QPointF(4, -4)).toPoint();
        const int before = picture(chart).pixelColor(inBar).lightness();
        chart.setDimmed(true);
        QVERIFY(picture(chart).pixelColor(inBar).lightness() > before);
    }
};

QTEST_MAIN(tst_Chart)
#include "tst_chart.moc"
