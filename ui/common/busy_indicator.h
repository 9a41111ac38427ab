// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace ui {

class Activities;

/// The sign that something is going on: nothing in the first 100 ms, then a mark, after a second what it is, for how
/// long, and that Esc stops it.
class BusyIndicator : public QWidget
{
    Q_OBJECT

public:
    explicit BusyIndicator(QWidget *parent = nullptr);

    /// Shows these from now on.
    void setActivities(Activities *activities);

private:
    void updateState();

    QPointer<Activities> m_activities;
    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_stop;
    QTimer *m_timer;
};

} // namespace ui
