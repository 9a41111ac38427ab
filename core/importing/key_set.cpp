// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/importing/key_set.h"

#include <optional>

namespace importing {

namespace {

struct Place
{
    qint64 word;
    quint64 bit;
};

/// Where a key that is written as numbers are has its bit.
std::optional<Place> placeOf(const QString &key)
{
    const qint64 number = key.toLongLong();
    if (QString::number(number) != key)
        return std::nullopt;
    return Place{number >> 6, quint64(1) << (number & 63)};
}

} // namespace

bool KeySet::contains(const QString &key) const
{
    const std::optional<Place> place = placeOf(key);
    return place ? (m_numbers.value(place->word) & place->bit) != 0 : m_texts.contains(key);
}

bool KeySet::insert(const QString &key)
{
    if (contains(key))
        return false;
    if (const std::optional<Place> place = placeOf(key))
        m_numbers[place->word] |= place->bit;
    else
        m_texts.insert(key);
    return true;
}

} // namespace importing
