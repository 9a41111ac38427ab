// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/destination.h"

#include <QDir>
#include <QList>
#include <QObject>

namespace ui {
class MainWindow;
}

/// Visits every page of a window, and of a list its first form; waits until all of it is there, and draws it into a PNG
/// file.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    /// Files are named after the pages: FOLDER/posts.png. The folder is made if need be.
    Screenshots(ui::MainWindow &window, const QString &folder, QObject *parent = nullptr);

    /// To be called once a database is open.
    void start();

signals:
    /// All are drawn, or `problem` says why not.
    void finished(const QString &problem);

private:
    struct Shot
    {
        QString name;
        ui::Destination place;
    };

    void next();
    void waitUntilQuiet();
    void draw();

    ui::MainWindow &m_window;
    QDir m_folder;
    QList<Shot> m_shots;
    int m_quiet = 0; ///< for how many looks nothing has been going on
};
