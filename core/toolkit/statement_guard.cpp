// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Free of Qt, so that the thread sanitizer understands all of it.

#include "core/toolkit/statement_guard.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace db {

namespace {

/// So long a server may take to hear an interrupt and to act on it.
constexpr std::chrono::seconds patience(3);
/// An interrupt that is there before its statement has no effect: so another one follows.
constexpr std::chrono::milliseconds pause(100);

} // namespace

/// What the thread that sends an interrupt and the one that waits for it have in common.
struct StatementGuard::Sending
{
    std::mutex mutex;
    std::condition_variable changed;
    bool isDone = false;

    bool hasArrived()
    {
        const std::lock_guard lock(mutex);
        return isDone;
    }
};

StatementGuard::StatementGuard(std::shared_ptr<Interrupt> interrupt, std::shared_ptr<CancelToken> token, Moment deadline)
    : m_interrupt(std::move(interrupt)), m_token(std::move(token))
{
    if (m_interrupt)
        m_alarm.emplace(m_token, m_token ? std::min(deadline, m_token->deadline()) : deadline, [this] { return ring(); });
}

void StatementGuard::answered()
{
    if (m_alarm)
        m_alarm->postpone(m_token ? m_token->deadline() : Alarm::never());
}

StatementGuard::Moment StatementGuard::ring()
{
    const Moment now = std::chrono::steady_clock::now();
    if (!m_sending)
        m_cutAt = now + patience;
    if (now >= m_cutAt) {
        m_isCut = true;
        m_interrupt->cut();
        return Alarm::never();
    }
    if (!m_sending || m_sending->hasArrived())
        send();
    return std::min(now + pause, m_cutAt);
}

void StatementGuard::send()
{
    m_sending = std::make_shared<Sending>();
    // In a thread of its own, that nobody has to wait for: a server that is stopped never answers.
    std::thread([interrupt = m_interrupt, sending = m_sending] {
        interrupt->send();
        const std::lock_guard lock(sending->mutex);
        sending->isDone = true;
        sending->changed.notify_all();
    }).detach();
}

StatementGuard::End StatementGuard::finish()
{
    m_alarm.reset();
    if (!m_sending)
        return End::Undisturbed;
    if (!m_isCut) {
        std::unique_lock lock(m_sending->mutex);
        m_isCut = !m_sending->changed.wait_for(lock, patience, [this] { return m_sending->isDone; });
        if (m_isCut)
            m_interrupt->cut();
    }
    return m_isCut ? End::Cut : End::Interrupted;
}

} // namespace db
