// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/telemetry.h"

#include <QElapsedTimer>

#include <chrono>

namespace db {

/// Sends one event when it goes out of scope, unless nobody listened when it was made.
class StatementWatch
{
public:
    StatementWatch(const Statement &statement, std::chrono::nanoseconds queued)
    {
        if (!m_isHeard)
            return;
        m_event.kind = statement.kind;
        m_event.source = statement.source;
        m_event.sql = statement.sql;
        m_event.queueNanoseconds = queued.count();
        m_timer.start();
    }
    ~StatementWatch()
    {
        if (!m_isHeard)
            return;
        (m_hasAnswer ? m_event.decodeNanoseconds : m_event.databaseNanoseconds) = m_timer.nsecsElapsed();
        Telemetry::emitEvent(m_event);
    }
    StatementWatch(const StatementWatch &) = delete;
    StatementWatch &operator=(const StatementWatch &) = delete;

    /// The database has answered; what follows is the decoding of its rows.
    void answered()
    {
        if (!m_isHeard)
            return;
        m_hasAnswer = true;
        m_event.databaseNanoseconds = m_timer.nsecsElapsed();
        m_timer.start();
    }
    void setRows(qint64 rows) { m_event.rows = rows; }
    Failure fail(const Error &error)
    {
        m_event.fail(error);
        return Failure(error);
    }

private:
    const bool m_isHeard = Telemetry::isHeard();
    StatementEvent m_event;
    QElapsedTimer m_timer;
    bool m_hasAnswer = false;
};

} // namespace db
