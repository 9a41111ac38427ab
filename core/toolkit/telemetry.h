// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/statement.h"

#include <functional>

namespace db {

/// What happened with one statement. Bound values are not in it.
struct StatementEvent
{
    Statement::Kind kind = Statement::Kind::Select;
    QString source;
    QString sql;
    qint64 rows = 0;
    qint64 nanoseconds = 0; ///< preparing, running and decoding together
    QString error; ///< empty when it went well
};

/// Calls every listener after every statement, in the thread that ran it.
class Telemetry
{
public:
    using Listener = std::function<void(const StatementEvent &)>;

    /// Returns a handle for removeListener().
    static int addListener(Listener listener);
    static void removeListener(int handle);
    static void emitEvent(const StatementEvent &event);
};

} // namespace db
