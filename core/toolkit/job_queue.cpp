// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/job_queue.h"

#include <atomic>

namespace db {

/// A job and the alarm that answers it when no worker came in time. Whoever claims the job first answers it.
struct JobQueue::Waiting
{
    explicit Waiting(Job &&job)
        : job(std::move(job)) { }

    Job job;
    std::atomic<bool> isClaimed = false;
    std::optional<Alarm> alarm;

    bool claim() { return !isClaimed.exchange(true); }
};

JobQueue::JobQueue(std::optional<std::chrono::milliseconds> patience, Exhausted exhausted)
    : m_patience(patience), m_exhausted(std::move(exhausted)) { }

JobQueue::~JobQueue() = default;

void JobQueue::push(Job job)
{
    auto waiting = std::make_unique<Waiting>(std::move(job));
    const Moment asked = waiting->job.asked;
    const Moment deadline = std::min(waiting->job.token->deadline(), m_patience ? asked + *m_patience : Alarm::never());
    waiting->alarm.emplace(waiting->job.token, deadline, [this, asked, waiting = waiting.get()] {
        if (waiting->claim()) {
            const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - asked);
            waiting->job.fail(waiting->job.token->isCanceled() ? Error::canceled() : m_exhausted(waited));
        }
        return Alarm::never();
    });
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isClosed) {
            m_waiting.push_back(std::move(waiting));
            m_changed.notify_one();
            return;
        }
    }
    // Asked by what still runs.
    if (waiting->claim())
        waiting->job.fail(Error::canceled());
}

std::optional<Job> JobQueue::pop()
{
    for (;;) {
        // What was answered while it waited is thrown away without the lock: its alarm may still be ringing.
        std::unique_ptr<Waiting> next;
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isClosed || !m_waiting.empty(); });
        if (m_isClosed)
            return std::nullopt;
        next = std::move(m_waiting.front());
        m_waiting.pop_front();
        const bool isMine = next->claim();
        if (isMine)
            m_running.push_back(next->job.token);
        lock.unlock();
        next->alarm.reset();
        if (isMine)
            return std::move(next->job);
    }
}

void JobQueue::finished(const Job &job)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_running, job.token);
}

void JobQueue::close()
{
    std::deque<std::unique_ptr<Waiting>> left;
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        left.swap(m_waiting);
        for (const std::shared_ptr<CancelToken> &token : m_running)
            token->cancel();
        m_changed.notify_all();
    }
    for (const std::unique_ptr<Waiting> &waiting : left) {
        if (waiting->claim())
            waiting->job.fail(Error::canceled());
    }
}

} // namespace db
