// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chart_data.h"

#include <QString>

namespace ui {

class Chart;

/// The figures as comma-separated text (RFC 4180: CRLF, quotes where needed), headings first, numbers with a
/// decimal point and without grouping.
QString chartAsCsv(const ChartData &data);

/// The figures for pasting into a spreadsheet: lines of tab-separated cells, headings first.
QString chartAsTsv(const ChartData &data);

/// The functions below write a chart to a file, with its title and in its present size and colours. They
/// return what went wrong in words, nothing on success; an existing file is replaced only by a complete one.

/// Writes a picture with two pixels for each one on the screen.
QString exportPng(const Chart &chart, const QString &path);
/// Writes a drawing that can be scaled.
QString exportSvg(const Chart &chart, const QString &path);
/// Writes the figures, in UTF-8.
QString exportCsv(const Chart &chart, const QString &path);

} // namespace ui
