// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/schema.h"

#include <QList>
#include <QVariant>

#include <memory>

namespace db {

struct QueryCore;

/// A unit to which a time can be cut.
enum class Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year
};

/// One node of an expression tree. A dialect turns it into SQL; nothing else reads it.
struct Node
{
    enum class Kind {
        Column, ///< `column` of the source with `schema`, or of the source named `alias`
        Value, ///< a bound value of `type`
        And,
        Or,
        Not,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        IsNull,
        IsSame, ///< equal, or both NULL
        In, ///< the column is one of the values in `value` (a list)
        Exists, ///< `query` finds a row
        Contains, ///< the text holds the other, whatever the case; wildcards mean themselves
        ILike, ///< LIKE whatever the case: `%` and `_` are wildcards
        Add,
        CountAll,
        Count,
        Sum,
        Min,
        Max,
        Coalesce,
        Lower,
        Left,
        Length,
        Truncate ///< a time cut to `unit`, in UTC
    };
    using Ptr = std::shared_ptr<const Node>;

    Kind kind = Kind::Value;
    QList<Ptr> arguments = {};
    Type type = Type::String;
    QVariant value = {};
    const Schema *schema = nullptr;
    QString alias = {};
    QString column = {};
    Unit unit = Unit::Day;
    std::shared_ptr<const QueryCore> query = {};

    static Ptr make(Node node) { return std::make_shared<const Node>(std::move(node)); }
    static Ptr make(Kind kind, QList<Ptr> arguments, Type type = Type::Boolean)
    {
        return make({.kind = kind, .arguments = std::move(arguments), .type = type});
    }
};

/// An expression whose value is an M (or NULL): a column, or something computed from columns.
///
/// Comparing with a NULL value (a null Id, an invalid date or time) makes the query an error: isNull() asks for that. On
/// SQLite decimals are kept as text: `==` and `<` compare their digits as text there, not their values (1.10 is not 1.1,
/// 9 is more than 10), and so does ORDER BY.
template <typename M>
class Expr
{
public:
    using Value = typename ValueOf<M>::Type;

    explicit Expr(Node::Ptr node)
        : m_node(std::move(node)) { }

    const Node::Ptr &node() const { return m_node; }

    Expr<bool> operator==(const Value &value) const { return compare(Node::Kind::Equal, value); }
    Expr<bool> operator!=(const Value &value) const { return compare(Node::Kind::NotEqual, value); }
    Expr<bool> operator<(const Value &value) const { return compare(Node::Kind::Less, value); }
    Expr<bool> operator<=(const Value &value) const { return compare(Node::Kind::LessOrEqual, value); }
    Expr<bool> operator>(const Value &value) const { return compare(Node::Kind::Greater, value); }
    Expr<bool> operator>=(const Value &value) const { return compare(Node::Kind::GreaterOrEqual, value); }
    /// Chosen for a value the column cannot hold, so that the compiler says just that.
    template <typename Other>
    requires(!std::convertible_to<Other, Value>) Expr<bool>
    operator==(const Other &) const = delete;

    Expr<bool> equals(const Expr<Value> &other) const { return Expr<bool>(Node::make(Node::Kind::Equal, {m_node, other.node()})); }
    Expr<bool> equals(const Expr<std::optional<Value>> &other) const { return Expr<bool>(Node::make(Node::Kind::Equal, {m_node, other.node()})); }
    Expr<bool> isNull() const { return Expr<bool>(Node::make(Node::Kind::IsNull, {m_node})); }
    Expr<bool> isNotNull() const { return Expr<bool>(Node::make(Node::Kind::Not, {isNull().node()})); }
    /// One of the values; an empty list matches no row.
    Expr<bool> in(const QList<Value> &values) const
    {
        QVariantList list;
        for (const Value &value : values)
            list.append(Codec<Value>::dump(value));
        return Expr<bool>(Node::make({.kind = Node::Kind::In, .arguments = {m_node}, .type = m_node->type, .value = list}));
    }
    /// Holds the text, whatever the case; `%` and `_` mean themselves.
    Expr<bool> contains(const QString &text) const
        requires std::same_as<Value, QString>
    {
        return compare(Node::Kind::Contains, text);
    }
    /// SQL's LIKE whatever the case: `%` and `_` in the pattern are wildcards.
    Expr<bool> ilike(const QString &pattern) const
        requires std::same_as<Value, QString>
    {
        return compare(Node::Kind::ILike, pattern);
    }

private:
    Expr<bool> compare(Node::Kind kind, const Value &value) const
    {
        return Expr<bool>(Node::make(kind, {m_node, Node::make({.kind = Node::Kind::Value, .type = m_node->type, .value = Codec<Value>::dump(value)})}));
    }

    Node::Ptr m_node;
};

using Condition = Expr<bool>;

inline Condition operator&&(const Condition &left, const Condition &right)
{
    return Condition(Node::make(Node::Kind::And, {left.node(), right.node()}));
}
inline Condition operator||(const Condition &left, const Condition &right)
{
    return Condition(Node::make(Node::Kind::Or, {left.node(), right.node()}));
}
inline Condition operator!(const Condition &condition)
{
    return Condition(Node::make(Node::Kind::Not, {condition.node()}));
}

/// The column of a member. `alias` names the join when the table takes part more than once.
template <typename T, typename M>
Expr<M> col(M T::*member, const QString &alias = {})
{
    const Schema &schema = schemaOf<T>();
    const Field &field = schema.field(memberKey(member));
    return Expr<M>(Node::make({.kind = Node::Kind::Column, .type = field.type, .schema = &schema, .alias = alias, .column = field.name}));
}

/// A column of a joined subquery: the name given to it by into(), and the alias given to the join.
template <typename M>
Expr<M> derived(const QString &alias, const QString &column)
{
    return Expr<M>(Node::make({.kind = Node::Kind::Column, .type = Codec<M>::type, .alias = alias, .column = column}));
}

/// A bound value, for the places where an expression is wanted.
template <typename M>
Expr<M> value(const M &value)
{
    return Expr<M>(Node::make({.kind = Node::Kind::Value, .type = Codec<M>::type, .value = Codec<M>::dump(value)}));
}

inline Expr<qint64> countAll()
{
    return Expr<qint64>(Node::make(Node::Kind::CountAll, {}, Type::Integer));
}
template <typename M>
Expr<qint64> count(const Expr<M> &expression)
{
    return Expr<qint64>(Node::make(Node::Kind::Count, {expression.node()}, Type::Integer));
}
/// Sum of integers or decimals; NULL over no rows. SQLite adds decimals, which it keeps as text, as floating-point
/// numbers: exact sums are made in C++.
template <typename M>
Expr<std::optional<M>> sum(const Expr<M> &expression)
{
    return Expr<std::optional<M>>(Node::make(Node::Kind::Sum, {expression.node()}, expression.node()->type));
}
/// The least value; NULL over no rows. On SQLite the least text for decimals.
template <typename M>
Expr<std::optional<typename ValueOf<M>::Type>> minimum(const Expr<M> &expression)
{
    return Expr<std::optional<typename ValueOf<M>::Type>>(Node::make(Node::Kind::Min, {expression.node()}, expression.node()->type));
}
/// The greatest value; NULL over no rows. On SQLite the greatest text for decimals.
template <typename M>
Expr<std::optional<typename ValueOf<M>::Type>> maximum(const Expr<M> &expression)
{
    return Expr<std::optional<typename ValueOf<M>::Type>>(Node::make(Node::Kind::Max, {expression.node()}, expression.node()->type));
}
/// The expression, or the value where it is NULL.
template <typename M>
Expr<typename ValueOf<M>::Type> coalesce(const Expr<M> &expression, const typename ValueOf<M>::Type &fallback)
{
    return Expr<typename ValueOf<M>::Type>(Node::make(Node::Kind::Coalesce, {expression.node(), value(fallback).node()}, expression.node()->type));
}
template <typename M>
Expr<M> lower(const Expr<M> &expression)
{
    return Expr<M>(Node::make(Node::Kind::Lower, {expression.node()}, Type::String));
}
/// The first `characters` of a text.
template <typename M>
Expr<M> left(const Expr<M> &expression, int characters)
{
    return Expr<M>(Node::make(Node::Kind::Left, {expression.node(), value(qint64(characters)).node()}, Type::String));
}
/// Whether a text begins with the other, whatever the case; `%` and `_` mean themselves.
template <typename M>
Expr<bool> startsWith(const Expr<M> &expression, const QString &text)
{
    return left(expression, int(text.toUcs4().size())).contains(text);
}
/// The characters of a text.
template <typename M>
Expr<qint64> length(const Expr<M> &expression)
{
    return Expr<qint64>(Node::make(Node::Kind::Length, {expression.node()}, Type::Integer));
}
/// The first instant of the day, week (Monday), month, quarter or year, in UTC.
template <typename M>
Expr<std::optional<QDateTime>> truncate(Unit unit, const Expr<M> &time)
{
    return Expr<std::optional<QDateTime>>(Node::make({.kind = Node::Kind::Truncate, .arguments = {time.node()}, .type = Type::UtcDatetime, .unit = unit}));
}

/// One term of ORDER BY. NULLs come first when ascending and last when descending, on every engine.
struct Ordering
{
    Node::Ptr node = {};
    bool isDescending = false;
};

template <typename M>
Ordering asc(const Expr<M> &expression)
{
    return {expression.node(), false};
}
template <typename M>
Ordering desc(const Expr<M> &expression)
{
    return {expression.node(), true};
}
template <typename T, typename M>
Ordering asc(M T::*member)
{
    return asc(col(member));
}
template <typename T, typename M>
Ordering desc(M T::*member)
{
    return desc(col(member));
}

} // namespace db
