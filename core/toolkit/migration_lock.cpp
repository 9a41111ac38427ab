// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/migration_lock.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/migration_engine.h"
#include "core/toolkit/migration_books.h"
#include "core/toolkit/repo.h"

#include <QLockFile>
#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

const MigrationEngine &engineOf(Repo &repo)
{
    return MigrationEngine::of(repo.connection().url().engine());
}

Error isHeld()
{
    return {.kind = Error::Kind::Locked, .message = u"Another program migrates the database"_s};
}

} // namespace

QString MigrationLockHolder::text() const
{
    QStringList parts;
    if (!process.isEmpty())
        parts.append(u"process "_s + process);
    if (!application.isEmpty())
        parts.append(application);
    if (!user.isEmpty())
        parts.append(u"user "_s + user);
    if (!address.isEmpty())
        parts.append(u"at "_s + address);
    if (since.isValid())
        parts.append(u"since %1 UTC"_s.arg(since.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s)));
    return parts.isEmpty() ? u"another program"_s : parts.join(u", ");
}

MigrationLock::MigrationLock(Repo &repo, const Migrator::Options &options)
    : m_repo(repo), m_options(options) { }

MigrationLock::~MigrationLock()
{
    release();
}

Result<void> MigrationLock::prepare()
{
    return waitFor([this] { return lockFile(); });
}

Result<void> MigrationLock::take()
{
    return waitFor([this] { return m_repo.isInTransaction() ? tryInTransaction() : tryInSession(); });
}

void MigrationLock::release()
{
    // The end of the connection gives the lock back, too.
    if (std::exchange(m_isSessionLocked, false)) {
        for (const QString &sql : {m_repo.connection().dialect().unlockMigrations(), engineOf(m_repo).unlockSession()}) {
            if (!sql.isEmpty())
                m_repo.connection().executeAnyway(sql);
        }
    }
    m_file.reset();
}

Result<void> MigrationLock::waitFor(const std::function<Result<void>()> &work)
{
    for (;;) {
        const Result<void> done = work();
        if (done || done.error().kind != Error::Kind::Locked)
            return done;
        if (const Result<void> waited = wait(done.error()); !waited)
            return waited;
    }
}

Result<void> MigrationLock::wait(const Error &error)
{
    constexpr std::chrono::milliseconds pause(100);
    constexpr std::chrono::seconds fileTimeout(30); // of a file, of which nobody tells who writes it
    if (!m_waiting.isValid())
        m_waiting.start();
    const MigrationLockHolder now = holder();
    // MariaDB tells the time only to the second.
    const QString who = MigrationLockHolder{.process = now.process, .application = now.application, .user = now.user, .address = now.address}.text();
    if (m_options.waiting && who != m_told) {
        m_told = who;
        m_options.waiting(now);
    }
    const bool isFile = m_repo.connection().url().engine() == DatabaseUrl::Engine::Sqlite;
    const std::optional<std::chrono::milliseconds> timeout = m_options.lockTimeout || !isFile ? m_options.lockTimeout : fileTimeout;
    if (timeout && std::chrono::milliseconds(m_waiting.elapsed()) >= *timeout) {
        Error late = error;
        if (!now.process.isEmpty())
            late.message = u"%1: %2"_s.arg(error.message, now.text());
        return Failure(late);
    }
    if (m_repo.connection().isCanceled())
        return m_repo.execute(u"SELECT 1"_s); // which tells why
    QThread::msleep(pause.count());
    return {};
}

Result<void> MigrationLock::lockFile()
{
    const QString path = engineOf(m_repo).lockFile(m_repo.connection().url());
    if (path.isEmpty() || m_file)
        return {};
    auto file = std::make_unique<QLockFile>(path);
    file->setStaleLockTime(0); // however long the other takes, while it lives
    if (file->tryLock(0) || file->error() != QLockFile::LockFailedError) {
        m_file = std::move(file);
        return {};
    }
    return Failure(isHeld());
}

// What fails would end PostgreSQL's transaction.
Result<void> MigrationLock::tryInTransaction()
{
    const QStringList statements{engineOf(m_repo).lockTransaction(), m_repo.connection().dialect().lockMigrations(MigrationBooks::tableName())};
    return m_repo.transaction(Nested::Savepoint, [&]() -> Result<void> {
        for (const QString &sql : statements) {
            const Result<void> locked = sql.isEmpty() ? Result<void>() : m_repo.execute(sql);
            if (!locked)
                return locked;
        }
        return {};
    });
}

Result<void> MigrationLock::tryInSession()
{
    const Dialect &dialect = m_repo.connection().dialect();
    const QString lock = dialect.lockMigrations(MigrationBooks::tableName());
    if (!dialect.unlockMigrations().isEmpty()) {
        const Result<void> locked = m_repo.execute(lock);
        m_isSessionLocked = locked.has_value();
        return locked;
    }
    const QString session = engineOf(m_repo).lockSession(m_repo.connection().url());
    if (const Result<void> locked = session.isEmpty() ? Result<void>() : m_repo.execute(session); !locked)
        return locked;
    m_isSessionLocked = !session.isEmpty();
    // Not while Ecto migrates.
    Result<void> free = lock.isEmpty() ? Result<void>() : m_repo.transaction([&] { return m_repo.execute(lock); });
    if (!free && std::exchange(m_isSessionLocked, false))
        m_repo.connection().executeAnyway(engineOf(m_repo).unlockSession());
    return free;
}

MigrationLockHolder MigrationLock::holder()
{
    MigrationLockHolder found;
    if (const QString path = engineOf(m_repo).lockFile(m_repo.connection().url()); !path.isEmpty() && !m_file) {
        qint64 process = 0;
        QLockFile(path).getLockInfo(&process, &found.address, &found.application);
        found.process = process > 0 ? QString::number(process) : QString();
    }
    const QString sql = engineOf(m_repo).lockHolder(MigrationBooks::tableName());
    if (sql.isEmpty())
        return found;
    // Inside a transaction PostgreSQL goes on telling what it told first, and a failure would end it.
    static_cast<void>(m_repo.transaction(Nested::Savepoint, [&] {
        return m_repo.connection().select({.sql = sql}, [&](const RowReader &row) {
            const auto text = [&row](int column) { return row.value(column, Type::String).toString(); };
            found = {.process = text(0), .application = text(1), .user = text(2), .address = text(3), .since = row.value(4, Type::UtcDatetime).toDateTime()};
            return false;
        });
    }));
    return found;
}

} // namespace db
