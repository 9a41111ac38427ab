// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace db {

/// The way to withdraw a request from another thread. Cancelling interrupts the running statement; the request then
/// ends with the error Canceled.
class CancelToken
{
public:
    void cancel();
    bool isCanceled() const { return m_canceled; }

    /// While a statement runs, how to interrupt it. Cleared by passing nothing.
    void setInterrupt(std::function<void()> interrupt);

private:
    std::atomic<bool> m_canceled = false;
    std::mutex m_mutex;
    std::function<void()> m_interrupt;
};

} // namespace db
