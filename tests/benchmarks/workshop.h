// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"
#include "tests/support/test_server.h"

#include <QTemporaryDir>

#include <memory>

namespace bench {

/// A database of an engine, on a private server where it needs one, in a temporary folder, with the data in it; gone when
/// this goes.
class Workshop
{
public:
    explicit Workshop(db::DatabaseUrl::Engine engine);

    const QString &url() const { return m_url; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<TestServer> m_server;
    QString m_url;
};

} // namespace bench
