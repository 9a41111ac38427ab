// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/statement_log.h"

#include <algorithm>
#include <bit>

namespace db {

namespace {

constexpr qsizetype textLimit = 2000;

/// The step of the shortest time that is told apart, 4 ns.
constexpr std::size_t firstStep = 8;

/// The steps of one doubling are told apart by the two bits behind the highest one.
std::size_t stepOf(qint64 nanoseconds)
{
    const auto time = quint64(std::max<qint64>(nanoseconds, 4));
    const auto highest = std::size_t(std::bit_width(time) - 1);
    return highest * 4 + ((time >> (highest - 2)) & 3);
}

/// The longest time that falls into a step.
qint64 endOf(std::size_t step)
{
    const std::size_t highest = step / 4;
    return qint64(((quint64(step % 4) + 5) << (highest - 2)) - 1);
}

} // namespace

StatementLog::StatementLog(qsizetype length)
    : m_length(std::size_t(length))
{
    m_handle = Telemetry::addListener([this](const StatementEvent &event) { add(event); });
}

StatementLog::~StatementLog()
{
    Telemetry::removeListener(m_handle);
}

void StatementLog::add(const StatementEvent &event)
{
    const QMutexLocker lock(&m_mutex);
    m_recent.push_back(event);
    if (m_recent.size() > m_length)
        m_recent.pop_front();

    const bool isFollowed = m_entries.size() < textLimit || m_entries.contains(event.sql);
    Entry &entry = m_entries[isFollowed ? event.sql : QString()];
    Statistics &statistics = entry.statistics;
    if (isFollowed && statistics.calls == 0) {
        statistics.sql = event.sql;
        statistics.source = event.source;
        statistics.kind = event.kind;
    }
    ++statistics.calls;
    statistics.failures += event.failure ? 1 : 0;
    statistics.rows += event.rows;
    statistics.totalNanoseconds += event.nanoseconds();
    ++entry.histogram[stepOf(event.nanoseconds())];
}

QList<StatementEvent> StatementLog::recent() const
{
    const QMutexLocker lock(&m_mutex);
    return {m_recent.begin(), m_recent.end()};
}

QList<StatementLog::Statistics> StatementLog::statistics() const
{
    const QMutexLocker lock(&m_mutex);
    QList<Statistics> all;
    all.reserve(m_entries.size());
    for (const Entry &entry : m_entries) {
        Statistics statistics = entry.statistics;
        qint64 left = statistics.calls - statistics.calls / 20;
        std::size_t step = firstStep;
        while (left > entry.histogram[step])
            left -= entry.histogram[step++];
        statistics.p95Nanoseconds = endOf(step);
        all.append(statistics);
    }
    std::ranges::sort(all, std::ranges::greater{}, &Statistics::totalNanoseconds);
    return all;
}

void StatementLog::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_recent.clear();
    m_entries.clear();
}

} // namespace db
