// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QUuid>

#include <optional>

namespace db {

/// A sortable identifier: 48 bits of time (milliseconds since 1970) and 80 random ones (https://github.com/ulid/spec).
/// It is stored like a UUID, and sorts by its time there too.
class Ulid
{
public:
    Ulid() = default;

    /// A new one, for now.
    static Ulid generate();
    /// Reads the 26 characters of Crockford's base 32, in either case.
    static std::optional<Ulid> fromString(QStringView text);
    /// The same 128 bits.
    static Ulid fromUuid(const QUuid &uuid);

    bool isNull() const { return m_bits.isNull(); }
    /// 26 characters, such as "01ARZ3NDEKTSV4RRFFQ69G5FAV".
    QString toString() const;
    QUuid toUuid() const { return m_bits; }

    friend bool operator==(const Ulid &left, const Ulid &right) { return left.m_bits == right.m_bits; }
    friend bool operator<(const Ulid &left, const Ulid &right) { return left.m_bits.toRfc4122() < right.m_bits.toRfc4122(); }
    friend size_t qHash(const Ulid &ulid, size_t seed = 0) { return ::qHash(ulid.m_bits, seed); }

private:
    QUuid m_bits;
};

} // namespace db
