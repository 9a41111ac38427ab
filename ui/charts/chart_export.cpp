// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart_export.h"

#include "ui/charts/chart.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QSaveFile>
#include <QStringList>
#include <QSvgGenerator>

#include <functional>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString plainNumber(double value)
{
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString lines(const ChartData &data, const std::function<QString(const QString &)> &cell, QChar separator,
              const QString &lineEnd)
{
    QString text;
    const auto line = [&](const QStringList &cells) { text += cells.join(separator) + lineEnd; };
    QStringList headings{cell(data.categoryTitle)};
    for (const ChartSeries &series : data.series)
        headings.append(cell(series.name));
    line(headings);
    for (int category = 0; category < data.categories.size(); ++category) {
        QStringList cells{cell(data.longCategory(category))};
        for (int series = 0; series < data.series.size(); ++series)
            cells.append(plainNumber(data.value(category, series)));
        line(cells);
    }
    return text;
}

QSize pictureSize(const Chart &chart)
{
    return chart.size().expandedTo(chart.minimumSizeHint());
}

void paintPicture(QPainter &painter, const Chart &chart)
{
    const QRectF page(QPointF(), pictureSize(chart));
    QFont font = chart.font();
    font.setPixelSize(QFontInfo(font).pixelSize());
    font.setBold(true);
    const QFontMetricsF metrics(font);
    const double margin = metrics.height() * 0.6;
    const QRectF inner = page.adjusted(margin, margin, -margin, -margin);

    painter.fillRect(page, chart.palette().color(QPalette::Base));
    painter.setLayoutDirection(chart.layoutDirection());
    painter.setFont(font);
    painter.setPen(chart.palette().color(QPalette::Text));
    painter.drawText(QRectF(inner.topLeft(), QSizeF(inner.width(), metrics.height())),
                     Qt::AlignLeading | Qt::TextSingleLine,
                     metrics.elidedText(chart.data().title, Qt::ElideRight, inner.width()));
    chart.render(painter, inner.adjusted(0, metrics.height() * 1.6, 0, 0));
}

} // namespace

QString chartAsCsv(const ChartData &data)
{
    const auto cell = [](const QString &text) {
        const bool plain = !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n')
            && !text.contains(u'\r');
        if (plain)
            return text;
        QString quoted = text;
        quoted.replace(u'"', u"\"\""_s);
        return QString(u'"' + quoted + u'"');
    };
    return lines(data, cell, u',', u"\r\n"_s);
}

QString chartAsTsv(const ChartData &data)
{
    return lines(
        data, [](const QString &text) { return text.simplified(); }, u'\t', u"\n"_s);
}

QByteArray chartAsPng(const Chart &chart)
{
    constexpr int scale = 2;
    QImage image(pictureSize(chart) * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintPicture(painter, chart);
    painter.end();
    QBuffer content;
    image.save(&content, "PNG");
    return content.data();
}

QByteArray chartAsSvg(const Chart &chart)
{
    QBuffer content;
    QSvgGenerator generator;
    generator.setOutputDevice(&content);
    generator.setSize(pictureSize(chart));
    generator.setViewBox(QRect(QPoint(), pictureSize(chart)));
    generator.setResolution(chart.logicalDpiX());
    generator.setTitle(chart.data().title);
    QPainter painter(&generator);
    paintPicture(painter, chart);
    painter.end();
    return content.data();
}

QString saveExport(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return QCoreApplication::translate("ui::ChartExport", "The file %1 could not be written: %2")
        .arg(path, file.errorString());
}

} // namespace ui
