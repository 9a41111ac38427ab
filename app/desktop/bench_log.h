// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>

namespace ui {
class MainWindow;
}

/// Writes one line per event, with milliseconds since the process began: "window shown", "rows painted posts". For
/// measurements from outside.
class BenchLog : public QObject
{
    Q_OBJECT

public:
    BenchLog(ui::MainWindow &window, const QString &file, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchPage();
    void write(const QString &event);

    ui::MainWindow &m_window;
    QFile m_file;
    qint64 m_processStart;
    QObject *m_painted = nullptr; ///< the viewport whose next painting shows rows
    QString m_page;
};
