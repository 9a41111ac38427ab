// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/error_words.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace console {

QString kindName(db::Error::Kind kind)
{
    using Kind = db::Error::Kind;
    switch (kind) {
    case Kind::Invalid:
        return u"invalid"_s;
    case Kind::Refused:
        return u"refused"_s;
    case Kind::NotFound:
        return u"not_found"_s;
    case Kind::MultipleResults:
        return u"multiple_results"_s;
    case Kind::Stale:
        return u"stale"_s;
    case Kind::Canceled:
        return u"interrupted"_s;
    case Kind::TimedOut:
        return u"timed_out"_s;
    case Kind::ConnectionLost:
        return u"connection_lost"_s;
    case Kind::OutcomeUnknown:
        return u"outcome_unknown"_s;
    case Kind::CannotOpen:
        return u"cannot_open"_s;
    case Kind::NotADatabase:
        return u"not_a_database"_s;
    case Kind::Corrupt:
        return u"corrupt"_s;
    case Kind::ReadOnly:
        return u"read_only"_s;
    case Kind::Locked:
        return u"locked"_s;
    case Kind::DiskFull:
        return u"disk_full"_s;
    case Kind::MissingTable:
        return u"missing_table"_s;
    case Kind::Unique:
        return u"unique"_s;
    case Kind::ForeignKey:
        return u"foreign_key"_s;
    case Kind::NotNull:
        return u"not_null"_s;
    case Kind::Check:
        return u"check"_s;
    case Kind::Exclusion:
        return u"exclusion"_s;
    case Kind::TooLong:
        return u"too_long"_s;
    case Kind::OutOfRange:
        return u"out_of_range"_s;
    case Kind::Unreadable:
        return u"unreadable"_s;
    case Kind::Statement:
        return u"statement"_s;
    }
    Q_UNREACHABLE();
}

QString sentenceFor(const db::Error &error)
{
    using Kind = db::Error::Kind;
    switch (error.kind) {
    case Kind::Canceled:
        return u"Interrupted; all that had been done was taken back"_s;
    case Kind::NotADatabase:
    case Kind::Corrupt:
    case Kind::ReadOnly:
    case Kind::Locked:
    case Kind::DiskFull:
        return u"%1: %2"_s.arg(error.subject, error.message);
    default:
        return error.message;
    }
}

QString hintFor(const db::Error &error)
{
    switch (error.kind) {
    case db::Error::Kind::CannotOpen: {
        const bool isMissing = QDir::isAbsolutePath(error.subject) && !QFileInfo::exists(error.subject);
        const QFileInfo folder(QFileInfo(error.subject).path());
        const bool canBeMade = !folder.exists() || (folder.isDir() && folder.isWritable());
        return isMissing && canBeMade ? u"'quectoctl create' makes a new database."_s : QString();
    }
    case db::Error::Kind::MissingTable:
        return u"'quectoctl migrate' brings the database up to date."_s;
    case db::Error::Kind::Locked:
        return u"Try again when the other program is done, or close it."_s;
    case db::Error::Kind::ReadOnly:
        return u"Allow yourself to write to the file, or use a copy of it."_s;
    default:
        return {};
    }
}

} // namespace console
