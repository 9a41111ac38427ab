// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

// What can be computed from expressions: aggregates, arithmetic, text, choices and JSON. Each means the same on every
// engine.

#include "core/toolkit/expression.h"

#include <QStringList>

#include <variant>

namespace db {

namespace detail {

/// Sums of an int need more room than one int.
template <typename M>
using SumOf = std::conditional_t<std::same_as<typename ValueOf<M>::Type, int>, qint64, typename ValueOf<M>::Type>;
/// The average of whole numbers is not whole.
template <typename M>
using AverageOf = std::conditional_t<std::same_as<typename ValueOf<M>::Type, Decimal>, Decimal, double>;
template <typename M>
using MaybeOf = std::optional<typename ValueOf<M>::Type>;
template <typename M>
concept Numeric = std::same_as < typename ValueOf<M>::Type,
int > || std::same_as<typename ValueOf<M>::Type, qint64> || std::same_as<typename ValueOf<M>::Type, double> || std::same_as<typename ValueOf<M>::Type, Decimal>;

} // namespace detail

/// @name Aggregates
/// @{
inline Expr<qint64> countAll()
{
    return Expr<qint64>(Node::make(Node::Kind::CountAll, {}, Type::Integer));
}
/// The rows in which the expression is not NULL.
template <typename M>
Expr<qint64> count(const Expr<M> &expression)
{
    return Expr<qint64>(Node::call(QStringLiteral("count"), {expression.node()}, Type::Integer));
}
/// The different values of the expression; NULL is none.
template <typename M>
Expr<qint64> countDistinct(const Expr<M> &expression)
{
    return Expr<qint64>(Node::make(Node::Kind::CountDistinct, {expression.node()}, Type::Integer));
}
/// Sum of numbers; NULL over no rows. Decimals are added exactly.
template <detail::Numeric M>
Expr<std::optional<detail::SumOf<M>>> sum(const Expr<M> &expression)
{
    return Expr<std::optional<detail::SumOf<M>>>(Node::call(QStringLiteral("sum"), {expression.node()}, expression.node()->type));
}
/// The mean of numbers; NULL over no rows. That of decimals is a decimal with as many digits as the engine gives it.
template <detail::Numeric M>
Expr<std::optional<detail::AverageOf<M>>> average(const Expr<M> &expression)
{
    using Average = detail::AverageOf<M>;
    return Expr<std::optional<Average>>(Node::call(QStringLiteral("avg"), {expression.node()}, Codec<Average>::type));
}
/// The least value; NULL over no rows.
template <typename M>
Expr<detail::MaybeOf<M>> minimum(const Expr<M> &expression)
{
    return Expr<detail::MaybeOf<M>>(Node::call(QStringLiteral("min"), {expression.node()}, expression.node()->type));
}
/// The greatest value; NULL over no rows.
template <typename M>
Expr<detail::MaybeOf<M>> maximum(const Expr<M> &expression)
{
    return Expr<detail::MaybeOf<M>>(Node::call(QStringLiteral("max"), {expression.node()}, expression.node()->type));
}
/// @}

/// @name Arithmetic
/// Of two expressions, or of one and a value. Whole numbers divide to whole numbers; division by zero is NULL.
/// @{
template <detail::Numeric M, typename Right>
requires std::same_as < typename ValueOf<M>::Type,
typename ValueOf<Right>::Type > Expr<M> operator+(const Expr<M> &left, const Expr<Right> &right)
{
    return Expr<M>(Node::make(Node::Kind::Add, {left.node(), right.node()}, left.node()->type));
}
template <detail::Numeric M, typename Right>
requires std::same_as < typename ValueOf<M>::Type,
typename ValueOf<Right>::Type > Expr<M> operator-(const Expr<M> &left, const Expr<Right> &right)
{
    return Expr<M>(Node::make(Node::Kind::Subtract, {left.node(), right.node()}, left.node()->type));
}
template <detail::Numeric M, typename Right>
requires std::same_as < typename ValueOf<M>::Type,
typename ValueOf<Right>::Type > Expr<M> operator*(const Expr<M> &left, const Expr<Right> &right)
{
    return Expr<M>(Node::make(Node::Kind::Multiply, {left.node(), right.node()}, left.node()->type));
}
template <detail::Numeric M, typename Right>
requires std::same_as < typename ValueOf<M>::Type,
typename ValueOf<Right>::Type > Expr<detail::MaybeOf<M>>
    operator/(const Expr<M> &left, const Expr<Right> &right)
{
    return Expr<detail::MaybeOf<M>>(Node::make(Node::Kind::Divide, {left.node(), right.node()}, left.node()->type));
}
template <detail::Numeric M>
Expr<M> operator+(const Expr<M> &left, const typename Expr<M>::Value &right)
{
    return left + value(right);
}
template <detail::Numeric M>
Expr<M> operator-(const Expr<M> &left, const typename Expr<M>::Value &right)
{
    return left - value(right);
}
template <detail::Numeric M>
Expr<M> operator*(const Expr<M> &left, const typename Expr<M>::Value &right)
{
    return left * value(right);
}
template <detail::Numeric M>
Expr<detail::MaybeOf<M>> operator/(const Expr<M> &left, const typename Expr<M>::Value &right)
{
    return left / value(right);
}
/// @}

/// @name Choices
/// @{
/// The expression, or the value where it is NULL.
template <typename M>
Expr<typename ValueOf<M>::Type> coalesce(const Expr<M> &expression, const typename ValueOf<M>::Type &fallback)
{
    return Expr<typename ValueOf<M>::Type>(Node::call(QStringLiteral("coalesce"), {expression.node(), value(fallback).node()}, expression.node()->type));
}
/// The first of two expressions that is not NULL.
template <typename M, typename Other>
requires std::same_as < typename ValueOf<M>::Type,
typename ValueOf<Other>::Type > Expr<Other> coalesce(const Expr<M> &expression, const Expr<Other> &fallback)
{
    return Expr<Other>(Node::call(QStringLiteral("coalesce"), {expression.node(), fallback.node()}, expression.node()->type));
}
/// NULL where the expression has the value.
template <typename M>
Expr<detail::MaybeOf<M>> nullIf(const Expr<M> &expression, const typename ValueOf<M>::Type &value)
{
    return Expr<detail::MaybeOf<M>>(Node::call(QStringLiteral("nullif"), {expression.node(), db::value(value).node()}, expression.node()->type));
}

/// CASE: the value of the first condition that is true.
/// \code
/// db::caseWhen(col(&Book::copies) == 0, u"none"_s).when(col(&Book::copies) == 1, u"the last"_s).otherwise(u"some"_s)
/// \endcode
template <typename M>
class CaseWhen
{
public:
    explicit CaseWhen(QList<Node::Ptr> parts)
        : m_parts(std::move(parts)) { }

    CaseWhen when(const Condition &condition, const M &result) const { return when(condition, value(result)); }
    CaseWhen when(const Condition &condition, const Expr<M> &result) const
    {
        return CaseWhen(m_parts + QList<Node::Ptr>{condition.node(), result.node()});
    }
    /// The value where no condition is true.
    Expr<M> otherwise(const M &result) const { return otherwise(value(result)); }
    Expr<M> otherwise(const Expr<M> &result) const
    {
        return Expr<M>(Node::make(Node::Kind::Case, m_parts + QList<Node::Ptr>{result.node()}, result.node()->type));
    }
    /// NULL where no condition is true.
    Expr<std::optional<M>> orNull() const { return Expr<std::optional<M>>(Node::make(Node::Kind::Case, m_parts, m_parts.at(1)->type)); }

private:
    QList<Node::Ptr> m_parts;
};
template <typename M>
CaseWhen<M> caseWhen(const Condition &condition, const M &result)
{
    return CaseWhen<M>({condition.node(), value(result).node()});
}
template <typename M>
CaseWhen<M> caseWhen(const Condition &condition, const Expr<M> &result)
{
    return CaseWhen<M>({condition.node(), result.node()});
}

/// The expression as another type, converted by the database (Ecto's type/2).
template <typename M, typename E>
Expr<M> cast(const Expr<E> &expression)
{
    return Expr<M>(Node::make(Node::Kind::Cast, {expression.node()}, Codec<M>::type));
}
/// @}

/// @name Text
/// @{
template <typename M>
Expr<M> lower(const Expr<M> &expression)
{
    return Expr<M>(Node::call(QStringLiteral("lower"), {expression.node()}, Type::String));
}
template <typename M>
Expr<M> upper(const Expr<M> &expression)
{
    return Expr<M>(Node::call(QStringLiteral("upper"), {expression.node()}, Type::String));
}
/// Without the blanks around it.
template <typename M>
Expr<M> trim(const Expr<M> &expression)
{
    return Expr<M>(Node::call(QStringLiteral("trim"), {expression.node()}, Type::String));
}
/// The first `characters` of a text.
template <typename M>
Expr<M> left(const Expr<M> &expression, int characters)
{
    return Expr<M>(Node::make(Node::Kind::Left, {expression.node(), value(qint64(characters)).node()}, Type::String));
}
/// The characters of a text.
template <typename M>
Expr<qint64> length(const Expr<M> &expression)
{
    return Expr<qint64>(Node::call(QStringLiteral("char_length"), {expression.node()}, Type::Integer));
}
/// Texts one behind the other; NULL when one of them is.
template <typename... M>
Expr<std::optional<QString>> concat(const Expr<M> &...texts)
{
    return Expr<std::optional<QString>>(Node::make(Node::Kind::Concat, {texts.node()...}, Type::String));
}
/// @}

/// @name JSON
/// @{
/// One step into a JSON document: the name of a member, or the position in an array.
using JsonStep = std::variant<QString, int>;

/// What lies at a path inside a JSON document, as text: `jsonText(col(&User::settings), {u"theme"_s})`. NULL where
/// nothing lies, or a JSON null. Objects and arrays come as JSON. cast() makes a number of it.
template <typename M>
Expr<std::optional<QString>> jsonText(const Expr<M> &document, const QList<JsonStep> &path)
{
    QVariantList steps;
    for (const JsonStep &step : path)
        steps.append(std::visit([](const auto &one) { return QVariant(one); }, step));
    return Expr<std::optional<QString>>(
        Node::make({.kind = Node::Kind::JsonText, .arguments = {document.node()}, .type = Type::String, .value = steps}));
}
/// @}

} // namespace db
