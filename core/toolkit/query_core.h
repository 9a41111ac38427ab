// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/expression.h"

namespace db {

/// One value of a result row and the place it goes to.
struct Output
{
    Node::Ptr node = {}; ///< null when the whole struct of `schema` is meant
    const Schema *schema = nullptr;
    QString name = {}; ///< of the column, for queries around this one; of the source, for a whole struct
    const ValueType *value = nullptr;
    MemberKey member = 0; ///< offset in the row struct
    void *(*emplace)(void *member) = nullptr; ///< of an optional struct, which stays empty when all its columns are NULL
};

/// An association to load after the query, and the query that chooses among its rows, if there is one.
struct PreloadStep
{
    const Association *association = nullptr;
    std::shared_ptr<const QueryCore> query = {};
};
/// Associations to load after the query, as a path of members: {comments, user}.
using PreloadPath = QList<PreloadStep>;

/// An association that is filled from the rows of a join, and the alias of that join if it has one.
struct JoinedStep
{
    const Association *association = nullptr;
    QString alias = {};
};
/// Associations to fill from joins, as a path of members.
using JoinedPath = QList<JoinedStep>;

/// A table, association or subquery that takes part in a query.
struct Join
{
    enum class Kind {
        Inner,
        Left,
        Right,
        Full,
        Cross
    };

    Kind kind = Kind::Inner;
    const Schema *schema = nullptr;
    QString table = {}; ///< a join table or a common table expression, which have no schema
    std::shared_ptr<const QueryCore> subquery = {};
    QString alias = {};
    Node::Ptr on = {};
    bool isLateral = false; ///< the subquery may use the sources before it
};

/// How rows of one query are put together with those of another.
struct Combination
{
    enum class Kind {
        Union,
        UnionAll,
        Except,
        ExceptAll,
        Intersect,
        IntersectAll
    };

    Kind kind = Kind::Union;
    std::shared_ptr<const QueryCore> query = {};
};

/// A query that another one uses by name.
struct CommonTable
{
    QString name = {};
    std::shared_ptr<const QueryCore> query = {};
};

/// What other transactions may do with rows that were read.
enum class Lock {
    None,
    Share, ///< read them, but not change them
    Update ///< neither change them nor lock them in turn
};
/// What happens to rows that somebody else has locked.
enum class LockWait {
    Wait,
    SkipLocked,
    NoWait ///< the query fails at once
};

/// What Query::exclude() takes away.
enum class Part {
    Joins,
    Where,
    GroupBy,
    Having,
    OrderBy,
    Limit,
    Offset,
    Distinct,
    Select,
    Combinations,
    With,
    Lock,
    Preload
};

/// The key column `column` of the source with `schema`, or of the source named `alias`.
Node::Ptr keyColumn(const Schema *schema, const QString &alias, const QString &column);
/// The column of a field; empty `alias`: of the source with the schema.
Node::Ptr fieldColumn(const Schema &schema, const Field &field, const QString &alias = {});
/// The condition that compares a column with a value: `comparison` is Equal, NotEqual and so on.
Node::Ptr columnIs(const Schema &schema, const QString &column, const QVariant &value, Node::Kind comparison = Node::Kind::Equal);

/// The part of a query that does not depend on the struct: a value, copied freely.
struct QueryCore
{
    const Schema *schema = nullptr; ///< null when only a subquery or a common table is asked
    QString table = {}; ///< another table than the schema's: a common table expression
    std::shared_ptr<const QueryCore> subquery = {}; ///< what is asked instead of a table
    QString alias = {};
    QList<CommonTable> commonTables = {};
    QList<Join> joins = {};
    Node::Ptr where = {};
    QList<Node::Ptr> groupBy = {};
    Node::Ptr having = {};
    QList<Ordering> orderings = {};
    QList<Output> outputs = {}; ///< empty: the struct of `schema`
    std::optional<qint64> limit = {};
    std::optional<qint64> offset = {};
    bool isDistinct = false;
    QList<Node::Ptr> distinctOn = {};
    QList<Combination> combinations = {};
    Lock lock = Lock::None;
    LockWait lockWait = LockWait::Wait;
    QList<PreloadPath> preloads = {};
    QList<JoinedPath> joinedPreloads = {};

    void addWhere(const Node::Ptr &condition);
    void addOrWhere(const Node::Ptr &condition);
    void addHaving(const Node::Ptr &condition);
    void addOrHaving(const Node::Ptr &condition);
    /// Joins along an association; a many_to_many brings its join table along.
    void join(Join::Kind kind, const Association &association, const Schema &owner, const QString &alias);
    void exclude(Part part);
    /// Turns the order around; without one, the last key comes first.
    void reverse();
    /// Orders by the key where there is no order yet.
    void orderByKey();
    /// Whether its rows are more, fewer or other than those of its table that pass a condition.
    bool isMoreThanACondition() const;
    /// Names the table it is mainly about.
    QString source() const;
};

/// What the rows of an association must be besides belonging to their owner; null when that is all.
Node::Ptr chosenRows(const Association &association, const QString &relatedAlias = {});
/// The related rows of the owners with these keys, which are of `keyType`, each once.
QueryCore associatedRows(const Association &association, Type keyType, const QVariantList &ownerKeys);
/// The related rows of the owners with these keys, for each owner: the owner's key is the last column. `custom` chooses
/// and orders them, and its limit and offset count for each owner.
QueryCore relatedRows(const Association &association, Type keyType, const QVariantList &ownerKeys, const QueryCore *custom = nullptr);
/// Puts the key of the owner into the foreign key of the child.
void linkToOwner(const Association &association, const Schema &ownerSchema, const void *owner, void *child);

/// One assignment of updateAll().
struct Assignment
{
    QString column;
    Node::Ptr value;
};

} // namespace db
