// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

class QDebug;

namespace db {

/// An exact decimal number of any size that keeps its scale: 1.10 stays 1.10, and equals 1.1.
class Decimal
{
public:
    Decimal() = default;
    Decimal(qint64 value);

    /// Reads "1.10", ".5", "5.", "1e3" and "-0", as Ecto's cast does; no blanks, no NaN.
    static std::optional<Decimal> fromString(QStringView text);

    /// Plain digits with the scale it was made with, e.g. "-12.50".
    QString toString() const;
    /// Digits behind the point.
    int scale() const;
    bool isZero() const;

    friend Decimal operator+(const Decimal &left, const Decimal &right);
    friend Decimal operator-(const Decimal &left, const Decimal &right);
    friend Decimal operator*(const Decimal &left, const Decimal &right);
    /// The quotient, rounded half away from zero to `digits` digits behind the point, or to those of the dividend if it has
    /// more. The divisor is not zero.
    Decimal dividedBy(const Decimal &divisor, int digits = 16) const;
    Decimal &operator+=(const Decimal &other) { return *this = *this + other; }

    friend bool operator==(const Decimal &left, const Decimal &right) { return compare(left, right) == 0; }
    friend bool operator<(const Decimal &left, const Decimal &right) { return compare(left, right) < 0; }
    friend bool operator>(const Decimal &left, const Decimal &right) { return compare(left, right) > 0; }
    friend bool operator<=(const Decimal &left, const Decimal &right) { return compare(left, right) <= 0; }
    friend bool operator>=(const Decimal &left, const Decimal &right) { return compare(left, right) >= 0; }

private:
    static int compare(const Decimal &left, const Decimal &right);

    QString m_text = QStringLiteral("0"); ///< canonical: optional minus, digits, optional point and digits
};

/// Prints a number for logs: `db::Decimal(1.10)`.
QDebug operator<<(QDebug debug, const Decimal &number);

} // namespace db

Q_DECLARE_METATYPE(db::Decimal)
