// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/cancel_token.h"

#include <functional>
#include <map>
#include <memory>

namespace db {

/// Calls a function when a token is canceled or a moment has come, as long as the Alarm lives.
///
/// One thread serves all alarms of the program: the function must be quick, and must not destroy its Alarm. It returns
/// when it wants to be called again, or never(). The destructor waits for a call that is going on.
class Alarm
{
public:
    using Moment = CancelToken::Moment;
    using Ring = std::function<Moment()>;

    static constexpr Moment never() { return Moment::max(); }

    /// `token` may be null.
    Alarm(std::shared_ptr<CancelToken> token, Moment deadline, Ring ring);
    ~Alarm();
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;

    /// Another moment than the one given before, unless it has rung already.
    void postpone(Moment deadline);

private:
    friend class CancelToken;
    class Clock;
    using Schedule = std::multimap<Moment, Alarm *>;
    static Clock &clock();

    // All of this is guarded by the clock.
    const std::shared_ptr<CancelToken> m_token;
    const Ring m_ring;
    Schedule::iterator m_place;
    bool m_hasRung = false;
};

} // namespace db
