// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>

namespace db {

/// The way to withdraw a request from another thread. A statement that runs, or waits for its turn, asks for it all the
/// time and ends; so whenever cancel() comes, the request ends with the error Canceled unless it is done already.
class CancelToken
{
public:
    void cancel() { m_canceled = true; }
    bool isCanceled() const { return m_canceled; }

private:
    std::atomic<bool> m_canceled = false;
};

} // namespace db
