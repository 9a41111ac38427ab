// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/node.h"

namespace db {

template <typename Row>
class Selection;

/// An expression whose value is an M (or NULL): a column, or something computed from columns.
///
/// Comparing with a NULL value (a null Id, an invalid date or time) makes the query an error: isNull() asks for that.
template <typename M>
class Expr
{
public:
    using Value = typename ValueOf<M>::Type;

    explicit Expr(Node::Ptr node, const QString &name = {})
        : m_node(std::move(node)), m_name(name) { }

    const Node::Ptr &node() const { return m_node; }
    /// As the queries around a subquery call this value.
    const QString &name() const { return m_name; }
    /// The same, under a name by which derived() reaches it when the query is a subquery.
    Expr named(const QString &name) const { return Expr(m_node, name); }

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

    /// Comparisons with another expression of the same type; no row passes where one of them is NULL.
    template <typename Other>
    requires std::same_as<typename ValueOf<Other>::Type, Value> Expr<bool>
    operator==(const Expr<Other> &other) const { return with(Node::Kind::Equal, other.node()); }
    template <typename Other>
    requires std::same_as<typename ValueOf<Other>::Type, Value> Expr<bool>
    operator!=(const Expr<Other> &other) const { return with(Node::Kind::NotEqual, other.node()); }
    template <typename Other>
    requires std::same_as<typename ValueOf<Other>::Type, Value> Expr<bool>
    operator<(const Expr<Other> &other) const { return with(Node::Kind::Less, other.node()); }
    template <typename Other>
    requires std::same_as<typename ValueOf<Other>::Type, Value> Expr<bool>
    operator<=(const Expr<Other> &other) const { return with(Node::Kind::LessOrEqual, other.node()); }
    template <typename Other>
    requires std::same_as<typename ValueOf<Other>::Type, Value> Expr<bool>
    operator>(const Expr<Other> &other) const { return with(Node::Kind::Greater, other.node()); }
    template <typename Other>
    requires std::same_as<typename ValueOf<Other>::Type, Value> Expr<bool>
    operator>=(const Expr<Other> &other) const { return with(Node::Kind::GreaterOrEqual, other.node()); }
    /// The same as `==`.
    template <typename Other>
    requires std::same_as<typename ValueOf<Other>::Type, Value> Expr<bool> equals(const Expr<Other> &other)
    const { return with(Node::Kind::Equal, other.node()); }
    /// Equal, or both NULL.
    template <typename Other>
    requires std::same_as<typename ValueOf<Other>::Type, Value> Expr<bool> isSame(const Expr<Other> &other)
    const { return with(Node::Kind::IsSame, other.node()); }
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
    /// One of the values that a query finds: `in(from<Post>().select(col(&Post::authorId)))`.
    Expr<bool> in(const Selection<Value> &query) const { return among(query.shared()); }
    Expr<bool> in(const Selection<std::optional<Value>> &query) const { return among(query.shared()); }

    /// Holds the text, whatever the case; `%` and `_` mean themselves.
    Expr<bool> contains(const QString &text) const
        requires std::same_as<Value, QString>
    {
        return compare(Node::Kind::Contains, text);
    }
    /// Begins with the text, whatever the case; `%` and `_` mean themselves.
    Expr<bool> startsWith(const QString &text) const
        requires std::same_as<Value, QString>
    {
        return compare(Node::Kind::StartsWith, text);
    }
    /// Ends with the text, whatever the case; `%` and `_` mean themselves.
    Expr<bool> endsWith(const QString &text) const
        requires std::same_as<Value, QString>
    {
        return compare(Node::Kind::EndsWith, text);
    }
    /// SQL's LIKE, which minds the case on every engine: `%` and `_` are wildcards, and `\` takes that from them.
    Expr<bool> like(const QString &pattern) const
        requires std::same_as<Value, QString>
    {
        return compare(Node::Kind::Like, pattern);
    }
    /// LIKE whatever the case, in every script.
    Expr<bool> ilike(const QString &pattern) const
        requires std::same_as<Value, QString>
    {
        return compare(Node::Kind::ILike, pattern);
    }

    /// An aggregate of those rows only that pass the condition: `count(col(&Post::id)).filter(isPublished())`.
    Expr filter(const Expr<bool> &condition) const { return Expr(filteredAggregate(m_node, condition.node()), m_name); }

private:
    Expr<bool> with(Node::Kind kind, const Node::Ptr &other) const { return Expr<bool>(Node::make(kind, {m_node, other})); }
    Expr<bool> compare(Node::Kind kind, const Value &value) const
    {
        return with(kind, Node::make({.kind = Node::Kind::Value, .type = m_node->type, .value = Codec<Value>::dump(value)}));
    }
    Expr<bool> among(const std::shared_ptr<const QueryCore> &query) const
    {
        return Expr<bool>(Node::make({.kind = Node::Kind::InQuery, .arguments = {m_node}, .type = Type::Boolean, .query = query}));
    }

    Node::Ptr m_node;
    QString m_name;
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

/// The column of a member. `alias` names the source when the table takes part more than once.
template <typename T, typename M>
Expr<M> col(M T::*member, const QString &alias = {})
{
    const Schema &schema = schemaOf<T>();
    const Field &field = schema.field(memberKey(member));
    return Expr<M>(Node::make({.kind = Node::Kind::Column, .type = field.type, .schema = &schema, .alias = alias, .column = field.name}));
}

/// A column of a joined subquery: the name given to it by into() or named(), and the alias given to the join.
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

/// The text with its wildcards taken from it, for like() and ilike(): `100%` becomes `100\%`.
QString escapedLike(const QString &text);

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
