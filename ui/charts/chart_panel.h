// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chart_data.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QAction;
class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ui {

class Chart;
class ChartTable;

/// A tile with a heading, a chart and the same figures as a table, beside the chart where there is room, else
/// below it; a menu copies and exports. While data are fetched, and when that fails, the tile says so itself.
///
/// Its parts are named after the panel: "dashboard.authors" has "dashboard.authors.chart", ".table",
/// ".tableButton",
/// ".menu", ".retry" and the actions ".copy", ".exportPng", ".exportSvg", ".exportCsv".
class ChartPanel : public QFrame
{
    Q_OBJECT

public:
    enum class State {
        Waiting,
        Loading,
        Error,
        Data
    };

    /// Takes ownership of @p chart.
    explicit ChartPanel(Chart *chart, QWidget *parent = nullptr);

    Chart *chart() const { return m_chart; }
    State state() const { return m_state; }

    /// The heading until the data bring their own.
    void setTitle(const QString &title);

    /// Data are on their way. What is shown stays for 100 ms, then it fades, or an outline takes an empty
    /// place.
    void showLoading();
    /// Shows why there are no data, in plain words, and a button that emits retry().
    void showError(const QString &text);
    void showData(const ChartData &data);

    /// Whether the user wants the table; it is hidden in any case while there are no figures.
    bool isTableShown() const;

signals:
    /// A bar, a point or a row of the table was activated.
    void activated(int category, int series);
    void retry();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createHeader(QBoxLayout *layout);
    void createFigures();
    void createError();
    void nameParts();
    void retranslate();
    void arrange();
    void showSlowLoading();
    void updateTable();
    void copy();
    void exportAs(const QString &suffix, const QString &kind, const std::function<QByteArray()> &content);

    Chart *m_chart;
    ChartTable *m_table = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_notice = nullptr;
    QToolButton *m_tableButton = nullptr;
    QToolButton *m_menuButton = nullptr;
    QMenu *m_menu = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_exportPng = nullptr;
    QAction *m_exportSvg = nullptr;
    QAction *m_exportCsv = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_figures = nullptr;
    QBoxLayout *m_figuresLayout = nullptr;
    QWidget *m_skeleton = nullptr;
    QWidget *m_error = nullptr;
    QLabel *m_errorText = nullptr;
    QPushButton *m_retry = nullptr;
    QTimer m_slow;
    State m_state = State::Waiting;
};

} // namespace ui
