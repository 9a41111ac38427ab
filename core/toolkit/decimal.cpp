// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#include "core/toolkit/decimal.h"

#include <QDebug>
#include <QRegularExpression>

#include <boost/multiprecision/cpp_int.hpp>

namespace db {

namespace {

using Integer = boost::multiprecision::cpp_int;

/// coefficient / 10^scale
struct Parts
{
    Integer coefficient;
    int scale = 0;
};

Parts partsOf(const Decimal &decimal)
{
    QString digits = decimal.toString();
    const int scale = decimal.scale();
    digits.remove(u'.');
    const bool negative = digits.startsWith(u'-');
    digits.remove(u'-');
    // A leading zero would be read as the sign of an octal number.
    qsizetype zeros = 0;
    while (zeros < digits.size() - 1 && digits.at(zeros) == u'0')
        ++zeros;
    Integer coefficient(digits.mid(zeros).toStdString());
    return {negative ? Integer(-coefficient) : coefficient, scale};
}

Integer rescaled(const Parts &parts, int scale)
{
    return parts.coefficient * boost::multiprecision::pow(Integer(10), unsigned(scale - parts.scale));
}

QString textOf(const Integer &coefficient, int scale)
{
    const bool negative = coefficient < 0;
    QString digits = QString::fromStdString(Integer(negative ? Integer(-coefficient) : coefficient).str());
    if (scale > 0) {
        digits = digits.rightJustified(scale + 1, u'0');
        digits.insert(digits.size() - scale, u'.');
    }
    return negative ? QString(u'-' + digits) : digits;
}

Decimal decimalOf(const Integer &coefficient, int scale)
{
    return *Decimal::fromString(textOf(coefficient, scale));
}

/// Far beyond any column, and small enough that hostile input such as 1e999999999 costs nothing.
constexpr int largestExponent = 1000;

} // namespace

Decimal::Decimal(qint64 value)
    : m_text(QString::number(value)) { }

std::optional<Decimal> Decimal::fromString(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral("^([+-]?)(?:([0-9]+)(?:\\.([0-9]*))?|\\.([0-9]+))(?:[eE]([+-]?[0-9]{1,6}))?$"));
    const QRegularExpressionMatch match = shape.match(text.toString());
    // "$" also matches before a final line feed.
    if (!match.hasMatch() || text.endsWith(u'\n'))
        return std::nullopt;
    QString fraction = match.captured(3) + match.captured(4);
    QString whole = match.captured(2);
    const int exponent = match.captured(5).toInt();
    if (qAbs(exponent) > largestExponent)
        return std::nullopt;
    for (int i = 0; i < exponent; ++i) {
        whole += fraction.isEmpty() ? u'0' : fraction.at(0);
        fraction.remove(0, 1);
    }
    for (int i = 0; i > exponent; --i) {
        fraction.prepend(whole.isEmpty() ? u'0' : whole.back());
        whole.chop(1);
    }
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    if (whole.isEmpty())
        whole = QStringLiteral("0");

    Decimal decimal;
    decimal.m_text = fraction.isEmpty() ? whole : QString(whole + u'.' + fraction);
    if (match.captured(1) == u"-" && !decimal.isZero())
        decimal.m_text.prepend(u'-');
    return decimal;
}

QString Decimal::toString() const
{
    return m_text;
}

int Decimal::scale() const
{
    const qsizetype point = m_text.indexOf(u'.');
    return point < 0 ? 0 : int(m_text.size() - point - 1);
}

bool Decimal::isZero() const
{
    return std::all_of(m_text.begin(), m_text.end(), [](QChar c) { return c == u'0' || c == u'.' || c == u'-'; });
}

Decimal operator+(const Decimal &left, const Decimal &right)
{
    const Parts a = partsOf(left);
    const Parts b = partsOf(right);
    const int scale = qMax(a.scale, b.scale);
    return decimalOf(rescaled(a, scale) + rescaled(b, scale), scale);
}

Decimal operator-(const Decimal &left, const Decimal &right)
{
    const Parts a = partsOf(left);
    const Parts b = partsOf(right);
    const int scale = qMax(a.scale, b.scale);
    return decimalOf(rescaled(a, scale) - rescaled(b, scale), scale);
}

Decimal operator*(const Decimal &left, const Decimal &right)
{
    const Parts a = partsOf(left);
    const Parts b = partsOf(right);
    return decimalOf(a.coefficient * b.coefficient, a.scale + b.scale);
}

Decimal Decimal::dividedBy(const Decimal &divisor, int digits) const
{
    const Parts dividend = partsOf(*this);
    const Parts by = partsOf(divisor);
    const int scale = qMax(digits, dividend.scale);
    // One digit more than asked for, to round by.
    const Integer numerator = dividend.coefficient * boost::multiprecision::pow(Integer(10), unsigned(scale + 1 + by.scale));
    const Integer denominator = by.coefficient * boost::multiprecision::pow(Integer(10), unsigned(dividend.scale));
    const Integer exact = numerator / denominator;
    return decimalOf((exact + (exact < 0 ? -5 : 5)) / 10, scale);
}

int Decimal::compare(const Decimal &left, const Decimal &right)
{
    const Parts a = partsOf(left);
    const Parts b = partsOf(right);
    const int scale = qMax(a.scale, b.scale);
    return rescaled(a, scale).compare(rescaled(b, scale));
}

QDebug operator<<(QDebug debug, const Decimal &number)
{
    const QDebugStateSaver saver(debug);
    return debug.nospace().noquote() << "db::Decimal(" << number.toString() << ')';
}

} // namespace db
