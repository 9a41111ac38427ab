// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/time_functions.h"

namespace db {

QDateTime later(const QDateTime &time, const Interval &interval)
{
    return time.toUTC().addMonths(int(interval.months)).addSecs(interval.seconds);
}

QDateTime ago(const Interval &interval)
{
    return later(QDateTime::currentDateTimeUtc(), -interval);
}

QDateTime fromNow(const Interval &interval)
{
    return later(QDateTime::currentDateTimeUtc(), interval);
}

} // namespace db
