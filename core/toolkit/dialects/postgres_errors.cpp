// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What PostgreSQL's codes mean (https://www.postgresql.org/docs/current/errcodes-appendix.html). Its texts
// are translated and so of no use.

#include "core/toolkit/dialects/error_words.h"
#include "core/toolkit/dialects/postgres.h"

using namespace Qt::StringLiterals;

namespace db {

Error PostgresDialect::classify(const NativeError &native, const Statement &statement, Violation &violation) const
{
    violation = native.violation;
    const auto error = [&](Error::Kind kind, const QString &message) {
        return failed(kind, message, native, statement);
    };
    const QString &code = native.code;
    if (code == u"23505")
        return error(Error::Kind::Unique, u"A row%1 with the same %2 exists already"_s.arg(ofTable(statement.source), violation.columns.join(u", ")));
    if (code == u"23503" || code == u"23001")
        return error(Error::Kind::ForeignKey,
                     violation.table != statement.source || statement.kind == Statement::Kind::Delete
                         ? u"Other rows still refer to this row%1"_s.arg(ofTable(statement.source))
                         : u"A row%1 refers to a row that does not exist"_s.arg(ofTable(statement.source)));
    if (code == u"23502")
        return error(Error::Kind::NotNull, u"%1%2 needs a value"_s.arg(violation.columns.join(u", "), ofTable(violation.table)));
    if (code == u"23514")
        return error(Error::Kind::Check, u"A row%1 breaks the rule %2"_s.arg(ofTable(statement.source), violation.constraint));
    if (code == u"23P01")
        return error(Error::Kind::Exclusion, u"A row%1 is in the way of another by the rule %2"_s.arg(ofTable(statement.source), violation.constraint));
    if (code == u"22001")
        return error(Error::Kind::TooLong, u"A value is too long for its column%1"_s.arg(ofTable(statement.source)));
    if (code == u"22003")
        return error(Error::Kind::OutOfRange, u"A number is out of the range of its column%1"_s.arg(ofTable(statement.source)));
    if (code == u"57014")
        return error(Error::Kind::TimedOut, u"The statement took longer than it may"_s);
    if (code == u"55P03" || code == u"40P01" || code == u"40001")
        return error(Error::Kind::Locked, u"Another program is writing to the same rows: %1"_s.arg(native.text));
    if (code == u"25006")
        return error(Error::Kind::ReadOnly, u"The database can only be read"_s);
    if (code == u"42501")
        return error(Error::Kind::Refused, u"The database does not allow this: %1"_s.arg(native.text));
    if (code == u"53100")
        return error(Error::Kind::DiskFull, u"There is no room left for the database"_s);
    if (code == u"53200")
        return error(Error::Kind::Refused, u"The server has not enough memory for this: %1"_s.arg(native.text));
    if (code == u"42P10" && statement.kind == Statement::Kind::Insert)
        return withoutUniqueIndex(native, statement);
    if (code == u"42P01" || code == u"42703" || code == u"3F000")
        return withoutTable(native, statement);
    if (code.startsWith(u"XX"))
        return error(Error::Kind::Corrupt, u"The database is damaged: %1"_s.arg(native.text));
    if (code.startsWith(u"57P") || code.startsWith(u"08"))
        return error(Error::Kind::ConnectionLost, native.text.isEmpty() ? u"The connection to the server is lost"_s : u"The connection to the server is lost: %1"_s.arg(native.text));
    return error(Error::Kind::Statement, native.text);
}

} // namespace db
