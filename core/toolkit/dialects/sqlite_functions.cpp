// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_functions.h"

#include "core/toolkit/dialects/sqlite_table_text.h"
#include "core/toolkit/dialects/sqlite_value.h"
#include "core/toolkit/iso8601.h"
#include "core/toolkit/pattern.h"
#include "core/toolkit/time_functions.h"
#include "core/toolkit/timestamp.h"
#include "core/toolkit/type.h"
#include "core/toolkit/zone_offsets.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// Whether one of the arguments is NULL; then the function is.
bool anyNull(sqlite3_value **arguments, int count)
{
    return std::any_of(arguments, arguments + count, [](sqlite3_value *value) { return sqlite3_value_type(value) == SQLITE_NULL; });
}

void contains(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    if (!anyNull(arguments, count))
        sqlite3_result_int(context, simpleLower(textOf(arguments[0])).contains(textOf(arguments[1])) ? 1 : 0);
}

bool isAscii(sqlite3_value *value)
{
    const unsigned char *text = sqlite3_value_text(value);
    return std::all_of(text, text + sqlite3_value_bytes(value), [](unsigned char c) { return c < 128; });
}

void ilike(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    if (anyNull(arguments, count))
        return;
    bool isLike = false;
    if (isAscii(arguments[1])) // SQLite's own is right then, and much faster
        isLike = sqlite3_strlike(reinterpret_cast<const char *>(sqlite3_value_text(arguments[1])), reinterpret_cast<const char *>(sqlite3_value_text(arguments[0])), '\\') == 0;
    else
        isLike = matchesPattern(simpleLower(textOf(arguments[0])), simpleLower(textOf(arguments[1])));
    sqlite3_result_int(context, isLike ? 1 : 0);
}

void like(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    if (!anyNull(arguments, count))
        sqlite3_result_int(context, matchesPattern(textOf(arguments[0]), textOf(arguments[1])) ? 1 : 0);
}

void truncate(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    if (anyNull(arguments, count))
        return;
    const QDateTime time = parseUtc(textOf(arguments[0]));
    if (!time.isValid())
        return;
    const auto zone = ZoneOffsets::of(QByteArray(reinterpret_cast<const char *>(sqlite3_value_text(arguments[2]))));
    const qint64 start = zone->startOf(Unit(sqlite3_value_int(arguments[1])), time.toSecsSinceEpoch());
    answer(context, QDateTime::fromSecsSinceEpoch(start, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

/// A time of any precision, with or without a zone mark, as a UtcDatetimeUsec is stored.
void moment(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    if (anyNull(arguments, count))
        return;
    if (const std::optional<Timestamp> time = Timestamp::fromString(textOf(arguments[0])))
        answer(context, time->toString());
}

void unhex(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    if (anyNull(arguments, count))
        return;
    const QByteArray bytes = QByteArray::fromHex(textOf(arguments[0]).toLatin1());
    sqlite3_result_blob64(context, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
}

/// Times are compared as text: the moved one is written as the other was.
void later(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    if (anyNull(arguments, count))
        return;
    const QString text = textOf(arguments[0]);
    const QDateTime time = parseUtc(text);
    if (!time.isValid())
        return;
    const QDateTime moved = later(time, Interval{sqlite3_value_int64(arguments[1]), sqlite3_value_int64(arguments[2])});
    QString written = moved.toString(text.at(10) == u'T' ? u"yyyy-MM-dd'T'HH:mm:ss" : u"yyyy-MM-dd HH:mm:ss");
    // No month and no second changes their parts, whatever digits these have.
    if (text.contains(u'.'))
        written += u'.' + timestampText(Timestamp::fromString(text)->microseconds, Precision::Microseconds).section(u'.', 1);
    if (text.endsWith(u'Z'))
        written += u'Z';
    answer(context, written);
}

/// The checks in the text of a CREATE TABLE, as JSON: pairs of name and condition.
void checks(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    if (anyNull(arguments, count))
        return;
    QJsonArray list;
    const QList<CheckInfo> found = readSqliteTable(textOf(arguments[0])).checks;
    for (const CheckInfo &check : found)
        list.append(QJsonArray{check.name.isEmpty() ? check.expression : check.name, check.expression});
    answer(context, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

} // namespace

void addSqliteFunctions(sqlite3 *connection)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto add = [&](const char *name, int arguments, void function(sqlite3_context *, int, sqlite3_value **)) {
        sqlite3_create_function(connection, name, arguments, flags, nullptr, function, nullptr, nullptr);
    };
    add("quecto_contains", 2, &contains);
    add("quecto_ilike", 2, &ilike);
    add("quecto_like", 2, &like);
    add("quecto_truncate", 3, &truncate);
    add("quecto_moment", 1, &moment);
    add("quecto_unhex", 1, &unhex);
    add("quecto_later", 3, &later);
    add("quecto_checks", 1, &checks);
}

} // namespace db
