// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/socket_interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace db {

SocketInterrupt::SocketInterrupt(int socket)
    : m_socket(fcntl(socket, F_DUPFD_CLOEXEC, 0))
{
}

SocketInterrupt::~SocketInterrupt()
{
    if (m_socket >= 0)
        close(m_socket);
}

void SocketInterrupt::cut()
{
    shutdown(m_socket, SHUT_RDWR);
}

bool SocketInterrupt::hasNews() const
{
    pollfd polled{.fd = m_socket, .events = POLLIN, .revents = 0};
    return poll(&polled, 1, 0) > 0;
}

} // namespace db
