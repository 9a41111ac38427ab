// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/error.h"

#include "core/toolkit/changeset_core.h"
#include "core/toolkit/database_url.h"

#include <QDebug>
#include <QMetaEnum>

#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// " with the key 7"; nothing for a row that has no key yet.
QString withKey(const QString &key)
{
    return key.isEmpty() ? QString() : QString(u" with the key " + key);
}

} // namespace

QString Error::kindName() const
{
    return QString::fromLatin1(QMetaEnum::fromType<Kind>().valueToKey(int(kind)));
}

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

Error Error::notFound(const QString &table, const QString &key)
{
    const QString message = key.isEmpty() ? QString(u"There is no such row in " + table) : u"There is no row%1 in %2"_s.arg(withKey(key), table);
    return {.kind = Kind::NotFound, .message = message, .subject = table};
}

Error Error::multipleResults(const QString &table, qsizetype rows)
{
    const QString message = u"At most one row of %1 was expected, but %2 were found"_s.arg(table, QString::number(rows));
    return {.kind = Kind::MultipleResults, .message = message, .subject = table};
}

Error Error::stale(const QString &table, const QString &key)
{
    const QString message = u"The row of %1%2 was changed or deleted since it was read"_s.arg(table, withKey(key));
    return {.kind = Kind::Stale, .message = message, .subject = table};
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

QDebug operator<<(QDebug debug, const Error &error)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "db::Error(" << qPrintable(error.kindName()) << ", " << error.message;
    for (const auto &[name, text] : {std::pair("subject", &error.subject), std::pair("code", &error.code), std::pair("sql", &error.sql)}) {
        if (!text->isEmpty())
            debug << ", " << name << ' ' << *text;
    }
    debug << ')';
    return debug;
}

} // namespace db
