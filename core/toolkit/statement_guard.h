// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/alarm.h"
#include "core/toolkit/interrupt.h"

#include <memory>
#include <optional>

namespace db {

/// Watches over one statement while a server runs it: interrupts it when its token is canceled or its time is over, and
/// cuts the connection when even that has no effect.
///
/// An interrupt that is sent too late would hit the next statement. So finish() waits until one that is on its way has
/// arrived, and tells that there was one.
class StatementGuard
{
public:
    using Moment = CancelToken::Moment;

    /// `deadline` is when the server must have answered.
    StatementGuard(std::shared_ptr<Interrupt> interrupt, std::shared_ptr<CancelToken> token, Moment deadline);

    /// The first rows are there: from now on only the token ends the statement.
    void answered();

    enum class End {
        Undisturbed,
        Interrupted, ///< the statement was told to end, which it may have done or not
        Cut ///< the connection was broken
    };
    End finish();

private:
    struct Sending;
    Moment ring();
    void send();

    const std::shared_ptr<Interrupt> m_interrupt;
    const std::shared_ptr<CancelToken> m_token;
    std::shared_ptr<Sending> m_sending;
    Moment m_cutAt = Alarm::never();
    bool m_isCut = false;
    std::optional<Alarm> m_alarm;
};

} // namespace db
