// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/cancel_token.h"
#include "core/toolkit/database_url.h"
#include "core/toolkit/error.h"
#include "core/toolkit/job_queue.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace db {

/// A question on its way to the database, as the asker holds it. R is a Result.
template <typename R>
class [[nodiscard]] Request
{
public:
    Request() = default;
    Request(QFuture<R> future, std::shared_ptr<CancelToken> token)
        : m_future(std::move(future)), m_token(std::move(token)) { }

    /// Calls `done` with the Result in the thread of `context`, which must be the calling one, unless that object is
    /// gone by then.
    template <typename Done>
    const Request &then(QObject *context, Done done) const
    {
        // QFuture::then(context) asserts, and races, when the context dies before the answer comes (Qt 6.4).
        auto *watcher = new QFutureWatcher<R>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
            watcher->deleteLater();
            done(watcher->result());
        });
        watcher->setFuture(m_future);
        return *this;
    }
    /// Withdraws the question: a running or waiting statement ends, and the answer is the error Canceled.
    void cancel() const
    {
        if (m_token)
            m_token->cancel();
    }
    /// Blocks until the answer is there; for programs without a window and for tests.
    R result() const
    {
        QFuture<R> future = m_future;
        return future.takeResult();
    }

private:
    QFuture<R> m_future;
    std::shared_ptr<CancelToken> m_token;
};

/// A database as a program with a window uses it: worker threads with a connection each, asked without waiting.
///
/// \code
/// m_database.read([filter](db::Repo &repo) { return blog::Blog(repo).listPosts(filter); })
///     .then(this, [this](const db::Result<QList<Post>> &posts) { … });
/// \endcode
///
/// A SQLite file gets one worker that writes and two that read, a database in memory one for both. A server gets as many
/// as DatabaseUrl::poolSize(), each of which reads and writes. Connections are opened on first use, and again when they
/// were lost or could not be opened, so that a database that comes back is found.
///
/// Requests begin in the order of asking. One that nobody could begin within DatabaseUrl::timeout(), or within the time it
/// was given itself, is answered with the error TimedOut that names the pool.
class Database
{
public:
    explicit Database(const DatabaseUrl &url);
    /// Makes an empty database, and the folder it lies in, at once. One that exists is an error.
    static Result<void> create(const DatabaseUrl &url);
    /// Cancels what runs, answers what waits with Canceled, and joins the workers.
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const DatabaseUrl &url() const { return m_url; }

    /// Work that only reads. It runs in another thread: capture values, not references. With `within`, all of it, the wait
    /// for its turn included, must be done in that time; else the answer is the error TimedOut.
    template <typename Work>
    auto read(Work work, std::optional<std::chrono::milliseconds> within = {})
    {
        return submit(*m_reads, std::move(work), within);
    }
    /// Work that may write. SQLite does one at a time, in the order of asking; on a server another may begin meanwhile.
    template <typename Work>
    auto write(Work work, std::optional<std::chrono::milliseconds> within = {})
    {
        return submit(*m_writes, std::move(work), within);
    }

private:
    template <typename Work>
    static auto submit(JobQueue &queue, Work work, std::optional<std::chrono::milliseconds> within)
    {
        using R = std::invoke_result_t<Work, Repo &>;
        auto promise = std::make_shared<QPromise<R>>();
        const auto token = std::make_shared<CancelToken>(within ? std::chrono::steady_clock::now() + *within : CancelToken::Moment::max());
        promise->start();
        const QFuture<R> future = promise->future();
        const auto answer = [promise, isAnswered = std::make_shared<std::atomic<bool>>(false)](R result) {
            if (isAnswered->exchange(true))
                return;
            promise->addResult(std::move(result));
            promise->finish();
        };
        Job job{.token = token};
        job.run = [answer, work = std::move(work)](Repo &repo) mutable { answer(work(repo)); };
        job.fail = [answer](const Error &error) { answer(R(Failure(error))); };
        queue.push(std::move(job));
        return Request<R>(future, token);
    }

    class Worker;
    void addWorkers(int count, JobQueue &queue, bool isReadOnly);

    DatabaseUrl m_url;
    std::shared_ptr<JobQueue> m_writes;
    std::shared_ptr<JobQueue> m_reads; ///< the same queue where every worker may do everything
    std::vector<std::unique_ptr<Worker>> m_workers;
};

} // namespace db
