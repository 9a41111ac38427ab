// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/toolkit/catalogue.h"
#include "core/toolkit/database_url.h"

#include <optional>

namespace console {

/// What C++ keeps a value of a column in.
struct ValueSource
{
    QString type; ///< such as "qint64"
    QString storedAs = {}; ///< the enumerator of db::Type, where it is not the usual one of that type
    QString remark = {}; ///< the column's own type, where C++ has only a text for it
    bool isBlankByItself = false; ///< a fresh value counts as none, so that it need not be optional to be required
};

/// Whether new values are moments: on SQLite also a column that is called so and may hold text.
bool isMoment(const db::ColumnInfo &column, db::DatabaseUrl::Engine engine);

/// A UUID, which MariaDB keeps in 16 bytes.
bool isUuid(const db::ColumnInfo &column);

/// What a column of any type but an enumeration is kept in.
ValueSource valueSource(const db::ColumnInfo &column, db::DatabaseUrl::Engine engine);

/// The value of a default that is a plain text, number or truth value; nothing for other expressions, and for NULL.
std::optional<QString> literalDefault(const db::ColumnInfo &column);

/// The same in C++ for a member of a type, such as "true"; nothing where C++ should leave it to the database.
std::optional<QString> initialValue(const db::ColumnInfo &column, const QString &type);

} // namespace console
