// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How a connection runs statements.

#include "core/toolkit/connection_private.h"
#include "core/toolkit/statement_guard.h"
#include "core/toolkit/statement_watch.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Names the place of the refused value, and shows it.
Error unreadable(const RowReader::Refusal &refusal, const PreparedStatement &row, const Statement &statement)
{
    const QString table = row.tableName(refusal.column);
    const QString place = (table.isEmpty() ? statement.source : table) + u'.' + row.columnName(refusal.column);
    QString message = u"%1 holds a value that cannot be read"_s.arg(place);
    if (!refusal.isRedacted)
        message += u": \"" + row.raw(refusal.column).toString() + u'"';
    if (refusal.keyColumn)
        message += u", in the row with the %1 %2"_s.arg(row.columnName(*refusal.keyColumn), row.raw(*refusal.keyColumn).toString());
    return {.kind = Error::Kind::Unreadable, .message = message, .subject = place, .sql = statement.sql};
}

bool isWrite(Statement::Kind kind)
{
    return kind != Statement::Kind::Select && kind != Statement::Kind::Transaction;
}

} // namespace

Result<Connection::Outcome> Connection::execute(const Statement &statement)
{
    Outcome outcome;
    const Result<void> done = run(statement, [&](PreparedStatement &running, qint64 &rows) -> Result<void> {
        outcome.affected = running.affected();
        if (statement.kind == Statement::Kind::Insert)
            outcome.insertedId = running.insertedId();
        rows = outcome.affected;
        return {};
    });
    if (!done)
        return Failure(done.error());
    return outcome;
}

Result<void> Connection::select(const Statement &statement, const std::function<bool(const RowReader &)> &each)
{
    return run(statement, [&](PreparedStatement &running, qint64 &rows) -> Result<void> {
        const RowReader reader(running, *m_dialect);
        for (;;) {
            const tl::expected<bool, NativeError> found = running.next();
            if (!found)
                return Failure(failure(found.error(), statement));
            if (!*found)
                return {};
            if (isCanceled())
                return Failure(over());
            ++rows;
            const bool goesOn = each(reader);
            if (reader.refusal())
                return Failure(unreadable(*reader.refusal(), running, statement));
            if (!goesOn)
                return {};
        }
    });
}

Result<void> Connection::run(const Statement &statement, const Consume &consume)
{
    StatementWatch watch(statement, std::exchange(m_queued, {}));
    qint64 rows = 0;
    Result<void> done = attempt(statement, consume, watch, rows);
    // What only reads is repeated, once, unless its rows are half used already.
    const bool isRepeatable = !m_isConnecting && !m_isInTransaction && !isWrite(statement.kind) && rows == 0;
    if (!done && done.error().kind == Error::Kind::ConnectionLost && isRepeatable)
        done = attempt(statement, consume, watch, rows);
    if (!done)
        return watch.fail(done.error());
    watch.setRows(rows);
    return {};
}

Result<void> Connection::attempt(const Statement &statement, const Consume &consume, StatementWatch &watch, qint64 &rows)
{
    if (const Result<void> ready = makeReady(statement); !ready)
        return ready;
    return watched(statement, [&](StatementGuard &guard) -> Result<void> {
        const bool hasValues = statement.kind != Statement::Kind::Definition;
        auto prepared = d->take(*this, hasValues ? statement.sql : m_dialect->withoutValues(statement.sql));
        if (!prepared)
            return Failure(failure(prepared.error(), statement, HasBegun::No));
        const tl::expected<void, NativeError> started = (*prepared)->start(statement.binds);
        watch.answered();
        if (started) {
            guard.answered();
            // MariaDB still tells the columns of a result that it was told to end, and only then the error.
            if (!isCanceled())
                m_deadline = Alarm::never();
        }
        const Result<void> done = started ? consume(**prepared, rows) : Failure(failure(started.error(), statement));
        // An unfinished SELECT would hold its snapshot, and keep SQLite's connection interrupted.
        (*prepared)->finish();
        if (statement.kind != Statement::Kind::Definition) {
            if (!m_isLost)
                d->putBack(statement.sql, std::move(*prepared));
            return done;
        }
        d->statements.clear();
        if (done && m_isInTransaction && !m_dialect->rollsDefinitionsBack() && m_dialect->transactionState(d->database) == TransactionState::None)
            m_transactionEnd = endedBy(statement);
        return done;
    });
}

Result<qint64> Connection::insertEach(const Statement &statement, qsizetype rows,
                                      const std::function<void(qsizetype row, QList<Bind> &binds)> &fill)
{
    StatementWatch watch(statement, std::exchange(m_queued, {}));
    if (const Result<void> ready = makeReady(statement); !ready)
        return watch.fail(ready.error());
    const auto fillUnlessCanceled = [&](qsizetype row, QList<Bind> &binds) {
        if (isCanceled())
            return false;
        fill(row, binds);
        return true;
    };
    qint64 inserted = 0;
    const Result<void> done = watched(statement, [&](StatementGuard &guard) -> Result<void> {
        auto prepared = d->take(*this, statement.sql);
        if (!prepared)
            return Failure(failure(prepared.error(), statement, HasBegun::No));
        // Each row is a short statement of its own; only the request's time counts for all of them.
        guard.answered();
        m_deadline = Alarm::never();
        const tl::expected<qint64, NativeError> made = (*prepared)->insertEach(statement.binds, rows, fillUnlessCanceled);
        if (!made)
            return Failure(failure(made.error(), statement));
        inserted = *made;
        d->putBack(statement.sql, std::move(*prepared));
        return isCanceled() ? Result<void>(Failure(over())) : Result<void>();
    });
    if (!done)
        return watch.fail(done.error());
    watch.setRows(inserted);
    return inserted;
}

Result<void> Connection::makeReady(const Statement &statement)
{
    if (isCanceled())
        return Failure(over());
    if (m_transactionEnd)
        return Failure(*m_transactionEnd);
    // A connection may be lost while nobody uses it. Before a write that is found out by a question: the outcome of the
    // write itself would be unknown.
    constexpr std::chrono::seconds trusted(1);
    const bool isQuestioned = m_interrupt && !m_isLost && !m_isInTransaction && isWrite(statement.kind)
        && (std::chrono::steady_clock::now() - m_lastUsed > trusted || m_interrupt->hasNews());
    if (m_isConnecting || (!m_isLost && !isQuestioned))
        return {};
    const Result<void> found = findServer(isQuestioned);
    // Who asks may have been told so meanwhile.
    return found && isCanceled() ? Failure(over()) : found;
}

Result<void> Connection::findServer(bool isQuestioned)
{
    const Alarm alarm(m_token, m_token ? m_token->deadline() : Alarm::never(), [this] {
        if (m_giveUp)
            m_giveUp(over());
        return Alarm::never();
    });
    if (isQuestioned && !answers())
        lose();
    if (!m_isLost)
        return {};
    return m_isHeld ? Failure(lossOf(u"what it held"_s)) : reconnect();
}

Result<void> Connection::watched(const Statement &statement, const std::function<Result<void>(StatementGuard &)> &work)
{
    // Changes of tables take as long as they take.
    if (m_timeout && statement.kind != Statement::Kind::Definition)
        m_deadline = std::chrono::steady_clock::now() + *m_timeout;
    // While the connection is made ready, another guard stands over all of that.
    StatementGuard guard(m_isConnecting ? nullptr : m_interrupt, m_token, m_deadline);
    Result<void> done = work(guard);
    const StatementGuard::End end = guard.finish();
    m_deadline = Alarm::never();
    // An interrupt that came late ends what is asked next: nothing that matters.
    if (end == StatementGuard::End::Cut || (end == StatementGuard::End::Interrupted && !m_isLost && !answers()))
        lose();
    if (m_interrupt)
        m_lastUsed = std::chrono::steady_clock::now();
    return done;
}

bool Connection::answers()
{
    constexpr std::chrono::seconds patience(5);
    const Statement question{.kind = Statement::Kind::Transaction, .sql = u"SELECT 1"_s};
    StatementGuard guard(m_interrupt, nullptr, std::chrono::steady_clock::now() + patience);
    const auto ask = [&]() -> tl::expected<void, NativeError> {
        auto prepared = d->take(*this, question.sql);
        if (!prepared)
            return tl::unexpected(prepared.error());
        tl::expected<void, NativeError> answered = (*prepared)->start(question.binds);
        (*prepared)->finish();
        if (answered)
            d->putBack(question.sql, std::move(*prepared));
        return answered;
    };
    const tl::expected<void, NativeError> answered = ask();
    Violation none;
    // Any other complaint is an answer, too.
    const bool isLost = !answered && m_dialect->classify(answered.error(), question, none).kind == Error::Kind::ConnectionLost;
    return guard.finish() != StatementGuard::End::Cut && !isLost;
}

Error Connection::failure(const NativeError &reason, const Statement &statement, HasBegun hasBegun)
{
    m_violation = {};
    Error error = m_dialect->classify(reason, statement, m_violation);
    if (error.subject.isEmpty())
        error.subject = m_url.displayName();
    using Kind = Error::Kind;
    const bool isTakenBack = error.kind == Kind::Locked; // by a deadlock
    if (error.kind == Kind::ConnectionLost) {
        lose();
        if (hasBegun == HasBegun::Yes && isWrite(statement.kind) && !m_isInTransaction)
            return outcomeUnknown(error);
    }
    // What was cut short looks like a wait for a lock that took too long, or like a server that went away.
    const bool mayBeCutShort = error.kind == Kind::Canceled || error.kind == Kind::TimedOut || error.kind == Kind::Locked || error.kind == Kind::ConnectionLost;
    if (mayBeCutShort && isCanceled())
        error = over();
    if (m_isInTransaction && !m_transactionEnd && m_dialect->transactionState(d->database) == TransactionState::None) {
        // MariaDB stores what came before a definition, though the definition itself fails.
        const bool isStored = statement.kind == Statement::Kind::Definition && !m_dialect->rollsDefinitionsBack() && !isTakenBack;
        m_transactionEnd = isStored ? endedBy(statement) : error;
    }
    return error;
}

Error Connection::endedBy(const Statement &definition) const
{
    Error error = Error::refused(u"A change of tables has ended the transaction, as it does on this engine: what came before it is stored"_s, m_url.displayName());
    error.sql = definition.sql;
    return error;
}

Error Connection::lossOf(const QString &what) const
{
    return {.kind = Error::Kind::ConnectionLost, .message = u"%1: the connection was lost, and with it %2"_s.arg(m_url.displayName(), what)};
}

Error Connection::outcomeUnknown(Error error) const
{
    error.kind = Error::Kind::OutcomeUnknown;
    error.message = u"%1: the connection was lost before the server said whether the change is stored"_s.arg(m_url.displayName());
    return error;
}

Error Connection::over() const
{
    const QString name = m_url.displayName();
    if (m_token && m_token->isCanceled())
        return Error::canceled();
    if (m_token && m_token->isOver())
        return Error::timedOut(u"%1: the request took longer than it may"_s.arg(name));
    return Error::timedOut(u"%1: the database did not answer a statement within %2 s"_s.arg(name).arg(double(m_timeout->count()) / 1000));
}

} // namespace db
