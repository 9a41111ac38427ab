// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/charts/sample_data.h"
#include "ui/charts/bar_line_chart.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using ui::ChartPanel;

namespace {

/// Answers every text with itself in brackets.
class Brackets : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString(u'[' + QString::fromUtf8(text) + u']');
    }
};

} // namespace

class tst_ChartPanel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_panel = std::make_unique<ChartPanel>(new ui::BarLineChart);
        m_panel->setObjectName(u"dashboard.posts"_s);
        m_panel->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        m_panel->resize(1000, 400);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void partsAreNamedAfterThePanel()
    {
        m_panel->showData(postsPerMonth());
        QCOMPARE(m_panel->chart()->objectName(), u"dashboard.posts.chart"_s);
        for (const QString &name : {u"chart"_s, u"table"_s, u"tableButton"_s, u"menu"_s, u"retry"_s}) {
            const auto *widget = part<QWidget>(name);
            QVERIFY2(widget, qPrintable(name));
            QVERIFY2(widget->accessibleName().contains(u"Posts per month"_s), qPrintable(name));
        }
        for (const QString &name : {u"copy"_s, u"exportPng"_s, u"exportSvg"_s, u"exportCsv"_s})
            QVERIFY2(part<QAction>(name), qPrintable(name));
    }

    void theHeadingIsPlainText()
    {
        m_panel->setTitle(u"<i>Posts</i>"_s);
        QCOMPARE(part<QLabel>(u"heading"_s)->textFormat(), Qt::PlainText);
        m_panel->showData(postsPerMonth());
        QCOMPARE(part<QLabel>(u"heading"_s)->text(), u"Posts per month"_s);
    }

    void theTableShowsTheSameFigures()
    {
        m_panel->showData(postsPerMonth());
        const QAbstractItemModel *model = table()->model();
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->columnCount(), 3);
        QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), u"Month"_s);
        QCOMPARE(model->headerData(2, Qt::Horizontal).toString(), u"Views"_s);
        QCOMPARE(model->index(1, 0).data().toString(), u"February 2026"_s);
        QCOMPARE(model->index(2, 0).data().toString(), u"March 2026 (so far)"_s);
        QCOMPARE(model->index(1, 2).data().toString(), u"12,500"_s);
        QCOMPARE(model->index(1, 2).data(Qt::AccessibleTextRole).toString(),
                 u"February 2026, Views: 12,500"_s);
    }

    void theTableStandsBesideOrBelowTheChart()
    {
        m_panel->showData(postsPerMonth());
        QTRY_VERIFY(table()->x() >= m_panel->chart()->geometry().right());
        m_panel->resize(m_panel->fontMetrics().height() * 25, 700);
        QTRY_VERIFY(table()->y() >= m_panel->chart()->geometry().bottom());
        QVERIFY(m_panel->chart()->height() > table()->height());
    }

    void theButtonHidesTheTable()
    {
        m_panel->showData(postsPerMonth());
        QVERIFY(table()->isVisible());
        QTest::mouseClick(part<QToolButton>(u"tableButton"_s), Qt::LeftButton);
        QVERIFY(!table()->isVisible());
        QVERIFY(!m_panel->isTableShown());
        part<QToolButton>(u"tableButton"_s)->setFocus();
        QTest::keyClick(part<QToolButton>(u"tableButton"_s), Qt::Key_Space);
        QVERIFY(table()->isVisible());
    }

    void chartAndTableActivateTheSame()
    {
        m_panel->showData(postsPerMonth());
        QSignalSpy activated(m_panel.get(), &ChartPanel::activated);
        m_panel->chart()->setFocus();
        m_panel->chart()->setCurrent({1, 1});
        QTest::keyClick(m_panel->chart(), Qt::Key_Return);
        QCOMPARE(activated.takeLast(), (QVariantList{1, 1}));

        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(2, 2));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(activated.takeLast(), (QVariantList{2, 1}));
        table()->setCurrentIndex(table()->model()->index(0, 0));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(activated.takeLast(), (QVariantList{0, 0}));
    }

    void tabLeavesTheTable()
    {
        m_panel->showData(postsPerMonth());
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Tab);
        QVERIFY(!table()->hasFocus());
    }

    void aFirstLoadShowsAnOutlineAfterAMoment()
    {
        m_panel->showLoading();
        QCOMPARE(m_panel->state(), ChartPanel::State::Loading);
        QVERIFY(!part<QWidget>(u"skeleton"_s)->isVisible());
        QTRY_VERIFY(part<QWidget>(u"skeleton"_s)->isVisible());
        m_panel->showData(postsPerMonth());
        QVERIFY(m_panel->chart()->isVisible());
    }

    void aSecondLoadFadesWhatIsThere()
    {
        m_panel->showData(postsPerMonth());
        m_panel->showLoading();
        QVERIFY(!m_panel->chart()->isDimmed());
        QTRY_VERIFY(m_panel->chart()->isDimmed());
        QVERIFY(m_panel->chart()->isVisible());
        m_panel->showData(postsPerMonth());
        QVERIFY(!m_panel->chart()->isDimmed());
    }

    void anErrorOffersToTryAgain()
    {
        m_panel->showData(postsPerMonth());
        m_panel->showError(u"The file is <locked>."_s);
        QCOMPARE(m_panel->state(), ChartPanel::State::Error);
        QVERIFY(!m_panel->chart()->isVisible());
        QCOMPARE(part<QLabel>(u"error"_s)->text(), u"The file is <locked>."_s);
        QVERIFY(part<QLabel>(u"error"_s)->isVisible());
        QVERIFY(!part<QAction>(u"copy"_s)->isEnabled());
        QSignalSpy retry(m_panel.get(), &ChartPanel::retry);
        QTest::mouseClick(part<QPushButton>(u"retry"_s), Qt::LeftButton);
        QCOMPARE(retry.size(), 1);
        m_panel->showData(postsPerMonth());
        QVERIFY(m_panel->chart()->isVisible());
        QVERIFY(table()->isVisible());
    }

    void withoutFiguresThereIsNoTable()
    {
        ui::ChartData data = postsPerMonth();
        data.series.clear();
        m_panel->showData(data);
        QVERIFY(m_panel->chart()->isVisible());
        QVERIFY(!table()->isVisible());
        QVERIFY(!part<QAction>(u"exportCsv"_s)->isEnabled());
    }

    void dataAreCopiedForASpreadsheet()
    {
        m_panel->showData(postsPerMonth());
        part<QAction>(u"copy"_s)->trigger();
        QVERIFY(
            QApplication::clipboard()->text().startsWith(u"Month\tPosts\tViews\nJanuary 2026\t40\t9000\n"_s));
    }

    void exportAsksForAFile()
    {
        QTemporaryDir folder;
        m_panel->showData(postsPerMonth());
        saveAs(u"exportCsv"_s, folder.filePath(u"posts"_s));
        QTRY_VERIFY(QFile::exists(folder.filePath(u"posts.csv"_s)));
        QVERIFY(!part<QLabel>(u"notice"_s)->isVisible());
    }

    void aFailedExportIsSaidInThePanel()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"full"_s));
        m_panel->showData(postsPerMonth());
        part<QAction>(u"exportPng"_s)->trigger();
        auto *dialog = part<QFileDialog>(u"saveDialog"_s);
        QVERIFY(dialog);
        emit dialog->fileSelected(folder.filePath(u"missing/posts.png"_s));
        QTRY_VERIFY(part<QLabel>(u"notice"_s)->isVisible());
        QVERIFY(part<QLabel>(u"notice"_s)->text().contains(u"missing/posts.png"_s));
        dialog->reject();
    }

    void numbersFollowTheLanguage()
    {
        m_panel->showData(postsPerMonth());
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_panel.get(), &change);
        QLocale::setDefault(before);
        QCOMPARE(table()->model()->index(1, 2).data().toString(), u"12.500"_s);
        QVERIFY(m_panel->chart()->spokenText({1, 1}).contains(u"12.500"_s));
    }

    void textsFollowTheLanguage()
    {
        m_panel->showData(postsPerMonth());
        Brackets brackets;
        QVERIFY(QCoreApplication::installTranslator(&brackets));
        QTRY_COMPARE(part<QToolButton>(u"tableButton"_s)->text(), u"[Table]"_s);
        QCOMPARE(part<QAction>(u"copy"_s)->text(), u"[&Copy Data]"_s);
        QCOMPARE(m_panel->chart()->emptyText(), u"[No data in this range]"_s);
        QCOMPARE(table()->model()->index(2, 0).data().toString(), u"[March 2026 (so far)]"_s);
        QCoreApplication::removeTranslator(&brackets);
        QTRY_COMPARE(part<QToolButton>(u"tableButton"_s)->text(), u"Table"_s);
    }

private:
    template <typename Part>
    Part *part(const QString &name) const
    {
        return m_panel->findChild<Part *>(QString(u"dashboard.posts."_s + name));
    }

    ui::ChartTable *table() const { return part<ui::ChartTable>(u"table"_s); }

    void saveAs(const QString &action, const QString &path)
    {
        part<QAction>(action)->trigger();
        auto *dialog = part<QFileDialog>(u"saveDialog"_s);
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(name);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    }

    std::unique_ptr<ChartPanel> m_panel;
};

QTEST_MAIN(tst_ChartPanel)
#include "tst_chart_panel.moc"
