// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/assignment.h"
#include "core/toolkit/filter.h"
#include "core/toolkit/fragment.h"
#include "core/toolkit/functions.h"
#include "core/toolkit/joining.h"
#include "core/toolkit/selection.h"
#include "core/toolkit/time_functions.h"
#include "core/toolkit/window.h"

#include <initializer_list>

namespace db {

template <typename T>
class Query;

/// The members on the way to what is to be loaded, checked at compile time to belong together. The last may be a query
/// that chooses and orders the rows, loads more behind them, and whose limit() counts for each owner.
template <typename T, typename Holder>
PreloadPath preloadPath(Holder T::*association)
{
    return {{&schemaOf<T>().association(memberKey(association))}};
}
template <typename T, typename Holder>
PreloadPath preloadPath(Holder T::*association, const Query<typename Holder::Related> &query)
{
    return {{&schemaOf<T>().association(memberKey(association)), query.shared()}};
}
template <typename T, typename Holder, typename Next, typename... Rest>
PreloadPath preloadPath(Holder T::*association, Next Holder::Related::*next, Rest... rest)
{
    return preloadPath(association) + preloadPath(next, rest...);
}

/// The members on the way to what a join brings along, each followed by the alias of its join if that has one.
template <typename T, typename Holder>
JoinedPath joinedPath(Holder T::*association, const QString &alias = {})
{
    return {{&schemaOf<T>().association(memberKey(association)), alias}};
}
template <typename T, typename Holder, typename Next, typename... Rest>
JoinedPath joinedPath(Holder T::*association, Next Holder::Related::*next, const Rest &...rest)
{
    return joinedPath(association) + joinedPath(next, rest...);
}
template <typename T, typename Holder, typename Next, typename... Rest>
JoinedPath joinedPath(Holder T::*association, const QString &alias, Next Holder::Related::*next, const Rest &...rest)
{
    return joinedPath(association, alias) + joinedPath(next, rest...);
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
class [[nodiscard]] Query : public Joining<Query<T>>
{
public:
    explicit Query(QueryCore core)
        : m_core(std::move(core)) { }

    /// Names the query's own table, for col() in subqueries that look outward.
    Query as(const QString &alias) const
    {
        return with([&](QueryCore &core) { core.alias = alias; });
    }

    /// Two where() calls are joined by AND.
    Query where(const Condition &condition) const
    {
        return with([&](QueryCore &core) { core.addWhere(condition.node()); });
    }
    /// Short for `where(col(member) == value)`; more members and values may follow.
    template <typename M, typename... More>
    Query where(M T::*member, const typename ValueOf<std::type_identity_t<M>>::Type &value, const More &...more) const
    {
        if constexpr (sizeof...(more) > 0)
            return where(col(member) == value).where(more...);
        else
            return where(col(member) == value);
    }
    /// OR with everything before.
    Query orWhere(const Condition &condition) const
    {
        return with([&](QueryCore &core) { core.addOrWhere(condition.node()); });
    }

    Query orderBy(std::initializer_list<Ordering> orderings) const { return orderBy(QList<Ordering>(orderings)); }
    Query orderBy(const QList<Ordering> &orderings) const
    {
        return with([&](QueryCore &core) { core.orderings.append(orderings); });
    }
    /// The same rows the other way round; without an order, the last key comes first.
    Query reverseOrder() const
    {
        return with([](QueryCore &core) { core.reverse(); });
    }
    Query limit(std::optional<qint64> rows) const
    {
        return with([&](QueryCore &core) { core.limit = rows; });
    }
    Query offset(std::optional<qint64> rows) const
    {
        return with([&](QueryCore &core) { core.offset = rows; });
    }
    /// The first row in the query's order, or in that of the key.
    Query first() const
    {
        return with([](QueryCore &core) {
            core.orderByKey();
            core.limit = 1;
        });
    }
    /// The last row in the query's order, or in that of the key.
    Query last() const
    {
        return with([](QueryCore &core) {
            core.reverse();
            core.limit = 1;
        });
    }

    /// Rows that are the same in all columns are taken once.
    Query distinct() const
    {
        return with([](QueryCore &core) { core.isDistinct = true; });
    }
    /// Of the rows in which the expressions are the same only the first in the query's order is taken. On every engine:
    /// it is done by row_number().
    template <typename... M>
    Query distinctOn(const Expr<M> &...expressions) const
    {
        return with([&](QueryCore &core) { (core.distinctOn.append(expressions.node()), ...); });
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
    /// OR with the having() before.
    Query orHaving(const Condition &condition) const
    {
        return with([&](QueryCore &core) { core.addOrHaving(condition.node()); });
    }

    /// @name Rows of this query with those of another
    /// The order and limit of this one apply to all of them.
    /// @{
    /// The rows of both, each once.
    Query unite(const Query &other) const { return combined(Combination::Kind::Union, other); }
    Query unionAll(const Query &other) const { return combined(Combination::Kind::UnionAll, other); }
    /// The rows the other does not have, each once.
    Query except(const Query &other) const { return combined(Combination::Kind::Except, other); }
    Query exceptAll(const Query &other) const { return combined(Combination::Kind::ExceptAll, other); }
    /// The rows that both have, each once.
    Query intersect(const Query &other) const { return combined(Combination::Kind::Intersect, other); }
    Query intersectAll(const Query &other) const { return combined(Combination::Kind::IntersectAll, other); }
    /// @}

    /// Names a query, for fromNamed() and joinNamed() (a common table expression). It may name itself: the second half
    /// of a unionAll() is then asked again and again, of the rows it found last, until it finds no more.
    template <typename Rows>
    Query named(const QString &name, const Rows &query) const
    {
        return with([&](QueryCore &core) { core.commonTables.append({name, query.shared()}); });
    }

    /// Locks the rows found until the transaction ends. SQLite has no locks on rows and does nothing: a transaction that
    /// writes is alone there from its beginning.
    Query lock(Lock lock, LockWait wait = LockWait::Wait) const
    {
        return with([&](QueryCore &core) {
            core.lock = lock;
            core.lockWait = wait;
        });
    }

    /// Loads associations after the query: `preload(&Post::comments, &Comment::user)` loads both levels. The last may be
    /// a query: `preload(&Post::comments, from<Comment>().orderBy({desc(&Comment::insertedAt)}).limit(3))` loads the
    /// newest three of each post.
    template <typename Holder, typename... Rest>
    Query preload(Holder T::*association, Rest... rest) const
    {
        return with([&](QueryCore &core) { core.preloads.append(preloadPath(association, rest...)); });
    }

    /// Fills associations from the rows of joins, in the same statement: `join(&Post::comments).preloadJoined(&Post::comments)`.
    /// What where() leaves out is missing from the association, too; limit() and offset() count the joined rows. The path
    /// may lead further, `preloadJoined(&Post::comments, &Comment::user)`, and each member is followed by the alias of its
    /// join if that has one. A preload() may load more behind what is filled.
    template <typename Holder, typename... Rest>
    Query preloadJoined(Holder T::*association, const Rest &...rest) const
    {
        return with([&](QueryCore &core) { core.joinedPreloads.append(joinedPath(association, rest...)); });
    }

    /// Takes a part away that was added before.
    Query exclude(Part part) const
    {
        return with([&](QueryCore &core) { core.exclude(part); });
    }

    /// Asks for values instead of structs: a struct of your own, filled member by member.
    template <typename Row>
    Selection<Row> select(std::initializer_list<Into<Row>> values) const
    {
        QueryCore core = m_core;
        core.outputs.clear();
        for (const Into<Row> &value : values)
            core.outputs.append(value.output);
        return Selection<Row>(core);
    }
    /// Asks for one value, or for a tuple of values; whole<T>() and maybe<T>() stand for structs.
    template <typename... S>
    Selection<typename detail::RowOf<S...>::Type> select(const S &...values) const
        requires(sizeof...(S) > 0 && requires { (typename detail::Selected<S>::Type(), ...); })
    {
        QueryCore core = m_core;
        core.outputs = detail::RowOf<S...>::outputs(values...);
        return Selection<typename detail::RowOf<S...>::Type>(core);
    }
    /// Reads only these fields of the struct; the others keep the values of a new one.
    Query select(std::initializer_list<FieldRef<T>> fields) const
    {
        return with([&](QueryCore &core) {
            core.outputs.clear();
            for (const FieldRef<T> &member : fields) {
                const Field &field = schemaOf<T>().field(member.key());
                core.outputs.append({.node = fieldColumn(schemaOf<T>(), field), .name = field.name, .value = field.value, .member = field.member});
            }
        });
    }
    /// Fills one more member of the struct, usually a virtual field, with something computed.
    template <typename M, typename E>
    Query selectMerge(M T::*member, const Expr<E> &expression) const
    {
        return with([&](QueryCore &core) {
            if (core.outputs.isEmpty())
                core.outputs.append({.schema = core.schema});
            core.outputs.append(into(member, expression).output);
        });
    }

    /// Continues the chain with a step of your own.
    template <std::invocable<const Query &> Step>
    Query then(Step step) const
    {
        return step(*this);
    }

    const QueryCore &core() const { return m_core; }
    std::shared_ptr<const QueryCore> shared() const { return std::make_shared<const QueryCore>(m_core); }

private:
    friend class Joining<Query<T>>;

    template <typename Step>
    Query with(Step step) const
    {
        Query next = *this;
        step(next.m_core);
        return next;
    }
    Query combined(Combination::Kind kind, const Query &other) const
    {
        return with([&](QueryCore &core) { core.combinations.append({kind, other.shared()}); });
    }

    QueryCore m_core;
};

/// Starts a query for all rows of a T.
template <Storable T>
Query<T> from()
{
    return Query<T>(QueryCore{.schema = &schemaOf<T>()});
}
/// Starts a query for rows of the shape of a T in another place: what named() has given this name.
template <Storable T>
Query<T> fromNamed(const QString &name)
{
    return Query<T>(QueryCore{.schema = &schemaOf<T>(), .table = name});
}
/// Starts a query for the rows that another one finds, e.g. to aggregate its first hundred.
template <Storable T>
Query<T> from(const Query<T> &subquery)
{
    return Query<T>(QueryCore{.schema = &schemaOf<T>(), .subquery = subquery.shared()});
}
/// What a query over the values of another one is of: no struct of its own.
struct Values
{ };
/// Starts a query for the values that another one finds. derived() reaches them by the alias; ends with a select().
template <typename Row>
Query<Values> from(const Selection<Row> &subquery, const QString &alias)
{
    return Query<Values>(QueryCore{.subquery = subquery.shared(), .alias = alias});
}

/// Whether the query finds a row; inside it the columns of the outer query may be used.
template <typename T>
Condition exists(const Query<T> &query)
{
    return Condition(Node::make({.kind = Node::Kind::Exists, .type = Type::Boolean, .query = query.shared()}));
}

/// The query for the rows that belong to some structs: `assoc(posts, &Post::comments).where(…)`.
template <Storable T, typename Holder>
Query<typename Holder::Related> assoc(const QList<T> &owners, Holder T::*association)
{
    const Association &described = schemaOf<T>().association(memberKey(association));
    const Field &key = *schemaOf<T>().findField(described.ownerKey);
    QVariantList keys;
    for (const T &owner : owners)
        keys.append(key.read(&owner));
    return Query<typename Holder::Related>(associatedRows(described, key.type, keys));
}
template <Storable T, typename Holder>
Query<typename Holder::Related> assoc(const T &owner, Holder T::*association)
{
    return assoc(QList<T>{owner}, association);
}

/// A new struct that belongs to the owner: its foreign key is set. For has_one and has_many.
template <Storable T, typename Holder>
typename Holder::Related buildAssoc(const T &owner, Holder T::*association)
{
    const Association &described = schemaOf<T>().association(memberKey(association));
    typename Holder::Related child;
    linkToOwner(described, schemaOf<T>(), &owner, &child);
    return child;
}

} // namespace db
