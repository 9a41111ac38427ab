// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/zone_offsets.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace db {

namespace {

constexpr qint64 secondsOfDay = 86400;
constexpr int firstYear = 1970;
constexpr int lastYear = 2050;

QDate startOfUnit(Unit unit, const QDate &date)
{
    switch (unit) {
    case Unit::Day:
        return date;
    case Unit::Week:
        return date.addDays(1 - date.dayOfWeek());
    case Unit::Month:
        return QDate(date.year(), date.month(), 1);
    case Unit::Quarter:
        return QDate(date.year(), (date.month() - 1) / 3 * 3 + 1, 1);
    case Unit::Year:
        return QDate(date.year(), 1, 1);
    }
    Q_UNREACHABLE();
}

const QDate epoch(1970, 1, 1);

} // namespace

std::shared_ptr<const ZoneOffsets> ZoneOffsets::of(const QByteArray &zone)
{
    // A query asks for one zone, row by row.
    static thread_local std::pair<QByteArray, std::shared_ptr<const ZoneOffsets>> last;
    if (last.second && last.first == zone)
        return last.second;
    const QTimeZone source(zone);
    auto table = std::make_shared<ZoneOffsets>();
    if (source.isValid()) {
        const QDateTime begin(QDate(firstYear, 1, 1), QTime(0, 0), Qt::UTC);
        const QDateTime end(QDate(lastYear + 1, 1, 1), QTime(0, 0), Qt::UTC);
        table->m_firstOffset = source.offsetFromUtc(begin);
        int before = table->m_firstOffset;
        const QTimeZone::OffsetDataList transitions = source.transitions(begin, end);
        for (const QTimeZone::OffsetData &transition : transitions) {
            if (transition.offsetFromUtc == before)
                continue;
            const qint64 at = transition.atUtc.toSecsSinceEpoch();
            table->m_changes.push_back({at, at + std::max(before, transition.offsetFromUtc), transition.offsetFromUtc});
            before = transition.offsetFromUtc;
        }
    }
    last = {zone, table};
    return table;
}

int ZoneOffsets::offsetAt(qint64 utc) const
{
    const auto next = std::upper_bound(m_changes.begin(), m_changes.end(), utc, [](qint64 time, const Change &change) { return time < change.at; });
    return next == m_changes.begin() ? m_firstOffset : std::prev(next)->offset;
}

qint64 ZoneOffsets::toUtc(qint64 local) const
{
    const auto next = std::upper_bound(m_changes.begin(), m_changes.end(), local, [](qint64 time, const Change &change) { return time < change.localAt; });
    return local - (next == m_changes.begin() ? m_firstOffset : std::prev(next)->offset);
}

qint64 ZoneOffsets::startOf(Unit unit, qint64 utc) const
{
    const qint64 local = utc + offsetAt(utc);
    const qint64 day = local >= 0 ? local / secondsOfDay : -((secondsOfDay - 1 - local) / secondsOfDay);
    return toUtc(epoch.daysTo(startOfUnit(unit, epoch.addDays(day))) * secondsOfDay);
}

} // namespace db
