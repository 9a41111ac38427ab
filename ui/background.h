// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace ui {

/// Runs `work` in another thread and hands what it returns to `done` in the thread of `context`, unless that object is
/// gone by then. For files; the database has threads of its own.
template <typename Work, typename Done>
void inBackground(QObject *context, Work work, Done done)
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->start();
    promise->future().then(context, std::move(done));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace ui
