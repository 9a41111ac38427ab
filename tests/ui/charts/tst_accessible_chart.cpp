// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/charts/sample_data.h"
#include "ui/charts/bar_line_chart.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_AccessibleChart : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_chart = std::make_unique<ui::BarLineChart>();
        m_chart->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        m_chart->setData(postsPerMonth());
        m_chart->resize(600, 400);
        m_chart->show();
        m_chart->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_chart.get()));
        m_accessible = QAccessible::queryAccessibleInterface(m_chart.get());
        QVERIFY(m_accessible);
    }

    void aChartHasRoleNameAndValue()
    {
        QCOMPARE(m_accessible->role(), QAccessible::Chart);
        QCOMPARE(m_accessible->text(QAccessible::Name), u"Posts per month"_s);
        m_chart->setAccessibleName(u"Posts"_s);
        QCOMPARE(m_accessible->text(QAccessible::Name), u"Posts"_s);
        m_chart->setCurrent({1, 1});
        QCOMPARE(m_accessible->text(QAccessible::Value), u"February 2026, Views: 12,500"_s);
        QCOMPARE(m_accessible->text(QAccessible::Description), u"February 2026, Views: 12,500"_s);
    }

    void itsDataAreATable()
    {
        QAccessibleTableInterface *table = m_accessible->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->columnCount(), 2);
        QCOMPARE(table->rowDescription(2), u"March 2026 (so far)"_s);
        QCOMPARE(table->columnDescription(1), u"Views"_s);
        QAccessibleInterface *cell = table->cellAt(1, 0);
        QVERIFY(cell);
        QCOMPARE(cell->role(), QAccessible::Cell);
        QCOMPARE(cell->text(QAccessible::Name), u"February 2026, Posts: 2"_s);
        QCOMPARE(cell->text(QAccessible::Value), u"2"_s);
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 1);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 0);
        QVERIFY(!table->cellAt(3, 0));
        QVERIFY(!table->cellAt(0, -1));
    }

    void cellsAreItsChildren()
    {
        QCOMPARE(m_accessible->childCount(), 6);
        QAccessibleInterface *child = m_accessible->child(3);
        QCOMPARE(child, m_accessible->tableInterface()->cellAt(1, 1));
        QCOMPARE(m_accessible->indexOfChild(child), 3);
        QCOMPARE(child->parent(), m_accessible);
        const QPoint center = m_chart->mapToGlobal(m_chart->itemRect({0, 0}).center().toPoint());
        QCOMPARE(m_accessible->childAt(center.x(), center.y()), m_accessible->child(0));
        QVERIFY(m_accessible->child(0)->rect().contains(center));
    }

    // The events themselves cannot be seen here: the offscreen platform drops them.
    void theFocusWalksWithTheKeys()
    {
        m_chart->clearFocus();
        QVERIFY(!m_accessible->focusChild());
        m_chart->setFocus(Qt::TabFocusReason);
        QCOMPARE(m_accessible->focusChild(), m_accessible->child(0));
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_accessible->focusChild(), m_accessible->child(2));
        QVERIFY(m_accessible->child(2)->state().focused);
        QVERIFY(!m_accessible->child(0)->state().focused);
        QCOMPARE(m_accessible->text(QAccessible::Description), u"February 2026, Posts: 2"_s);
    }

    void aCellCanBePressed()
    {
        QSignalSpy activated(m_chart.get(), &ui::Chart::activated);
        m_accessible->child(5)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first(), (QVariantList{2, 1}));
        QCOMPARE(m_accessible->tableInterface()->selectedCells(), QList{m_accessible->child(5)});
    }

    void newDataMakeNewCells()
    {
        QCOMPARE(m_accessible->child(1)->text(QAccessible::Name), u"January 2026, Views: 9,000"_s);
        m_chart->setData(topAuthors());
        QCOMPARE(m_accessible->childCount(), 3);
        QCOMPARE(m_accessible->child(1)->text(QAccessible::Name), u"Smith, \"Bob\", Views: 9,150"_s);
    }

    void anEmptyChartSpeaksItsEmptyText()
    {
        m_chart->setData({});
        QCOMPARE(m_accessible->childCount(), 0);
        QCOMPARE(m_accessible->text(QAccessible::Value), u"No data in this range"_s);
    }

private:
    std::unique_ptr<ui::BarLineChart> m_chart;
    QAccessibleInterface *m_accessible = nullptr;
};

QTEST_MAIN(tst_AccessibleChart)
#include "tst_accessible_chart.moc"
