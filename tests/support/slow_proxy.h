// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

/// Stands between a program and a server on the loopback, and is as slow, deaf or broken as a network can be.
class SlowProxy
{
public:
    /// Listens on port(), and connects what comes there with `serverPort`.
    explicit SlowProxy(int serverPort);
    ~SlowProxy();
    SlowProxy(const SlowProxy &) = delete;
    SlowProxy &operator=(const SlowProxy &) = delete;

    int port() const { return m_port; }
    /// From now on every piece of data is this late, in either direction.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    /// From now on nothing goes through, though no connection ends.
    void setDeaf(bool isDeaf) { m_isDeaf = isDeaf; }
    /// Ends all connections; new ones are possible.
    void breakConnections();

private:
    void accept();
    void carry(int from, int to);

    const int m_serverPort;
    int m_port = 0;
    int m_listener = -1;
    std::atomic<std::chrono::milliseconds> m_delay = std::chrono::milliseconds(0);
    std::atomic<bool> m_isDeaf = false;
    std::atomic<bool> m_isClosing = false;
    std::mutex m_mutex;
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
};
