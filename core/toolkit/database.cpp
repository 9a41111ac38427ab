// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/database.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace db {

/// One thread with one connection.
class Database::Worker
{
public:
    Worker(const DatabaseUrl &url, Connection::Access access, JobQueue &queue)
        : m_url(url), m_access(access), m_queue(queue), m_thread(QThread::create([this] { work(); }))
    {
        m_thread->setObjectName(access == Connection::Access::ReadWrite ? u"writer"_s : u"reader"_s);
        m_thread->start();
    }

    ~Worker() { m_thread->wait(); }

private:
    void work()
    {
        while (const std::optional<Job> job = m_queue.pop()) {
            serve(*job);
            m_queue.finished(*job);
        }
        m_connection.reset();
    }

    void serve(const Job &job)
    {
        const auto waited = std::chrono::steady_clock::now() - job.asked;
        if (!m_connection && !connect(job))
            return;
        Repo repo(*m_connection);
        m_connection->beginRequest(job.token, waited, job.fail);
        job.run(repo);
        m_connection->endRequest();
    }

    /// Opens the connection for the first time. False when the job is answered: with the reason why there is none, or
    /// because its asker would not wait any longer for a server that takes its time.
    bool connect(const Job &job)
    {
        const auto giveUp = [&] {
            job.fail(job.token->isCanceled() ? Error::canceled() : Error::timedOut(u"%1: there was no connection in time"_s.arg(m_url.displayName())));
            return Alarm::never();
        };
        const Alarm alarm(job.token, job.token->deadline(), giveUp);
        Result<std::unique_ptr<Connection>> opened = Connection::open(m_url, m_access, job.token);
        if (!opened) {
            job.fail(opened.error());
            return false;
        }
        m_connection = std::move(*opened);
        const bool isInTime = !job.token->isOver();
        if (!isInTime)
            giveUp();
        return isInTime;
    }

    DatabaseUrl m_url;
    Connection::Access m_access;
    JobQueue &m_queue;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QThread> m_thread;
};

static std::shared_ptr<JobQueue> queueOf(const DatabaseUrl &url, int workers)
{
    return std::make_shared<JobQueue>(url.timeout(), [name = url.displayName(), workers](std::chrono::milliseconds waited) {
        return Error::timedOut(u"%1: no connection was free within %2 s, all %3 are in use"_s.arg(name).arg(double(waited.count()) / 1000).arg(workers));
    });
}

Database::Database(const DatabaseUrl &url)
    : m_url(url)
{
    const bool isFile = url.engine() == DatabaseUrl::Engine::Sqlite && !url.isInMemory();
    // Each connection to a database in memory would see a database of its own. A file has one writer at a time anyway,
    // and those who wait in a queue of ours are served in their order, which SQLite does not promise.
    const int writers = url.engine() == DatabaseUrl::Engine::Sqlite ? 1 : url.poolSize();
    m_writes = queueOf(url, writers);
    m_reads = m_writes;
    addWorkers(writers, *m_writes, false);
    if (isFile) {
        constexpr int readers = 2;
        m_reads = queueOf(url, readers);
        addWorkers(readers, *m_reads, true);
    }
}

Result<void> Database::create(const DatabaseUrl &url)
{
    return Connection::create(url);
}

Database::~Database()
{
    m_writes->close();
    m_reads->close();
    m_workers.clear();
}

void Database::addWorkers(int count, JobQueue &queue, bool isReadOnly)
{
    for (int i = 0; i < count; ++i)
        m_workers.push_back(std::make_unique<Worker>(m_url, isReadOnly ? Connection::Access::ReadOnly : Connection::Access::ReadWrite, queue));
}

} // namespace db
