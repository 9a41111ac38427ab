// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/key_value.h"

#include "core/toolkit/ulid.h"

namespace db {

KeyValue::KeyValue(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QUuid:
        m_value = value.toUuid();
        break;
    case QMetaType::Int:
    case QMetaType::LongLong:
        m_value = value.toLongLong();
        break;
    default:
        m_value = value.toString();
    }
}

std::optional<QVariant> generatedKey(Type type)
{
    switch (type) {
    case Type::Uuid:
        return QUuid::createUuid();
    case Type::Ulid:
        return Ulid::generate().toUuid();
    default:
        return std::nullopt;
    }
}

} // namespace db
