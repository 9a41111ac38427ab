// SPDX-FileCopyrightText: 2026 The Quecto authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/toolkit/schema.h"

#include <QByteArray>
#include <QList>
#include <QVariant>

#include <memory>

namespace db {

struct QueryCore;
struct Ordering;
struct WindowCore;

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
        InQuery, ///< the column is one of the values that `query` finds
        Exists, ///< `query` finds a row
        Scalar, ///< the only value that `query` finds
        Contains, ///< the text holds the other, whatever the case; wildcards mean themselves
        StartsWith,
        EndsWith,
        Like, ///< SQL's LIKE, which minds the case: `%` and `_` are wildcards
        ILike, ///< LIKE whatever the case
        Add,
        Subtract,
        Multiply,
        Divide,
        CountAll,
        CountDistinct,
        Call, ///< the function `text`: an aggregate, a window function or a plain one
        Case, ///< condition, value, condition, value, …, and the value of ELSE if there is one
        Cast, ///< the argument as a value of `type`
        Concat,
        Left,
        Truncate, ///< a time cut to `unit`, in UTC or in the time zone with the id `text`
        Later, ///< a time and an interval: `value` is a list of months and seconds
        Push, ///< the list with the value of the second argument at its end
        Pull, ///< the list without the elements that equal it
        JsonText, ///< what lies at the path `value` inside a JSON document, as text
        Fragment, ///< SQL `text` with a `?` for each argument
        Over ///< the argument, computed over `window`
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
    QString text = {};
    std::shared_ptr<const WindowCore> window = {};

    static Ptr make(Node node) { return std::make_shared<const Node>(std::move(node)); }
    static Ptr make(Kind kind, QList<Ptr> arguments, Type type = Type::Boolean)
    {
        return make({.kind = kind, .arguments = std::move(arguments), .type = type});
    }
    /// The call of a SQL function by its standard name.
    static Ptr call(const QString &function, QList<Ptr> arguments, Type type)
    {
        return make({.kind = Kind::Call, .arguments = std::move(arguments), .type = type, .text = function});
    }
};

/// Whether two trees mean the same.
bool sameTree(const Node &left, const Node &right);
/// An aggregate that sees only the rows that pass the condition.
Node::Ptr filteredAggregate(const Node::Ptr &aggregate, const Node::Ptr &condition);

/// One term of ORDER BY. NULLs come first when ascending and last when descending, on every engine.
struct Ordering
{
    Node::Ptr node = {};
    bool isDescending = false;
};

} // namespace db
