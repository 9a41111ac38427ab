// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/interruption.h"

#include <QtGlobal>

#include <csignal>
#include <unistd.h>

namespace console {

namespace {

volatile std::sig_atomic_t writeEnd = -1;

/// A signal handler may do next to nothing; a byte through a pipe tells a thread that may.
void tellListener(int)
{
    const char byte = 0;
    static_cast<void>(::write(writeEnd, &byte, 1) == 1);
}

} // namespace

Interruption::Interruption(const std::shared_ptr<db::CancelToken> &token)
{
    int ends[2];
    if (::pipe(ends) != 0)
        qFatal("There is no pipe left.");
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_listener = std::thread([token, readEnd = m_readEnd] {
        char byte = 0;
        if (::read(readEnd, &byte, 1) == 1)
            token->cancel();
    });
    struct sigaction action = {};
    action.sa_handler = tellListener;
    action.sa_flags = SA_RESTART | int(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

Interruption::~Interruption()
{
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    // The end of the pipe ends the listener.
    ::close(writeEnd);
    m_listener.join();
    ::close(m_readEnd);
}

} // namespace console
