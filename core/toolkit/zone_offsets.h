// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/node.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace db {

/// What the clocks of a time zone show, as a table: quicker than QTimeZone, and fit to be sent to an engine that knows no
/// zones. Times are seconds since 1970 in UTC, or on the local clock; offsets are seconds east of UTC.
class ZoneOffsets
{
public:
    /// The table of an IANA zone ("Europe/Berlin") for the years 1970 to 2050; one that does not exist is taken for UTC.
    static std::shared_ptr<const ZoneOffsets> of(const QByteArray &zone);

    struct Change
    {
        qint64 at; ///< in UTC
        qint64 localAt; ///< the local time from which on the new offset leads back to UTC
        int offset; ///< from then on
    };
    int firstOffset() const { return m_firstOffset; }
    const std::vector<Change> &changes() const { return m_changes; }

    int offsetAt(qint64 utc) const;
    /// The instant at which a local clock first shows a time, or has passed it when it never does.
    qint64 toUtc(qint64 local) const;
    /// The first instant of the local day, week (Monday), month, quarter or year around an instant.
    qint64 startOf(Unit unit, qint64 utc) const;

private:
    int m_firstOffset = 0;
    std::vector<Change> m_changes;
};

} // namespace db
