// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <array>

namespace db {

/// parseUtc() for UTF-8, fast for the spellings that engines and Ecto write. QDateTime's own parser takes a third of the
/// time of a large read, and its local times look at the zone file for each value.
QDateTime utcFromIso(QByteArrayView text);

/// The instant as `2026-01-31T08:05:09`, in UTC, for years from 0 to 9999; `separator` stands before the hour.
std::array<char, 19> isoSeconds(const QDateTime &time, char separator = 'T');

} // namespace db
