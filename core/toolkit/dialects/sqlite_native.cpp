// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_native.h"

#include "core/toolkit/connection.h"

#include <QThread>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

void contains(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto text = [&](int index) {
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(arguments[index])), sqlite3_value_bytes(arguments[index]));
    };
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    sqlite3_result_int(context, text(0).toCaseFolded().contains(text(1)) ? 1 : 0);
}

/// SQLite asks after so many steps of its virtual machine: far less than a millisecond.
constexpr int stepsBetweenQuestions = 1000;

int isCanceled(void *connection)
{
    return static_cast<const Connection *>(connection)->isCanceled() ? 1 : 0;
}

/// Waits a little while another connection holds the lock; 0 gives up. SQLite's own handler would not hear of a cancel.
int waitForLock(void *connection, int attempt)
{
    constexpr unsigned long longestPause = 50; // milliseconds
    constexpr int attempts = 105; // 1 + 2 + 4 + 8 + 16 + 32 ms and 99 long pauses: five seconds
    if (attempt >= attempts || isCanceled(connection))
        return 0;
    QThread::msleep(qMin(1UL << qMin(attempt, 6), longestPause));
    return 1;
}

} // namespace

Result<void> attachSqlite(const Connection &connection, const QVariant &handle, const QString &driverSourceId)
{
    auto *native = handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
    if (!native || driverSourceId != QLatin1StringView(sqlite3_sourceid())) {
        return Failure({.kind = Error::Kind::CannotOpen,
                        .message = u"Qt's SQLite driver and this program use two different SQLite libraries"_s,
                        .subject = driverSourceId});
    }
    auto *asked = const_cast<Connection *>(&connection);
    sqlite3_create_function(native, sqliteContainsFunction, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, &contains, nullptr, nullptr);
    sqlite3_progress_handler(native, stepsBetweenQuestions, &isCanceled, asked);
    sqlite3_busy_handler(native, &waitForLock, asked);
    return {};
}

tl::expected<qint64, NativeError> runSqlite(const QVariant &handle, const QVariantList &values)
{
    auto *statement = *static_cast<sqlite3_stmt *const *>(handle.constData());
    QList<QByteArray> texts; // which SQLite reads where they are
    texts.reserve(values.size());
    for (int index = 1; index <= values.size(); ++index) {
        const QVariant &value = values.at(index - 1);
        switch (value.typeId()) {
        case QMetaType::UnknownType:
            sqlite3_bind_null(statement, index);
            break;
        case QMetaType::Int:
        case QMetaType::LongLong:
            sqlite3_bind_int64(statement, index, value.toLongLong());
            break;
        case QMetaType::Double:
            sqlite3_bind_double(statement, index, value.toDouble());
            break;
        case QMetaType::QByteArray:
            texts.append(value.toByteArray());
            sqlite3_bind_blob64(statement, index, texts.last().constData(), sqlite3_uint64(texts.last().size()), SQLITE_STATIC);
            break;
        default:
            texts.append(value.toString().toUtf8());
            sqlite3_bind_text64(statement, index, texts.last().constData(), sqlite3_uint64(texts.last().size()), SQLITE_STATIC, SQLITE_UTF8);
        }
    }
    sqlite3 *database = sqlite3_db_handle(statement);
    tl::expected<qint64, NativeError> changed;
    if (sqlite3_step(statement) == SQLITE_DONE)
        changed = sqlite3_changes(database);
    else
        changed = tl::unexpected(NativeError{QString::number(sqlite3_extended_errcode(database)), QString::fromUtf8(sqlite3_errmsg(database))});
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return changed;
}

} // namespace db
