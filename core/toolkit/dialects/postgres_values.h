// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/type.h"

#include <QByteArrayView>

namespace db {

/// A value as PostgreSQL reads it, in UTF-8. Times are UTC and say so; a column without a zone ignores that.
QByteArray postgresText(Type type, const QVariant &value);
/// A list as PostgreSQL reads an array: `{"a",NULL}`.
QByteArray postgresArray(Type elementType, const QVariantList &values);

/// What PostgreSQL writes as this text, by the OID of its type: truth values, numbers that are exact as such, bytes,
/// lists of texts; everything else as text.
QVariant postgresRaw(unsigned int oid, QByteArrayView text);
/// What raw() returned, as a value of another type. Nothing when it is none.
std::optional<QVariant> postgresValue(Type type, const QVariant &raw);
/// A number, an infinite one too.
std::optional<double> postgresFloat(QByteArrayView text);

} // namespace db
