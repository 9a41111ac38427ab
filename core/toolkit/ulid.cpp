// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/ulid.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace db {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int characters = 26; ///< of five bits each; the first holds three

/// The digit a character stands for; -1 for none. O is read as 0, I and L as 1.
int digitOf(QChar c)
{
    const char16_t upper = c.toUpper().unicode();
    if (upper == u'O')
        return 0;
    if (upper == u'I' || upper == u'L')
        return 1;
    const QLatin1StringView digits(alphabet);
    return int(digits.indexOf(QChar(upper)));
}

/// Bit `index` from the left of 16 bytes; those before the first are 0.
int bitAt(const QByteArray &bytes, int index)
{
    return index < 0 ? 0 : (bytes.at(index / 8) >> (7 - index % 8)) & 1;
}

} // namespace

Ulid Ulid::generate()
{
    QByteArray bytes(16, '\0');
    const auto now = quint64(QDateTime::currentMSecsSinceEpoch());
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(now >> (8 * (5 - i)));
    for (int i = 6; i < 16; ++i)
        bytes[i] = char(QRandomGenerator::system()->bounded(256));
    return fromUuid(QUuid::fromRfc4122(bytes));
}

std::optional<Ulid> Ulid::fromString(QStringView text)
{
    constexpr int unused = characters * 5 - 128;
    if (text.size() != characters || digitOf(text.front()) >= 1 << (5 - unused))
        return std::nullopt;
    QByteArray bytes(16, '\0');
    for (int i = 0; i < characters; ++i) {
        const int digit = digitOf(text.at(i));
        if (digit < 0)
            return std::nullopt;
        for (int bit = 0; bit < 5; ++bit) {
            const int index = i * 5 + bit - unused;
            if (index >= 0 && (digit >> (4 - bit)) & 1)
                bytes[index / 8] = char(bytes.at(index / 8) | 1 << (7 - index % 8));
        }
    }
    return fromUuid(QUuid::fromRfc4122(bytes));
}

Ulid Ulid::fromUuid(const QUuid &uuid)
{
    Ulid ulid;
    ulid.m_bits = uuid;
    return ulid;
}

QString Ulid::toString() const
{
    if (isNull())
        return {};
    constexpr int unused = characters * 5 - 128;
    const QByteArray bytes = m_bits.toRfc4122();
    QString text(characters, u'0');
    for (int i = 0; i < characters; ++i) {
        int digit = 0;
        for (int bit = 0; bit < 5; ++bit)
            digit = digit * 2 + bitAt(bytes, i * 5 + bit - unused);
        text[i] = QLatin1Char(alphabet[digit]);
    }
    return text;
}

} // namespace db
