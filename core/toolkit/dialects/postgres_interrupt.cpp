// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What is asked of a connection to PostgreSQL besides statements, by libpq itself.

#include "core/toolkit/dialects/postgres.h"
#include "core/toolkit/socket_interrupt.h"

#include <QSqlDatabase>
#include <QSqlDriver>

#include <array>
#include <libpq-fe.h>

namespace db {

namespace {

PGconn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return handle.isValid() ? *static_cast<PGconn *const *>(handle.constData()) : nullptr;
}

/// "Canceling Queries in Progress": https://www.postgresql.org/docs/current/libpq-cancel.html
class PostgresInterrupt : public SocketInterrupt
{
public:
    explicit PostgresInterrupt(PGconn *connection)
        : SocketInterrupt(PQsocket(connection)), m_cancel(PQgetCancel(connection)) { }
    ~PostgresInterrupt() override { PQfreeCancel(m_cancel); }
    PostgresInterrupt(const PostgresInterrupt &) = delete;
    PostgresInterrupt &operator=(const PostgresInterrupt &) = delete;

    void send() override
    {
        // A failure has no other consequence than success that comes too late: after a while the connection is cut.
        std::array<char, 256> whyNot;
        PQcancel(m_cancel, whyNot.data(), int(whyNot.size()));
    }

private:
    PGcancel *m_cancel;
};

} // namespace

std::shared_ptr<Interrupt> PostgresDialect::interrupt(const DatabaseUrl &, const QSqlDatabase &database) const
{
    PGconn *connection = handleOf(database);
    return connection ? std::make_shared<PostgresInterrupt>(connection) : nullptr;
}

TransactionState PostgresDialect::transactionState(const QSqlDatabase &database) const
{
    switch (PQtransactionStatus(handleOf(database))) {
    case PQTRANS_INTRANS:
    case PQTRANS_ACTIVE:
        return TransactionState::Active;
    case PQTRANS_INERROR:
        return TransactionState::Failed;
    case PQTRANS_IDLE:
    case PQTRANS_UNKNOWN:
        return TransactionState::None;
    }
    Q_UNREACHABLE();
}

} // namespace db
