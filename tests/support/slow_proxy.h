// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
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
    bool isDeaf() const { return m_isDeaf; }
    /// From the first request on that has these words in it, that one included, nothing goes through.
    void setDeafAt(std::string words)
    {
        const std::lock_guard lock(m_mutex);
        m_deafAt = std::move(words);
    }
    enum class Loss {
        Nothing,
        Request, ///< it does not reach the server
        Answer ///< the server does what it was asked, but nobody hears of it
    };
    /// The next one, of any connection, gets lost, and its connection ends. So many pieces of data pass before.
    void loseNext(Loss what, int passing = 0)
    {
        m_passing = passing;
        m_loss = what;
    }
    /// Ends all connections; new ones are possible. Returns when both ends have heard of it, if they listen.
    void breakConnections();
    /// How many connections there have been.
    int connections() const { return m_connections; }

private:
    void accept();
    void carry(int from, int to, Loss mayBeLost);
    bool isDeafAt(std::string_view request);

    const int m_serverPort;
    int m_port = 0;
    int m_listener = -1;
    std::atomic<std::chrono::milliseconds> m_delay = std::chrono::milliseconds(0);
    std::atomic<bool> m_isDeaf = false;
    std::atomic<Loss> m_loss = Loss::Nothing;
    std::atomic<int> m_passing = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_isClosing = false;
    std::mutex m_mutex;
    std::string m_deafAt;
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
};
