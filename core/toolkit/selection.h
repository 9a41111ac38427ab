// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/query_core.h"

#include <tuple>

namespace db {

/// One value of select(): the member it goes to, and what is asked for.
template <typename Row>
struct Into
{
    Output output;
};

/// A whole struct of the query among the values of select().
template <typename T>
struct Whole
{
    QString alias;
};
/// The struct of a source; its alias, where the table takes part more than once.
template <Storable T>
Whole<T> whole(const QString &alias = {})
{
    return {alias};
}
/// The struct of a left-joined source: nothing where no row matched.
template <Storable T>
Whole<std::optional<T>> maybe(const QString &alias = {})
{
    return {alias};
}

namespace detail {

template <typename T>
struct SelectedStruct
{
    using Related = T;
    static constexpr void *(*emplace)(void *) = nullptr;
};
template <typename T>
struct SelectedStruct<std::optional<T>>
{
    using Related = T;
    static constexpr void *(*emplace)(void *) = [](void *member) -> void * { return &static_cast<std::optional<T> *>(member)->emplace(); };
};

template <typename T>
Output outputOf(const Whole<T> &source, MemberKey member)
{
    return {.schema = &schemaOf<typename SelectedStruct<T>::Related>(),
            .name = source.alias,
            .member = member,
            .emplace = SelectedStruct<T>::emplace};
}
template <typename M>
Output outputOf(const Expr<M> &expression, MemberKey member)
{
    return {.node = expression.node(), .name = expression.name(), .value = &valueType<M>(), .member = member};
}

template <typename S>
struct Selected;
template <typename M>
struct Selected<Expr<M>>
{
    using Type = M;
};
template <typename T>
struct Selected<Whole<T>>
{
    using Type = T;
};

/// The row that select() makes of its arguments: a tuple, or the value itself when there is one.
template <typename... S>
struct RowOf
{
    using Type = std::tuple<typename Selected<S>::Type...>;

    static QList<Output> outputs(const S &...values)
    {
        static const Type probe{};
        const auto offset = [](const auto &element) { return reinterpret_cast<const char *>(&element) - reinterpret_cast<const char *>(&probe); };
        return [&]<std::size_t... index>(std::index_sequence<index...>)
        {
            return QList<Output>{outputOf(values, offset(std::get<index>(probe)))...};
        }
        (std::index_sequence_for<S...>());
    }
};
template <typename S>
struct RowOf<S>
{
    using Type = typename Selected<S>::Type;

    static QList<Output> outputs(const S &value) { return {outputOf(value, 0)}; }
};

} // namespace detail

/// Puts an expression into a member of the result row; an M or an optional M.
template <typename Row, typename M, typename E>
Into<Row> into(M Row::*member, const Expr<E> &expression, const QString &name = {})
{
    static_assert(std::same_as<typename ValueOf<M>::Type, typename ValueOf<E>::Type>, "the member holds another type than the expression");
    return {{.node = expression.node(), .name = name.isEmpty() ? expression.name() : name, .value = &valueType<M>(), .member = memberKey(member)}};
}
/// Puts a whole struct of the query into a member of the result row. A `std::optional` member stays empty where a left
/// join found nothing. The alias, where the table takes part more than once.
template <typename Row, typename T>
requires Storable<typename detail::SelectedStruct<T>::Related> Into<Row> into(T Row::*member, const QString &alias = {})
{
    return {detail::outputOf(Whole<T>{alias}, memberKey(member))};
}

/// A query whose rows are Rows of your own making instead of stored structs.
template <typename Row>
class [[nodiscard]] Selection
{
public:
    explicit Selection(QueryCore core)
        : m_core(std::move(core)) { }

    /// @name Rows of this query with those of another
    /// The order and limit of this one apply to all of them; what is ordered by must be among the values.
    /// @{
    /// The rows of both, each once.
    Selection unite(const Selection &other) const { return combined(Combination::Kind::Union, other); }
    Selection unionAll(const Selection &other) const { return combined(Combination::Kind::UnionAll, other); }
    /// The rows the other does not have, each once.
    Selection except(const Selection &other) const { return combined(Combination::Kind::Except, other); }
    Selection exceptAll(const Selection &other) const { return combined(Combination::Kind::ExceptAll, other); }
    /// The rows that both have, each once.
    Selection intersect(const Selection &other) const { return combined(Combination::Kind::Intersect, other); }
    Selection intersectAll(const Selection &other) const { return combined(Combination::Kind::IntersectAll, other); }
    /// @}

    const QueryCore &core() const { return m_core; }
    std::shared_ptr<const QueryCore> shared() const { return std::make_shared<const QueryCore>(m_core); }

private:
    Selection combined(Combination::Kind kind, const Selection &other) const
    {
        Selection next = *this;
        next.m_core.combinations.append({kind, other.shared()});
        return next;
    }

    QueryCore m_core;
};

/// The only value that a query finds, or NULL: `col(&Book::copies) == scalar(mostCopies)`.
template <typename M>
Expr<std::optional<typename ValueOf<M>::Type>> scalar(const Selection<M> &query)
{
    const QueryCore &core = query.core();
    return Expr<std::optional<typename ValueOf<M>::Type>>(
        Node::make({.kind = Node::Kind::Scalar, .type = core.outputs.first().node->type, .query = query.shared()}));
}

} // namespace db
