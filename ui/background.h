// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace ui {

/// Runs `work` in another thread and hands what it returns to `done` in the thread of `context`, unless that object is
/// gone by then; that thread must be the calling one. For files; the database has threads of its own.
template <typename Work, typename Done>
void inBackground(QObject *context, Work work, Done done)
{
    using R = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    // QFuture::then(context) asserts, and races, when the context dies before the answer comes (Qt 6.4).
    auto *watcher = new QFutureWatcher<R>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

/// Destroys an object in another thread, where nobody waits for its end: a database joins its workers first.
template <typename T>
void destroyInBackground(std::unique_ptr<T> object)
{
    if (object)
        QThreadPool::globalInstance()->start([shared = std::shared_ptr<T>(std::move(object))]() mutable { shared.reset(); });
}

} // namespace ui
