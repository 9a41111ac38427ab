// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QPointer>

namespace ui {

class Session;

/// A strip across the window that says, in words and in red, that people work with the open database.
class ProductionMark : public QLabel
{
    Q_OBJECT

public:
    explicit ProductionMark(QWidget *parent = nullptr);

    /// Marks the database of a session from now on, if it is one of production; none if null.
    void setSession(Session *session);

private:
    void updateText();

    QPointer<Session> m_session;
};

} // namespace ui
