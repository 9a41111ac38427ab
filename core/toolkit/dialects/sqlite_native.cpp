// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_native.h"

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

} // namespace

Result<std::function<void()>> attachSqlite(const QVariant &handle, const QString &driverSourceId)
{
    auto *connection = handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
    if (!connection || driverSourceId != QLatin1StringView(sqlite3_sourceid())) {
        return Failure({.kind = Error::Kind::CannotOpen,
                        .message = u"Qt's SQLite driver and this program use two different SQLite libraries"_s,
                        .subject = driverSourceId});
    }
    sqlite3_create_function(connection, sqliteContainsFunction, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, &contains, nullptr, nullptr);
    return [connection] { sqlite3_interrupt(connection); };
}

} // namespace db
