// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/slow_proxy.h"

#include <QtGlobal>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr int pollMilliseconds = 20;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool hasInput(int socket)
{
    pollfd polled{.fd = socket, .events = POLLIN, .revents = 0};
    return poll(&polled, 1, pollMilliseconds) > 0;
}

/// Whether the other end has yet to hear that the connection is over.
bool isUnheard(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    return getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && info.tcpi_state == TCP_FIN_WAIT1;
}

} // namespace

SlowProxy::SlowProxy(int serverPort)
    : m_serverPort(serverPort), m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, generic, size) != 0 || listen(m_listener, SOMAXCONN) != 0 || getsockname(m_listener, generic, &size) != 0)
        qFatal("There is no free port");
    m_port = ntohs(address.sin_port);
    m_threads.emplace_back([this] { accept(); });
}

SlowProxy::~SlowProxy()
{
    m_isClosing = true;
    breakConnections();
    // The first thread is the one that makes the others.
    m_threads.front().join();
    for (auto thread = m_threads.begin() + 1; thread != m_threads.end(); ++thread)
        thread->join();
    for (const int socket : m_sockets)
        close(socket);
    close(m_listener);
}

void SlowProxy::breakConnections()
{
    const std::lock_guard lock(m_mutex);
    for (const int socket : m_sockets)
        shutdown(socket, SHUT_RDWR);
    // An end that reads nothing hears nothing.
    const auto patience = std::chrono::steady_clock::now() + std::chrono::milliseconds(pollMilliseconds);
    for (const int socket : m_sockets) {
        while (isUnheard(socket) && std::chrono::steady_clock::now() < patience)
            std::this_thread::yield();
    }
}

void SlowProxy::accept()
{
    while (!m_isClosing) {
        if (!hasInput(m_listener))
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(m_serverPort);
        if (connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            shutdown(client, SHUT_RDWR);
        ++m_connections;
        const std::lock_guard lock(m_mutex);
        m_sockets.insert(m_sockets.end(), {client, server});
        m_threads.emplace_back([=, this] { carry(client, server, Loss::Request); });
        m_threads.emplace_back([=, this] { carry(server, client, Loss::Answer); });
    }
}

bool SlowProxy::isDeafAt(std::string_view request)
{
    const std::lock_guard lock(m_mutex);
    return !m_deafAt.empty() && request.find(m_deafAt) != std::string_view::npos;
}

void SlowProxy::carry(int from, int to, Loss mayBeLost)
{
    std::array<char, 65536> buffer;
    while (!m_isClosing) {
        // Whether it is deaf counts when something comes, not when the wait for it began.
        if (!hasInput(from))
            continue;
        if (m_isDeaf) {
            std::this_thread::sleep_for(std::chrono::milliseconds(pollMilliseconds));
            continue;
        }
        const ssize_t size = recv(from, buffer.data(), buffer.size(), 0);
        const bool isLost = m_loss == mayBeLost && m_passing-- == 0;
        if (isLost)
            m_loss = Loss::Nothing;
        if (size <= 0 || isLost)
            break;
        if (mayBeLost == Loss::Request && isDeafAt({buffer.data(), size_t(size)})) {
            m_isDeaf = true;
            continue;
        }
        std::this_thread::sleep_for(m_delay.load());
        if (send(to, buffer.data(), size_t(size), MSG_NOSIGNAL) != size)
            break;
    }
    shutdown(from, SHUT_RDWR);
    shutdown(to, SHUT_RDWR);
}
