// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chart_data.h"

#include <QByteArray>
#include <QString>

namespace ui {

class Chart;

/// The figures as comma-separated text (RFC 4180: CRLF, quotes where needed), headings first, numbers with a
/// decimal point and without grouping.
QString chartAsCsv(const ChartData &data);

/// The figures for pasting into a spreadsheet: lines of tab-separated cells, headings first.
QString chartAsTsv(const ChartData &data);

/// A picture of a chart with its title, in its present size and colours, with two pixels for each one on the screen.
QByteArray chartAsPng(const Chart &chart);
/// The same as a drawing that can be scaled.
QByteArray chartAsSvg(const Chart &chart);

/// Writes one of these to a file, in any thread. Returns what went wrong in words, nothing on success; an existing file
/// is replaced only by a complete one.
QString saveExport(const QString &path, const QByteArray &content);

} // namespace ui
