// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/cancel_token.h"
#include "core/toolkit/dialect.h"
#include "core/toolkit/row_reader.h"

#include <functional>
#include <memory>
#include <optional>

namespace db {

class Interrupt;
class StatementGuard;
class StatementWatch;

/// One connection to a database, used in the thread that opened it. Prepared statements are kept by their text.
///
/// A server that went away is found out by the statement that fails: with the error ConnectionLost, when nothing was
/// stored, or with OutcomeUnknown, when it was a write or a commit whose answer did not come. The next statement outside a
/// transaction connects again, and tries so for some seconds; a SELECT or BEGIN does so itself and is repeated once.
class Connection
{
    using Moment = CancelToken::Moment;

public:
    enum class Access {
        ReadWrite,
        ReadOnly
    };

    /// Opens and sets up the connection. A missing database is an error: create() makes one. `token` withdraws the
    /// opening, and then what is asked of the connection until it gets another one.
    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Access access = Access::ReadWrite,
                                                    std::shared_ptr<CancelToken> token = {});
    /// Makes an empty database, and the folder it lies in. An existing one is an error.
    static Result<void> create(const DatabaseUrl &url);
    /// Deletes the database with everything in it. A missing one is an error.
    static Result<void> drop(const DatabaseUrl &url);

    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const DatabaseUrl &url() const { return m_url; }
    const Dialect &dialect() const { return *m_dialect; }
    /// Whether nothing can be written: this user may not, or it was opened so.
    bool isReadOnly() const { return m_readOnly; }

    struct Outcome
    {
        qint64 affected = 0;
        QVariant insertedId;
    };
    /// Runs a statement that returns no rows. What a refused one violated is left in lastViolation().
    Result<Outcome> execute(const Statement &statement);
    /// Runs an INSERT once for each of many rows, and returns how many rows it made. `fill` puts in the values of a row.
    Result<qint64> insertEach(const Statement &statement, qsizetype rows,
                              const std::function<void(qsizetype row, QList<Bind> &binds)> &fill);
    /// Runs a SELECT and calls `each` for every row until it returns false. A value that cannot be read is an error.
    Result<void> select(const Statement &statement, const std::function<bool(const RowReader &)> &each);
    /// The text, kept here, of the statement that selects a row of a described struct by its key; empty at first. Such
    /// statements run so often that making the text would take as long as the answer.
    QString &lookup(const Schema &schema);
    /// The INSERT of one row that ran last for a table, kept for the same reason; empty at first.
    struct KeptInsert
    {
        QStringList columns;
        QStringList returned;
        QString sql;
    };
    KeptInsert &keptInsert(const QString &table);
    const Violation &lastViolation() const { return m_violation; }

    /// On SQLite a transaction that may write waits here until no other connection writes.
    Result<void> begin();
    Result<void> commit();
    void rollback();
    /// Takes back a transaction that begin() knows nothing of, since a statement began it; whether there was one.
    bool rollbackStray();
    /// Runs a statement by which something is left again, even when the request was withdrawn.
    void executeAnyway(const QString &sql);
    /// A place inside a transaction to which it can be rolled back. Each has a number of its own.
    Result<void> savepoint(qsizetype number);
    Result<void> release(qsizetype number);
    void rollbackTo(qsizetype number);
    /// Takes back what was done since a savepoint, and leaves it open.
    Result<void> restart(qsizetype number);

    /// The token of the request being served.
    void setToken(std::shared_ptr<CancelToken> token) { m_token = std::move(token); }
    /// Whether the request being served was withdrawn, or is out of time: asked before, and by the dialect while, a
    /// statement runs.
    bool isCanceled() const
    {
        return (m_token && m_token->isOver()) || (m_deadline != Moment::max() && std::chrono::steady_clock::now() >= m_deadline);
    }
    /// From now on, `token` withdraws what is asked. `queued` is how long the request had to wait, for the telemetry.
    /// `giveUp` is called, by another thread, when the request is over while the connection waits for a server that may
    /// never answer: who asks need not wait with it. Nothing that is asked afterwards runs.
    void beginRequest(std::shared_ptr<CancelToken> token, std::chrono::nanoseconds queued, std::function<void(const Error &)> giveUp);
    /// Forgets the token, and rolls back a transaction that was left open.
    void endRequest();
    /// While it is held, a connection that is lost stays lost: what is asked of it is answered with ConnectionLost. For
    /// work that relies on what belongs to one session, such as a lock that no transaction holds.
    void setHeld(bool isHeld) { m_isHeld = isHeld; }

private:
    struct Private;
    Connection(const DatabaseUrl &url, const Dialect &dialect);
    using Consume = std::function<Result<void>(PreparedStatement &, qint64 &rows)>;
    Result<void> connect();
    Result<void> connectTo(const DatabaseUrl &place);
    void lose();

    Result<void> run(const Statement &statement, const Consume &consume);
    Result<void> attempt(const Statement &statement, const Consume &consume, StatementWatch &watch, qint64 &rows);
    /// Connects again where that is needed. The error says why nothing can be asked.
    Result<void> makeReady(const Statement &statement);
    Result<void> findServer(bool isQuestioned);
    /// Soon after the loss it tries for some seconds.
    Result<void> reconnect();
    /// Runs `work`, which is ended when the request is canceled or the statement takes too long.
    Result<void> watched(const Statement &statement, const std::function<Result<void>(StatementGuard &)> &work);
    /// Whether somebody is there.
    bool answers();
    Result<void> runPlain(const QString &sql);

    enum class HasBegun {
        No,
        Yes
    };
    Error failure(const NativeError &reason, const Statement &statement, HasBegun hasBegun = HasBegun::Yes);
    Error outcomeUnknown(Error error) const;
    /// What is left to say when a definition has ended the transaction.
    Error endedBy(const Statement &definition) const;
    Error lossOf(const QString &what) const;
    /// Why isCanceled().
    Error over() const;

    DatabaseUrl m_url;
    const Dialect *m_dialect;
    std::unique_ptr<Private> d;
    std::shared_ptr<CancelToken> m_token;
    Violation m_violation;
    bool m_readOnly = false;
    std::chrono::nanoseconds m_queued{};
    std::function<void(const Error &)> m_giveUp;

    std::shared_ptr<Interrupt> m_interrupt; ///< null where nobody else has to end a statement
    std::optional<std::chrono::milliseconds> m_timeout; ///< how long a statement may go without an answer
    Moment m_deadline = Moment::max(); ///< when the running statement must have an answer
    Moment m_lastUsed = {};
    bool m_isConnecting = false;
    bool m_isLost = false;
    bool m_isHeld = false;
    Moment m_lostAt = {};
    bool m_isInTransaction = false;
    std::optional<Error> m_transactionEnd; ///< why the transaction ended before its time
};

} // namespace db
