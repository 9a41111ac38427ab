// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/dialects/sqlite_conversion.h"

#include "core/toolkit/dialect.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

/// What the text of a point in time has, such as "2026-02-28T23:59:58.123456Z".
struct Moment
{
    bool hasDate = false;
    bool hasTime = false;
    bool isFine = false; ///< down to the microsecond
    bool isUtc = false;
};

std::optional<Moment> momentOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Date:
        return Moment{.hasDate = true};
    case ColumnType::Time:
        return Moment{.hasTime = true};
    case ColumnType::TimeUsec:
        return Moment{.hasTime = true, .isFine = true};
    case ColumnType::NaiveDatetime:
        return Moment{.hasDate = true, .hasTime = true};
    case ColumnType::NaiveDatetimeUsec:
        return Moment{.hasDate = true, .hasTime = true, .isFine = true};
    case ColumnType::UtcDatetime:
        return Moment{.hasDate = true, .hasTime = true, .isUtc = true};
    case ColumnType::UtcDatetimeUsec:
        return Moment{.hasDate = true, .hasTime = true, .isFine = true, .isUtc = true};
    default:
        return std::nullopt;
    }
}

/// Nothing where there is no sense in it.
QString converted(const QString &value, const Moment &from, const Moment &to)
{
    if (!to.hasTime)
        return from.hasDate ? u"substr(%1, 1, 10)"_s.arg(value) : QString();
    if (to.hasDate ? !from.hasDate : !from.hasTime)
        return {};
    const int clock = from.hasDate ? 12 : 1; // where the hour begins
    const int length = to.hasDate ? 19 : 8; // down to the second
    QString text = from.hasTime ? u"substr(%1, %2, %3)"_s.arg(value, QString::number(to.hasDate ? 1 : clock), QString::number(length)) : QString(value + u" || 'T00:00:00'");
    if (to.isFine)
        text += from.isFine ? u" || substr('.' || ltrim(rtrim(substr(%1, %2), 'Z'), '.') || '000000', 1, 7)"_s.arg(value, QString::number(clock + 8)) : u" || '.000000'"_s;
    return to.isUtc ? QString(text + u" || 'Z'") : text;
}

bool isText(ColumnType type)
{
    return type == ColumnType::String || type == ColumnType::Text;
}

} // namespace

QString sqliteConversion(const Column &before, const Column &now)
{
    const QString value = quotedIdentifier(now.name);
    if (now.type == ColumnType::Binary && isText(before.type))
        return u"CAST(%1 AS BLOB)"_s.arg(value);
    if (isText(now.type) && before.type == ColumnType::Binary)
        return u"CAST(%1 AS TEXT)"_s.arg(value);
    const std::optional<Moment> from = momentOf(before.type);
    const std::optional<Moment> to = momentOf(now.type);
    const bool isSame = from && to && from->hasDate == to->hasDate && from->hasTime == to->hasTime && from->isFine == to->isFine && from->isUtc == to->isUtc;
    return from && to && !isSame ? converted(value, *from, *to) : QString();
}

} // namespace db
