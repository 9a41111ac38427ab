// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/cancel_token.h"

namespace db {

void CancelToken::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_canceled = true;
    if (m_interrupt)
        m_interrupt();
}

void CancelToken::setInterrupt(std::function<void()> interrupt)
{
    const std::lock_guard lock(m_mutex);
    m_interrupt = std::move(interrupt);
}

} // namespace db
