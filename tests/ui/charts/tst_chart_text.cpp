// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_text.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

class tst_ChartText : public QObject
{
    Q_OBJECT

private slots:
    void axisNumbersAreShort_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("zero") << 0.0 << u"0"_s << u"0"_s;
        QTest::newRow("half") << 0.5 << u"0.5"_s << u"0,5"_s;
        QTest::newRow("hundreds") << 850.0 << u"850"_s << u"850"_s;
        QTest::newRow("a thousand") << 1000.0 << u"1k"_s << u"1k"_s;
        QTest::newRow("thousands") << 1250.0 << u"1.25k"_s << u"1,25k"_s;
        QTest::newRow("tens of thousands") << 18'300.0 << u"18.3k"_s << u"18,3k"_s;
        QTest::newRow("almost a thousand") << 999.7 << u"1k"_s << u"1k"_s;
        QTest::newRow("almost a million") << 999'950.0 << u"1M"_s << u"1M"_s;
        QTest::newRow("millions") << 2.5e6 << u"2.5M"_s << u"2,5M"_s;
        QTest::newRow("more") << 3e9 << u"3B"_s << u"3B"_s;
        QTest::newRow("beyond words") << 2e15 << u"2E+15"_s << u"2E+15"_s;
    }

    void axisNumbersAreShort()
    {
        QFETCH(double, value);
        QFETCH(QString, english);
        QFETCH(QString, german);
        QCOMPARE(
            ui::chart_text::shortNumber(value, QLocale(QLocale::English, QLocale::UnitedStates)).toUpper(),
            english.toUpper());
        QCOMPARE(ui::chart_text::shortNumber(value, QLocale(QLocale::German, QLocale::Germany)).toUpper(),
                 german.toUpper());
    }

    void numbersAreGroupedAsTheLocaleDoes()
    {
        QCOMPARE(ui::chart_text::number(1'234'567, QLocale(QLocale::English, QLocale::UnitedStates)),
                 u"1,234,567"_s);
        QCOMPARE(ui::chart_text::number(1'234'567, QLocale(QLocale::German, QLocale::Germany)),
                 u"1.234.567"_s);
        QCOMPARE(ui::chart_text::number(12.5, QLocale(QLocale::German, QLocale::Germany)), u"12,5"_s);
    }

    void anItemSpeaksItsCategorySeriesAndValue()
    {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        QCOMPARE(ui::chart_text::item(m_data, 0, 1, english), u"February 2026, Views: 18,300"_s);
        QCOMPARE(ui::chart_text::item(m_data, 1, 0, english), u"Mar (so far), Posts: 0"_s);
        QCOMPARE(ui::chart_text::allOf(m_data, 0, english), u"February 2026\nPosts: 412\nViews: 18,300"_s);
    }

    void aPercentSignInANameIsJustText()
    {
        ui::ChartData data = m_data;
        data.series[0].name = u"%1 %2"_s;
        data.longCategories[0] = u"100 %1"_s;
        QCOMPARE(ui::chart_text::item(data, 0, 0, QLocale::c()), u"100 %1, %1 %2: 412"_s);
    }

    void dataAreEmptyWithoutAnyValue()
    {
        QVERIFY(ui::ChartData().isEmpty());
        QVERIFY(!m_data.isEmpty());
        ui::ChartData zeros = m_data;
        zeros.series = {{u"Posts"_s, {0, 0}}, {u"Views"_s, {}}};
        QVERIFY(zeros.isEmpty());
        ui::ChartData broken = m_data;
        broken.series = {{u"Posts"_s, {std::numeric_limits<double>::quiet_NaN()}}};
        QVERIFY(broken.isEmpty());
    }

private:
    const ui::ChartData m_data{.title = u"Posts"_s,
                               .categoryTitle = u"Month"_s,
                               .categories = {u"Feb"_s, u"Mar"_s},
                               .longCategories = {u"February 2026"_s},
                               .series = {{u"Posts"_s, {412}}, {u"Views"_s, {18'300, 20}}},
                               .lastIsPartial = true};
};

QTEST_GUILESS_MAIN(tst_ChartText)
#include "tst_chart_text.moc"
