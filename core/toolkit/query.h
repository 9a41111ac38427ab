// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/query_core.h"

#include <initializer_list>

namespace db {

template <typename Row>
class Selection;

/// One value of select(): the member it goes to, and what is asked for.
template <typename Row>
struct Into
{
    Output output;
};

/// Puts an expression into a member of the result row; an M or an optional M.
template <typename Row, typename M, typename E>
Into<Row> into(M Row::*member, const Expr<E> &expression, const QString &name = {})
{
    static_assert(std::same_as<typename ValueOf<M>::Type, typename ValueOf<E>::Type>, "the member holds another type than the expression");
    return {{.node = expression.node(), .schema = nullptr, .name = name, .value = &valueType<M>(), .member = memberKey(member)}};
}
/// Puts a whole struct of the query into a member of the result row.
template <typename Row, Storable T>
Into<Row> into(T Row::*member)
{
    return {{.node = nullptr, .schema = &schemaOf<T>(), .name = {}, .value = nullptr, .member = memberKey(member)}};
}

/// A question to the database, as a value: build it in small functions, ask it with Repo.
///
/// \code
/// repo.all(db::from<Post>()
///              .where(col(&Post::publishedAt).isNotNull() && col(&Post::authorId) == author)
///              .orderBy({desc(&Post::publishedAt)})
///              .preload(&Post::author)
///              .limit(20));
/// \endcode
template <typename T>
class [[nodiscard]] Query
{
public:
    Query() { m_core.schema = &schemaOf<T>(); }

    /// Two where() calls are joined by AND.
    Query where(const Condition &condition) const
    {
        return with([&](QueryCore &core) { core.addWhere(condition.node()); });
    }
    /// Short for `where(col(member) == value)`.
    template <typename M>
    Query where(M T::*member, const typename ValueOf<std::type_identity_t<M>>::Type &value) const
    {
        return where(col(member) == value);
    }
    /// OR with everything before.
    Query orWhere(const Condition &condition) const
    {
        return with([&](QueryCore &core) { core.addOrWhere(condition.node()); });
    }
    Query orderBy(std::initializer_list<Ordering> orderings) const
    {
        return with([&](QueryCore &core) { core.orderings.append(orderings); });
    }
    Query orderBy(const QList<Ordering> &orderings) const
    {
        return with([&](QueryCore &core) { core.orderings.append(orderings); });
    }
    Query limit(std::optional<qint64> rows) const
    {
        return with([&](QueryCore &core) { core.limit = rows; });
    }
    Query offset(std::optional<qint64> rows) const
    {
        return with([&](QueryCore &core) { core.offset = rows; });
    }
    Query distinct() const
    {
        return with([](QueryCore &core) { core.isDistinct = true; });
    }

    /// Joins along an association of T, or of another source of the query.
    template <typename Owner, typename Holder>
    Query join(Holder Owner::*association, const QString &alias = {}) const
    {
        return joined(Join::Kind::Inner, association, alias);
    }
    template <typename Owner, typename Holder>
    Query leftJoin(Holder Owner::*association, const QString &alias = {}) const
    {
        return joined(Join::Kind::Left, association, alias);
    }
    /// Joins any table on a condition of one's own.
    template <Storable Other>
    Query leftJoin(const Condition &on, const QString &alias = {}) const
    {
        return with([&](QueryCore &core) {
            core.joins.append({Join::Kind::Left, &schemaOf<Other>(), {}, nullptr, alias, on.node()});
        });
    }
    /// Joins the rows of a subquery, whose columns are then reached by derived().
    template <typename Row>
    Query leftJoin(const Selection<Row> &subquery, const QString &alias, const Condition &on) const
    {
        return with([&](QueryCore &core) {
            core.joins.append({Join::Kind::Left, nullptr, {}, std::make_shared<const QueryCore>(subquery.core()), alias, on.node()});
        });
    }

    template <typename... M>
    Query groupBy(const Expr<M> &...expressions) const
    {
        return with([&](QueryCore &core) { (core.groupBy.append(expressions.node()), ...); });
    }
    Query having(const Condition &condition) const
    {
        return with([&](QueryCore &core) { core.addHaving(condition.node()); });
    }

    /// Loads associations after the query: `preload(&Post::comments, &Comment::user)` loads both levels.
    template <typename Holder, typename... Rest>
    Query preload(Holder T::*association, Rest... rest) const
    {
        return with([&](QueryCore &core) { core.preloads.append(preloadPath(association, rest...)); });
    }

    /// Asks for values instead of structs.
    template <typename Row>
    Selection<Row> select(std::initializer_list<Into<Row>> values) const
    {
        QueryCore core = m_core;
        for (const Into<Row> &value : values)
            core.outputs.append(value.output);
        return Selection<Row>(core);
    }

    /// Continues the chain with a step of your own.
    template <std::invocable<const Query &> Step>
    Query then(Step step) const
    {
        return step(*this);
    }

    const QueryCore &core() const { return m_core; }

private:
    template <typename Step>
    Query with(Step step) const
    {
        Query next = *this;
        step(next.m_core);
        return next;
    }
    template <typename Owner, typename Holder>
    Query joined(Join::Kind kind, Holder Owner::*association, const QString &alias) const
    {
        return with([&](QueryCore &core) {
            core.join(kind, schemaOf<Owner>().association(memberKey(association)), schemaOf<Owner>(), alias);
        });
    }

    QueryCore m_core;
};

/// A query whose rows are Rows of your own making instead of stored structs.
template <typename Row>
class [[nodiscard]] Selection
{
public:
    explicit Selection(QueryCore core)
        : m_core(std::move(core)) { }

    const QueryCore &core() const { return m_core; }

private:
    QueryCore m_core;
};

/// Starts a query for all rows of a T.
template <Storable T>
Query<T> from()
{
    return {};
}

/// Whether the query finds a row; inside it the columns of the outer query may be used.
template <typename T>
Condition exists(const Query<T> &query)
{
    return Condition(Node::make({.kind = Node::Kind::Exists, .type = Type::Boolean, .query = std::make_shared<const QueryCore>(query.core())}));
}

/// The members on the way to what is to be loaded, checked at compile time to belong together.
template <typename T, typename Holder>
PreloadPath preloadPath(Holder T::*association)
{
    return {&schemaOf<T>().association(memberKey(association))};
}
template <typename T, typename Holder, typename Next, typename... Rest>
PreloadPath preloadPath(Holder T::*association, Next Holder::Related::*next, Rest... rest)
{
    return preloadPath(association) + preloadPath(next, rest...);
}

/// `set(&Post::publishedAt, now)` for updateAll().
template <typename T, typename M>
Assignment set(M T::*member, const std::type_identity_t<M> &newValue)
{
    const Field &field = schemaOf<T>().field(memberKey(member));
    return {field.name, Node::make({.kind = Node::Kind::Value, .type = field.type, .value = Codec<M>::dump(newValue)})};
}
/// `inc(&Post::viewCount, 1)` for updateAll(): added by the database, so that nobody's increment is lost.
template <typename T, typename M>
Assignment inc(M T::*member, const std::type_identity_t<M> &by)
{
    const Expr<M> column = col(member);
    return {column.node()->column, Node::make(Node::Kind::Add, {column.node(), value(by).node()}, column.node()->type)};
}

} // namespace db
