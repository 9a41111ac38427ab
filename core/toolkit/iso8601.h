// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace db {

/// What becomes of "+02:00" behind a date-time.
enum class Offset {
    Applied, ///< the time is converted to UTC
    Ignored ///< the time is taken as it is written
};

// Reading of ISO 8601 as databases and programs write it: `T` or blank, with or without seconds, fraction (of any length;
// what lies behind the microseconds is cut) and `Z` or offset. No zone mark means UTC. Nothing when the text is another.

/// Microseconds since 1970-01-01T00:00:00Z.
std::optional<qint64> parseTimestamp(QStringView text, Offset offset);
/// Microseconds since midnight.
std::optional<qint64> parseClock(QStringView text);
/// A date, or the date of a date-time.
std::optional<QDate> parseDate(QStringView text);

/// How many digits of a second are written.
enum class Precision {
    Seconds,
    Microseconds
};

/// "2024-02-29T23:59:58" or "2024-02-29T23:59:58.123456", from microseconds since 1970, without a zone mark.
/// `separator` stands between date and time.
QString timestampText(qint64 microseconds, Precision precision, char16_t separator = u'T');
/// "23:59:58" or "23:59:58.123456", from microseconds since midnight.
QString clockText(qint64 microseconds, Precision precision);

} // namespace db
