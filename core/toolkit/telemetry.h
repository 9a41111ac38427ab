// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/error.h"
#include "core/toolkit/statement.h"

#include <functional>
#include <optional>

namespace db {

/// What happened with one statement. Neither bound values nor what the engine quotes of them are in it.
struct StatementEvent
{
    Statement::Kind kind = Statement::Kind::Select;
    QString source; ///< the table it is mainly about
    QString sql;
    qint64 rows = 0; ///< read or changed
    qint64 queueNanoseconds = 0; ///< how long the request waited for a connection; in its first statement only
    qint64 databaseNanoseconds = 0; ///< preparing and running, until the first row was there
    qint64 decodeNanoseconds = 0; ///< fetching, reading and using the rows
    std::optional<Error::Kind> failure; ///< nothing when it went well
    QString error; ///< empty when it went well

    qint64 nanoseconds() const { return databaseNanoseconds + decodeNanoseconds; }
    void fail(const Error &reason);
};

/// Calls every listener after every statement, in the thread that ran it: several threads may call one at a time.
class Telemetry
{
public:
    using Listener = std::function<void(const StatementEvent &)>;

    /// Returns a handle for removeListener().
    static int addListener(Listener listener);
    /// Once it returns, the listener is not called any more.
    static void removeListener(int handle);
    static void emitEvent(const StatementEvent &event);
    /// Whether there is a listener: an event without any is not worth making.
    static bool isHeard();

    /// While one lives, the statements of its thread are not told: they try something where nobody's data are.
    class Silence
    {
    public:
        Silence();
        ~Silence();
        Silence(const Silence &) = delete;
        Silence &operator=(const Silence &) = delete;
    };
};

} // namespace db
