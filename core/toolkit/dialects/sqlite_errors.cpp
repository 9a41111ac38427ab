// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What SQLite's result codes mean (https://www.sqlite.org/rescode.html), and what its texts tell of a violation.

#include "core/toolkit/dialects/error_words.h"
#include "core/toolkit/dialects/sqlite.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// "UNIQUE constraint failed: posts.tenant, posts.title" or "…: index 'lower_name'".
void describeUnique(const QString &text, Violation &violation)
{
    static const QRegularExpression index(u"index '(.+)'"_s);
    if (const QRegularExpressionMatch match = index.match(text); match.hasMatch()) {
        violation.constraint = match.captured(1);
        return;
    }
    for (const QString &place : text.section(u"failed: "_s, 1).split(u", "_s)) {
        violation.table = place.section(u'.', 0, 0);
        violation.columns.append(place.section(u'.', 1));
    }
}

} // namespace

Error SqliteDialect::classify(const NativeError &native, const Statement &statement, Violation &violation) const
{
    const int extended = native.code.toInt();
    // The driver adds words of its own behind a line feed or blank; SQLite's own text is enough.
    const QString reason = native.text.trimmed();
    const auto error = [&](Error::Kind kind, const QString &message) {
        return failed(kind, message, native, statement);
    };
    switch (extended) {
    case 2067: // SQLITE_CONSTRAINT_UNIQUE
    case 1555: // SQLITE_CONSTRAINT_PRIMARYKEY
        describeUnique(reason, violation);
        return error(Error::Kind::Unique, u"A row%1 with the same %2 exists already"_s.arg(ofTable(statement.source), violation.columns.join(u", ")));
    case 1811: // SQLITE_CONSTRAINT_TRIGGER, as which SQLite carries out ON DELETE RESTRICT
        if (!reason.contains(u"FOREIGN KEY"))
            break;
        [[fallthrough]];
    case 787: // SQLITE_CONSTRAINT_FOREIGNKEY
        violation.table = statement.source;
        return error(Error::Kind::ForeignKey,
                     statement.kind == Statement::Kind::Delete ? u"Other rows still refer to this row%1"_s.arg(ofTable(statement.source))
                                                               : u"A row%1 refers to a row that does not exist"_s.arg(ofTable(statement.source)));
    case 1299: // SQLITE_CONSTRAINT_NOTNULL
        violation.columns = {reason.section(u"failed: "_s, 1).section(u'.', 1)};
        return error(Error::Kind::NotNull, u"%1%2 needs a value"_s.arg(violation.columns.first(), ofTable(statement.source)));
    case 275: // SQLITE_CONSTRAINT_CHECK
        violation.constraint = reason.section(u"failed: "_s, 1);
        return error(Error::Kind::Check, u"A row%1 breaks the rule %2"_s.arg(ofTable(statement.source), violation.constraint));
    default:
        break;
    }
    switch (extended & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return error(Error::Kind::Locked, u"Another program is writing to the database and did not finish in time"_s);
    case 8: // SQLITE_READONLY
        return error(Error::Kind::ReadOnly, u"The database can only be read"_s);
    case 9: // SQLITE_INTERRUPT
        return Error::canceled();
    case 11: // SQLITE_CORRUPT
        return error(Error::Kind::Corrupt, u"The database file is damaged: %1"_s.arg(reason));
    case 13: // SQLITE_FULL
        return error(Error::Kind::DiskFull, u"There is no room left for the database"_s);
    case 14: // SQLITE_CANTOPEN
        return error(Error::Kind::CannotOpen, u"The database file cannot be opened"_s);
    case 26: // SQLITE_NOTADB
        return error(Error::Kind::NotADatabase, u"The file is not a SQLite database"_s);
    default:
        break;
    }
    if (statement.kind == Statement::Kind::Insert && reason.contains(u"ON CONFLICT clause does not match"))
        return withoutUniqueIndex(native, statement);
    if (reason.contains(u"no such table") || reason.contains(u"no such column") || reason.contains(u"has no column named"))
        return withoutTable(native, statement);
    return error(Error::Kind::Statement, reason);
}

} // namespace db
