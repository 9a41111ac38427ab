// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/database_url.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

struct TestServerOptions
{
    bool onTcp = false; ///< on 127.0.0.1 too
    QStringList arguments = {}; ///< more of them, for the server's program
};

/// A database server of a test's own: unprivileged, in a temporary folder, listening on a socket there and, if asked, on
/// a free port of the loopback. It ends with the test program, whatever ends that. Nothing is ever written through to the
/// disk, so that it is quick.
class TestServer
{
public:
    using Engine = db::DatabaseUrl::Engine;

    using Options = TestServerOptions;

    virtual ~TestServer();
    TestServer(const TestServer &) = delete;
    TestServer &operator=(const TestServer &) = delete;

    /// Why there can be no server of this engine here; empty when there can.
    static QString problem(Engine engine);
    /// A new server, not started yet. What fails ends the test program with the reason.
    static std::unique_ptr<TestServer> make(Engine engine, const Options &options = {});
    /// The server that all tests of this program share, started by the first that asks.
    static TestServer &shared(Engine engine);

    void start();
    /// As its administrator would; waits until it is gone.
    void stop();
    /// As a crash would.
    void kill();

    /// A database on this server, reached by the socket.
    virtual db::DatabaseUrl url(const QString &database) const = 0;
    /// The same by way of 127.0.0.1.
    db::DatabaseUrl tcpUrl(const QString &database) const;
    /// An empty database, quickly made, which nobody else uses.
    virtual db::DatabaseUrl emptyDatabase() = 0;

    int port() const { return m_port; }
    qint64 processId() const { return m_process.processId(); }
    QString folder() const { return m_folder.path(); }

protected:
    TestServer(Engine engine, const Options &options);

    /// Makes the files of a fresh server in `folder`, which is empty.
    virtual void install(const QString &folder) = 0;
    /// The engine and its version, for the name of a folder.
    virtual QString programName() const = 0;
    virtual QStringList serverCommand() const = 0;
    /// Whether the server answers yet.
    virtual bool isReady() const = 0;
    /// How the server's program is told to end in an orderly way.
    virtual int stopSignal() const = 0;
    virtual QString userName() const = 0;

    QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    const Options &options() const { return m_options; }
    /// Runs a program as the user that the server has; ends the test program when it fails.
    static void runUnprivileged(const QStringList &command);

private:
    QString templateFolder();

    Engine m_engine;
    Options m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};
