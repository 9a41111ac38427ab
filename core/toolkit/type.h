// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/timestamp.h"

#include <QStringList>
#include <QVariant>

#include <optional>

namespace db {

/// What a column holds. The names are Ecto's; how each is stored is the dialect's business.
enum class Type {
    Id,
    Integer,
    Float,
    Decimal,
    Boolean,
    String,
    Binary,
    Uuid, ///< Ecto's binary_id and uuid
    Ulid, ///< stored as a UUID
    Date,
    Time, ///< in seconds
    TimeUsec, ///< in microseconds
    NaiveDatetime, ///< UTC wall time without a zone mark, in seconds: what timestamps() makes
    NaiveDatetimeUsec, ///< the same in microseconds
    UtcDatetime, ///< UTC, in seconds
    UtcDatetimeUsec, ///< UTC, in microseconds
    Map, ///< JSON
    Array, ///< a list of values of one type
    Enum, ///< one of a list of names, kept as text
    Any ///< whatever the database says: a column of an unknown table whose type is none of these
};

// At run time a value is a QVariant: qint64 for Id and Integer, Decimal, bool, QString, QByteArray, QUuid for Uuid and Ulid,
// QDate, QTime, QDateTime in UTC, ClockTime and Timestamp for what has microseconds (where QTime and QDateTime do as well),
// QJsonValue for Map, QVariantList for Array; an invalid QVariant is NULL.

/// Whether a value is NULL: an invalid variant, JSON's null, or a date or time that is none.
bool isNull(const QVariant &value);
/// The text in a variant, without a copy; nullptr when it holds something else.
inline const QString *textIn(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? static_cast<const QString *>(value.constData()) : nullptr;
}

/// Converts input from outside by Ecto's casting table; nothing when it cannot be one. `names` lists what an Enum
/// accepts. Null stays null.
std::optional<QVariant> castValue(Type type, const QVariant &input, const QStringList &names = {});

/// Whether two values are the same for a changeset: decimals by value, times by instant, otherwise exactly.
bool sameValue(Type type, const QVariant &left, const QVariant &right);

/// Whether a value is of the form that values of a type have. SQLite stores others too, and a Record holds them.
bool isOfType(Type type, const QVariant &value);

/// Cuts what the type has no room for, such as fractions of a second.
QVariant truncatedTo(Type type, const QVariant &value);

/// Reads ISO 8601 date-times in each form that Ecto and SQLite tools write: `T` or blank, with or without seconds,
/// fraction, `Z` or offset. Text without an offset is UTC. Invalid text gives an invalid QDateTime.
QDateTime parseUtc(QStringView text);

/// The moment in a value that is a QDateTime or a Timestamp.
Timestamp timestampOf(const QVariant &value);
/// The time of day in a value that is a QTime or a ClockTime.
ClockTime clockTimeOf(const QVariant &value);

} // namespace db
