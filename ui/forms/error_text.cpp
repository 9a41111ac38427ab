// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/error_text.h"

#include "core/toolkit/decimal.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ui {

namespace {

struct ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorTexts)
};

QString valueText(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<db::Decimal>() ? value.value<db::Decimal>().toString() : value.toString();
}

} // namespace

QString errorText(const db::FieldError &error)
{
    // "count" is the number a plural form depends on.
    const int count = error.options.value(QStringLiteral("count"), -1).toInt();
    const QString text = QCoreApplication::translate("db", error.message.constData(), nullptr, count);
    // In one pass, so that a value that looks like a placeholder stays what it is.
    static const QRegularExpression placeholder(u"%\\{(\\w+)\\}"_qs);
    QString filled;
    qsizetype from = 0;
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        filled += text.mid(from, match.capturedStart() - from) + valueText(error.options.value(match.captured(1)));
        from = match.capturedEnd();
    }
    return filled + text.mid(from);
}

QString errorText(const db::Error &error)
{
    using Kind = db::Error::Kind;
    switch (error.kind) {
    case Kind::Invalid:
        return ErrorTexts::tr("Some values are not acceptable.");
    case Kind::Refused:
        return ErrorTexts::tr("That is not possible: %1").arg(QCoreApplication::translate("db", error.message.toUtf8().constData()));
    case Kind::NotFound:
        return ErrorTexts::tr("It is not there any more: someone else has deleted it. Go back to the list and refresh it.");
    case Kind::MultipleResults:
        return ErrorTexts::tr("There are several where only one is expected. Please report this.");
    case Kind::Stale:
        return ErrorTexts::tr("Someone else has changed it in the meantime. Refresh it and decide again.");
    case Kind::Canceled:
        return ErrorTexts::tr("It was canceled.");
    case Kind::TimedOut:
        return ErrorTexts::tr("It took too long and was given up. Nothing was changed; try again later, or ask for less.");
    case Kind::ConnectionLost:
        return ErrorTexts::tr("The connection to the database was lost. Nothing was changed; try again.");
    case Kind::OutcomeUnknown:
        return ErrorTexts::tr("The connection to the database was lost while it was saving. Refresh the list, and see whether it was saved before you try again.");
    case Kind::CannotOpen:
        return ErrorTexts::tr("The database %1 cannot be opened. See whether it exists and whether you may read it.").arg(error.subject);
    case Kind::NotADatabase:
        return ErrorTexts::tr("%1 is not a database. It was left untouched; choose another file.").arg(error.subject);
    case Kind::Corrupt:
        return ErrorTexts::tr("The database %1 is damaged. Make a copy of the file before anything else, and restore the last backup.").arg(error.subject);
    case Kind::ReadOnly:
        return ErrorTexts::tr("The database is write-protected. Make a copy that you may write to, or ask its owner.");
    case Kind::Locked:
        return ErrorTexts::tr("Another program is writing to the database. Wait until it has finished, then try again.");
    case Kind::DiskFull:
        return ErrorTexts::tr("The disk is full. Nothing was saved; make room, then try again.");
    case Kind::MissingTable:
        return ErrorTexts::tr("The database lacks “%1”. Apply the pending migrations, then try again.").arg(error.subject);
    case Kind::Unique:
        return ErrorTexts::tr("Another entry has the same value already (%1). Choose another value.").arg(error.subject);
    case Kind::ForeignKey:
        return ErrorTexts::tr("Other entries belong to this one, or what it refers to is gone (%1).").arg(error.subject);
    case Kind::NotNull:
        return ErrorTexts::tr("A value is missing (%1). Fill it in.").arg(error.subject);
    case Kind::Check:
    case Kind::Exclusion:
    case Kind::TooLong:
    case Kind::OutOfRange:
        return ErrorTexts::tr("The database refuses the value (%1). Choose another one.").arg(error.subject);
    case Kind::Unreadable:
        return ErrorTexts::tr("The database holds a value that cannot be read (%1). Correct it there, or restore a backup.").arg(error.subject);
    case Kind::Statement:
        return ErrorTexts::tr("The database did not understand the program. Please report this with the details.");
    }
    Q_UNREACHABLE();
}

QString errorDetails(const db::Error &error)
{
    QStringList lines{error.message};
    if (!error.code.isEmpty())
        lines.append(ErrorTexts::tr("Code: %1").arg(error.code));
    if (!error.sql.isEmpty())
        lines.append(error.sql);
    return lines.join(u'\n');
}

} // namespace ui
