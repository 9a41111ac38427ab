// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/cancel_token.h"

#include <memory>
#include <thread>

namespace console {

/// While it lives, Ctrl+C (SIGINT) and SIGTERM cancel a token, so that a transaction is taken back in good order. A second
/// signal ends the program at once. There can be one at a time.
class Interruption
{
public:
    explicit Interruption(const std::shared_ptr<db::CancelToken> &token);
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

private:
    int m_readEnd = -1;
    std::thread m_listener;
};

} // namespace console
