// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// References that rest while tables are made anew, as https://www.sqlite.org/lang_altertable.html#otheralter has it: SQLite
// deletes the rows of a table that is dropped, and so those that refer to them.

#include "core/toolkit/connection.h"
#include "core/toolkit/dialects/sqlite.h"

using namespace Qt::StringLiterals;

namespace db {

Result<bool> SqliteDialect::areReferencesKept(Connection &connection)
{
    bool areKept = false;
    const Result<void> read = connection.select({.sql = u"SELECT foreign_keys FROM pragma_foreign_keys"_s}, [&](const RowReader &row) {
        areKept = row.value(0, Type::Integer).toLongLong() != 0;
        return true;
    });
    if (!read)
        return Failure(read.error());
    return areKept;
}

// In a transaction the switch has no effect, and none on references that were off before.
Result<bool> SqliteDialect::suspendReferences(Connection &connection) const
{
    const Result<bool> before = areReferencesKept(connection);
    if (!before || !*before)
        return before;
    connection.executeAnyway(u"PRAGMA foreign_keys = OFF"_s);
    const Result<bool> now = areReferencesKept(connection);
    return now ? Result<bool>(!*now) : now;
}

void SqliteDialect::resumeReferences(Connection &connection) const
{
    connection.executeAnyway(u"PRAGMA foreign_keys = ON"_s);
    connection.executeAnyway(u"PRAGMA legacy_alter_table = OFF"_s); // which a table that was made anew in vain left on
}

Result<void> SqliteDialect::checkReferences(Connection &connection) const
{
    QString table;
    QString broken;
    const Result<void> read = connection.select({.sql = u"PRAGMA foreign_key_check"_s}, [&](const RowReader &row) {
        table = row.value(0, Type::String).toString();
        const QString number = row.isNull(1) ? u"a row"_s : QString(u"row " + QString::number(row.value(1, Type::Integer).toLongLong()));
        broken = u"%1 of %2 refers to a row of %3 that does not exist"_s.arg(number, table, row.value(2, Type::String).toString());
        return false;
    });
    if (!read)
        return read;
    if (broken.isEmpty())
        return {};
    return Failure({.kind = Error::Kind::ForeignKey, .message = broken, .subject = table});
}

} // namespace db
