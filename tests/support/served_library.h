// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/library.h"
#include "tests/support/slow_proxy.h"

#include <QCoreApplication>

#include <map>

/// The library on a server of the tested engine (see addEngines()) that this test program may stop and start, with a
/// proxy before it.
struct ServedLibrary
{
    TestServer &server = runningServer();
    db::DatabaseUrl url = server.emptyDatabase();
    SlowProxy proxy{server.port()};
    std::unique_ptr<db::Connection> connection;
    std::optional<db::Repo> repo;

    /// Connected without the proxy.
    ServedLibrary()
    {
        open(url);
        require(db::Migrator(*repo, library::migrations()).migrate({}));
    }

    db::DatabaseUrl proxiedUrl() const { return url.withHosts({{QStringLiteral("127.0.0.1"), proxy.port()}}); }
    void open(const db::DatabaseUrl &how)
    {
        auto opened = db::Connection::open(how);
        require(opened);
        repo.reset();
        connection = std::move(*opened);
        repo.emplace(*connection);
    }
    qint64 count() { return countAuthors(*repo).value_or(-1); }

    static db::Result<qint64> countAuthors(db::Repo &repo) { return repo.count(db::from<library::Author>()); }
    static db::Result<library::Author> addAuthor(db::Repo &repo, const QString &name)
    {
        return repo.insert(db::change(library::Author{}).put(&library::Author::name, name).put(&library::Author::email, name));
    }

private:
    static TestServer &runningServer()
    {
        static std::map<db::DatabaseUrl::Engine, std::unique_ptr<TestServer>> servers;
        if (servers.empty())
            qAddPostRoutine([] { servers.clear(); });
        std::unique_ptr<TestServer> &server = servers[testedEngine()];
        if (!server)
            server = TestServer::make(testedEngine(), {.onTcp = true});
        const bool isRunning = server->processId() != 0;
        if (!isRunning)
            server->start();
        return *server;
    }
    template <typename T>
    static void require(const db::Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
    }
};
