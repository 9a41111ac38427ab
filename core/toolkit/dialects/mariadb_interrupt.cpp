// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What is asked of a connection to MariaDB besides statements, by libmariadb itself.

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/mariadb.h"
#include "core/toolkit/dialects/mariadb_statement.h"
#include "core/toolkit/socket_interrupt.h"

#include <mysql.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

class MariadbInterrupt : public SocketInterrupt
{
public:
    MariadbInterrupt(const DatabaseUrl &url, MYSQL *connection)
        : SocketInterrupt(int(mysql_get_socket(connection))), m_url(url), m_number(mysql_thread_id(connection)) { }

    void send() override
    {
        // A failure has no other consequence than success that comes too late: after a while the connection is cut.
        if (const auto beside = Connection::open(m_url))
            static_cast<void>((*beside)->execute({.kind = Statement::Kind::Definition, .sql = u"KILL QUERY %1"_s.arg(m_number)}));
    }

private:
    const DatabaseUrl m_url;
    const unsigned long m_number;
};

} // namespace

std::shared_ptr<Interrupt> MariadbDialect::interrupt(const DatabaseUrl &url, const QSqlDatabase &database) const
{
    return std::make_shared<MariadbInterrupt>(url, mariadbHandle(database));
}

TransactionState MariadbDialect::transactionState(const QSqlDatabase &database) const
{
    MYSQL *connection = mariadbHandle(database);
    // The server tells with each answer but an error, such as that of a deadlock, which ends the transaction. The library
    // does not look into the answer to a ping.
    unsigned int status = 0;
    if (mysql_query(connection, "DO 0") != 0 || mariadb_get_infov(connection, MARIADB_CONNECTION_SERVER_STATUS, &status) != 0)
        return TransactionState::None;
    const bool isOpen = (status & SERVER_STATUS_IN_TRANS) != 0 || (status & SERVER_STATUS_AUTOCOMMIT) == 0;
    return isOpen ? TransactionState::Active : TransactionState::None;
}

} // namespace db
