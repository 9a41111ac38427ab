// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

// What can be computed from times.

#include "core/toolkit/expression.h"

#include <QTimeZone>

namespace db {

/// A stretch of time as people count it: whole months, whose length depends on where they begin, and seconds.
struct Interval
{
    qint64 months = 0;
    qint64 seconds = 0;

    friend Interval operator-(const Interval &interval) { return {-interval.months, -interval.seconds}; }
    friend Interval operator+(const Interval &left, const Interval &right)
    {
        return {left.months + right.months, left.seconds + right.seconds};
    }
};

constexpr Interval seconds(qint64 count)
{
    return {0, count};
}
constexpr Interval minutes(qint64 count)
{
    return {0, count * 60};
}
constexpr Interval hours(qint64 count)
{
    return {0, count * 3600};
}
constexpr Interval days(qint64 count)
{
    return {0, count * 86400};
}
constexpr Interval weeks(qint64 count)
{
    return {0, count * 604800};
}
constexpr Interval months(qint64 count)
{
    return {count, 0};
}
constexpr Interval years(qint64 count)
{
    return {count * 12, 0};
}

/// The moment that lies the interval after `time`, in UTC; a month from 31 January on is the last day of February.
QDateTime later(const QDateTime &time, const Interval &interval);
/// The moment that lies so far back from now: `col(&Post::publishedAt) > db::ago(db::days(7))`.
QDateTime ago(const Interval &interval);
/// The moment that lies so far ahead of now.
QDateTime fromNow(const Interval &interval);

/// A stored time moved by an interval, with the same rule for months as later().
template <typename M>
requires std::same_as<typename ValueOf<M>::Type, QDateTime> Expr<M>
operator+(const Expr<M> &time, const Interval &interval)
{
    return Expr<M>(Node::make({.kind = Node::Kind::Later,
                               .arguments = {time.node()},
                               .type = time.node()->type,
                               .value = QVariantList{interval.months, interval.seconds}}));
}
template <typename M>
requires std::same_as<typename ValueOf<M>::Type, QDateTime> Expr<M>
operator-(const Expr<M> &time, const Interval &interval)
{
    return time + (-interval);
}

/// The first instant of the day, week (Monday), month, quarter or year, in UTC.
template <typename M>
Expr<std::optional<QDateTime>> truncate(Unit unit, const Expr<M> &time)
{
    return Expr<std::optional<QDateTime>>(
        Node::make({.kind = Node::Kind::Truncate, .arguments = {time.node()}, .type = Type::UtcDatetime, .unit = unit}));
}
/// The first instant of the day, week (Monday), month, quarter or year in which the time falls on the clocks and
/// calendars of a time zone. It is right on the days that have 23 or 25 hours, and where a day begins at one o'clock.
/// Engines differ in what they know of zones: on SQLite and MariaDB this program's own zone data are used, on MariaDB for
/// the years 1970 to 2050; after that, and before, the zone's last and first offset is.
template <typename M>
Expr<std::optional<QDateTime>> truncate(Unit unit, const Expr<M> &time, const QTimeZone &zone)
{
    return Expr<std::optional<QDateTime>>(Node::make({.kind = Node::Kind::Truncate,
                                                      .arguments = {time.node()},
                                                      .type = Type::UtcDatetime,
                                                      .unit = unit,
                                                      .text = QString::fromLatin1(zone.id())}));
}

} // namespace db
