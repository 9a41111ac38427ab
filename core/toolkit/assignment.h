// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/query_core.h"

namespace db {

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

} // namespace db
