// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class EmptyState;
class Session;

/// What an empty database offers: a sample community, the way to import a real one, or a first user.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(Session &session, QWidget *parent = nullptr);

signals:
    /// There is something to see now.
    void finished();

private:
    void fillWithSample();

    Session &m_session;
    EmptyState *m_state;
    QPushButton *m_sample;
    QPushButton *m_user;
};

} // namespace ui
