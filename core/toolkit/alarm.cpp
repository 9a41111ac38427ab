// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// Free of Qt, so that the thread sanitizer understands all of it.

#include "core/toolkit/alarm.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace db {

/// All alarms by the moment at which they ring, and the thread that waits for it.
class Alarm::Clock
{
public:
    Clock()
    {
        std::thread([this] { run(); }).detach();
    }

    void add(Alarm &alarm, Moment moment)
    {
        const std::lock_guard lock(m_mutex);
        if (alarm.m_token) {
            alarm.m_token->m_alarms.push_back(&alarm);
            if (alarm.m_token->m_canceled)
                moment = Moment::min();
        }
        place(alarm, moment);
    }

    void remove(Alarm &alarm)
    {
        std::unique_lock lock(m_mutex);
        if (alarm.m_token)
            std::erase(alarm.m_token->m_alarms, &alarm);
        m_rung.wait(lock, [&] { return m_ringing != &alarm; });
        m_schedule.erase(alarm.m_place);
    }

    void postpone(Alarm &alarm, Moment moment)
    {
        const std::lock_guard lock(m_mutex);
        if (alarm.m_hasRung || alarm.m_place->first == Moment::min())
            return;
        m_schedule.erase(alarm.m_place);
        place(alarm, moment);
    }

    void ringAll(const CancelToken &token)
    {
        const std::lock_guard lock(m_mutex);
        for (Alarm *alarm : token.m_alarms) {
            if (alarm->m_hasRung)
                continue;
            m_schedule.erase(alarm->m_place);
            place(*alarm, Moment::min());
        }
    }

private:
    void place(Alarm &alarm, Moment moment)
    {
        alarm.m_place = m_schedule.emplace(moment, &alarm);
        if (moment < m_wakesAt)
            m_changed.notify_one();
    }

    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            const Moment next = m_schedule.empty() ? never() : m_schedule.begin()->first;
            if (next == never() || next > std::chrono::steady_clock::now()) {
                m_wakesAt = next;
                if (next == never())
                    m_changed.wait(lock);
                else
                    m_changed.wait_until(lock, next);
                continue;
            }
            Alarm &alarm = *m_schedule.begin()->second;
            alarm.m_hasRung = true;
            m_ringing = &alarm;
            lock.unlock();
            const Moment again = alarm.m_ring();
            lock.lock();
            m_ringing = nullptr;
            m_schedule.erase(alarm.m_place);
            alarm.m_place = m_schedule.emplace(again, &alarm);
            m_rung.notify_all();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::condition_variable m_rung;
    Schedule m_schedule;
    Moment m_wakesAt = never();
    const Alarm *m_ringing = nullptr;
};

Alarm::Clock &Alarm::clock()
{
    // Never destroyed: it outlives every connection, also those in static objects.
    static auto *const instance = new Clock;
    return *instance;
}

Alarm::Alarm(std::shared_ptr<CancelToken> token, Moment deadline, Ring ring)
    : m_token(std::move(token)), m_ring(std::move(ring))
{
    clock().add(*this, deadline);
}

Alarm::~Alarm()
{
    clock().remove(*this);
}

void Alarm::postpone(Moment deadline)
{
    clock().postpone(*this, deadline);
}

void CancelToken::cancel()
{
    if (!m_canceled.exchange(true))
        Alarm::clock().ringAll(*this);
}

} // namespace db
