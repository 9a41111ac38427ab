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
    QString name = {}; ///< as other queries call the column when this is a subquery
    const ValueType *value = nullptr;
    MemberKey member = 0; ///< offset in the row struct
};

/// Associations to load after the query, as a path of members: {comments, user}.
using PreloadPath = QList<const Association *>;

/// A table, association or subquery that takes part in a query.
struct Join
{
    enum class Kind {
        Inner,
        Left
    };

    Kind kind = Kind::Inner;
    const Schema *schema = nullptr;
    QString table; ///< a join table, which has no schema
    std::shared_ptr<const QueryCore> subquery;
    QString alias;
    Node::Ptr on;
};

/// The key column `column` of the source with `schema`, or of the source named `alias`.
Node::Ptr keyColumn(const Schema *schema, const QString &alias, const QString &column);
/// The condition that compares a column with a value: `comparison` is Equal, NotEqual and so on.
Node::Ptr columnIs(const Schema &schema, const QString &column, const QVariant &value, Node::Kind comparison = Node::Kind::Equal);

/// The part of a query that does not depend on the struct: a value, copied freely.
struct QueryCore
{
    const Schema *schema = nullptr;
    QList<Join> joins;
    Node::Ptr where;
    QList<Node::Ptr> groupBy;
    Node::Ptr having;
    QList<Ordering> orderings;
    QList<Output> outputs; ///< empty: the struct of `schema`
    std::optional<qint64> limit;
    std::optional<qint64> offset;
    bool isDistinct = false;
    QList<PreloadPath> preloads;

    void addWhere(const Node::Ptr &condition);
    void addOrWhere(const Node::Ptr &condition);
    void addHaving(const Node::Ptr &condition);
    /// Joins along an association; a many_to_many brings its join table along.
    void join(Join::Kind kind, const Association &association, const Schema &owner, const QString &alias);
};

/// One assignment of updateAll().
struct Assignment
{
    QString column;
    Node::Ptr value;
};

} // namespace db
