// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session.h"

#include <QSemaphore>

/// Keeps the writer of a session's database busy until it is opened; of a database in memory, the reader too.
class Gate
{
public:
    explicit Gate(ui::Session &session)
    {
        m_request = session.database().write([free = m_free](db::Repo &) -> db::Result<void> {
            free->acquire();
            return {};
        });
    }
    ~Gate() { open(); }
    Gate(const Gate &) = delete;
    Gate &operator=(const Gate &) = delete;

    void open() { m_free->release(); }

private:
    std::shared_ptr<QSemaphore> m_free = std::make_shared<QSemaphore>();
    db::Request<db::Result<void>> m_request;
};
