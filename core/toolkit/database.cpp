// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/database.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>

namespace db {

/// Jobs that wait or run, and the workers that wait for jobs.
class Database::JobQueue
{
public:
    void push(Job job)
    {
        const QMutexLocker lock(&m_mutex);
        m_jobs.push_back(std::move(job));
        m_changed.wakeOne();
    }

    /// The next job, to be followed by finished(); nothing when the queue was closed.
    std::optional<Job> pop()
    {
        const QMutexLocker lock(&m_mutex);
        while (m_jobs.empty() && !m_closed)
            m_changed.wait(&m_mutex);
        if (m_closed)
            return std::nullopt;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_running.push_back(job.token);
        return job;
    }
    void finished(const Job &job)
    {
        const QMutexLocker lock(&m_mutex);
        std::erase(m_running, job.token);
    }

    /// Cancels what runs, wakes all workers for the last time and returns the jobs nobody took.
    std::deque<Job> close()
    {
        const QMutexLocker lock(&m_mutex);
        m_closed = true;
        for (const std::shared_ptr<CancelToken> &token : m_running)
            token->cancel();
        m_changed.wakeAll();
        return std::move(m_jobs);
    }

private:
    QMutex m_mutex;
    QWaitCondition m_changed;
    std::deque<Job> m_jobs;
    std::vector<std::shared_ptr<CancelToken>> m_running;
    bool m_closed = false;
};

/// One thread with one connection.
class Database::Worker
{
public:
    Worker(const DatabaseUrl &url, Connection::Access access, JobQueue &queue)
        : m_url(url), m_access(access), m_queue(queue), m_thread(QThread::create([this] { work(); }))
    {
        m_thread->setObjectName(access == Connection::Access::ReadWrite ? QStringLiteral("writer") : QStringLiteral("reader"));
        m_thread->start();
    }

    ~Worker() { m_thread->wait(); }

private:
    void work()
    {
        while (std::optional<Job> job = m_queue.pop()) {
            serve(*job);
            m_queue.finished(*job);
        }
        m_connection.reset();
    }

    void serve(const Job &job)
    {
        if (job.token->isCanceled()) {
            job.fail(Error::canceled());
            return;
        }
        if (!m_connection) {
            Result<std::unique_ptr<Connection>> opened = Connection::open(m_url, m_access, job.token);
            if (!opened) {
                job.fail(opened.error());
                return;
            }
            m_connection = std::move(*opened);
        }
        Repo repo(*m_connection);
        m_connection->setToken(job.token);
        job.run(repo);
        m_connection->setToken(nullptr);
    }

    DatabaseUrl m_url;
    Connection::Access m_access;
    JobQueue &m_queue;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QThread> m_thread;
};

Database::Database(const DatabaseUrl &url)
    : m_url(url), m_writes(std::make_unique<JobQueue>())
{
    m_workers.push_back(std::make_unique<Worker>(url, Connection::Access::ReadWrite, *m_writes));
    // Each connection to a database in memory would see a database of its own.
    if (url.isInMemory())
        return;
    constexpr int readers = 2;
    m_reads = std::make_unique<JobQueue>();
    for (int i = 0; i < readers; ++i)
        m_workers.push_back(std::make_unique<Worker>(url, Connection::Access::ReadOnly, *m_reads));
}

Result<void> Database::create(const DatabaseUrl &url)
{
    return Connection::create(url);
}

Database::~Database()
{
    std::deque<Job> waiting = m_writes->close();
    if (m_reads)
        std::ranges::move(m_reads->close(), std::back_inserter(waiting));
    for (const Job &job : waiting)
        job.fail(Error::canceled());
    m_workers.clear();
}

void Database::enqueue(Queue queue, Job job)
{
    JobQueue &target = queue == Queue::Read && m_reads ? *m_reads : *m_writes;
    target.push(std::move(job));
}

} // namespace db
