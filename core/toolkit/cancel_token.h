// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <chrono>
#include <vector>

namespace db {

class Alarm;

/// The way to withdraw a request from another thread, and the moment until which it must be done.
///
/// A statement that runs, or a request that waits for its turn, ends soon after cancel() with the error Canceled, and
/// soon after the deadline with the error TimedOut, unless it is done already. What a transaction wrote is rolled back.
class CancelToken
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    CancelToken() = default;
    explicit CancelToken(Moment deadline)
        : m_deadline(deadline) { }

    /// Returns at once, whatever thread it is called in: others talk to the server.
    void cancel();
    bool isCanceled() const { return m_canceled; }
    /// Moment::max() when there is none.
    Moment deadline() const { return m_deadline; }
    /// Whether it was withdrawn or is out of time.
    bool isOver() const { return m_canceled || (m_deadline != Moment::max() && std::chrono::steady_clock::now() >= m_deadline); }

private:
    friend class Alarm;

    std::atomic<bool> m_canceled = false;
    const Moment m_deadline = Moment::max();
    std::vector<Alarm *> m_alarms; ///< what rings at a cancel; guarded by the clock of all alarms
};

} // namespace db
