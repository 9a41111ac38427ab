// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/type.h"

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <variant>

namespace db {

/// The value of a key column in a form that hash tables take: a number, a UUID or a text.
class KeyValue
{
public:
    explicit KeyValue(const QVariant &value);

    friend bool operator==(const KeyValue &, const KeyValue &) = default;
    friend size_t qHash(const KeyValue &key, size_t seed = 0)
    {
        return std::visit([seed](const auto &value) { return qHash(value, seed); }, key.m_value);
    }

private:
    std::variant<qint64, QUuid, QString> m_value;
};

/// A new key for a column whose keys the program makes (UUID, ULID); nothing where the database counts.
std::optional<QVariant> generatedKey(Type type);

} // namespace db
