// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/alarm.h"
#include "core/toolkit/error.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace db {

class Repo;

/// One request to a Database: run() is called once, unless fail() was, which answers at once also while run() goes on. The
/// first answer counts.
struct Job
{
    using Moment = CancelToken::Moment;

    std::shared_ptr<CancelToken> token;
    std::function<void(Repo &)> run;
    std::function<void(const Error &)> fail;
    Moment asked = std::chrono::steady_clock::now();
};

/// Jobs that wait for a worker, and the tokens of those that run. Workers take them in the order in which they came.
/// A job that is canceled, or whose time runs out while it waits, is answered at once, however busy the workers are.
class JobQueue
{
public:
    using Moment = Job::Moment;

    /// A job waits no longer than `patience`, if there is any, nor than its token's deadline. `exhausted` makes the error
    /// after that, from the time that the job has waited.
    using Exhausted = std::function<Error(std::chrono::milliseconds waited)>;
    JobQueue(std::optional<std::chrono::milliseconds> patience, Exhausted exhausted);
    ~JobQueue();
    JobQueue(const JobQueue &) = delete;
    JobQueue &operator=(const JobQueue &) = delete;

    /// Once the queue is closed, the answer is Canceled.
    void push(Job job);
    /// The next job, to be followed by finished(); nothing once the queue is closed.
    std::optional<Job> pop();
    void finished(const Job &job);
    /// Cancels what runs, answers what waits with Canceled, and wakes all workers for the last time.
    void close();

private:
    struct Waiting;

    const std::optional<std::chrono::milliseconds> m_patience;
    const Exhausted m_exhausted;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Waiting>> m_waiting;
    std::vector<std::shared_ptr<CancelToken>> m_running;
    bool m_isClosed = false;
};

} // namespace db
