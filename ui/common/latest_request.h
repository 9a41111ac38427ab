// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database.h"

#include <functional>

namespace ui {

/// The one question that a part of a page has open at a time. A newer one withdraws it, and its answer is dropped.
class LatestRequest
{
public:
    /// Calls `done` with the answer in the thread of `context`, which must not outlive this.
    template <typename R, typename Done>
    void ask(QObject *context, const db::Request<R> &request, Done done)
    {
        drop();
        m_cancel = [request] { request.cancel(); };
        request.then(context, [this, number = m_number, done = std::move(done)](const R &answer) {
            if (number != m_number)
                return;
            m_cancel = {};
            done(answer);
        });
    }
    bool isOpen() const { return bool(m_cancel); }
    /// Withdraws the question; the answer is then the error Canceled.
    void cancel() const
    {
        if (m_cancel)
            m_cancel();
    }
    /// Withdraws the question and wants no answer.
    void drop()
    {
        cancel();
        m_cancel = {};
        ++m_number;
    }

private:
    std::function<void()> m_cancel;
    quint64 m_number = 0;
};

} // namespace ui
