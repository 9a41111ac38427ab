// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/migrator.h"

#include <QElapsedTimer>

#include <memory>

class QLockFile;

namespace db {

/// Keeps other programs from migrating, Ecto included, while one migration runs. Who has to wait tries again and again,
/// so that it can tell meanwhile for whom it waits.
///
/// | engine | in a transaction | without one |
/// |---|---|---|
/// | SQLite | the transaction; a file beside the database | that file |
/// | PostgreSQL | Ecto's lock on the books, and an advisory lock | the advisory lock of the session, once Ecto's is free |
/// | MariaDB | - | GET_LOCK(), by the name of the database |
class MigrationLock
{
public:
    MigrationLock(Repo &repo, const Migrator::Options &options);
    ~MigrationLock();

    /// Before a transaction begins: what is no part of it.
    Result<void> prepare();
    /// In a transaction, until its end; or without one, until release().
    Result<void> take();
    void release();
    /// Does something that another program may be in the way of, until it can be done.
    Result<void> waitFor(const std::function<Result<void>()> &work);
    /// Waits a moment for who is in the way. Fails with the given error once it has taken too long.
    Result<void> wait(const Error &error);

private:
    Result<void> lockFile();
    Result<void> tryInTransaction();
    Result<void> tryInSession();
    MigrationLockHolder holder();

    Repo &m_repo;
    const Migrator::Options &m_options;
    std::unique_ptr<QLockFile> m_file;
    bool m_isSessionLocked = false;
    QElapsedTimer m_waiting;
    QString m_told; ///< of whom it was told last
};

} // namespace db
