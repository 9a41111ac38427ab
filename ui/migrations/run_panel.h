// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class MigrationRunner;

/// How far a run of migrations is, and a button that stops it; hidden when none is running.
class RunPanel : public QFrame
{
    Q_OBJECT

public:
    explicit RunPanel(MigrationRunner *runner, QWidget *parent = nullptr);

private:
    void updateState();

    MigrationRunner *m_runner;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace ui
