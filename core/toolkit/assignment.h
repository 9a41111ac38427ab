// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/query_core.h"

namespace db {

/// What the elements of a list column are: `QString` for `QList<QString>` and for an optional one.
template <typename M>
struct ListOf;
template <typename E>
struct ListOf<QList<E>>
{
    using Element = E;
};
template <typename E>
struct ListOf<std::optional<QList<E>>>
{
    using Element = E;
};

namespace detail {

inline Assignment listAssignment(Node::Kind kind, const Node::Ptr &column, Type elementType, const QVariant &element)
{
    const Node::Ptr value = Node::make({.kind = Node::Kind::Value, .type = elementType, .value = element});
    return {column->column, Node::make(kind, {column, value}, Type::Array)};
}

} // namespace detail

/// `set(&Post::publishedAt, now)` for updateAll().
template <typename T, typename M>
Assignment set(M T::*member, const std::type_identity_t<M> &newValue)
{
    const Field &field = schemaOf<T>().field(memberKey(member));
    return {field.name, Node::make({.kind = Node::Kind::Value, .type = field.type, .value = Codec<M>::dump(newValue)})};
}
/// `set(&Post::slug, lower(col(&Post::title)))`: what the database computes from each row.
template <typename T, typename M, typename E>
Assignment set(M T::*member, const Expr<E> &expression)
{
    static_assert(std::same_as<typename ValueOf<M>::Type, typename ValueOf<E>::Type>, "the member holds another type than the expression");
    return {schemaOf<T>().field(memberKey(member)).name, expression.node()};
}
/// `inc(&Post::viewCount, 1)` for updateAll(): added by the database, so that nobody's increment is lost.
template <typename T, typename M>
Assignment inc(M T::*member, const std::type_identity_t<M> &by)
{
    const Expr<M> column = col(member);
    return {column.node()->column, Node::make(Node::Kind::Add, {column.node(), value(by).node()}, column.node()->type)};
}

/// `push(&Post::tags, u"qt"_s)` for updateAll(): puts a value at the end of a list. A list that is NULL begins with it.
template <typename T, typename M>
Assignment push(M T::*member, const typename ListOf<M>::Element &element)
{
    return detail::listAssignment(Node::Kind::Push, col(member).node(), Codec<typename ListOf<M>::Element>::type,
                                  Codec<typename ListOf<M>::Element>::dump(element));
}
/// `pull(&Post::tags, u"qt"_s)` for updateAll(): takes all elements with that value out of a list.
template <typename T, typename M>
Assignment pull(M T::*member, const typename ListOf<M>::Element &element)
{
    return detail::listAssignment(Node::Kind::Pull, col(member).node(), Codec<typename ListOf<M>::Element>::type,
                                  Codec<typename ListOf<M>::Element>::dump(element));
}

} // namespace db
