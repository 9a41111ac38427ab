// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/error.h"

#include "core/toolkit/changeset_core.h"
#include "core/toolkit/database_url.h"

namespace db {

Error Error::invalid(const ChangesetCore &changeset)
{
    QStringList complaints;
    const QList<FieldError> errors = changeset.allErrors();
    for (const FieldError &error : errors)
        complaints.prepend(error.field + u' ' + error.text());
    Error error{.kind = Kind::Invalid};
    error.message = complaints.join(u", ");
    error.subject = changeset.schema().table();
    error.changeset = std::make_shared<const ChangesetCore>(changeset);
    return error;
}

Error Error::refused(const QString &message, const QString &subject)
{
    Error error{.kind = Kind::Refused};
    error.message = message;
    error.subject = subject;
    return error;
}

Error Error::notFound(const QString &table)
{
    Error error{.kind = Kind::NotFound};
    error.message = u"There is no such row in " + table;
    error.subject = table;
    return error;
}

Error Error::stale(const QString &table)
{
    Error error{.kind = Kind::Stale};
    error.message = QStringLiteral("The row of %1 was changed or deleted since it was read").arg(table);
    error.subject = table;
    return error;
}

Error Error::canceled()
{
    Error error{.kind = Kind::Canceled};
    error.message = QStringLiteral("The request was canceled");
    return error;
}

Error Error::timedOut(const QString &what)
{
    Error error{.kind = Kind::TimedOut};
    error.message = what;
    return error;
}

Error Error::cannotOpen(const DatabaseUrl &url, const QString &why)
{
    return {.kind = Kind::CannotOpen, .message = url.displayName() + u": " + why, .subject = url.path()};
}

} // namespace db
