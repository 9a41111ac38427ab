// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/telemetry.h"

#include <QHash>
#include <QMutex>

#include <array>
#include <deque>

namespace db {

/// Remembers the last statements of the program, and counts all of them by their text, for as long as it lives. Its
/// functions may be called in any thread.
class StatementLog
{
public:
    /// `length` is how many of the last statements it remembers.
    explicit StatementLog(qsizetype length = 500);
    ~StatementLog();
    StatementLog(const StatementLog &) = delete;
    StatementLog &operator=(const StatementLog &) = delete;

    /// What is known of all statements with one text.
    struct Statistics
    {
        QString sql;
        QString source;
        Statement::Kind kind = Statement::Kind::Select;
        qint64 calls = 0;
        qint64 failures = 0;
        qint64 rows = 0;
        qint64 totalNanoseconds = 0;
        qint64 p95Nanoseconds = 0; ///< 95 of 100 took no longer; at most a quarter too much

        qint64 meanNanoseconds() const { return calls > 0 ? totalNanoseconds / calls : 0; }
    };

    /// The last statements, the oldest first.
    QList<StatementEvent> recent() const;
    /// One entry for each text, that on which most time was spent first. After 2,000 different ones, all others are
    /// counted together in one without a text.
    QList<Statistics> statistics() const;
    /// Forgets everything.
    void clear();

private:
    /// How many statements took how long: four steps for each doubling of the time.
    using Histogram = std::array<quint32, 256>;
    struct Entry
    {
        Statistics statistics;
        Histogram histogram = {};
    };

    void add(const StatementEvent &event);

    const std::size_t m_length;
    mutable QMutex m_mutex;
    std::deque<StatementEvent> m_recent;
    QHash<QString, Entry> m_entries;
    int m_handle = 0;
};

} // namespace db
