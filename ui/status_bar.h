// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/activities.h"

#include <QPointer>
#include <QStatusBar>

class QLabel;

namespace ui {

class BusyIndicator;
class Session;

/// What goes on, the zone times are shown in, and the database with whether it can be written.
class StatusBar : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);

    /// Shows a session from now on; none if null.
    void setSession(Session *session);
    /// What is shown to go on: that of the session, or what the window does without one.
    Activities &activities();

private:
    void updateTexts();

    QPointer<Session> m_session;
    Activities m_activities;
    BusyIndicator *m_busy;
    QLabel *m_zone;
    QLabel *m_connection;
};

} // namespace ui
