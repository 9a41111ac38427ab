// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace ui {

class ChartTableModel;
struct ChartData;

/// The figures of a chart to read line by line; Enter and double click activate a cell.
class ChartTable : public QTableView
{
    Q_OBJECT

public:
    explicit ChartTable(QWidget *parent = nullptr);

    /// Shows other figures; numbers are written in locale().
    void setChart(const ChartData &data);

    /// The width at which nothing is cut short, very long names apart.
    int fittingWidth() const { return m_fittingWidth; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();

    ChartTableModel *m_model;
    int m_fittingWidth = 0;
};

} // namespace ui
