// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// What MariaDB's codes mean (https://mariadb.com/kb/en/mariadb-error-code-reference/), and what its texts, English by our
// settings, tell of a violation.

#include "core/toolkit/dialects/error_words.h"
#include "core/toolkit/dialects/mariadb.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace db {

namespace {

QString captured(const QString &pattern, const QString &text)
{
    return QRegularExpression(pattern).match(text).captured(1);
}

QString unquoted(const QString &name)
{
    return QString(name).replace(u"``"_s, u"`"_s);
}

/// "… (`shop`.`books`, CONSTRAINT `books_author_id_fkey` FOREIGN KEY (`author_id`) REFERENCES `authors` (`id`))"
Violation foreignKeyOf(const QString &text)
{
    static const QRegularExpression shape(u"`((?:[^`]|``)+)`, CONSTRAINT `((?:[^`]|``)+)` FOREIGN KEY \\((.+?)\\) REFERENCES"_s);
    const QRegularExpressionMatch match = shape.match(text);
    Violation violation{.constraint = unquoted(match.captured(2)), .table = unquoted(match.captured(1)), .columns = {}};
    for (const QString &column : match.captured(3).split(u"`, `"_s, Qt::SkipEmptyParts))
        violation.columns.append(unquoted(QString(column).remove(QRegularExpression(u"^`|`$"_s))));
    return violation;
}

/// "… column 'title' at row 1" or "… column `shop`.`books`.`copies` at row 1"
QString columnOf(const QString &text)
{
    return unquoted(captured(u"(?:[Cc]olumn|Field) (?:`.+`\\.)?['`]((?:[^'`]|``)+)['`]"_s, text));
}

} // namespace

Error MariadbDialect::classify(const NativeError &native, const Statement &statement, Violation &violation) const
{
    const QString &text = native.text;
    const auto error = [&](Error::Kind kind, const QString &message) {
        return failed(kind, message, native, statement);
    };
    const auto columnError = [&](Error::Kind kind, const QString &message) {
        violation = {.constraint = {}, .table = statement.source, .columns = {columnOf(text)}};
        return error(kind, message.arg(violation.columns.first(), ofTable(statement.source)));
    };
    switch (native.code.toInt()) {
    case 1062: // ER_DUP_ENTRY
    case 1169: // ER_DUP_UNIQUE
    case 1586: // ER_DUP_ENTRY_WITH_KEY_NAME
        violation = {.constraint = captured(u"for key '(.+)'$"_s, text), .table = statement.source, .columns = {}};
        return error(Error::Kind::Unique, u"A row%1 with the same values in the index %2 exists already"_s.arg(ofTable(statement.source), violation.constraint));
    case 1216: // ER_NO_REFERENCED_ROW
    case 1452: // ER_NO_REFERENCED_ROW_2
        violation = foreignKeyOf(text);
        return error(Error::Kind::ForeignKey, u"A row%1 refers to a row that does not exist"_s.arg(ofTable(statement.source)));
    case 1217: // ER_ROW_IS_REFERENCED
    case 1451: // ER_ROW_IS_REFERENCED_2
        violation = foreignKeyOf(text);
        return error(Error::Kind::ForeignKey, u"Other rows still refer to this row%1"_s.arg(ofTable(statement.source)));
    case 1048: // ER_BAD_NULL_ERROR
    case 1263: // ER_WARN_NULL_TO_NOTNULL
    case 1364: // ER_NO_DEFAULT_FOR_FIELD
        return columnError(Error::Kind::NotNull, u"%1%2 needs a value"_s);
    case 4025: // ER_CONSTRAINT_FAILED
        // The check of a column is called `table.column`.
        violation = {.constraint = unquoted(captured(u"^CONSTRAINT `((?:[^`]|``)+)` failed"_s, text)), .table = statement.source, .columns = {}};
        if (violation.constraint.startsWith(QString(statement.source + u'.')))
            violation.columns = {violation.constraint.mid(statement.source.size() + 1)};
        return error(Error::Kind::Check, u"A row%1 breaks the rule %2"_s.arg(ofTable(statement.source), violation.constraint));
    case 1406: // ER_DATA_TOO_LONG
        return columnError(Error::Kind::TooLong, u"The value is too long for %1%2"_s);
    case 1264: // ER_WARN_DATA_OUT_OF_RANGE
        return columnError(Error::Kind::OutOfRange, u"The number is out of the range of %1%2"_s);
    case 1205: // ER_LOCK_WAIT_TIMEOUT
    case 1213: // ER_LOCK_DEADLOCK
        return error(Error::Kind::Locked, u"Another program is writing to the same rows: %1"_s.arg(text));
    case 1317: // ER_QUERY_INTERRUPTED
        return Error::canceled();
    case 1969: // ER_STATEMENT_TIMEOUT
        return error(Error::Kind::TimedOut, u"The statement took longer than it may"_s);
    case 1290: // ER_OPTION_PREVENTS_STATEMENT, --read-only
    case 1792: // ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION
    case 1836: // ER_READ_ONLY_MODE
        return error(Error::Kind::ReadOnly, u"The database can only be read"_s);
    case 1044: // ER_DBACCESS_DENIED_ERROR
    case 1142: // ER_TABLEACCESS_DENIED_ERROR
    case 1143: // ER_COLUMNACCESS_DENIED_ERROR
    case 1227: // ER_SPECIFIC_ACCESS_DENIED_ERROR
    case 1370: // ER_PROCACCESS_DENIED_ERROR
        return error(Error::Kind::Refused, u"The database does not allow this: %1"_s.arg(text));
    case 1021: // ER_DISK_FULL
    case 1114: // ER_RECORD_FILE_FULL
        return error(Error::Kind::DiskFull, u"There is no room left for the database"_s);
    case 1051: // ER_BAD_TABLE_ERROR
    case 1054: // ER_BAD_FIELD_ERROR
    case 1146: // ER_NO_SUCH_TABLE
        return withoutTable(native, statement);
    case 126: // HA_ERR_CRASHED
    case 1034: // ER_NOT_KEYFILE
    case 1194: // ER_CRASHED_ON_USAGE
    case 1712: // ER_INDEX_CORRUPT
        return error(Error::Kind::Corrupt, u"The database is damaged: %1"_s.arg(text));
    case 1047: // ER_UNKNOWN_COM_ERROR, by which a Galera node says that it lost the others
    case 1180: // ER_ERROR_DURING_COMMIT, by which it says so in the midst of a commit
    case 1053: // ER_SERVER_SHUTDOWN
    case 1927: // ER_CONNECTION_KILLED
    case 2006: // CR_SERVER_GONE_ERROR
    case 2013: // CR_SERVER_LOST
        return error(Error::Kind::ConnectionLost, u"The connection to the server is lost: %1"_s.arg(text));
    default:
        return error(Error::Kind::Statement, text);
    }
}

} // namespace db
