// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_native.h"

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/sqlite.h"
#include "core/toolkit/dialects/sqlite_decimal.h"
#include "core/toolkit/dialects/sqlite_functions.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QThread>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// SQLite asks after so many steps of its virtual machine: far less than a millisecond.
constexpr int stepsBetweenQuestions = 1000;

/// What the handlers need. The driver owns it, so that it lives as long as the connection.
class Watch : public QObject
{
public:
    Watch(const Connection &connection, QSqlDriver *driver, sqlite3 *native)
        : QObject(driver), m_connection(connection), m_native(native) { }

    bool isCanceled() const { return m_connection.isCanceled(); }
    bool isRunning() const
    {
        sqlite3_stmt *statement = nullptr;
        do
            statement = sqlite3_next_stmt(m_native, statement);
        while (statement && !sqlite3_stmt_busy(statement));
        return statement;
    }

private:
    const Connection &m_connection;
    sqlite3 *m_native;
};

/// SQLite also asks when a statement has done all its work. To end a BEGIN or COMMIT then would not undo it: it would
/// only be taken for a failure.
int endsStatement(void *watch)
{
    const auto *watched = static_cast<const Watch *>(watch);
    return watched->isCanceled() && watched->isRunning() ? 1 : 0;
}

/// Waits a little while another connection holds the lock; 0 gives up. SQLite's own handler would not hear of a cancel.
int waitForLock(void *watch, int attempt)
{
    constexpr unsigned long longestPause = 50; // milliseconds
    constexpr int attempts = 105; // 1 + 2 + 4 + 8 + 16 + 32 ms and 99 long pauses: five seconds
    if (attempt >= attempts || static_cast<const Watch *>(watch)->isCanceled())
        return 0;
    QThread::msleep(qMin(1UL << qMin(attempt, 6), longestPause));
    return 1;
}

} // namespace

sqlite3 *sqliteHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

TransactionState SqliteDialect::transactionState(const QSqlDatabase &database) const
{
    return sqlite3_get_autocommit(sqliteHandle(database)) ? TransactionState::None : TransactionState::Active;
}

Result<void> attachSqlite(const Connection &connection, const QSqlDatabase &database)
{
    // By QtSql: with two libraries, the connection of one must not be touched with the other.
    QSqlQuery asked(u"SELECT sqlite_source_id()"_s, database);
    const QString driverSourceId = asked.next() ? asked.value(0).toString() : QString();
    if (driverSourceId != QLatin1StringView(sqlite3_sourceid())) {
        return Failure({.kind = Error::Kind::CannotOpen,
                        .message = u"Qt's SQLite driver and this program use two different SQLite libraries"_s,
                        .subject = driverSourceId});
    }
    sqlite3 *native = sqliteHandle(database);
    auto *watch = new Watch(connection, database.driver(), native);
    addSqliteDecimals(native);
    addSqliteFunctions(native);
    sqlite3_progress_handler(native, stepsBetweenQuestions, &endsStatement, watch);
    sqlite3_busy_handler(native, &waitForLock, watch);
    return {};
}

} // namespace db
