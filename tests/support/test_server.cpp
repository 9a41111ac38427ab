// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_server.h"

#include "tests/support/mariadb_server.h"
#include "tests/support/postgres_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <arpa/inet.h>
#include <csignal>
#include <map>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// Servers refuse to run as root.
QStringList unprivileged()
{
    return geteuid() == 0 ? QStringList{u"setpriv"_s, u"--reuid=nobody"_s, u"--regid=nogroup"_s, u"--clear-groups"_s} : QStringList{u"setpriv"_s};
}

void run(const QStringList &command)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.mid(1));
    if (!process.waitForFinished(60000) || process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit)
        qFatal("%s failed: %s%s", qPrintable(command.join(u' ')), process.readAll().constData(), qPrintable(process.errorString()));
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (bind(socket, generic, size) != 0 || getsockname(socket, generic, &size) != 0)
        qFatal("There is no free port");
    close(socket);
    return ntohs(address.sin_port);
}

} // namespace

TestServer::TestServer(Engine engine, const Options &options)
    : m_engine(engine), m_options(options), m_folder(QDir::tempPath() + u"/quecto-server-XXXXXX"), m_port(options.onTcp ? freePort() : 0)
{
    if (!m_folder.isValid())
        qFatal("%s", qPrintable(m_folder.errorString()));
}

TestServer::~TestServer()
{
    kill();
}

QString TestServer::problem(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite:
        return u"SQLite needs no server"_s;
    case Engine::Postgres:
        return PostgresServer::problem();
    case Engine::MariaDb:
        return MariadbServer::problem();
    }
    Q_UNREACHABLE();
}

std::unique_ptr<TestServer> TestServer::make(Engine engine, const Options &options)
{
    if (const QString why = problem(engine); !why.isEmpty())
        qFatal("%s", qPrintable(why));
    if (engine == Engine::MariaDb)
        return std::make_unique<MariadbServer>(options);
    return std::make_unique<PostgresServer>(options);
}

TestServer &TestServer::shared(Engine engine)
{
    static std::map<Engine, std::unique_ptr<TestServer>> servers;
    if (servers.empty())
        qAddPostRoutine([] { servers.clear(); });
    std::unique_ptr<TestServer> &server = servers[engine];
    if (!server) {
        server = make(engine);
        server->start();
    }
    return *server;
}

/// The files of a fresh server, made once and then copied: making them takes a second or two.
QString TestServer::templateFolder()
{
    const QString folder = QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../test-servers/" + programName());
    if (QFile::exists(folder))
        return folder;
    const QTemporaryDir made(QDir::tempPath() + u"/quecto-template-XXXXXX");
    const QString data = made.filePath(u"data"_s);
    QDir().mkpath(data);
    if (geteuid() == 0)
        run({u"chown"_s, u"-R"_s, u"nobody:nogroup"_s, made.path()});
    install(data);
    QDir().mkpath(QFileInfo(folder).path());
    // Other test programs may be at it too; whoever is first gives the folder its name.
    const QString staged = folder + u'-' + QString::number(QCoreApplication::applicationPid());
    run({u"cp"_s, u"-a"_s, data, staged});
    if (!QDir().rename(staged, folder))
        QDir(staged).removeRecursively();
    return folder;
}

void TestServer::start()
{
    if (!QFile::exists(dataFolder())) {
        run({u"cp"_s, u"-a"_s, templateFolder(), dataFolder()});
        if (geteuid() == 0)
            run({u"chown"_s, u"-R"_s, u"nobody:nogroup"_s, m_folder.path()});
    }
    // The kernel ends the server when this thread ends, in whatever way.
    const QStringList command = unprivileged() + QStringList{u"--pdeathsig=QUIT"_s} + serverCommand();
    m_process.setStandardOutputFile(m_folder.filePath(u"log"_s), QIODevice::Append);
    m_process.setStandardErrorFile(m_folder.filePath(u"log"_s), QIODevice::Append);
    m_process.start(command.first(), command.mid(1));
    QElapsedTimer timer;
    timer.start();
    while (!isReady()) {
        if (timer.elapsed() > 30000 || m_process.state() == QProcess::NotRunning || !m_process.waitForStarted()) {
            QFile log(m_folder.filePath(u"log"_s));
            static_cast<void>(log.open(QIODevice::ReadOnly));
            qFatal("The server did not start: %s", log.readAll().constData());
        }
        m_process.waitForFinished(5);
    }
}

void TestServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_process.processId()), stopSignal());
    if (!m_process.waitForFinished(30000))
        qFatal("The server did not stop");
}

void TestServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    // At once, and yet nothing is left behind of its shared memory.
    ::kill(pid_t(m_process.processId()), SIGQUIT);
    if (!m_process.waitForFinished(10000))
        m_process.kill();
    m_process.waitForFinished();
}

db::DatabaseUrl TestServer::tcpUrl(const QString &database) const
{
    const QString scheme = m_engine == Engine::Postgres ? u"postgres"_s : u"mysql"_s;
    return *db::DatabaseUrl::parse(u"%1://%2@127.0.0.1:%3/%4"_s.arg(scheme, userName()).arg(m_port).arg(database));
}

void TestServer::runUnprivileged(const QStringList &command)
{
    run(unprivileged() + command);
}
