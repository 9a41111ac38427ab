// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/workshop.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/repo.h"
#include "tests/benchmarks/dataset.h"

using namespace Qt::StringLiterals;

namespace bench {

Workshop::Workshop(db::DatabaseUrl::Engine engine)
{
    db::DatabaseUrl url = db::DatabaseUrl::sqliteFile(m_folder.filePath(u"bench.sqlite"_s));
    if (engine != db::DatabaseUrl::Engine::Sqlite) {
        m_server = TestServer::make(engine);
        m_server->start();
        url = m_server->url(u"bench"_s);
    }
    m_url = url.toString();
    if (const auto created = db::Connection::create(url); !created)
        giveUp(created.error().message);
    const auto connection = db::Connection::open(url);
    if (!connection)
        giveUp(connection.error().message);
    db::Repo repo(**connection);
    fill(repo);
}

} // namespace bench
