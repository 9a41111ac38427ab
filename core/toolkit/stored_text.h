// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/type.h"

namespace db {

// How values are spelled where a database keeps text: SQLite's columns, elements of arrays, JSON.

/// The text of a value of any type but Binary, as Ecto writes it: ISO 8601 in UTC, with `Z` for UtcDatetime; lower-case
/// UUIDs; compact JSON; decimals digit by digit.
QString storedText(Type type, const QVariant &value);

/// storedText() of a NaiveDatetime or a UtcDatetime in UTF-8, in which most rows have some.
QByteArray storedSeconds(Type type, const QVariant &value);

/// Reads each form that Ecto writes, and some more: with or without `T`, `Z`, fraction and offset; UUIDs as text or 16
/// bytes; numbers as text. Nothing when the raw value is none of `type`.
std::optional<QVariant> readStored(Type type, const QVariant &raw);

/// JSON in its shortest form, and back; a value alone is JSON too. Nothing when it is none.
QString jsonText(const QJsonValue &value);
std::optional<QJsonValue> parseJson(const QString &text);

/// A list as JSON, the way Ecto embeds values: decimals and UUIDs as text, times in ISO 8601.
QString jsonListText(const QVariantList &list);
/// One value of a list by its own type, as text.
QString elementText(const QVariant &element);

} // namespace db
