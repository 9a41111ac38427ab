// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/axis_scale.h"

#include <QTest>

#include <limits>

using ui::AxisPair;
using ui::AxisScale;

class tst_AxisScale : public QObject
{
    Q_OBJECT

private slots:
    void stepsAreNiceNumbers_data()
    {
        QTest::addColumn<double>("maximum");
        QTest::addColumn<int>("maxSteps");
        QTest::addColumn<AxisScale::Numbers>("numbers");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("top");
        constexpr auto Counts = AxisScale::Numbers::Counts;
        constexpr auto Any = AxisScale::Numbers::Any;

        QTest::newRow("nothing") << 0.0 << 5 << Counts << 1.0 << 1.0;
        QTest::newRow("negative") << -3.0 << 5 << Counts << 1.0 << 1.0;
        QTest::newRow("not a number")
            << std::numeric_limits<double>::quiet_NaN() << 5 << Counts << 1.0 << 1.0;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 5 << Counts << 1.0 << 1.0;
        QTest::newRow("a single one") << 1.0 << 5 << Counts << 1.0 << 1.0;
        QTest::newRow("three of something") << 3.0 << 8 << Counts << 1.0 << 3.0;
        QTest::newRow("counts have no halves") << 2.0 << 8 << Counts << 1.0 << 2.0;
        QTest::newRow("measures have halves") << 2.0 << 4 << Any << 0.5 << 2.0;
        QTest::newRow("a tenth") << 0.3 << 3 << Any << 0.1 << 0.3;
        QTest::newRow("the top is the maximum") << 10.0 << 5 << Counts << 2.0 << 10.0;
        QTest::newRow("just above a step") << 101.0 << 5 << Counts << 50.0 << 150.0;
        QTest::newRow("one step only") << 7.0 << 1 << Counts << 10.0 << 10.0;
        QTest::newRow("room for no step") << 7.0 << 0 << Counts << 10.0 << 10.0;
        QTest::newRow("posts") << 412.0 << 6 << Counts << 100.0 << 500.0;
        QTest::newRow("views") << 18'300.0 << 5 << Counts << 5'000.0 << 20'000.0;
        QTest::newRow("huge") << 7.3e15 << 5 << Counts << 2e15 << 8e15;
        QTest::newRow("enormous") << 9e300 << 5 << Any << 2e300 << 1e301;
        QTest::newRow("tiny") << 4e-9 << 5 << Any << 1e-9 << 4e-9;
    }

    void stepsAreNiceNumbers()
    {
        QFETCH(double, maximum);
        QFETCH(int, maxSteps);
        QFETCH(AxisScale::Numbers, numbers);
        QFETCH(double, step);
        QFETCH(double, top);

        const AxisScale scale = AxisScale::upTo(maximum, maxSteps, numbers);
        QCOMPARE(scale.step(), step);
        QCOMPARE(scale.top(), top);
        QVERIFY(scale.steps() <= std::max(maxSteps, 1));
    }

    void ticksBeginAtZeroAndEndAtTheTop()
    {
        const QList<double> expected{0, 20, 40, 60, 80, 100};
        QCOMPARE(AxisScale::upTo(95, 6).ticks(), expected);
    }

    void positionsStayInsideThePlot()
    {
        const AxisScale scale = AxisScale::upTo(95, 6);
        QCOMPARE(scale.position(0), 0.0);
        QCOMPARE(scale.position(25), 0.25);
        QCOMPARE(scale.position(100), 1.0);
        QCOMPARE(scale.position(1000), 1.0);
        QCOMPARE(scale.position(-5), 0.0);
        QCOMPARE(scale.position(std::numeric_limits<double>::quiet_NaN()), 0.0);
    }

    void twoAxesShareTheirGridLines_data()
    {
        QTest::addColumn<double>("left");
        QTest::addColumn<double>("right");
        QTest::addColumn<int>("maxSteps");
        QTest::newRow("posts and views") << 412.0 << 18'300.0 << 6;
        QTest::newRow("few and many") << 1.0 << 1e9 << 5;
        QTest::newRow("nothing on the left") << 0.0 << 90.0 << 4;
        QTest::newRow("nothing at all") << 0.0 << 0.0 << 5;
        QTest::newRow("room for one step") << 12.0 << 13.0 << 1;
    }

    void twoAxesShareTheirGridLines()
    {
        QFETCH(double, left);
        QFETCH(double, right);
        QFETCH(int, maxSteps);
        const AxisPair pair = AxisPair::upTo(left, AxisScale::Numbers::Counts, right,
                                             AxisScale::Numbers::Counts, maxSteps);
        QCOMPARE(pair.left.steps(), pair.right.steps());
        QVERIFY(pair.left.steps() <= maxSteps);
        QVERIFY(pair.left.top() >= left);
        QVERIFY(pair.right.top() >= right);
    }

    void twoAxesLeaveLittleRoomUnused()
    {
        const AxisPair pair = AxisPair::upTo(98, AxisScale::Numbers::Counts, 19'500,
                                             AxisScale::Numbers::Counts, 8);
        QCOMPARE(pair.left.top(), 100.0);
        QVERIFY(pair.right.top() <= 25'000);
    }
};

QTEST_APPLESS_MAIN(tst_AxisScale)
#include "tst_axis_scale.moc"
