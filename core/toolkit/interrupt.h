// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

namespace db {

/// What can be done about a connection to a server besides asking it: above all, how the statement that it runs is ended
/// from another thread. A dialect makes one for each connection that it has set up.
class Interrupt
{
public:
    virtual ~Interrupt() = default;

    /// Asks the server, by a connection of its own, to end the statement. Waits until the server has heard it, which may
    /// take long or forever; so it needs nothing of the connection, which may be closed meanwhile.
    virtual void send() = 0;
    /// Breaks the connection, so that nobody waits any longer for a server that does not answer. Returns at once.
    virtual void cut() = 0;
    /// Whether something came from the server though nothing was asked of it: nearly always its good-bye. Returns at once.
    virtual bool hasNews() const = 0;
};

} // namespace db
