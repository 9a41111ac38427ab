// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/fwd.h"

#include <QMetaObject>
#include <QString>

#include <memory>
#include <tl/expected.hpp>

class QDebug;

namespace db {

/// Why the database, or a changeset, said no.
///
/// There is one error type for everything a Repo does, so that a screen has one place to look: a refused
/// changeset travels inside it (kind Invalid), everything else says what went wrong with which object.
struct Error
{
    Q_GADGET

public:
    enum class Kind {
        Invalid, ///< a changeset has errors; see `changeset`
        Refused, ///< a rule outside any single field said no; `message` says why
        NotFound, ///< no row with that key
        MultipleResults, ///< one() found more than one row
        Stale, ///< the row was changed or deleted since it was read
        Canceled, ///< the asker withdrew the request
        TimedOut, ///< it took longer than it may
        ConnectionLost, ///< the server went away, and nothing was stored
        OutcomeUnknown, ///< the server went away while it was storing: look whether it did
        CannotOpen, ///< no such file, no permission, or an engine this build does not speak
        NotADatabase, ///< the file is something else
        Corrupt, ///< the file is damaged
        ReadOnly, ///< the database accepts no writes
        Locked, ///< somebody else is writing and did not finish in time
        DiskFull, ///< no room left
        MissingTable, ///< a table, column or unique index does not exist: a migration is pending
        Unique, ///< a unique index no changeset declared
        ForeignKey, ///< a reference without its row, or a row that is still referred to
        NotNull, ///< a column that needs a value
        Check, ///< a check constraint no changeset declared
        Exclusion, ///< a row that collides with another by an exclusion constraint
        TooLong, ///< a text that its column has no room for
        OutOfRange, ///< a number that its column cannot hold
        Unreadable, ///< a stored value that its column or member cannot hold
        Statement ///< the statement itself is wrong
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Statement;
    QString message = {}; ///< one English sentence that names the object; for logs and for "Details"
    QString subject = {}; ///< the file, table, constraint, step or person it is about
    QString code = {}; ///< the engine's own code, e.g. "2067"
    QString sql = {}; ///< the statement without its values
    std::shared_ptr<const ChangesetCore> changeset = {}; ///< set when kind is Invalid

    /// The name of the kind, "NotFound" for example.
    QString kindName() const;

    /// A changeset that may not be stored.
    static Error invalid(const ChangesetCore &changeset);
    static Error refused(const QString &message, const QString &subject = {});
    /// `key` is the text of the primary key, if that is what was looked for.
    static Error notFound(const QString &table, const QString &key = {});
    static Error multipleResults(const QString &table, qsizetype rows);
    /// `key` is the text of the row's primary key; empty if it has none.
    static Error stale(const QString &table, const QString &key);
    static Error canceled();
    /// `what` is a sentence that says what took too long, and how long that may take.
    static Error timedOut(const QString &what);
    /// A database that is not there, or that this program cannot open.
    static Error cannotOpen(const DatabaseUrl &url, const QString &why);
};

/// All that an error says, for logs: `db::Error(NotFound, "There is no such row in books", subject "books")`.
QDebug operator<<(QDebug debug, const Error &error);

/// What every database function returns: the value, or the reason why there is none.
template <typename T>
using Result = tl::expected<T, Error>;

/// `return db::Failure(error);` ends a function that returns a Result.
using Failure = tl::unexpected<Error>;

} // namespace db
