// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

// How values go to MariaDB and come back: see MariadbStatement for what the raw values are.

#include "core/toolkit/dialects/mariadb.h"
#include "core/toolkit/stored_text.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace db {

QVariant MariadbDialect::toDriver(Type type, const QVariant &value) const
{
    if (isNull(value))
        return {};
    switch (type) {
    case Type::Boolean:
        return value.toBool() ? 1 : 0;
    case Type::Id:
    case Type::Integer:
        return value.toLongLong();
    case Type::Uuid:
    case Type::Ulid:
        return value.toUuid().toRfc4122();
    // A DATETIME has no mark for the zone.
    case Type::NaiveDatetime:
    case Type::UtcDatetime:
        return QString::fromUtf8(storedSeconds(Type::NaiveDatetime, value));
    case Type::UtcDatetimeUsec: {
        QString text = storedText(type, value);
        text.chop(1);
        return text;
    }
    case Type::Float:
    case Type::Binary:
    case Type::Any:
        return value;
    default:
        return storedText(type, value);
    }
}

std::optional<QVariant> MariadbDialect::fromDriver(Type type, const QVariant &raw) const
{
    // Columns that Ecto's other adapters made, or MariaDB's own UUID type, hold texts as well.
    return readStored(type, raw);
}

} // namespace db
