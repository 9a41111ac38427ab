// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/interrupt.h"

namespace db {

/// An Interrupt that cuts by shutting the connection's socket, and looks there for news.
class SocketInterrupt : public Interrupt
{
public:
    /// Keeps a descriptor of its own: the number of the driver's may be another file's by the time of the cut.
    explicit SocketInterrupt(int socket);
    ~SocketInterrupt() override;
    SocketInterrupt(const SocketInterrupt &) = delete;
    SocketInterrupt &operator=(const SocketInterrupt &) = delete;

    void cut() override;
    bool hasNews() const override;

private:
    const int m_socket;
};

} // namespace db
