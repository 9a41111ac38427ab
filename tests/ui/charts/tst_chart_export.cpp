// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/charts/sample_data.h"
#include "ui/charts/bar_line_chart.h"
#include "ui/charts/chart_export.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

class tst_ChartExport : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_chart.setData(postsPerMonth());
        m_chart.resize(500, 300);
    }

    void csvIsQuotedWhereNeeded()
    {
        QCOMPARE(ui::chartAsCsv(topAuthors()),
                 u"Author,Views\r\n<b>Ann</b>,18300\r\n\"Smith, \"\"Bob\"\"\",9150\r\nZoë,0\r\n"_s);
    }

    void csvKeepsLinesInsideACell()
    {
        ui::ChartData data = topAuthors();
        data.categories = {u"two\nlines"_s};
        data.series[0].values = {12.5};
        QCOMPARE(ui::chartAsCsv(data), u"Author,Views\r\n\"two\nlines\",12.5\r\n"_s);
    }

    void tsvHasOneCellForEachTab()
    {
        ui::ChartData data = postsPerMonth();
        data.longCategories[0] = u"Jan\tuary\n2026"_s;
        QCOMPARE(
            ui::chartAsTsv(data),
            u"Month\tPosts\tViews\nJan uary 2026\t40\t9000\nFebruary 2026\t2\t12500\nMarch 2026\t25\t3000\n"_s);
    }

    void largeNumbersAreWrittenInFull()
    {
        ui::ChartData data = topAuthors();
        data.categories = {u"Ann"_s};
        data.series[0].values = {12'345'678'901};
        QCOMPARE(ui::chartAsCsv(data), u"Author,Views\r\nAnn,12345678901\r\n"_s);
    }

    void csvFilesAreUtf8()
    {
        const QString path = m_folder.filePath(u"authors.csv"_s);
        QCOMPARE(ui::saveExport(path, ui::chartAsCsv(topAuthors()).toUtf8()), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), ui::chartAsCsv(topAuthors()));
    }

    void pngHasTwoPixelsForEachOnTheScreen()
    {
        const QImage image = QImage::fromData(ui::chartAsPng(m_chart), "PNG");
        QCOMPARE(image.size(), QSize(1000, 600));
        QCOMPARE(image.pixelColor(2, 2), m_chart.palette().color(QPalette::Base));
        int colored = 0;
        for (int y = 0; y < image.height(); y += 4) {
            for (int x = 0; x < image.width(); x += 4)
                colored += image.pixelColor(x, y).hsvSaturation() > 128 ? 1 : 0;
        }
        QVERIFY(colored > 500);
    }

    void svgHoldsTextAndShapes()
    {
        QXmlStreamReader svg(ui::chartAsSvg(m_chart));
        QVERIFY(svg.readNextStartElement());
        QCOMPARE(svg.name(), u"svg"_s);
        QCOMPARE(svg.attributes().value(u"viewBox"_s), u"0 0 500 300"_s);
        QStringList texts;
        int shapes = 0;
        while (!svg.atEnd()) {
            if (svg.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (svg.name() == u"text")
                texts.append(svg.readElementText());
            else if (svg.name() == u"rect" || svg.name() == u"path" || svg.name() == u"polyline")
                ++shapes;
        }
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
        QVERIFY(shapes > 10);
        for (const QString &text : {u"Posts per month"_s, u"Views"_s, u"Feb"_s, u"so far"_s})
            QVERIFY2(texts.contains(text), qPrintable(text));
    }

    void aFileThatCannotBeWrittenIsExplained()
    {
        const QString path = m_folder.filePath(u"missing/posts"_s);
        QVERIFY(ui::saveExport(path, "content").contains(path));
        QVERIFY(!QFile::exists(path));
    }

private:
    QTemporaryDir m_folder;
    ui::BarLineChart m_chart;
};

QTEST_MAIN(tst_ChartExport)
#include "tst_chart_export.moc"
