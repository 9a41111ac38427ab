// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

namespace ui {

// How values are shown: in the user's language and zone. The database's times are UTC.

/// "12,345"; "12.345" in German.
QString formatNumber(qint64 number);
/// Date and time in the user's zone, with four digits of the year; empty when invalid.
QString formatDateTime(const QDateTime &utc);
QString formatDate(QDate date);
/// The formats of the two above, as QLocale::toDate() and toDateTime() take them.
QString dateFormat();
QString dateTimeFormat();
/// How long ago in at most two units: "3 d 4 h", "5 min", "just now".
QString formatAge(const QDateTime &utc, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// The name of the user's zone: "Europe/Berlin".
QString zoneName();
/// Text on one line, at most `length` characters, with an ellipsis where it was cut.
QString firstLine(const QString &text, int length);

} // namespace ui
